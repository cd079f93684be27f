//! Putting right what was written wrongly: the name's spelling, kind, code, first day, a contact.
//!
//! None of this is a reorganisation: nothing new begins, and no second period is kept.

use ::store::Tx;
use kernel::id::UnitId;
use kernel::{Day, Failure, Message, Refusal};

use super::draft::ContactDraft;
use super::store as rows;
use super::{Kind, UnitName, known, policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// What the office keeps of a unit beside its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Spelling of the newest name.
    pub name: UnitName,
    /// Kind of body.
    pub kind: Kind,
    /// The office's own code.
    pub code: Option<String>,
    /// First day, if known.
    pub founded_on: Option<Day>,
}

/// Puts the facts of a unit right.
///
/// # Errors
/// The actor may not, the code is taken, or the unit would be founded after it changed.
pub async fn change(tx: &mut Tx, actor: &Actor, id: UnitId, facts: &Facts) -> Result<(), Failure> {
    known(tx, id, "unit").await?;
    policy::may_change(actor)?;
    if let Some(code) = &facts.code
        && rows::id_of_code(tx, code).await?.is_some_and(|other| other != id)
    {
        return Err(Refusal::field("code", "unit-code-taken").into());
    }
    let mut act = Act::on("unit.correct", subject(id)).row("unit", id);
    act = founding(tx, id, facts.founded_on, act).await?;
    let day = facts.founded_on;
    rows::update_unit(tx, id, (facts.kind, facts.code.as_deref(), day)).await?;
    for row in rows::correct_name(tx, id, &facts.name).await? {
        act = act.row("unit_name", row);
    }
    rows::refresh_search(tx, id).await?;
    audit::record(tx, actor.who, act).await
}

/// The first name and the first parent begin with the unit.
async fn founding(tx: &mut Tx, id: UnitId, new: Option<Day>, mut act: Act) -> Result<Act, Failure> {
    let old = rows::founded_on(tx, id).await?;
    if old == new {
        return Ok(act);
    }
    if let Some(changed) = rows::first_change(tx, id).await?
        && new.is_some_and(|new| new >= changed)
    {
        let message = Message::new("unit-founded-late").with("day", changed.written());
        return Err(Refusal::field("founded", message).into());
    }
    for table in ["unit_name", "unit_parent"] {
        for row in rows::begin_parts(tx, id, table, (old, new)).await? {
            act = act.row(table, row);
        }
    }
    Ok(act)
}

/// Writes a contact anew.
///
/// # Errors
/// The actor may not, or the unit has no such contact.
pub async fn change_contact(
    tx: &mut Tx,
    actor: &Actor,
    (id, row): (UnitId, &str),
    draft: &ContactDraft,
) -> Result<(), Failure> {
    known(tx, id, "unit").await?;
    policy::may_describe(actor, id)?;
    if !rows::update_contact(tx, id, row, draft).await? {
        return Err(Refusal::absent().into());
    }
    let act = Act::on("unit.contact", subject(id)).row("unit_contact", row);
    audit::record(tx, actor.who, act).await
}
