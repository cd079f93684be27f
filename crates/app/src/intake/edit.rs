//! Correcting a review: lines are changed, dropped and added; names follow.

use ::store::Tx;
use kernel::id::{ContestId, PaperId};
use kernel::{Failure, Refusal};

use super::ended::Days;
use super::line::Line;
use super::{LineId, ReviewId, above, naming, open_review, organiser, proposal, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

/// A line as somebody saw it.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// Which line.
    pub id: LineId,
    /// Its revision then.
    pub revision: i64,
}

/// Changes what a line says.
///
/// # Errors
/// The review is closed, the line is of another section, or somebody else has changed it.
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    seen: Seen,
    line: &Line,
) -> Result<(), Failure> {
    write(tx, actor, paper, seen, |kept| {
        let same = kept.line.section() == line.section();
        same.then(|| (line.clone(), kept.dropped)).ok_or_else(Refusal::absent)
    })
    .await
}

/// Leaves a line out; settles a doubt.
///
/// # Errors
/// The review is closed, or somebody else has changed the line.
pub async fn drop_line(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    seen: Seen,
) -> Result<(), Failure> {
    write(tx, actor, paper, seen, |kept| Ok((kept.line.clone(), true))).await
}

/// Takes a line in again.
///
/// # Errors
/// The review is closed, or somebody else has changed the line.
pub async fn restore_line(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    seen: Seen,
) -> Result<(), Failure> {
    write(tx, actor, paper, seen, |kept| Ok((kept.line.clone(), false))).await
}

async fn write(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    seen: Seen,
    become_what: impl FnOnce(&store::KeptLine) -> Result<(Line, bool), Refusal>,
) -> Result<(), Failure> {
    let review = open_review(tx, actor, paper).await?;
    let id = review.id()?;
    let kept = store::line(tx, id, seen.id).await?.ok_or_else(Refusal::absent)?;
    let (line, dropped) = become_what(&kept)?;
    if let Line::Contest(contest) = &line {
        above::must_be_offered(tx, (actor, tx.at()), contest).await?;
    }
    let by = actor.account();
    let written =
        store::update_line(tx, (id, seen.id), (&line, dropped), seen.revision, by).await?;
    if !written {
        return Err(Refusal::conflict("review-line-changed").into());
    }
    follow(tx, actor, paper, id, "review.change").await
}

/// Adds a line that the paper does not have.
///
/// # Errors
/// The review is closed, or the section does not grow.
pub async fn add(tx: &mut Tx, actor: &Actor, paper: PaperId, line: &Line) -> Result<(), Failure> {
    let review = open_review(tx, actor, paper).await?;
    if !line.section().can_grow() {
        return Err(Refusal::absent().into());
    }
    let id = review.id()?;
    store::insert_line(tx, id, i64::from(i32::MAX), line, actor.account()).await?;
    follow(tx, actor, paper, id, "review.add").await
}

/// Says whether the paper founds a contest or amends one.
///
/// # Errors
/// The review is closed, or the actor does not run the contest.
pub async fn choose_target(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    amends: Option<ContestId>,
) -> Result<(), Failure> {
    let review = open_review(tx, actor, paper).await?;
    if let Some(contest) = amends {
        contests::open_to(tx, actor, contest).await?;
    }
    let id = review.id()?;
    store::set_amends(tx, id, amends).await?;
    follow(tx, actor, paper, id, "review.target").await
}

/// What follows a change: names that are new get a proposal, the revision grows, the ledger knows.
async fn follow(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    id: ReviewId,
    act: &'static str,
) -> Result<(), Failure> {
    let kept = store::lines(tx, id).await?;
    let known = |name: &String| {
        kept.iter().any(|kept| matches!(&kept.line, Line::Unit(unit) if unit.named == *name))
    };
    let lines: Vec<Line> = kept.iter().map(|kept| kept.line.clone()).collect();
    let new: Vec<String> =
        proposal::names(&lines).into_iter().filter(|name| !known(name)).collect();
    let day = tx.at().day();
    let days = Days { paper: day, today: day };
    let scope = naming::Scope::of(tx, organiser(&lines), day).await?;
    for name in new {
        let needed = days.needed(&name, &lines);
        let unit = naming::propose(tx, &name, &scope, &days, needed).await?;
        store::insert_line(tx, id, i64::from(i32::MAX), &Line::Unit(unit), None).await?;
    }
    if !store::raise(tx, id, None).await? {
        return Err(Refusal::conflict("review-accepted").into());
    }
    let act = Act::on(act, subject(paper)).row("review", id);
    audit::record(tx, actor.who, act).await
}
