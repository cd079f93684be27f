//! Reading across contests: each question is one statement that walks one index. Nothing is written.

mod late;
mod sums;

use kernel::{Day, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Value};

use super::access::Scope;

pub use late::{LateTask, LateUnit, late_tasks, late_units};
pub use sums::{
    ChannelRow, PeriodRow, TaskWork, UnitCounts, WeekRow, Work, channels, contests_work, periods,
    publishing, tasks_work, unit_counts, weeks,
};

/// Which contests are counted.
#[derive(Debug, Clone)]
pub enum Reach {
    /// Every contest that runs.
    Running,
    /// These.
    Of(Vec<String>),
}

impl Reach {
    /// The condition that a row belongs to one of them. What runs is told by what does not: a short list
    /// that leaves the choice of an index to the rest of the question.
    fn holds(&self, column: &str, values: &mut Vec<Value>) -> String {
        match self {
            Self::Running => {
                format!(" and {column} not in (select id from contest where state <> 'running')")
            }
            Self::Of(ids) => among(column, ids, values),
        }
    }
}

/// A condition and its values: `and <column> in ($4, $5)`.
fn among(column: &str, ids: &[impl std::fmt::Display], values: &mut Vec<Value>) -> String {
    if ids.is_empty() {
        return " and 1 = 0".to_owned();
    }
    format!(" and {column} in ({})", places(ids, values))
}

fn places(ids: &[impl std::fmt::Display], values: &mut Vec<Value>) -> String {
    let first = values.len() + 1;
    values.extend(ids.iter().map(|id| Value::from(id.to_string())));
    let places: Vec<String> = (first..=values.len()).map(|at| format!("${at}")).collect();
    places.join(", ")
}

/// A contest of the overview.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ContestRow {
    /// Id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Word of the level.
    pub level: String,
    /// Word of the state.
    pub state: String,
}

/// The contests of a scope, by name.
pub async fn contests(reader: &Reader, scope: &Scope, day: Day) -> Result<Vec<ContestRow>, Fault> {
    let Scope::Of(units) = scope else {
        let sql = "select id, name, level, state from contest order by sort_key, id";
        return reader.rows(sql, []).await;
    };
    let mut values: Vec<Value> = vec![day.to_string().into()];
    let own = places(units, &mut values);
    let sql = format!(
        "with recursive
            under(id) as (select id from unit where id in ({own})
                union select p.unit_id from unit_parent p join under u on p.parent_id = u.id
                where (p.from_day is null or p.from_day <= $1)
                    and (p.until_day is null or p.until_day > $1)),
            led(id) as (select id from contest where organiser_id in ({own}) or standing_id in ({own})
                or (state <> 'preparing' and (organiser_id in (select id from under)
                    or standing_id in (select id from under)))
                union select c.id from contest c join led l on c.parent_id = l.id
                where c.state <> 'preparing')
         select c.id, c.name, c.level, c.state from contest c where c.id in (select id from led)
         order by c.sort_key, c.id"
    );
    reader.rows(&sql, values).await
}
