//! Looks (ai đã xem): who that does not write a dossier saw what of it.
//!
//! A page says that it was looked at by a line in a file, which takes no turn of the one writer. Within seconds the
//! lines become rows; looks of the same person at the same thing that follow one another soon are one row.

mod fold;
mod journal;
mod store;
mod thing;

use ::store::{Reader, Tx};
use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use serde::{Deserialize, Serialize};

use crate::accounts::{Actor, Grant, Role};
use crate::frame::App;

pub use fold::fold;
pub use store::LookRow;
pub use thing::Thing;

kernel::id_type!(
    /// A look.
    LookId
);

/// A look as it is written down at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Look {
    dossier: String,
    account: AccountId,
    role: String,
    unit: Option<String>,
    thing: Thing,
    part: String,
    at: i64,
}

/// Somebody looks at a thing of a dossier, at a moment. Who writes the dossier may be noted too: no row comes of it.
/// A disk that takes no line is logged and keeps nobody from reading, as with sessions.
pub fn note(app: &App, actor: &Actor, dossier: &str, thing: Thing) {
    note_part(app, actor, (dossier, ""), thing);
}

/// Somebody looks at one file of a dossier.
pub fn note_part(app: &App, actor: &Actor, (dossier, part): (&str, &str), thing: Thing) {
    note_all(app, actor, &[(dossier, part)], thing);
}

/// Somebody takes out many dossiers at once.
pub fn note_many(app: &App, actor: &Actor, dossiers: &[String], thing: Thing) {
    let dossiers: Vec<(&str, &str)> = dossiers.iter().map(|id| (id.as_str(), "")).collect();
    note_all(app, actor, &dossiers, thing);
}

fn note_all(app: &App, actor: &Actor, parts: &[(&str, &str)], thing: Thing) {
    // The operator of the machine has no account; what the command line does is in the ledger.
    let Some(account) = actor.account() else { return };
    let (role, unit) = standing(actor, thing);
    let at = app.store.now().millis();
    let look = |(dossier, part): &(&str, &str)| Look {
        dossier: (*dossier).to_owned(),
        account,
        role: role.clone(),
        unit: unit.clone(),
        thing,
        part: (*part).to_owned(),
        at,
    };
    let looks: Vec<Look> = parts.iter().map(look).collect();
    if let Err(fault) = journal::append(&app.configuration.data, &looks) {
        tracing::error!(%fault, "a look was not noted: {fault}");
    }
}

/// The role in which somebody looks: whoever confirms does so for a unit, a judge for a council, all else is for those
/// who run contests.
fn standing(actor: &Actor, thing: Thing) -> (String, Option<String>) {
    if thing == Thing::Sheet {
        return ("judge".to_owned(), None);
    }
    let place = |grant: &&Grant| match (grant.role, thing) {
        (Role::Coordinator, Thing::Confirmation) => 0,
        (Role::Secretary, _) if grant.unit.is_none() => 1,
        (Role::Secretary, _) => 2,
        (Role::Administrator, _) => 3,
        (Role::Coordinator, _) => 4,
    };
    let grant = actor.grants.iter().min_by_key(place);
    grant.map_or((String::new(), None), |grant| {
        (grant.role.code().to_owned(), grant.unit.map(|unit| unit.to_string()))
    })
}

/// To whom looks are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Those who write the dossier: nothing of what judges look at.
    Authors,
    /// Those who run the contest.
    Office,
}

/// The looks at a dossier, the newest first; how many there are stands beside them.
///
/// # Errors
/// The database is away.
pub async fn of_dossier(
    reader: &Reader,
    dossier: &str,
    (told, range): (Told, (i64, i64)),
) -> Result<(Vec<LookRow>, i64), Fault> {
    let total = store::count(reader, dossier, told).await?;
    Ok((store::of_dossier(reader, dossier, (told, range)).await?, total))
}

/// Forgets the looks at a dossier, which is to go.
///
/// # Errors
/// The database is away.
pub async fn forget_dossier(tx: &mut Tx, dossier: &str) -> Result<(), Failure> {
    store::delete_of(tx, dossier).await
}

/// Forgets looks from before a moment; how many.
///
/// # Errors
/// The database is away.
pub async fn forget_before(tx: &mut Tx, before: Instant) -> Result<i64, Failure> {
    Ok(i64::try_from(store::delete_before(tx, before).await?).map_err(Fault::from)?)
}
