//! What was ordered from the book as one file.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::register::ExportId;

/// An export.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ExportRow {
    /// Id.
    pub id: String,
    /// Of which contest.
    pub contest_id: String,
    /// Who asked.
    pub account_id: String,
    /// What was looked for.
    pub query: String,
    /// In which order.
    pub sort: String,
    /// How the folders are named.
    pub naming: String,
    /// Word of the state.
    pub state: String,
    /// How many dossiers there were when it was asked for.
    pub dossiers: i64,
    /// How many are in it.
    pub packed: i64,
    /// How large it is.
    pub bytes: i64,
    /// When it was asked for.
    pub asked_at: i64,
    /// Until when it is kept.
    pub ends_at: Option<i64>,
}

const EXPORT: &str =
    "select id, contest_id, account_id, query, sort, naming, state, dossiers, packed,
        bytes, asked_at, ends_at from dossier_export";

/// The export, whoever asked for it.
pub async fn find(reader: &Reader, id: ExportId) -> Result<Option<ExportRow>, Fault> {
    reader.maybe(&format!("{EXPORT} where id = $1"), [id.to_string().into()]).await
}

/// The exports of an account from a contest's book, the newest first.
pub async fn of_account(
    reader: &Reader,
    contest: ContestId,
    account: AccountId,
    most: i64,
) -> Result<Vec<ExportRow>, Fault> {
    let sql = format!(
        "{EXPORT} where contest_id = $1 and account_id = $2 order by asked_at desc, id desc limit $3"
    );
    let values: [Value; 3] = [contest.to_string().into(), account.to_string().into(), most.into()];
    reader.rows(&sql, values).await
}

/// How many exports of an account are under way.
pub async fn under_way(reader: &Reader, account: AccountId) -> Result<i64, Fault> {
    let sql = "select count(*) from dossier_export
        where account_id = $1 and state in ('waiting', 'packing')";
    reader.number(sql, [account.to_string().into()]).await
}

/// An export that is to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewExport<'e> {
    /// What is looked for.
    pub query: &'e str,
    /// In which order.
    pub sort: &'e str,
    /// How the folders are named.
    pub naming: &'e str,
    /// How many dossiers there are.
    pub dossiers: i64,
}

pub async fn insert(
    tx: &mut Tx,
    contest: ContestId,
    account: AccountId,
    new: NewExport<'_>,
) -> Result<ExportId, Failure> {
    let sql = "insert into dossier_export (id, contest_id, account_id, query, sort, naming, state,
            dossiers, packed, bytes, asked_at) values ($1, $2, $3, $4, $5, $6, 'waiting', $7, 0, 0, $8)";
    let id = ExportId::new(tx.at());
    let values: [Value; 8] = [
        id.to_string().into(),
        contest.to_string().into(),
        account.to_string().into(),
        new.query.into(),
        new.sort.into(),
        new.naming.into(),
        new.dossiers.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Writes down how far an export is; answers whether anybody still wants it.
pub async fn is_packed(tx: &mut Tx, id: ExportId, packed: i64) -> Result<bool, Failure> {
    let sql = "update dossier_export set state = 'packing', packed = $2
        where id = $1 and state in ('waiting', 'packing')";
    Ok(tx.run(sql, [id.to_string().into(), packed.into()]).await? == 1)
}

/// Writes down that an export is whole; answers whether anybody still wants it.
pub async fn is_ready(
    tx: &mut Tx,
    id: ExportId,
    (packed, bytes): (i64, i64),
    ends: Instant,
) -> Result<bool, Failure> {
    let sql = "update dossier_export set state = 'ready', packed = $2, bytes = $3, ready_at = $4,
            ends_at = $5 where id = $1 and state in ('waiting', 'packing')";
    let values: [Value; 5] = [
        id.to_string().into(),
        packed.into(),
        bytes.into(),
        tx.at().millis().into(),
        ends.millis().into(),
    ];
    Ok(tx.run(sql, values).await? == 1)
}

/// Writes down that an export comes to nothing, or is no longer there.
pub async fn end(tx: &mut Tx, id: ExportId, state: &str) -> Result<(), Failure> {
    let sql = "update dossier_export set state = $2, ends_at = $3
        where id = $1 and state in ('waiting', 'packing', 'ready')";
    let at = tx.at().millis();
    tx.run(sql, [id.to_string().into(), state.into(), at.into()]).await.map(drop)
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// Exports that have been kept long enough.
pub async fn over(reader: &Reader, at: Instant) -> Result<Vec<String>, Fault> {
    let sql = "select id from dossier_export where state = 'ready' and ends_at <= $1";
    let rows: Vec<IdRow> = reader.rows(sql, [at.millis().into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Forgets exports whose file has gone, of before a moment; how many.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64, Failure> {
    let sql = "delete from dossier_export
        where state in ('swept', 'cancelled', 'failed') and asked_at < $1";
    tx.run(sql, [before.millis().into()]).await
}
