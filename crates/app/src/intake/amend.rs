//! Amending a contest by a second paper: dates move by new versions, what is new is added, what is the same
//! stays.

use std::collections::BTreeSet;

use ::store::{Reader, Tx};
use kernel::id::{ContestId, PaperId};
use kernel::{Failure, Window, text};

use super::above::is_carried_out;
use super::drafts::{self, Named};
use super::line::Line;
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::store::{self as kept, MilestoneRow};
use crate::contests::{self, MilestoneDraft, RuleSet, Why};
use crate::tasks;

/// What a paper does to one milestone of a contest.
#[derive(Debug, Clone)]
pub enum Change {
    /// It is said again.
    Same,
    /// It moves to what the draft says, with what stays of it.
    Move(Box<MilestoneRow>, MilestoneDraft),
    /// It is new.
    New,
}

/// The contest that lines speak of: same series, level, place, and edition or years.
///
/// # Errors
/// The database is away.
pub async fn target(
    reader: &Reader,
    actor: &Actor,
    lines: &[Line],
) -> Result<Option<ContestId>, Failure> {
    let Some(line) = drafts::contest_line(lines) else { return Ok(None) };
    let facts = (line.series, line.level, text::fold(&line.locality));
    let found = kept::alike(reader, (facts.0, facts.1), line.edition, line.years).await?;
    let same = |row: &kept::ContestRow| {
        text::fold(&row.locality) == facts.2
            && is_carried_out(&row.name) == is_carried_out(&line.name)
            && (!is_carried_out(&line.name) || row.name == line.name)
    };
    for row in found.iter().filter(|row| same(row)) {
        if contests::policy::runs(actor, &row.runners()?) {
            return Ok(Some(row.id()?));
        }
    }
    Ok(None)
}

/// What a milestone of the paper does to those of the contest.
pub fn change(present: &[MilestoneRow], draft: &MilestoneDraft) -> Change {
    let kind = draft.kind.map(contests::kind::code);
    let alike: Vec<&MilestoneRow> =
        present.iter().filter(|row| kind.as_deref() == Some(row.kind.as_str())).collect();
    let is = |row: &MilestoneRow, window: &Window| row.window().is_ok_and(|it| it == *window);
    if alike.iter().any(|row| is(row, &draft.window)) {
        return Change::Same;
    }
    let [one] = alike[..] else { return Change::New };
    let next = extended(one, draft);
    match is(one, &next.window) {
        true => Change::Same,
        false => Change::Move(Box::new(one.clone()), next),
    }
}

/// A milestone as an extension leaves it: a paper that names only a new end takes nothing back of when it
/// begins, nor of the postmark.
fn extended(row: &MilestoneRow, draft: &MilestoneDraft) -> MilestoneDraft {
    let mut next = draft.clone();
    let (None, Ok(Some(start))) = (draft.window.start, row.window().map(|it| it.start)) else {
        return next;
    };
    let Window { end, end_inclusive, .. } = draft.window;
    if let Ok(window) = Window::new(Some(start), end, end_inclusive) {
        next.window = window;
        next.by_postmark |= row.by_postmark;
    }
    next
}

/// Carries an amendment out.
///
/// # Errors
/// The actor does not run the contest, or it is closed.
pub async fn apply(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    lines: &[Line],
    named: &Named,
    paper: PaperId,
) -> Result<ContestId, Failure> {
    contests::open_to(tx, actor, contest).await?;
    let why = Why { paper: Some(paper), words: None, by: actor.account() };
    dates(tx, actor, contest, lines, &why).await?;
    rules(tx, actor, contest, lines, &why).await?;
    parts(tx, actor, contest, (lines, named), paper).await?;
    let known: BTreeSet<String> = tasks::texts(tx, contest).await?.into_iter().collect();
    let mut new = drafts::tasks(lines, named, paper);
    new.retain(|task| !known.contains(&text::fold(&task.text)));
    if !new.is_empty() {
        tasks::order(tx, actor, contest, &new).await?;
    }
    Ok(contest)
}

async fn dates(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    lines: &[Line],
    why: &Why,
) -> Result<(), Failure> {
    let present = kept::milestones(tx, contest).await?;
    for draft in drafts::milestones(lines) {
        match change(&present, &draft) {
            Change::Same => {}
            Change::Move(row, next) => {
                let id = row.id.parse()?;
                contests::move_milestone(tx, actor, (contest, id), &next, why).await?;
            }
            Change::New => contests::add_milestone(tx, actor, contest, &draft, why).await?,
        }
    }
    Ok(())
}

/// The rules change where the paper says something of them; on what it is silent they stay.
async fn rules(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    lines: &[Line],
    why: &Why,
) -> Result<(), Failure> {
    let present = kept::rules(tx, contest).await?;
    let present = present.first().map_or_else(|| Ok(RuleSet::default()), kept::RulesRow::rules)?;
    let next = drafts::rules(lines).over(&present);
    if next != present {
        contests::change_rules(tx, actor, contest, &next, why).await?;
    }
    Ok(())
}

async fn parts(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    (lines, named): (&[Line], &Named),
    paper: PaperId,
) -> Result<(), Failure> {
    let tie = kept::tie_paper(tx, contest, paper, "amending").await?;
    let mut act = Act::on("contest.amend", contests::subject(contest)).row("contest_paper", tie);
    let present = kept::contacts(tx, contest, true).await?;
    for contact in drafts::contacts(lines, named) {
        let phones = contact.phones.join(",");
        if !present.iter().any(|row| row.phones == phones && row.person == contact.person) {
            let row = kept::insert_contact(tx, contest, &contact, Some(paper)).await?;
            act = act.row("contest_contact", row);
        }
    }
    for citation in drafts::citations(lines) {
        act =
            act.row("citation", kept::insert_citation(tx, contest, &citation, Some(paper)).await?);
    }
    let present = kept::regimes(tx, contest).await?;
    for regime in drafts::regimes(lines) {
        let frequency = contests::kind::code(regime.frequency);
        if !present.iter().any(|row| row.frequency == frequency) {
            let row = kept::insert_regime(tx, contest, &regime, Some(paper)).await?;
            act = act.row("reporting_regime", row);
        }
    }
    audit::record(tx, actor.who, act).await
}
