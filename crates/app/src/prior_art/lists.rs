//! Lists of earlier solutions: brought, accepted, withdrawn; and dossiers, which join one by one.

use ::store::Tx;
use ::store::jobs::{self, NewJob};
use kernel::id::UnitId;
use kernel::{Failure, Refusal};

use super::store::{self as rows, DossierText, feed, lists};
use super::{ListId, READ, Source, policy};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::files::{self, Kept};

/// Takes in a list whose file is kept, and has it read.
///
/// # Errors
/// The actor may not bring lists of this unit.
pub async fn bring(
    tx: &mut Tx,
    actor: &Actor,
    (kept, name): (&Kept, &str),
    (source, unit): (Source, Option<UnitId>),
) -> Result<ListId, Failure> {
    policy::may_bring(actor, unit)?;
    let id = ListId::new(tx.at());
    let act = files::note(tx, kept, Act::on("prior.bring", subject(id))).await?;
    lists::insert(tx, id, (kept, name), (source, unit), actor.account()).await?;
    audit::record(tx, actor.who, act.row("earlier_import", id)).await?;
    let payload = serde_json::json!({ "list": id }).to_string();
    let key = Some(format!("{READ}/{id}"));
    let job = NewJob { kind: READ, payload, unique_key: key, run_at: tx.at() };
    jobs::enqueue(tx, job).await?;
    Ok(id)
}

/// What is done with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its solutions count from now on.
    Accept,
    /// They do not count any more, or never did.
    Withdraw,
}

/// Accepts a list without a wrong row, or withdraws one.
///
/// # Errors
/// The actor may not, or the list is not at that point.
pub async fn decide(tx: &mut Tx, actor: &Actor, id: ListId, step: Step) -> Result<(), Failure> {
    let list = lists::find(tx, id).await?.ok_or_else(Refusal::absent)?;
    policy::may_bring(actor, list.unit()?).map_err(|_| Refusal::absent())?;
    let (act, state) = match (step, list.state.as_str()) {
        (Step::Accept, "read") if list.is_whole() => {
            (Act::on("prior.accept", subject(id)), "accepted")
        }
        (Step::Withdraw, "read" | "accepted") => {
            (Act::on("prior.withdraw", subject(id)), "withdrawn")
        }
        _ => {
            let refusal = Refusal::conflict("prior-list-not-now");
            return Err(refusal.way_out("way-list", way(id)).into());
        }
    };
    lists::set_state(tx, id, state, actor.account()).await?;
    feed::list_changed(tx, id).await?;
    let act = act.row("earlier_import", id).note("rows", list.new_rows());
    audit::record(tx, actor.who, act).await
}

/// Puts a dossier among the earlier solutions, or its newer text in the place of the older one.
///
/// # Errors
/// The database is away.
pub async fn put_dossier(tx: &mut Tx, dossier: &DossierText) -> Result<(), Failure> {
    let id = rows::put_dossier(tx, dossier).await?;
    feed::solution_changed(tx, id).await
}

fn way(id: ListId) -> String {
    format!("/prior-art/lists/{id}")
}

/// How the ledger names a list.
fn subject(id: ListId) -> String {
    format!("prior-list/{id}")
}
