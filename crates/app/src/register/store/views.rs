//! The views that people keep.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::register::ViewId;

/// A view that somebody keeps.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ViewRow {
    /// Id.
    pub id: String,
    /// As its owner calls it.
    pub name: String,
    /// What is looked for.
    pub query: String,
    /// By what it is sorted.
    pub sort: String,
    /// Words of the columns, with commas.
    pub columns: String,
}

/// The views of an account on a contest's book, by name.
pub async fn of_account(
    reader: &Reader,
    contest: ContestId,
    account: AccountId,
) -> Result<Vec<ViewRow>, Fault> {
    let sql = "select id, name, query, sort, columns from dossier_view
        where contest_id = $1 and account_id = $2 order by name, id";
    reader.rows(sql, [contest.to_string().into(), account.to_string().into()]).await
}

/// Keeps a view; one of the same name gives way.
pub async fn keep(
    tx: &mut Tx,
    contest: ContestId,
    account: AccountId,
    (name, query): (&str, &str),
    (sort, columns): (&str, &str),
) -> Result<(), Failure> {
    let sql =
        "insert into dossier_view (id, contest_id, account_id, name, query, sort, columns, kept_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (contest_id, account_id, name) do update set query = excluded.query,
            sort = excluded.sort, columns = excluded.columns, kept_at = excluded.kept_at";
    let values = [
        ViewId::new(tx.at()).to_string().into(),
        contest.to_string().into(),
        account.to_string().into(),
        name.into(),
        query.into(),
        sort.into(),
        columns.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// Whether there was such a view.
pub async fn forget(
    tx: &mut Tx,
    id: ViewId,
    contest: ContestId,
    account: AccountId,
) -> Result<bool, Failure> {
    let sql = "delete from dossier_view where id = $1 and contest_id = $2 and account_id = $3";
    let values = [id.to_string().into(), contest.to_string().into(), account.to_string().into()];
    Ok(tx.run(sql, values).await? == 1)
}
