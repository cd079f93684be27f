//! Units (đơn vị): every body that takes part, through all its names, parents and reorganisations.
//!
//! Nothing is re-labelled: a name, a parent and the unit itself have days. Whoever asks "who was this,
//! who is it now" follows the successions that a reorganisation has written.

mod ask;
mod change;
pub mod draft;
pub mod import;
pub mod kind;
mod kind_of_name;
pub mod lineage;
pub mod pages;
pub mod policy;
pub mod reorganisation;
pub mod sheet;
mod store;

use ::store::{Reader, Tx};
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Refusal};

use crate::accounts::Actor;
use crate::audit::{self, Act};

pub use ask::{
    Found, Kin, Portrait, Search, above, below, by_text, ends_on, gone, is_gone, named,
    named_before, names, origins, portrait, search, today,
};
pub use change::{Facts, change, change_contact};
pub use draft::{Alias, ContactDraft, UnitDraft, UnitName};
pub use kind::Kind;

kernel::id_type!(
    /// A name, parent, alias or contact of a unit.
    PartId
);

/// Founds a unit: writes down that it exists, under which name and parent.
///
/// # Errors
/// The actor may not, the code is taken, or the parent is unknown.
pub async fn found(tx: &mut Tx, actor: &Actor, draft: &UnitDraft) -> Result<UnitId, Failure> {
    may_found_under(tx, actor, draft.parent).await??;
    if let Some(code) = &draft.code
        && store::id_of_code(tx, code).await?.is_some()
    {
        return Err(Refusal::field("code", "unit-code-taken").into());
    }
    let id = UnitId::new(tx.at());
    store::insert_unit(tx, id, draft).await?;
    let name = store::insert_name(tx, id, &draft.name, draft.founded_on).await?;
    let mut act = Act::on("unit.found", subject(id)).row("unit", id).row("unit_name", name);
    if let Some(parent) = draft.parent {
        known(tx, parent, "parent").await?;
        act = act.row("unit_parent", store::insert_parent(tx, id, parent, draft.founded_on).await?);
    }
    for alias in &draft.aliases {
        act = act.row("unit_alias", store::insert_alias(tx, id, alias).await?);
    }
    store::refresh_search(tx, id).await?;
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

/// Whether the actor may found a unit under this one; the outer failure is that of the database.
///
/// # Errors
/// The database is away.
pub async fn may_found_under(
    reader: &Reader,
    actor: &Actor,
    parent: Option<UnitId>,
) -> Result<Result<(), Refusal>, Fault> {
    let mut above: Vec<UnitId> = parent.into_iter().collect();
    if let Some(parent) = parent {
        for id in store::ancestors(reader, parent).await? {
            above.push(id.parse()?);
        }
    }
    Ok(policy::may_found(actor, &above))
}

/// Puts a unit under another from a day on; the earlier parent ends there.
///
/// # Errors
/// The actor may not, the parent is unknown, or the unit would come to stand under itself.
pub async fn move_under(
    tx: &mut Tx,
    actor: &Actor,
    id: UnitId,
    parent: Option<UnitId>,
    from: Day,
) -> Result<(), Failure> {
    policy::may_change(actor)?;
    known(tx, id, "unit").await?;
    if let Some(parent) = parent {
        known(tx, parent, "parent").await?;
        if parent == id || store::ancestors(tx, parent).await?.contains(&id.to_string()) {
            return Err(Refusal::field("parent", "unit-parent-circle").into());
        }
    }
    let mut act = Act::on("unit.move", subject(id));
    for ended in store::end_parents(tx, id, from).await? {
        act = act.row("unit_parent", ended);
    }
    if let Some(parent) = parent {
        act = act.row("unit_parent", store::insert_parent(tx, id, parent, Some(from)).await?);
    }
    audit::record(tx, actor.who, act).await
}

/// Adds a shorter or older way to write a unit's name.
///
/// # Errors
/// The actor may not, or the unit has it already.
pub async fn add_alias(
    tx: &mut Tx,
    actor: &Actor,
    id: UnitId,
    alias: &Alias,
) -> Result<(), Failure> {
    known(tx, id, "unit").await?;
    policy::may_describe(actor, id)?;
    if store::has_alias(tx, id, alias).await? {
        return Err(Refusal::field("alias", "unit-alias-taken").into());
    }
    let row = store::insert_alias(tx, id, alias).await?;
    store::refresh_search(tx, id).await?;
    let act = Act::on("unit.alias", subject(id)).row("unit_alias", row);
    audit::record(tx, actor.who, act).await
}

/// Adds whom to call.
///
/// # Errors
/// The actor may not.
pub async fn add_contact(
    tx: &mut Tx,
    actor: &Actor,
    id: UnitId,
    draft: &ContactDraft,
) -> Result<(), Failure> {
    known(tx, id, "unit").await?;
    policy::may_describe(actor, id)?;
    let row = store::insert_contact(tx, id, draft).await?;
    let act = Act::on("unit.contact", subject(id)).row("unit_contact", row);
    audit::record(tx, actor.who, act).await
}

/// Takes away an alias or a contact.
///
/// # Errors
/// The actor may not, or the unit has no such part.
pub async fn remove_part(
    tx: &mut Tx,
    actor: &Actor,
    id: UnitId,
    part: Part,
) -> Result<(), Failure> {
    known(tx, id, "unit").await?;
    policy::may_describe(actor, id)?;
    let (table, row) = match &part {
        Part::Alias(row) => ("unit_alias", row),
        Part::Contact(row) => ("unit_contact", row),
    };
    let row: PartId = row.parse().map_err(|_| Refusal::absent())?;
    if !store::delete_part(tx, table, id, &row.to_string()).await? {
        return Err(Refusal::absent().into());
    }
    store::refresh_search(tx, id).await?;
    let act = Act::on("unit.remove-part", subject(id)).row(table, row);
    audit::record(tx, actor.who, act).await
}

/// What can be taken away from a unit.
#[derive(Debug, Clone)]
pub enum Part {
    /// An alias, by its id.
    Alias(String),
    /// A contact, by its id.
    Contact(String),
}

/// The unit that a text names: its id, its code, or its whole name on the day; nothing for no text.
///
/// # Errors
/// No unit is meant, or several are.
pub async fn resolve(
    reader: &Reader,
    typed: &str,
    field: &'static str,
    day: Day,
) -> Result<Option<UnitId>, Failure> {
    let typed = kernel::text::clean(typed);
    if typed.is_empty() {
        return Ok(None);
    }
    if let Ok(id) = typed.parse() {
        return Ok(Some(id));
    }
    let found = store::named(reader, &typed, day).await?;
    match &found[..] {
        [] => Err(Refusal::field(field, "unit-unknown").into()),
        [id] => Ok(Some(id.parse()?)),
        _ => Err(Refusal::field(field, "unit-name-shared").into()),
    }
}

/// How many units there are on a day.
///
/// # Errors
/// The database is away.
pub async fn count_living(reader: &Reader, day: Day) -> Result<i64, Fault> {
    store::count_living(reader, day).await
}

/// How many reorganisations are written down.
///
/// # Errors
/// The database is away.
pub async fn count_reorganisations(reader: &Reader) -> Result<i64, Fault> {
    store::count_reorganisations(reader).await
}

/// How the ledger names a unit.
pub(crate) fn subject(id: UnitId) -> String {
    format!("unit/{id}")
}

async fn known(tx: &Tx, id: UnitId, field: &'static str) -> Result<(), Failure> {
    match store::exists(tx, id).await? {
        true => Ok(()),
        false if field == "unit" => Err(Refusal::absent().into()),
        false => Err(Refusal::field(field, "unit-unknown").into()),
    }
}
