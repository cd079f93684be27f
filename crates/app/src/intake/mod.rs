//! Intake (tiếp nhận kế hoạch): what was read in a paper is looked over by a person and becomes a contest,
//! or an amendment of one.
//!
//! The reader proposes lines; a person corrects, drops and adds. Accepting is one transaction over contest,
//! milestones, units and tasks; it can be undone until somebody has acted on it.

mod above;
mod accept;
mod amend;
mod choice;
pub mod collective;
mod drafts;
mod edit;
mod ended;
pub mod line;
mod naming;
pub mod pages;
mod proposal;
mod store;
mod undo;

use ::store::{Reader, Tx};
use documents::{Facts, IssueDate};
use kernel::id::{ContestId, PaperId};
use kernel::{Day, Failure, Fault, Refusal};

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;
use ended::Days;

pub use accept::accept;
pub use choice::{Choice, UnitLine};
pub use edit::{Seen, add, change, choose_target, drop_line, restore_line};
pub use line::{ContestLine, Line, Section};
pub use store::{KeptLine, ReviewRow};
pub use undo::undo;

kernel::id_type!(
    /// A review of a paper.
    ReviewId
);

kernel::id_type!(
    /// A line of a review.
    LineId
);

/// The review of a paper with its lines, for somebody who may begin contests.
///
/// # Errors
/// The actor may not, or there is no review.
pub async fn review_of(
    reader: &Reader,
    actor: &Actor,
    paper: PaperId,
) -> Result<Option<(ReviewRow, Vec<KeptLine>)>, Failure> {
    contests::policy::may_begin(actor)?;
    let Some(review) = store::of_paper(reader, paper).await? else { return Ok(None) };
    let lines = store::lines(reader, review.id()?).await?;
    Ok(Some((review, lines)))
}

/// A line of the review of a paper, for somebody who may change it.
///
/// # Errors
/// The actor may not, or there is no such line.
pub async fn line_of(
    tx: &Tx,
    actor: &Actor,
    paper: PaperId,
    id: LineId,
) -> Result<KeptLine, Failure> {
    let review = open_review(tx, actor, paper).await?;
    Ok(store::line(tx, review.id()?, id).await?.ok_or_else(Refusal::absent)?)
}

/// Opens the review of a paper that was read: writes down what it proposes.
///
/// # Errors
/// The actor may not begin contests, or the paper is under review already.
pub async fn open(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    facts: &Facts,
) -> Result<ReviewId, Failure> {
    contests::policy::may_begin(actor)?;
    if store::of_paper(tx, paper).await?.is_some() {
        return Err(Refusal::conflict("review-open-already").into());
    }
    let day = day_of(facts.document.date).unwrap_or_else(|| tx.at().day());
    let mut lines = proposal::lines(facts);
    for line in &mut lines {
        if let Line::Contest(contest) = line {
            contest.parent = above::proposed(tx, (actor, tx.at()), facts, contest).await?;
        }
    }
    let scope = naming::Scope::of(tx, organiser(&lines), day).await?;
    let days = Days { paper: day, today: tx.at().day() };
    for name in proposal::names(&lines) {
        let needed = days.needed(&name, &lines);
        lines.push(Line::Unit(naming::propose(tx, &name, &scope, &days, needed).await?));
    }
    let amends = amend::target(tx, actor, &lines).await?;
    let id = store::insert(tx, paper, amends, actor.account()).await?;
    for (position, line) in lines.iter().enumerate() {
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        store::insert_line(tx, id, position, line, None).await?;
    }
    let act = Act::on("review.open", subject(paper)).row("review", id);
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

/// The review, while it is open, for somebody who may begin contests.
async fn open_review(tx: &Tx, actor: &Actor, paper: PaperId) -> Result<ReviewRow, Failure> {
    contests::policy::may_begin(actor)?;
    let review = store::of_paper(tx, paper).await?.ok_or_else(Refusal::absent)?;
    match review.is_open() {
        true => Ok(review),
        false => Err(Refusal::conflict("review-accepted").into()),
    }
}

/// Who organises, as the lines name it.
fn organiser(lines: &[Line]) -> Option<&str> {
    lines.iter().find_map(|line| match line {
        Line::Contest(contest) => contest.organiser.as_deref(),
        _ => None,
    })
}

/// The day of a paper; a missing day is the first of its month.
pub fn day_of(date: IssueDate) -> Option<Day> {
    Day::new(date.year?, date.month?, date.day.unwrap_or(1)).ok()
}

/// How the ledger names a paper.
fn subject(paper: PaperId) -> String {
    format!("paper/{paper}")
}

/// The contest that a review has made or amended.
///
/// # Errors
/// The database holds something else.
pub fn contest_of(review: &ReviewRow) -> Result<Option<ContestId>, Fault> {
    Ok(review.contest_id.as_deref().map(str::parse).transpose()?)
}
