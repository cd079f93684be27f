//! Contests (hội thi): one edition at one level, with its milestones, rules, contacts and portal.
//!
//! Nothing is overwritten: a milestone moves by a new version that names its paper, rules are kept whole
//! for each version, a publication has its hours.

mod access;
mod again;
pub(crate) mod asked;
mod change;
mod contacts;
pub mod difference;
pub mod draft;
pub mod kind;
mod meant;
mod milestones;
pub mod pages;
pub mod policy;
mod publication;
pub mod rules;
pub mod state;
pub(crate) mod store;
pub mod timeline;
pub mod typed;
pub mod when;

use ::store::{Reader, Tx};
use kernel::id::{ContestId, PaperId};
use kernel::{Failure, Refusal};

use crate::accounts::Actor;
use crate::audit::{self, Act};

pub use access::{Seen, Sight, open_to, run_by, running_seen, seen_by, seen_to_run};
pub use again::next_edition;
pub use change::change_facts;
pub use contacts::{add_contact, change_contact, clear_contact, mask_contact, remove_contact};
pub use draft::{
    CitationDraft, ContactDraft, ContestDraft, ContestFacts, MilestoneDraft, RegimeDraft,
};
pub use meant::meant;
pub use milestones::{add_milestone, call_off, move_milestone};
pub use publication::{Public, publish, unpublish};
pub use rules::RuleSet;
pub use state::{State, Step};
pub use store::{CitationRow, ContestRow, MilestoneRow, PaperRow, RegimeRow};
pub(crate) use store::{is_untouched, take_back};

kernel::id_type!(
    /// A milestone, contact, citation, version or publication of a contest.
    PartId
);

/// Founds a contest with everything that its first paper says.
///
/// # Errors
/// The actor may not, or a unit or the contest above is unknown.
pub async fn found(tx: &mut Tx, actor: &Actor, draft: &ContestDraft) -> Result<ContestId, Failure> {
    policy::may_run(actor, &draft.facts.runners())?;
    let id = ContestId::new(tx.at());
    let slug = free_slug(tx, &draft.facts.slug()).await?;
    store::insert_contest(tx, id, &slug, &draft.facts).await?;
    let mut act = Act::on("contest.found", subject(id)).row("contest", id);
    let reason = Why { paper: draft.paper, words: None, by: actor.account() };
    act = act.row("rule_set", store::insert_rules(tx, id, 1, &draft.rules, &reason).await?);
    for milestone in &draft.milestones {
        act = milestones::insert(tx, id, milestone, &reason, act).await?;
    }
    for contact in &draft.contacts {
        let row = store::insert_contact(tx, id, contact, draft.paper).await?;
        act = act.row("contest_contact", row);
    }
    for citation in &draft.citations {
        act = act.row("citation", store::insert_citation(tx, id, citation, draft.paper).await?);
    }
    for regime in &draft.regimes {
        act = act.row("reporting_regime", store::insert_regime(tx, id, regime, draft.paper).await?);
    }
    if let Some(paper) = draft.paper {
        act = act.row("contest_paper", store::tie_paper(tx, id, paper, "founding").await?);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

/// By what and by whom a version is made.
#[derive(Debug, Clone, Default)]
pub struct Why {
    /// The paper.
    pub paper: Option<PaperId>,
    /// Words.
    pub words: Option<String>,
    /// The account; nothing: the operator.
    pub by: Option<kernel::id::AccountId>,
}

/// Moves a contest on.
///
/// # Errors
/// The actor may not, or the step does not follow on its state.
pub async fn step(tx: &mut Tx, actor: &Actor, id: ContestId, step: Step) -> Result<State, Failure> {
    let contest = run_by(tx, actor, id).await?;
    let state = contest.state()?;
    let after = state.after(step).ok_or_else(|| {
        Refusal::conflict("contest-step-not-now").way_out("way-contest", format!("/contests/{id}"))
    })?;
    store::set_state(tx, id, after).await?;
    let act = Act::on("contest.step", subject(id)).row("contest", id);
    audit::record(tx, actor.who, act.note("step", step.code())).await?;
    Ok(after)
}

/// Makes the next version of the rules.
///
/// # Errors
/// The actor may not, or the contest is closed.
pub async fn change_rules(
    tx: &mut Tx,
    actor: &Actor,
    id: ContestId,
    rules: &RuleSet,
    why: &Why,
) -> Result<i64, Failure> {
    open_to(tx, actor, id).await?;
    let version = store::last_rules_version(tx, id).await? + 1;
    let row = store::insert_rules(tx, id, version, rules, why).await?;
    let act = Act::on("contest.rules", subject(id)).row("rule_set", row);
    audit::record(tx, actor.who, act.note("version", version)).await?;
    Ok(version)
}

/// The newest rules of a contest, and their version.
///
/// # Errors
/// There is no such contest, or the database is away.
pub async fn newest_rules(reader: &Reader, id: ContestId) -> Result<(RuleSet, i64), Failure> {
    let row = store::newest_rules(reader, id).await?.ok_or_else(Refusal::absent)?;
    Ok((row.rules()?, row.version))
}

/// The rules of a contest as a version has them.
///
/// # Errors
/// There is no such version, or the database is away.
pub async fn rules_at(reader: &Reader, id: ContestId, version: i64) -> Result<RuleSet, Failure> {
    let row = store::rules_at(reader, id, version).await?.ok_or_else(Refusal::absent)?;
    Ok(row.rules()?)
}

/// Makes the next version out of the one that the actor has `seen`: its number, as the form brought it.
///
/// # Errors
/// Somebody has changed the rules meanwhile, nothing is different, or as for [`change_rules`].
pub async fn revise_rules(
    tx: &mut Tx,
    actor: &Actor,
    (id, seen): (ContestId, &str),
    why: &Why,
    revise: impl FnOnce(&RuleSet) -> RuleSet,
) -> Result<(), Failure> {
    let (before, version) = newest_rules(tx, id).await?;
    if seen != version.to_string() {
        return Err(Refusal::conflict("contest-changed-meanwhile").into());
    }
    let rules = revise(&before);
    if before == rules {
        return Err(Refusal::invalid("rules-unchanged").into());
    }
    change_rules(tx, actor, id, &rules, why).await.map(drop)
}

/// An address that no other contest has.
async fn free_slug(reader: &Reader, wanted: &str) -> Result<String, Failure> {
    let mut slug = wanted.to_owned();
    let mut number = 2;
    while store::find_slug(reader, &slug).await?.is_some() {
        slug = format!("{wanted}-{number}");
        number += 1;
    }
    Ok(slug)
}

/// How the ledger names a contest.
pub fn subject(id: ContestId) -> String {
    format!("contest/{id}")
}
