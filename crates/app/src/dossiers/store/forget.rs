//! What goes of dossiers when its time is over.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::dossiers::DossierId;

/// How many dossiers of a contest there are.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CountRow {
    /// The contest.
    pub contest_id: String,
    /// How many.
    pub dossiers: i64,
}

/// A dossier that was never handed in and of which nothing came on paper.
const DRAFT: &str = "d.number is null and d.state = 'draft'
    and not exists (select 1 from dossier_arrival r where r.dossier_id = d.id)";

/// How many dossiers of each contest were never handed in.
pub async fn drafts_by_contest(reader: &Reader) -> Result<Vec<CountRow>, Fault> {
    let sql = format!(
        "select d.contest_id, count(*) as dossiers from dossier d where {DRAFT}
         group by d.contest_id order by d.contest_id"
    );
    reader.rows(&sql, []).await
}

/// How many dossiers of each contest were handed in.
pub async fn handed_in_by_contest(reader: &Reader) -> Result<Vec<CountRow>, Fault> {
    let sql = "select d.contest_id, count(*) as dossiers from dossier d where d.number is not null
        group by d.contest_id order by d.contest_id";
    reader.rows(sql, []).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

async fn ids(reader: &Reader, sql: &str, key: String) -> Result<Vec<String>, Fault> {
    let rows: Vec<IdRow> = reader.rows(sql, [key.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The dossiers of a contest that were never handed in.
pub async fn drafts(reader: &Reader, contest: ContestId) -> Result<Vec<DossierId>, Fault> {
    let sql =
        format!("select d.id from dossier d where d.contest_id = $1 and {DRAFT} order by d.id");
    let found = ids(reader, &sql, contest.to_string()).await?;
    found.iter().map(|id| Ok(id.parse()?)).collect()
}

/// The dossiers of a contest that were handed in.
pub async fn numbered(reader: &Reader, contest: ContestId) -> Result<Vec<DossierId>, Fault> {
    let sql = "select id from dossier where contest_id = $1 and number is not null order by number";
    let found = ids(reader, sql, contest.to_string()).await?;
    found.iter().map(|id| Ok(id.parse()?)).collect()
}

/// Protected tables that hold rows of a draft, those that others point to last.
pub const OF_A_DRAFT: [&str; 5] = [
    "dossier_agreement",
    "dossier_invitation",
    "dossier_confirmation",
    "dossier_event",
    "dossier_member",
];

/// Open tables that hold rows of a draft.
const NOTED_OF_A_DRAFT: [&str; 5] =
    ["dossier_part", "dossier_file", "dossier_need", "dossier_sign", "dossier_search"];

/// The keys of a dossier's rows in a table.
pub async fn rows_of(reader: &Reader, table: &str, id: DossierId) -> Result<Vec<String>, Fault> {
    let sql = format!("select id from {table} where dossier_id = $1 order by id");
    ids(reader, &sql, id.to_string()).await
}

/// Dossiers that began with this one.
pub async fn copies(reader: &Reader, id: DossierId) -> Result<Vec<String>, Fault> {
    ids(reader, "select id from dossier where copied_from = $1 order by id", id.to_string()).await
}

/// Deletes a draft with everything that belongs to it.
pub async fn delete_draft(tx: &mut Tx, id: DossierId) -> Result<(), Failure> {
    for table in NOTED_OF_A_DRAFT.iter().chain(&OF_A_DRAFT) {
        let sql = format!("delete from {table} where dossier_id = $1");
        tx.run(&sql, [id.to_string().into()]).await?;
    }
    let sql = "update dossier set copied_from = null where copied_from = $1";
    tx.run(sql, [id.to_string().into()]).await?;
    tx.run("delete from dossier where id = $1", [id.to_string().into()]).await.map(drop)
}

/// A version that was blanked in part.
pub async fn blank_version(tx: &mut Tx, id: &str, body: &str) -> Result<(), Failure> {
    let sql = "update dossier_version set body = $2, blanked_at = $3 where id = $1";
    tx.run(sql, [id.into(), body.into(), tx.at().millis().into()]).await.map(drop)
}

/// A page that was blanked in part; who has it open finds it as it was to them.
pub async fn blank_part(tx: &mut Tx, id: DossierId, step: &str, body: &str) -> Result<(), Failure> {
    let sql = "update dossier_part set body = $3 where dossier_id = $1 and step = $2";
    tx.run(sql, [id.to_string().into(), step.into(), body.into()]).await.map(drop)
}

/// Forgets by what the same person was found in two dossiers of a contest.
pub async fn forget_signs(tx: &mut Tx, contest: ContestId) -> Result<(), Failure> {
    let sql = "delete from dossier_sign where contest_id = $1";
    tx.run(sql, [contest.to_string().into()]).await.map(drop)
}

/// The dossiers that somebody writes, in the order in which they began to.
pub async fn of_member(reader: &Reader, account: AccountId) -> Result<Vec<String>, Fault> {
    let sql = "select dossier_id as id from dossier_member
        where account_id = $1 and left_at is null order by added_at, id";
    ids(reader, sql, account.to_string()).await
}

/// Deletes the files of one part of the checklist; how many.
pub async fn delete_files(tx: &mut Tx, id: DossierId, item: &str) -> Result<u64, Failure> {
    let sql = "delete from dossier_file where dossier_id = $1 and item_key = $2";
    tx.run(sql, [id.to_string().into(), item.into()]).await
}

/// The drafts of which an account is the only member.
pub async fn lone_drafts(reader: &Reader, account: AccountId) -> Result<Vec<DossierId>, Fault> {
    let sql = format!(
        "select d.id from dossier d join dossier_member m on m.dossier_id = d.id
         where m.account_id = $1 and m.left_at is null and {DRAFT}
            and not exists (select 1 from dossier_member o where o.dossier_id = d.id
                and o.account_id <> $1 and o.left_at is null) order by d.id"
    );
    let found = ids(reader, &sql, account.to_string()).await?;
    found.iter().map(|id| Ok(id.parse()?)).collect()
}

/// The digest of a version becomes that of what is left of it.
pub async fn set_digest(tx: &mut Tx, id: &str, digest: &str) -> Result<(), Failure> {
    let sql = "update dossier_version set digest = $2 where id = $1";
    tx.run(sql, [id.into(), digest.into()]).await.map(drop)
}

/// Forgets by what one author was found in two dossiers.
pub async fn forget_signs_of(tx: &mut Tx, id: DossierId, author: &str) -> Result<(), Failure> {
    let sql = "delete from dossier_sign where dossier_id = $1 and author_key = $2";
    tx.run(sql, [id.to_string().into(), author.into()]).await.map(drop)
}
