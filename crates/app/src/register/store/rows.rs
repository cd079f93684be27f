//! Finding, sorting and counting.

use std::collections::BTreeMap;

use kernel::Fault;
use query::What;
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::Filter;
use super::condition::Conditions;
use super::cut::Cut;
use crate::dossiers::State;
use crate::register::column::{By, Sort};

/// A dossier in the book.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RegisterRow {
    /// Id.
    pub dossier_id: String,
    /// Its number.
    pub number: i64,
    /// Word of the state.
    pub state: String,
    /// Its unit.
    pub unit_id: Option<String>,
    /// Its field; may be empty.
    pub field: String,
    /// As it was handed in.
    pub title: String,
    /// Names, one on each line.
    pub authors: String,
    /// When it was first applied, ISO at the precision known.
    pub applied: Option<String>,
    /// When its newest version was here.
    pub received_at: i64,
}

/// A page of the book.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// How many there are in each state, whatever state is asked for.
    pub states: BTreeMap<String, i64>,
    /// How many there are.
    pub total: i64,
    /// The dossiers of the page.
    pub rows: Vec<RegisterRow>,
}

#[derive(FromQueryResult)]
struct CountRow {
    word: String,
    n: i64,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

const ROW: &str = "select s.dossier_id, s.number, s.state, s.unit_id, s.field, s.title, s.authors,
        s.applied, s.received_at from dossier_search s";

fn is_state(what: &What) -> bool {
    matches!(what, What::Choice(key, _) if key == "state")
}

/// Whether rows must be read to know whether they are meant: no index holds texts.
fn reads_texts(filter: &Filter) -> bool {
    let reads = |what: &What| match what {
        What::Words(_) => true,
        What::Text(key, _) => key == "author",
        _ => false,
    };
    filter.query.parts.iter().any(|part| reads(&part.what))
}

/// The states that the query lets through; none where it asks for no state.
fn states(filter: &Filter) -> Option<Vec<&'static str>> {
    let asked = filter.query.parts.iter().filter_map(|part| match &part.what {
        What::Choice(key, codes) if key == "state" => Some((part.negated, codes)),
        _ => None,
    });
    let asked: Vec<_> = asked.collect();
    let is_let_through = |code: &&str| {
        asked.iter().all(|(negated, codes)| codes.iter().any(|it| it == code) != *negated)
    };
    let all = State::ALL.map(State::code).into_iter().filter(is_let_through).collect();
    (!asked.is_empty()).then_some(all)
}

/// What leads SQLite to the index of an order; nothing where units are asked for, whose index finds few rows.
fn bound(filter: &Filter, by: By) -> &'static str {
    let is_unit = |what: &What| matches!(what, What::Text(key, _) if key == "unit");
    match filter.query.parts.iter().any(|part| !part.negated && is_unit(&part.what)) {
        true => "1 = 1",
        false => by.bound(),
    }
}

/// Whether an index holds nothing but what is counted: all, those that lack something, those of a time.
fn has_own_count(filter: &Filter) -> bool {
    let mut others = filter.query.parts.iter().filter(|part| !is_state(&part.what));
    let first = others.next();
    let is_held = first.is_none_or(|part| match &part.what {
        What::Choice(key, codes) => key == "missing" && !codes.iter().any(|code| code == "unit"),
        What::Time(key, _) => key == "applied",
        _ => false,
    });
    is_held && others.next().is_none() && first.is_none_or(|part| !part.negated)
}

fn asks_what_is_missing(filter: &Filter) -> bool {
    let is_lack = |what: &What| matches!(what, What::Choice(key, _) if key == "missing");
    filter.query.parts.iter().any(|part| is_lack(&part.what))
}

fn order(sort: Sort) -> String {
    let down = if sort.is_down { " desc" } else { "" };
    let keys: Vec<String> = sort.by.keys().iter().map(|key| format!("s.{key}{down}")).collect();
    keys.join(", ")
}

/// One page of the book, and how many dossiers there are in each state.
///
/// # Errors
/// The database is away.
pub async fn found(
    reader: &Reader,
    filter: &Filter,
    sort: Sort,
    (limit, offset): (i64, i64),
) -> Result<Found, Fault> {
    match reads_texts(filter) {
        true => read_once(reader, filter, sort, (limit, offset)).await,
        false => {
            let states = counts(reader, filter).await?;
            let total = total(filter, &states);
            let cut = Cut::of(sort, (limit, offset), total);
            let ids = ids(reader, filter, cut.sort, (cut.limit, cut.offset)).await?;
            Ok(Found { rows: rows(reader, &ids, sort).await?, states, total })
        }
    }
}

fn total(filter: &Filter, counted: &BTreeMap<String, i64>) -> i64 {
    match states(filter) {
        None => counted.values().sum(),
        Some(states) => states.iter().filter_map(|state| counted.get(*state)).sum(),
    }
}

/// How many dossiers there are in each state, whatever state is asked for.
///
/// # Errors
/// The database is away.
pub async fn counts(reader: &Reader, filter: &Filter) -> Result<BTreeMap<String, i64>, Fault> {
    let Conditions { sql, values, .. } =
        Conditions::of(reader.engine(), filter, |what| !is_state(what));
    let bound = if has_own_count(filter) { "1 = 1" } else { bound(filter, By::Number) };
    let found = format!("from dossier_search s where {sql} and {bound}");
    let sql = match asks_what_is_missing(filter) {
        // Found first and counted then: SQLite would read the index by state, which does not hold what is lacking.
        true => format!(
            "with hit as materialized (select s.state {found})
             select s.state as word, count(*) as n from hit s group by s.state"
        ),
        false => format!("select s.state as word, count(*) as n {found} group by s.state"),
    };
    let rows: Vec<CountRow> = reader.rows(&sql, values).await?;
    Ok(rows.into_iter().map(|row| (row.word, row.n)).collect())
}

/// Reads the texts of all rows once, for the counts and for the page.
async fn read_once(
    reader: &Reader,
    filter: &Filter,
    sort: Sort,
    (limit, offset): (i64, i64),
) -> Result<Found, Fault> {
    let mut hit = Conditions::of(reader.engine(), filter, |what| !is_state(what));
    let keys: Vec<String> = sort.by.keys().iter().map(|key| format!("s.{key}")).collect();
    // Every order ends with the number, and some name the state.
    let keys: Vec<&str> = keys.iter().map(String::as_str).filter(|key| *key != "s.state").collect();
    let head = format!(
        "with hit as materialized (select s.dossier_id, s.state, {} from dossier_search s where {} and {})",
        keys.join(", "),
        hit.sql,
        By::Number.bound()
    );
    let narrow = match states(filter) {
        None => String::new(),
        Some(states) => {
            let places = hit.places(states.into_iter().map(Value::from));
            format!("where s.state in ({places})")
        }
    };
    let (limit, offset) = (hit.place(limit), hit.place(offset));
    let order = order(sort);
    let sql = format!(
        "{head}
         select s.state as word, count(*) as n from hit s group by s.state
         union all select f.dossier_id as word, -1 as n from
            (select s.dossier_id from hit s {narrow} order by {order} limit {limit} offset {offset}) f"
    );
    let all: Vec<CountRow> = reader.rows(&sql, hit.values).await?;
    let (ids, states): (Vec<CountRow>, Vec<CountRow>) = all.into_iter().partition(|it| it.n < 0);
    let ids: Vec<String> = ids.into_iter().map(|row| row.word).collect();
    let states = states.into_iter().map(|row| (row.word, row.n)).collect();
    let total = total(filter, &states);
    Ok(Found { rows: rows(reader, &ids, sort).await?, states, total })
}

/// The ids of the dossiers that are meant, in order: small enough to be held for a whole contest.
///
/// # Errors
/// The database is away.
pub async fn ids(
    reader: &Reader,
    filter: &Filter,
    sort: Sort,
    (limit, offset): (i64, i64),
) -> Result<Vec<String>, Fault> {
    let mut meant = Conditions::of(reader.engine(), filter, |what| !is_state(what));
    if let Some(states) = states(filter) {
        meant.and_states(&states);
    }
    let (limit, offset) = (meant.place(limit), meant.place(offset));
    let sql = format!(
        "select s.dossier_id as id from dossier_search s where {} and {} order by {} limit {limit}
         offset {offset}",
        meant.sql,
        bound(filter, sort.by),
        order(sort)
    );
    let rows: Vec<IdRow> = reader.rows(&sql, meant.values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The rows of these dossiers, in order.
///
/// # Errors
/// The database is away.
pub async fn rows(reader: &Reader, ids: &[String], sort: Sort) -> Result<Vec<RegisterRow>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{ROW} where s.dossier_id in ({}) order by {}", places(ids), order(sort));
    reader.rows(&sql, ids.iter().map(Value::from)).await
}

fn places(ids: &[String]) -> String {
    let places: Vec<String> = (1..=ids.len()).map(|at| format!("${at}")).collect();
    places.join(", ")
}

#[derive(FromQueryResult)]
struct LackRow {
    dossier_id: String,
    what: String,
}

/// What each of these dossiers lacks: words of its needs that are not met.
///
/// # Errors
/// The database is away.
pub async fn lacking(
    reader: &Reader,
    ids: &[String],
) -> Result<BTreeMap<String, Vec<String>>, Fault> {
    let mut lacking: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(lacking);
    }
    let sql = format!(
        "select distinct n.dossier_id, n.what from dossier_need n
         where n.dossier_id in ({}) and n.met = false order by n.dossier_id, n.what desc",
        places(ids)
    );
    let rows: Vec<LackRow> = reader.rows(&sql, ids.iter().map(Value::from)).await?;
    for row in rows {
        lacking.entry(row.dossier_id).or_default().push(row.what);
    }
    Ok(lacking)
}
