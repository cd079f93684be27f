//! Lists of contests, within what an actor may see.

use kernel::id::ContestId;
use kernel::{Fault, Window};
use sea_orm::FromQueryResult;
use store::{Reader, Value, holding};

use super::{CONTEST, ContestRow};
use crate::contests::access::Sight;

/// In which order a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The newest first, then by name.
    #[default]
    Year,
    /// By name, as in a dictionary.
    Name,
}

/// Which contests a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Folded words; each must be in the name.
    pub words: Vec<String>,
    /// Word of a series.
    pub series: Option<String>,
    /// Word of a level.
    pub level: Option<String>,
    /// Word of a state.
    pub state: Option<String>,
    /// A year of the edition.
    pub year: Option<i64>,
    /// Only what stands directly under this contest.
    pub parent: Option<ContestId>,
    /// In which order.
    pub order: Order,
}

impl Filter {
    /// Whether anything is filtered.
    pub fn is_open(&self) -> bool {
        let Self { words, series, level, state, year, parent: _, order: _ } = self;
        words.is_empty() && year.is_none() && [series, level, state].iter().all(|it| it.is_none())
    }

    fn conditions(&self, sight: &Sight) -> (String, Vec<Value>) {
        let mut values = Vec::new();
        let mut sql = format!(" where {}", visible(sight, &mut values));
        let mut equal = |column: &str, value: Option<Value>| {
            if let Some(value) = value {
                values.push(value);
                sql.push_str(&format!(" and c.{column} = ${}", values.len()));
            }
        };
        equal("series", self.series.clone().map(Value::from));
        equal("level", self.level.clone().map(Value::from));
        equal("state", self.state.clone().map(Value::from));
        equal("parent_id", self.parent.map(|id| id.to_string().into()));
        if let Some(year) = self.year {
            values.push(year.into());
            let at = values.len();
            sql.push_str(&format!(" and c.first_year <= ${at} and c.last_year >= ${at}"));
        }
        sql.push_str(&holding(&["c"], &self.words, &mut values));
        (sql, values)
    }
}

/// `$3, $4`: a place for each of these values, which are put behind those there are.
fn places(values: &mut Vec<Value>, more: &[String]) -> String {
    let first = values.len() + 1;
    values.extend(more.iter().cloned().map(Value::from));
    let places: Vec<String> = (first..=values.len()).map(|at| format!("${at}")).collect();
    places.join(", ")
}

/// The condition that an actor may see the contest `c`. Tasks and publications are asked for by their
/// indexes, for each contest once.
fn visible(sight: &Sight, values: &mut Vec<Value>) -> String {
    if sight.all {
        return "c.id is not null".to_owned();
    }
    values.push(sight.at.millis().into());
    let mut ways = vec![format!(
        "exists (select 1 from publication p where p.contest_id = c.id
            and p.ended_at is null and p.from_at <= ${})",
        values.len()
    )];
    if !sight.runs.is_empty() {
        let units = places(values, &sight.runs);
        ways.push(format!("c.organiser_id in ({units}) or c.standing_id in ({units})"));
    }
    if !sight.takes_part.is_empty() {
        let part = part(values, &sight.takes_part);
        ways.push(format!("(c.state <> 'preparing' and {part})"));
    }
    format!("({})", ways.join(" or "))
}

/// The condition that one of these units takes part in the contest `c`.
fn part(values: &mut Vec<Value>, units: &[String]) -> String {
    let units = places(values, units);
    format!(
        "(c.organiser_id in ({units}) or c.standing_id in ({units}) or c.receiving_id in ({units})
          or c.id in (select a.contest_id from unit_progress a where a.unit_id in ({units})))"
    )
}

/// The contest, if it is in sight.
pub async fn find_seen(
    reader: &Reader,
    id: ContestId,
    sight: &Sight,
) -> Result<Option<ContestRow>, Fault> {
    let mut values = vec![Value::from(id.to_string())];
    let visible = visible(sight, &mut values);
    reader.maybe(&format!("{CONTEST} where c.id = $1 and {visible}"), values).await
}

/// Whether one of these units takes part in a contest.
pub async fn takes_part(reader: &Reader, id: ContestId, units: &[String]) -> Result<bool, Fault> {
    if units.is_empty() {
        return Ok(false);
    }
    let mut values = vec![Value::from(id.to_string())];
    let part = part(&mut values, units);
    let sql = format!("select count(*) from contest c where c.id = $1 and {part}");
    Ok(reader.number(&sql, values).await? > 0)
}

/// One page of a list.
pub async fn list(
    reader: &Reader,
    (filter, sight): (&Filter, &Sight),
    (limit, offset): (i64, i64),
) -> Result<Vec<ContestRow>, Fault> {
    let (conditions, mut values) = filter.conditions(sight);
    values.extend([limit.into(), offset.into()]);
    let (limit, offset) = (values.len() - 1, values.len());
    let order = match filter.order {
        Order::Year => "c.first_year desc nulls last, c.sort_key, c.id",
        Order::Name => "c.sort_key, c.id",
    };
    let sql = format!("{CONTEST}{conditions} order by {order} limit ${limit} offset ${offset}");
    reader.rows(&sql, values).await
}

/// How many contests a filter lets through.
pub async fn count(reader: &Reader, filter: &Filter, sight: &Sight) -> Result<i64, Fault> {
    let (conditions, values) = filter.conditions(sight);
    reader.number(&format!("select count(*) from contest c{conditions}"), values).await
}

#[derive(FromQueryResult)]
struct YearRow {
    year: i64,
}

/// The years in which contests in sight begin, the newest first.
pub async fn years(reader: &Reader, sight: &Sight) -> Result<Vec<i64>, Fault> {
    let mut values = Vec::new();
    let visible = visible(sight, &mut values);
    let sql = format!(
        "select distinct c.first_year as year from contest c
         where c.first_year is not null and {visible} order by c.first_year desc"
    );
    let rows: Vec<YearRow> = reader.rows(&sql, values).await?;
    Ok(rows.into_iter().map(|row| row.year).collect())
}

/// A milestone that is still to come.
#[derive(Debug, Clone, FromQueryResult)]
pub struct NextRow {
    /// Of which contest.
    pub contest_id: String,
    /// Word of its kind.
    pub kind: String,
    /// Its own name.
    pub title: Option<String>,
    /// At the precision stated.
    pub starts: Option<String>,
    /// Likewise.
    pub ends: Option<String>,
    /// Whether the end belongs to it.
    pub ends_inclusive: bool,
}

impl NextRow {
    /// When it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn window(&self) -> Result<Window, Fault> {
        super::milestones::window(self.starts.as_deref(), self.ends.as_deref(), self.ends_inclusive)
    }
}

/// The milestones of these contests that are still to come, the nearest first.
pub async fn next_milestones(
    reader: &Reader,
    contests: &[String],
    now: i64,
) -> Result<Vec<NextRow>, Fault> {
    if contests.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = vec![Value::from(now)];
    let contests = places(&mut values, contests);
    let sql = format!(
        "select m.contest_id, m.kind, m.title, v.starts, v.ends, v.ends_inclusive
         from milestone m join milestone_version v on v.milestone_id = m.id
             and v.version = (select max(n.version) from milestone_version n
                              where n.milestone_id = m.id)
         where m.contest_id in ({contests}) and not v.called_off
             and coalesce(v.closes_at, v.opens_at) > $1
         order by coalesce(v.closes_at, v.opens_at), m.id"
    );
    reader.rows(&sql, values).await
}
