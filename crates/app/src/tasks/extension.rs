//! More time (gia hạn): asked for by a unit, answered by who runs the contest.

use ::store::Tx;
use kernel::{Day, Failure, Refusal};

use super::report::{acting, subject};
use super::{AssignmentId, PartId, access, mark, policy, store};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// What is said to a request for more time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The last day granted; nothing: refused.
    pub until: Option<Day>,
    /// In words.
    pub words: Option<String>,
}

/// Asks for more time.
///
/// # Errors
/// The actor may not act for the unit, nothing is due, the day is not later, or a request is waiting.
pub async fn ask_for_time(
    tx: &mut Tx,
    actor: &Actor,
    id: AssignmentId,
    (until, reason): (Day, &str),
) -> Result<(), Failure> {
    let found = acting(tx, actor, id).await?;
    let due = match found.row.due_at {
        Some(due) if found.row.state()?.is_due() => mark::last_day(due),
        _ => return Err(Refusal::conflict("extension-nothing-due").into()),
    };
    if until <= due || until < tx.at().day() {
        return Err(Refusal::field("until", "extension-not-later").into());
    }
    if store::extensions(tx, id).await?.iter().any(|asked| asked.granted.is_none()) {
        return Err(Refusal::conflict("extension-waiting").into());
    }
    let row = store::insert_extension(tx, id, (until, reason), actor.account()).await?;
    let act = Act::on("task.ask-time", subject(id)).row("extension", row);
    audit::record(tx, actor.who, act.note("until", until)).await
}

/// Answers a request for more time; a grant moves the unit's day.
///
/// # Errors
/// The actor does not run the contest, there is no such request, it was answered, or the day granted is
/// not later.
pub async fn answer(
    tx: &mut Tx,
    actor: &Actor,
    (id, part): (AssignmentId, PartId),
    reply: &Reply,
) -> Result<(), Failure> {
    let found = access::assignment(tx, actor, id, tx.at().day()).await?;
    policy::may_run(&found.seen)?;
    let asked = store::extensions(tx, id).await?.into_iter().find(|one| one.id == part.to_string());
    let asked = asked.ok_or_else(Refusal::absent)?;
    if asked.granted.is_some() {
        return Err(Refusal::conflict("extension-answered").into());
    }
    store::set_answer(tx, part, reply, actor.account()).await?;
    let mut act = Act::on("task.answer-time", subject(id)).row("extension", part);
    if let Some(until) = reply.until {
        if found.row.due_at.is_some_and(|due| until <= mark::last_day(due)) {
            return Err(Refusal::field("granted", "extension-not-later").into());
        }
        store::set_due(tx, id, until.ends()).await?;
        act = act.row("assignment", id).note("until", until);
    }
    audit::record(tx, actor.who, act).await
}
