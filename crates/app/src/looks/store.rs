//! The only SQL on looks.

use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::{Look, LookId, Told};

/// A look, or several that followed one another soon.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LookRow {
    /// Name of who looked.
    pub name: String,
    /// Word of the role; may be empty.
    pub role: String,
    /// Name of the unit at which they hold it; nothing: for the installation.
    pub unit: Option<String>,
    /// Word of what they looked at.
    pub thing: String,
    /// Name of the file.
    pub file: Option<String>,
    /// When, for the last time.
    pub last_at: i64,
    /// How often.
    pub count: i64,
}

pub async fn of_dossier(
    reader: &Reader,
    dossier: &str,
    (told, (limit, offset)): (Told, (i64, i64)),
) -> Result<Vec<LookRow>, Fault> {
    let sql = "select a.name, l.role, l.thing, f.name as file, l.last_at, l.count,
            (select n.name from unit_name n where n.unit_id = l.unit_id
             order by n.from_day desc nulls last, n.id desc limit 1) as unit
        from look l join account a on a.id = l.account_id
            left join dossier_file f on f.id = l.part
        where l.dossier_id = $1 and ($4 or l.thing <> 'sheet')
        order by l.last_at desc, l.id desc limit $2 offset $3";
    let all = told == Told::Office;
    reader.rows(sql, [dossier.into(), limit.into(), offset.into(), all.into()]).await
}

pub async fn count(reader: &Reader, dossier: &str, told: Told) -> Result<i64, Fault> {
    let sql = "select count(*) from look where dossier_id = $1 and ($2 or thing <> 'sheet')";
    reader.number(sql, [dossier.into(), (told == Told::Office).into()]).await
}

/// The last look of the same person at the same thing.
#[derive(FromQueryResult)]
pub struct LastRow {
    pub id: String,
    pub last_at: i64,
}

pub async fn last(reader: &Reader, look: &Look) -> Result<Option<LastRow>, Fault> {
    let sql = "select id, last_at from look
        where dossier_id = $1 and account_id = $2 and thing = $3 and part = $4
        order by last_at desc limit 1";
    let values = [
        look.dossier.clone().into(),
        look.account.to_string().into(),
        look.thing.code().into(),
        look.part.clone().into(),
    ];
    reader.maybe(sql, values).await
}

pub async fn again(tx: &mut Tx, id: &str, at: i64) -> Result<(), Failure> {
    let sql = "update look set last_at = $2, count = count + 1 where id = $1";
    tx.run(sql, [id.into(), at.into()]).await.map(drop)
}

/// Writes a look down, unless the dossier is gone or who looks writes it.
pub async fn insert(tx: &mut Tx, look: &Look) -> Result<(), Failure> {
    let sql = "insert into look (id, dossier_id, account_id, role, unit_id, thing, part, first_at,
            last_at, count)
        select $1, d.id, a.id, $4, $5, $6, $7, $8, $8, 1 from dossier d, account a
        where d.id = $2 and a.id = $3 and not exists (select 1 from dossier_member m
            where m.dossier_id = d.id and m.account_id = a.id and m.left_at is null)";
    let values = [
        LookId::new(Instant::from_millis(look.at)).to_string().into(),
        look.dossier.clone().into(),
        look.account.to_string().into(),
        look.role.clone().into(),
        look.unit.clone().into(),
        look.thing.code().into(),
        look.part.clone().into(),
        look.at.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn delete_of(tx: &mut Tx, dossier: &str) -> Result<(), Failure> {
    tx.run("delete from look where dossier_id = $1", [dossier.into()]).await.map(drop)
}

pub async fn delete_before(tx: &mut Tx, before: Instant) -> Result<u64, Failure> {
    tx.run("delete from look where last_at < $1", [before.millis().into()]).await
}
