//! Lists of units: filter, order, search.

use std::collections::BTreeMap;

use kernel::id::UnitId;
use kernel::{Day, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Value, holding};

use crate::units::Kind;

/// A unit in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitLine {
    pub id: String,
    pub kind: String,
    pub code: Option<String>,
    pub name: String,
    pub parent_id: Option<String>,
    pub parent_name: Option<String>,
    pub founded_on: Option<String>,
    pub abolished_on: Option<String>,
}

/// Name and parent as they are on the day `$1`; of a unit that is no more, as they were last.
pub(super) const LINE: &str = "select u.id, u.kind, u.code, n.name, p.parent_id,
        pn.name as parent_name, u.founded_on, u.abolished_on
    from unit u
    join unit_name n on n.unit_id = u.id
        and (n.from_day is null or n.from_day <= $1) and (n.until_day is null or n.until_day > $1)
    left join unit_parent p on p.unit_id = u.id
        and (p.from_day is null or p.from_day <= $1)
        and (p.until_day is null or p.until_day > $1 or p.until_day = u.abolished_on)
    left join unit_name pn on pn.unit_id = p.parent_id
        and (pn.from_day is null or pn.from_day <= $1)
        and (pn.until_day is null or pn.until_day > $1)";

/// In which order a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By name, as in a dictionary.
    #[default]
    Name,
    /// By kind, then by name.
    Kind,
}

/// Which units a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Folded words; each must be in a name of any time, in an alias or in the code.
    pub words: Vec<String>,
    /// A kind.
    pub kind: Option<Kind>,
    /// Only what stands under this unit, through all steps.
    pub under: Option<UnitId>,
    /// Whether units that are no more are shown, too.
    pub with_abolished: bool,
    /// In which order.
    pub order: Order,
}

/// Everything below the unit `$at` on the day `$1`. A unit that was met is not walked again, so that a
/// circle in the data ends.
fn below(at: usize) -> String {
    format!(
        " and s.unit_id <> ${at} and s.unit_id in (with recursive below (id) as (
            select cast(${at} as text)
            union
            select p.unit_id from below
            join unit_parent p on p.parent_id = below.id
                and (p.from_day is null or p.from_day <= $1)
                and (p.until_day is null or p.until_day > $1))
          select id from below)"
    )
}

impl Filter {
    /// The filter's conditions and their values, from `$2` on; `$1` is the day.
    fn conditions(&self, day: Day) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = vec![day.to_string().into()];
        let mut sql = String::from(" where (s.founded_on is null or s.founded_on <= $1)");
        if !self.with_abolished {
            sql.push_str(" and (s.abolished_on is null or s.abolished_on > $1)");
        }
        if let Some(kind) = self.kind {
            values.push(kind.code().into());
            sql.push_str(&format!(" and s.kind = ${}", values.len()));
        }
        if let Some(under) = self.under {
            values.push(under.to_string().into());
            sql.push_str(&below(values.len()));
        }
        sql.push_str(&holding(&["s"], &self.words, &mut values));
        (sql, values)
    }

    /// What the list is ordered by; `order` alone decides, no text of a visitor.
    fn order(&self) -> String {
        match self.order {
            Order::Name => "s.sort_key, s.unit_id".to_owned(),
            Order::Kind => {
                let ranks = Kind::ALL.iter().enumerate();
                let ranks = ranks.map(|(rank, kind)| format!("when '{kind}' then {rank} "));
                format!("case s.kind {}end, s.sort_key, s.unit_id", ranks.collect::<String>())
            }
        }
    }
}

#[derive(FromQueryResult)]
struct Found {
    id: String,
}

/// One page of a list. The ids are found first, so that parents are only looked up for what is shown.
pub async fn list(
    reader: &Reader,
    filter: &Filter,
    day: Day,
    (limit, offset): (i64, i64),
) -> Result<Vec<UnitLine>, Fault> {
    let (conditions, mut values) = filter.conditions(day);
    values.extend([limit.into(), offset.into()]);
    let (limit, offset, order) = (values.len() - 1, values.len(), filter.order());
    let sql = format!(
        "select s.unit_id as id from unit_search s{conditions}
         order by {order} limit ${limit} offset ${offset}"
    );
    let ids: Vec<Found> = reader.rows(&sql, values).await?;
    let ids: Vec<String> = ids.into_iter().map(|found| found.id).collect();
    lines(reader, &ids, day).await
}

/// These units in this order; those without a name on the day are left out.
pub async fn lines(reader: &Reader, ids: &[String], day: Day) -> Result<Vec<UnitLine>, Fault> {
    let mut lines = BTreeMap::new();
    for part in ids.chunks(500) {
        let sql = format!("{LINE} where u.id in ({})", places(2, part.len()));
        let values = std::iter::once(day.to_string()).chain(part.iter().cloned());
        let found: Vec<UnitLine> = reader.rows(&sql, values.map(Value::from)).await?;
        lines.extend(found.into_iter().map(|line| (line.id.clone(), line)));
    }
    Ok(ids.iter().filter_map(|id| lines.remove(id)).collect())
}

/// `$2, $3, …`: so many places, from this one on.
pub(super) fn places(from: usize, count: usize) -> String {
    let places: Vec<String> = (from..from + count).map(|at| format!("${at}")).collect();
    places.join(", ")
}

/// The units that stand directly under a unit on a day, at most so many, by name.
pub async fn children(
    reader: &Reader,
    id: UnitId,
    day: Day,
    most: i64,
) -> Result<Vec<UnitLine>, Fault> {
    let sql = "select s.unit_id as id from unit_parent p
        join unit_search s on s.unit_id = p.unit_id
            and (s.abolished_on is null or s.abolished_on > $1)
        where p.parent_id = $2 and (p.from_day is null or p.from_day <= $1)
            and (p.until_day is null or p.until_day > $1)
        order by s.sort_key, s.unit_id limit $3";
    let values = [day.to_string().into(), id.to_string().into(), most.into()];
    let ids: Vec<Found> = reader.rows(sql, values).await?;
    let ids: Vec<String> = ids.into_iter().map(|found| found.id).collect();
    lines(reader, &ids, day).await
}

/// The units that stand under a unit on a day, at any depth, by name.
pub async fn descendants(reader: &Reader, id: UnitId, day: Day) -> Result<Vec<UnitLine>, Fault> {
    let sql = "with recursive under (id, steps) as (
            select p.unit_id, 1 from unit_parent p where p.parent_id = $2
                and (p.from_day is null or p.from_day <= $1)
                and (p.until_day is null or p.until_day > $1)
            union
            select p.unit_id, under.steps + 1 from under
            join unit_parent p on p.parent_id = under.id
                and (p.from_day is null or p.from_day <= $1)
                and (p.until_day is null or p.until_day > $1)
            where under.steps < 10)
        select distinct s.sort_key, s.unit_id as id from under
        join unit_search s on s.unit_id = under.id
            and (s.abolished_on is null or s.abolished_on > $1)
            and (s.founded_on is null or s.founded_on <= $1)
        order by s.sort_key, s.unit_id";
    let values = [day.to_string().into(), id.to_string().into()];
    let ids: Vec<Found> = reader.rows(sql, values).await?;
    let ids: Vec<String> = ids.into_iter().map(|found| found.id).collect();
    lines(reader, &ids, day).await
}

/// How many units a filter lets through.
pub async fn count(reader: &Reader, filter: &Filter, day: Day) -> Result<i64, Fault> {
    let (conditions, values) = filter.conditions(day);
    reader.number(&format!("select count(*) from unit_search s{conditions}"), values).await
}

/// A former name.
#[derive(Debug, Clone, FromQueryResult)]
pub struct FormerName {
    pub unit_id: String,
    pub name: String,
    pub folded: String,
}

/// The names that these units had before a day.
pub async fn former_names(
    reader: &Reader,
    ids: &[String],
    day: Day,
) -> Result<Vec<FormerName>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select unit_id, name, folded from unit_name
         where until_day <= $1 and unit_id in ({}) order by until_day desc",
        places(2, ids.len())
    );
    let values = std::iter::once(day.to_string()).chain(ids.iter().cloned());
    reader.rows(&sql, values.map(Value::from)).await
}

/// The unit that a text named by its whole name or alias and that is no more on a day, the latest first.
pub async fn named_before(reader: &Reader, typed: &str, day: Day) -> Result<Option<String>, Fault> {
    let sql = "select u.id from unit u
        where u.abolished_on <= $1 and u.id in (
            select unit_id from unit_name where folded = $2
            union select unit_id from unit_alias where folded = $2)
        order by u.abolished_on desc, u.id limit 1";
    let found: Option<Found> =
        reader.maybe(sql, [day.to_string().into(), text::fold(typed).into()]).await?;
    Ok(found.map(|found| found.id))
}

/// Units that a text names on a day: by code, or by their whole name or alias. At most three, for
/// more than one is too many.
pub async fn named(reader: &Reader, typed: &str, day: Day) -> Result<Vec<String>, Fault> {
    let sql = "select u.id from unit u
        where (u.abolished_on is null or u.abolished_on > $1) and (u.code = $2 or u.id in (
            select unit_id from unit_name where folded = $3
                and (from_day is null or from_day <= $1) and (until_day is null or until_day > $1)
            union select unit_id from unit_alias where folded = $3))
        order by case when u.code = $2 then 0 else 1 end, u.id limit 3";
    let values = [day.to_string(), text::clean(typed), text::fold(typed)];
    let found: Vec<Found> = reader.rows(sql, values.map(Value::from)).await?;
    Ok(found.into_iter().map(|found| found.id).collect())
}
