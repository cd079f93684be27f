//! One person's data as a file: ordered by the person, or by an administrator who says why; kept for a week; fetched by
//! who ordered it alone.

use std::path::PathBuf;

use ::store::jobs::{self, NewJob};
use ::store::{Reader, Tx};
use kernel::id::AccountId;
use kernel::{Failure, Fault, Refusal};
use serde_json::json;

use super::ExtractId;
use super::packing::PACK;
use super::store::extracts::{self, ExtractRow};
use crate::accounts::{Actor, people, policy};
use crate::audit::{self, Act};
use crate::contests::typed::lines;
use crate::frame::App;

/// Exports of one person that may be under way at once.
const MOST_UNDER_WAY: i64 = 2;
/// Most letters of a reason.
const REASON: usize = 500;

/// Orders everything that is kept about oneself.
///
/// # Errors
/// The operator has no account; or too many are under way.
pub async fn order_own(tx: &mut Tx, actor: &Actor) -> Result<ExtractId, Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    ordered(tx, actor, (account, account), None).await
}

/// Orders everything that is kept about somebody else, who asked for it.
///
/// # Errors
/// The actor may not, there is no such account, no reason is given, or too many are under way.
pub async fn order_for(
    tx: &mut Tx,
    actor: &Actor,
    account: AccountId,
    reason: &str,
) -> Result<ExtractId, Failure> {
    policy::may_manage(actor)?;
    people::name_of(tx, account).await?;
    let by = actor.account().ok_or_else(Refusal::absent)?;
    let reason = lines(reason, "reason", REASON)?;
    let reason = reason.ok_or_else(|| Refusal::field("reason", "data-reason-missing"))?;
    ordered(tx, actor, (account, by), Some(&reason)).await
}

/// The reason stays out of the ledger, where nothing about people may stand.
async fn ordered(
    tx: &mut Tx,
    actor: &Actor,
    (account, by): (AccountId, AccountId),
    reason: Option<&str>,
) -> Result<ExtractId, Failure> {
    if extracts::under_way(tx, by).await? >= MOST_UNDER_WAY {
        return Err(Refusal::conflict("data-exports-many").into());
    }
    let id = extracts::insert(tx, (account, by), reason).await?;
    let job = NewJob {
        kind: PACK,
        payload: json!({ "export": id.to_string() }).to_string(),
        unique_key: Some(format!("{PACK}/{id}")),
        run_at: tx.at(),
    };
    jobs::enqueue(tx, job).await?;
    let act = Act::on("privacy.export", format!("account/{account}")).note("export", id);
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

/// An export that the actor has ordered; of somebody else's data only while they still look after accounts.
///
/// # Errors
/// For this actor there is none.
pub async fn own(reader: &Reader, actor: &Actor, id: ExtractId) -> Result<ExtractRow, Failure> {
    let by = actor.account().ok_or_else(Refusal::absent)?.to_string();
    let row = extracts::find(reader, id).await?.filter(|row| row.ordered_by == by);
    let row = row.ok_or_else(Refusal::absent)?;
    if row.account_id != by {
        policy::may_manage(actor)?;
    }
    Ok(row)
}

/// Where the file of an export lies.
pub fn place(app: &App, id: ExtractId) -> PathBuf {
    app.configuration.data.join("exports").join(format!("person-{id}.zip"))
}

/// Removes exports that were kept long enough.
///
/// # Errors
/// The database is away, or the disk refuses.
pub async fn sweep(app: &App) -> Result<(), Failure> {
    for row in extracts::over(&app.store, app.store.now()).await? {
        let id: ExtractId = row.id.parse().map_err(Fault::from)?;
        match tokio::fs::remove_file(place(app, id)).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => (),
        }
        let mut tx = app.store.begin().await?;
        extracts::end(&mut tx, id, "swept").await?;
        tx.commit().await?;
    }
    Ok(())
}
