//! Publicity (tuyên truyền, phổ biến): what units publish about a contest, planned and done, with its proof.
//!
//! A unit writes it down in a minute; who runs the contest takes it or asks for more. Nothing is lost by a
//! correction: what stood before is kept beside it.

pub mod access;
pub mod channel;
pub mod draft;
pub mod pages;
pub mod policy;
pub mod sheet;
pub mod state;
mod store;

use ::store::Tx;
use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Refusal};

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::files;

pub use channel::Channel;
pub use draft::{Draft, When};
pub use state::{State, Step};
pub use store::recount;

kernel::id_type!(
    /// An activity: something published, or planned to be.
    PublicityId
);

kernel::id_type!(
    /// A file or an event of an activity.
    PartId
);

/// Writes down what a unit has published or means to.
///
/// # Errors
/// The actor may not act for the unit, the unit takes no part, or the task is not the unit's.
pub async fn enter(
    tx: &mut Tx,
    actor: &Actor,
    (contest, unit): (ContestId, UnitId),
    draft: &Draft,
) -> Result<PublicityId, Failure> {
    let seen = access::contest(tx, actor, contest).await?;
    policy::may_act(actor, &seen, unit)?;
    if !store::taking_part(tx, contest, &[unit]).await?.contains(&unit) {
        return Err(Refusal::field("unit", "publicity-unit-foreign").into());
    }
    own_task(tx, (contest, unit), draft).await?;
    let id = store::insert(tx, (contest, unit), draft, actor.account()).await?;
    let act = Act::on("publicity.enter", subject(id)).row("publicity", id);
    let act = keep_files(tx, id, draft, act).await?;
    audit::record(tx, actor.who, act.note("channel", draft.channel.code())).await?;
    Ok(id)
}

/// Corrects an activity, or tells that it is done.
///
/// # Errors
/// The actor may not act for the unit, it was taken or withdrawn, or somebody changed it meanwhile.
pub async fn correct(
    tx: &mut Tx,
    actor: &Actor,
    (id, revision): (PublicityId, i64),
    draft: &Draft,
) -> Result<(), Failure> {
    let found = access::activity(tx, actor, id).await?;
    policy::may_act(actor, &found.seen, found.unit)?;
    let step = match draft.when {
        When::Planned(_) => Step::Plan,
        When::Done(_) => Step::Do,
    };
    let after = after(found.row.state()?, step, id)?;
    own_task(tx, (found.seen.id, found.unit), draft).await?;
    let before = serde_json::to_string(&found.row.before()).map_err(kernel::Fault::from)?;
    let event = store::Event { kind: "corrected", reason: None, before: Some(before) };
    let event = store::insert_event(tx, id, &event, actor.account()).await?;
    changed(store::update(tx, (id, revision), draft, after).await?)?;
    let act = Act::on("publicity.correct", subject(id)).row("publicity", id);
    let act = keep_files(tx, id, draft, act.row("publicity_event", event)).await?;
    audit::record(tx, actor.who, act).await
}

/// What is said to an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Ghi nhận.
    Take,
    /// Đề nghị bổ sung, with what is missing.
    Ask(String),
}

/// Takes what was done, or asks for more.
///
/// # Errors
/// The actor does not run the contest, or it is not done.
pub async fn decide(
    tx: &mut Tx,
    actor: &Actor,
    id: PublicityId,
    verdict: &Verdict,
) -> Result<(), Failure> {
    let found = access::activity(tx, actor, id).await?;
    policy::may_decide(&found.seen)?;
    let (step, act, kind, reason) = match verdict {
        Verdict::Take => (Step::Take, Act::on("publicity.take", subject(id)), "taken", None),
        Verdict::Ask(why) => {
            (Step::Ask, Act::on("publicity.ask", subject(id)), "asked", Some(why.clone()))
        }
    };
    let after = after(found.row.state()?, step, id)?;
    let event = store::Event { kind, reason, before: None };
    move_on(tx, actor, (id, after), (act, event)).await
}

/// Takes back what a unit wrote down; it stays to be read, and counts nowhere.
///
/// # Errors
/// The actor may not act for the unit, or it was taken.
pub async fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    id: PublicityId,
    reason: &str,
) -> Result<(), Failure> {
    let found = access::activity(tx, actor, id).await?;
    policy::may_act(actor, &found.seen, found.unit)?;
    let after = after(found.row.state()?, Step::Withdraw, id)?;
    let event = store::Event { kind: "withdrawn", reason: Some(reason.to_owned()), before: None };
    let act = Act::on("publicity.withdraw", subject(id));
    move_on(tx, actor, (id, after), (act, event)).await
}

async fn move_on(
    tx: &mut Tx,
    actor: &Actor,
    (id, after): (PublicityId, State),
    (act, event): (Act, store::Event),
) -> Result<(), Failure> {
    let event = store::insert_event(tx, id, &event, actor.account()).await?;
    store::set_state(tx, id, after).await?;
    let act = act.row("publicity", id).row("publicity_event", event);
    audit::record(tx, actor.who, act).await
}

async fn keep_files(
    tx: &mut Tx,
    id: PublicityId,
    draft: &Draft,
    mut act: Act,
) -> Result<Act, Failure> {
    for (kept, name) in &draft.files {
        act = files::note(tx, kept, act).await?;
        act = act.row("publicity_file", store::insert_file(tx, id, kept, name).await?);
    }
    Ok(act)
}

/// Refuses a task that is not the unit's own in this contest.
async fn own_task(
    tx: &Tx,
    (contest, unit): (ContestId, UnitId),
    draft: &Draft,
) -> Result<(), Failure> {
    let Some(task) = draft.assignment else { return Ok(()) };
    match store::is_task_of(tx, task, (contest, unit)).await? {
        true => Ok(()),
        false => Err(Refusal::field("assignment", "publicity-task-foreign").into()),
    }
}

fn after(state: State, step: Step, id: PublicityId) -> Result<State, Failure> {
    let refusal = || {
        let way = format!("/publicity/{id}");
        Refusal::conflict("publicity-step-not-now").way_out("way-activity", way)
    };
    Ok(state.after(step).ok_or_else(refusal)?)
}

fn changed(done: bool) -> Result<(), Failure> {
    match done {
        true => Ok(()),
        false => Err(Refusal::conflict("publicity-changed-meanwhile").into()),
    }
}

/// How the ledger names an activity.
fn subject(id: PublicityId) -> String {
    format!("publicity/{id}")
}
