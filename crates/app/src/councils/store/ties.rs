//! What stands against judging: ties that were declared, and what people and dossiers have in common.

use kernel::id::{AccountId, ContestId, UnitId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::councils::{CouncilId, PartId};
use crate::dossiers::DossierId;

/// A tie as it was declared.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TieRow {
    /// Id.
    pub id: String,
    /// Of which member.
    pub member_id: String,
    /// Word of its kind.
    pub kind: String,
    /// The unit.
    pub unit_id: Option<String>,
    /// The relative.
    pub name: Option<String>,
    /// The dossier.
    pub dossier_id: Option<String>,
    /// Its number.
    pub number: Option<i64>,
    /// In words.
    pub reason: String,
    /// When it was taken back.
    pub ended_at: Option<i64>,
}

const COLUMNS: &str = "t.id, t.member_id, t.kind, t.unit_id, t.name, t.dossier_id, d.number, \
    t.reason, t.ended_at";
const TABLES: &str = "council_tie t join council_member m on m.id = t.member_id \
    left join dossier d on d.id = t.dossier_id";

/// Every tie of a council, those that were taken back too.
pub async fn ties(reader: &Reader, id: CouncilId) -> Result<Vec<TieRow>, Fault> {
    let sql = format!("select {COLUMNS} from {TABLES} where m.council_id = $1 order by t.id");
    reader.rows(&sql, [id.to_string().into()]).await
}

pub async fn tie(reader: &Reader, id: CouncilId, part: PartId) -> Result<Option<TieRow>, Fault> {
    let sql = format!("select {COLUMNS} from {TABLES} where m.council_id = $1 and t.id = $2");
    reader.maybe(&sql, [id.to_string().into(), part.to_string().into()]).await
}

/// A tie that is to be written.
#[derive(Debug, Clone)]
pub struct NewTieRow<'t> {
    /// Word of its kind.
    pub kind: &'static str,
    /// The unit.
    pub unit: Option<UnitId>,
    /// The relative.
    pub name: Option<&'t str>,
    /// The dossier.
    pub dossier: Option<DossierId>,
    /// In words.
    pub reason: &'t str,
}

pub async fn insert_tie(
    tx: &mut Tx,
    member: &str,
    new: NewTieRow<'_>,
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into council_tie (id, member_id, kind, unit_id, name, dossier_id, reason,
            declared_by, declared_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        member.into(),
        new.kind.into(),
        new.unit.map(|id| id.to_string()).into(),
        new.name.map(str::to_owned).into(),
        new.dossier.map(|id| id.to_string()).into(),
        new.reason.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

pub async fn end_tie(
    tx: &mut Tx,
    tie: &str,
    reason: &str,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql =
        "update council_tie set ended_at = $2, ended_by = $3, ended_reason = $4 where id = $1";
    let values =
        [tie.into(), tx.at().millis().into(), by.map(|id| id.to_string()).into(), reason.into()];
    tx.run(sql, values).await.map(drop)
}

/// An author of a dossier.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AuthorRow {
    /// Of which dossier.
    pub dossier_id: String,
    /// What tells them: an account, or names in lower case without marks, one on each line.
    pub who: String,
}

/// The accounts that entered the dossiers of a contest, or one of them.
pub async fn own_accounts(
    reader: &Reader,
    (contest, dossier): (ContestId, Option<&str>),
) -> Result<Vec<AuthorRow>, Fault> {
    let sql = "select d.id as dossier_id, m.account_id as who
        from dossier d join dossier_member m on m.dossier_id = d.id
        where d.contest_id = $1 and ($2 = '' or d.id = $2) and d.number is not null
            and m.role in ('owner', 'author')
        order by d.id, m.account_id";
    let values = [contest.to_string().into(), dossier.unwrap_or_default().into()];
    reader.rows(sql, values).await
}

/// The names of the authors of the dossiers of a contest, or of one of them.
pub async fn author_names(
    reader: &Reader,
    (contest, dossier): (ContestId, Option<&str>),
) -> Result<Vec<AuthorRow>, Fault> {
    let sql = "select dossier_id, people_folded as who from dossier_search
        where contest_id = $1 and ($2 = '' or dossier_id = $2) order by dossier_id";
    let values = [contest.to_string().into(), dossier.unwrap_or_default().into()];
    reader.rows(sql, values).await
}

/// What tells the authors of the dossiers of a contest, or of one of them.
pub async fn digests(
    reader: &Reader,
    (contest, dossier): (ContestId, Option<&str>),
) -> Result<Vec<AuthorRow>, Fault> {
    let sql = "select dossier_id, digest as who from dossier_sign
        where contest_id = $1 and ($2 = '' or dossier_id = $2) order by dossier_id, digest";
    let values = [contest.to_string().into(), dossier.unwrap_or_default().into()];
    reader.rows(sql, values).await
}

/// Who entered a dossier together with an account or with somebody of a sign, in whatever contest: accounts
/// and signs.
pub async fn beside(
    reader: &Reader,
    (account, sign): (&str, &str),
) -> Result<Vec<AuthorRow>, Fault> {
    let sql = "with theirs (id) as (
            select dossier_id from dossier_member
            where account_id = $1 and role in ('owner', 'author')
            union select dossier_id from dossier_sign where digest = $2)
        select m.dossier_id, m.account_id as who
        from theirs t join dossier_member m on m.dossier_id = t.id
        where m.account_id <> $1 and m.role in ('owner', 'author')
        union
        select s.dossier_id, s.digest as who
        from theirs t join dossier_sign s on s.dossier_id = t.id
        where s.digest <> $2
        order by 1, 2";
    reader.rows(sql, [account.into(), sign.into()]).await
}
