//! The only SQL on the tables of units: here one unit and its parts.

mod batch;
mod lineage;
mod list;
mod parts;
mod reorganisation;

use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::draft::{UnitDraft, UnitName};
use super::{Kind, PartId};

pub use batch::{ImportRows, KnownUnit, insert_many, known_aliases, known_parents, known_units};
pub use lineage::{LinkRow, StepRow, gone, links_around, links_of, steps_backward, steps_forward};
use list::LINE;
pub use list::{
    Filter, FormerName, Order, UnitLine, children, count, descendants, former_names, lines, list,
    named, named_before,
};
pub use parts::{
    AliasRow, ContactRow, aliases, contact, contacts, delete_part, has_alias, insert_alias,
    insert_contact, update_contact,
};
pub use reorganisation::{
    OrphanRow, ReorganisationLine, StandingRow, abolish, correct_name, end_name,
    insert_reorganisation, insert_succession, orphans, parent_on, reorganisation, reorganisations,
    standing,
};

pub async fn count_living(reader: &Reader, day: Day) -> Result<i64, Fault> {
    let sql = "select count(*) from unit where (founded_on is null or founded_on <= $1)
        and (abolished_on is null or abolished_on > $1)";
    reader.number(sql, [day.to_string().into()]).await
}

pub async fn find(reader: &Reader, id: UnitId, day: Day) -> Result<Option<UnitLine>, Fault> {
    let sql = format!("{LINE} where u.id = $2");
    let found: Option<UnitLine> =
        reader.maybe(&sql, [day.to_string().into(), id.to_string().into()]).await?;
    match found {
        Some(line) => Ok(Some(line)),
        None => find_future(reader, id).await,
    }
}

/// A unit whose first name only begins after the day that was asked for.
async fn find_future(reader: &Reader, id: UnitId) -> Result<Option<UnitLine>, Fault> {
    let sql = "select u.id, u.kind, u.code, n.name, null as parent_id, null as parent_name,
            u.founded_on, u.abolished_on
        from unit u join unit_name n on n.unit_id = u.id
        where u.id = $1 order by n.from_day nulls first limit 1";
    reader.maybe(sql, [id.to_string().into()]).await
}

pub async fn exists(reader: &Reader, id: UnitId) -> Result<bool, Fault> {
    let sql = "select count(*) from unit where id = $1";
    Ok(reader.number(sql, [id.to_string().into()]).await? == 1)
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

pub async fn id_of_code(reader: &Reader, code: &str) -> Result<Option<UnitId>, Fault> {
    let sql = "select id from unit where code = $1";
    let row: Option<IdRow> = reader.maybe(sql, [code.into()]).await?;
    Ok(row.map(|row| row.id.parse()).transpose()?)
}

pub async fn kind_of(reader: &Reader, id: UnitId) -> Result<Kind, Failure> {
    let sql = "select kind as id from unit where id = $1";
    let row: Option<IdRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    let row = row.ok_or_else(kernel::Refusal::absent)?;
    Ok(row.id.parse()?)
}

pub async fn founded_on(reader: &Reader, id: UnitId) -> Result<Option<Day>, Failure> {
    let sql = "select founded_on as id from unit where id = $1 and founded_on is not null";
    let row: Option<IdRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.map(|row| row.id.parse()).transpose()?)
}

/// The first day on which a unit is no more, where it ends.
pub async fn abolished_on(reader: &Reader, id: UnitId) -> Result<Option<Day>, Fault> {
    let sql = "select abolished_on as id from unit where id = $1 and abolished_on is not null";
    let row: Option<IdRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.map(|row| row.id.parse()).transpose()?)
}

/// Writes what a unit is found by anew, from its names, aliases and code.
pub async fn refresh_search(tx: &mut Tx, id: UnitId) -> Result<(), Failure> {
    let sql = "select code as id from unit where id = $1 and code is not null";
    let code: Option<IdRow> = tx.maybe(sql, [id.to_string().into()]).await?;
    let code = code.map(|row| text::fold(&row.id)).unwrap_or_default();
    let sql = "insert into unit_search
            (unit_id, folded, sort_key, kind, founded_on, abolished_on)
        select u.id, (select string_agg(part.folded, '|') from (
                select folded from unit_name where unit_id = $1
                union select folded from unit_alias where unit_id = $1
                union select cast($2 as text)) part),
            n.sort_key, u.kind, u.founded_on, u.abolished_on
        from unit u join unit_name n on n.unit_id = u.id and n.until_day is null
        where u.id = $1
        on conflict (unit_id) do update set folded = excluded.folded,
            sort_key = excluded.sort_key, kind = excluded.kind,
            founded_on = excluded.founded_on, abolished_on = excluded.abolished_on";
    tx.run(sql, [id.to_string().into(), code.into()]).await.map(drop)
}

/// Ids of everything above a unit, by the parents that have not ended.
pub async fn ancestors(reader: &Reader, id: UnitId) -> Result<Vec<String>, Fault> {
    let sql = "with recursive above (id, steps) as (
            select parent_id, 1 from unit_parent where unit_id = $1 and until_day is null
            union all
            select p.parent_id, above.steps + 1
            from above join unit_parent p on p.unit_id = above.id and p.until_day is null
            where above.steps < 50)
        select distinct id from above";
    let rows: Vec<IdRow> = reader.rows(sql, [id.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// A name with its days.
#[derive(Debug, Clone, FromQueryResult)]
pub struct NameRow {
    pub name: String,
    pub from_day: Option<String>,
    pub until_day: Option<String>,
}

pub async fn names(reader: &Reader, id: UnitId) -> Result<Vec<NameRow>, Fault> {
    let sql = "select name, from_day, until_day from unit_name where unit_id = $1
        order by from_day desc nulls last";
    reader.rows(sql, [id.to_string().into()]).await
}

/// A parent with its days.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ParentRow {
    pub parent_id: String,
    pub name: String,
    pub from_day: Option<String>,
    pub until_day: Option<String>,
}

pub async fn parents(reader: &Reader, id: UnitId) -> Result<Vec<ParentRow>, Fault> {
    let sql = "select p.parent_id, n.name, p.from_day, p.until_day from unit_parent p
        join unit_name n on n.unit_id = p.parent_id
            and (n.until_day is null or p.from_day is null or n.until_day > p.from_day)
            and (n.from_day is null or p.until_day is null or n.from_day < p.until_day)
        where p.unit_id = $1 order by p.from_day desc nulls last, n.from_day desc nulls last";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_unit(tx: &mut Tx, id: UnitId, draft: &UnitDraft) -> Result<(), Failure> {
    let sql = "insert into unit (id, kind, code, place, founded_on, created_at)
        values ($1, $2, $3, $4, $5, $6)";
    let values = [
        id.to_string().into(),
        draft.kind.code().into(),
        draft.code.clone().into(),
        draft.place.clone().into(),
        draft.founded_on.map(|day| day.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn insert_name(
    tx: &mut Tx,
    id: UnitId,
    name: &UnitName,
    from: Option<Day>,
) -> Result<PartId, Failure> {
    let row = PartId::new(tx.at());
    let sql = "insert into unit_name (id, unit_id, name, folded, sort_key, from_day)
        values ($1, $2, $3, $4, $5, $6)";
    let values = [
        row.to_string().into(),
        id.to_string().into(),
        name.as_str().into(),
        text::fold(name.as_str()).into(),
        text::sort_key(name.as_str()).into(),
        from.map(|day| day.to_string()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(row)
}

pub async fn insert_parent(
    tx: &mut Tx,
    id: UnitId,
    parent: UnitId,
    from: Option<Day>,
) -> Result<PartId, Failure> {
    let row = PartId::new(tx.at());
    let sql = "insert into unit_parent (id, unit_id, parent_id, from_day) values ($1, $2, $3, $4)";
    let values = [
        row.to_string().into(),
        id.to_string().into(),
        parent.to_string().into(),
        from.map(|day| day.to_string()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(row)
}

/// Ends the parents of a unit that reach past a day, and answers with the rows that changed.
pub async fn end_parents(tx: &mut Tx, id: UnitId, day: Day) -> Result<Vec<String>, Failure> {
    let open = "unit_id = $1 and (until_day is null or until_day > $2)";
    let values = || [Value::from(id.to_string()), day.to_string().into()];
    let sql = format!("select id from unit_parent where {open}");
    let rows: Vec<IdRow> = tx.rows(&sql, values()).await?;
    tx.run(&format!("update unit_parent set until_day = $2 where {open}"), values()).await?;
    tx.run(
        "delete from unit_parent where unit_id = $1 and from_day >= until_day",
        [id.to_string().into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub async fn set_kind(tx: &mut Tx, id: UnitId, kind: Kind) -> Result<(), Failure> {
    let sql = "update unit set kind = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), kind.code().into()]).await.map(drop)
}

/// Writes kind, code and first day of a unit anew.
pub async fn update_unit(
    tx: &mut Tx,
    id: UnitId,
    (kind, code, founded_on): (Kind, Option<&str>, Option<Day>),
) -> Result<(), Failure> {
    let sql = "update unit set kind = $2, code = $3, founded_on = $4 where id = $1";
    let values = [
        id.to_string().into(),
        kind.code().into(),
        code.map(str::to_owned).into(),
        founded_on.map(|day| day.to_string()).into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// Moves the beginning of a unit's first name and first parent, and answers with their rows.
pub async fn begin_parts(
    tx: &mut Tx,
    id: UnitId,
    table: &'static str,
    (old, new): (Option<Day>, Option<Day>),
) -> Result<Vec<String>, Failure> {
    let same = "unit_id = $1 and coalesce(from_day, '') = $2";
    let old = old.map(|day| day.to_string()).unwrap_or_default();
    let values = || [Value::from(id.to_string()), old.clone().into()];
    let rows: Vec<IdRow> =
        tx.rows(&format!("select id from {table} where {same}"), values()).await?;
    let values = values().into_iter().chain([new.map(|day| day.to_string()).into()]);
    tx.run(&format!("update {table} set from_day = $3 where {same}"), values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The earliest day on which something about a unit changed after it was founded.
pub async fn first_change(reader: &Reader, id: UnitId) -> Result<Option<Day>, Failure> {
    let sql = "select min(day) as id from (
            select until_day as day from unit_name where unit_id = $1
            union all select until_day from unit_parent where unit_id = $1
            union all select abolished_on from unit where id = $1) changes
        having min(day) is not null";
    let row: Option<IdRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.map(|row| row.id.parse()).transpose()?)
}

pub async fn count_reorganisations(reader: &Reader) -> Result<i64, Fault> {
    reader.number("select count(*) from reorganisation", []).await
}
