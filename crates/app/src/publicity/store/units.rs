//! Units by channels: who published what, who has not, and the figures of it.

use kernel::id::{ContestId, UnitId};
use kernel::{Day, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Value, holding};

use super::{IS_DONE, TAKES_PART, among, named};
use crate::publicity::Channel;
use crate::units::Kind;

/// What a unit must have done to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Has {
    /// Something done.
    Done,
    /// Something that waits for a verdict.
    Waiting,
    /// Nothing done.
    Nothing,
}

impl Has {
    /// Reads the word of an address.
    pub fn read(code: &str) -> Option<Self> {
        match code {
            "done" => Some(Self::Done),
            "waiting" => Some(Self::Waiting),
            "nothing" => Some(Self::Nothing),
            _ => None,
        }
    }

    /// The condition on a unit `s`, by whatever channel: asked of what is counted.
    const fn counted(self) -> &'static str {
        match self {
            Self::Done => {
                " and exists (select 1 from publicity_progress w
                    where w.contest_id = $1 and w.unit_id = s.unit_id and w.done > 0)"
            }
            Self::Waiting => {
                " and exists (select 1 from publicity_progress w
                    where w.contest_id = $1 and w.unit_id = s.unit_id and w.waiting > 0)"
            }
            Self::Nothing => {
                " and not exists (select 1 from publicity_progress w
                    where w.contest_id = $1 and w.unit_id = s.unit_id and w.done > 0)"
            }
        }
    }
}

/// In which order units stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// Who did most first.
    Most,
    /// Who reached most people first.
    Reach,
    /// Who began first.
    First,
}

impl Order {
    /// Reads the word of an address.
    pub fn read(code: &str) -> Self {
        match code {
            "most" => Self::Most,
            "reach" => Self::Reach,
            "first" => Self::First,
            _ => Self::Name,
        }
    }

    const fn sql(self) -> &'static str {
        match self {
            Self::Name => "s.sort_key, s.unit_id",
            Self::Most => "coalesce(f.done, 0) desc, s.sort_key, s.unit_id",
            Self::Reach => "coalesce(f.reach, 0) desc, s.sort_key, s.unit_id",
            Self::First => "f.first_on nulls last, s.sort_key, s.unit_id",
        }
    }
}

/// Which units are shown.
#[derive(Debug, Clone, Default)]
pub struct UnitFilter {
    /// Folded words, each in a name of any time, an alias or the code.
    pub words: Vec<String>,
    /// A kind.
    pub kind: Option<Kind>,
    /// What it must have done.
    pub has: Option<Has>,
    /// By this way.
    pub channel: Option<Channel>,
    /// Only these units.
    pub only: Option<Vec<UnitId>>,
    /// In which order.
    pub order: Order,
}

impl UnitFilter {
    /// Conditions on `unit_search s` with their values: `$1` contest.
    fn conditions(&self, contest: ContestId) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = vec![contest.to_string().into()];
        let mut sql = TAKES_PART.to_owned();
        if let Some(only) = &self.only {
            sql.push_str(&among("s.unit_id", only, &mut values));
        }
        if let Some(kind) = self.kind {
            sql.push_str(&among("s.kind", &[kind.code()], &mut values));
        }
        sql.push_str(&holding(&["s"], &self.words, &mut values));
        let by = self.channel.map(|channel| among("channel", &[channel.code()], &mut values));
        let by = by.unwrap_or_default();
        let by = by.as_str();
        match (self.has, by.is_empty()) {
            (None, true) => (),
            (Some(has), true) => sql.push_str(has.counted()),
            (has, false) => {
                let (not, having) = match has {
                    Some(Has::Done) => ("", IS_DONE),
                    Some(Has::Waiting) => ("", "state = 'done'"),
                    Some(Has::Nothing) => ("not ", IS_DONE),
                    None => ("", "state <> 'withdrawn'"),
                };
                sql.push_str(&format!(
                    " and s.unit_id {not}in (select unit_id from publicity
                        where contest_id = $1 and {having}{by})"
                ));
            }
        }
        (sql, values)
    }
}

/// A unit with its figures.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct UnitLine {
    /// Id.
    pub id: String,
    /// Name on the day.
    pub name: Option<String>,
    /// Activities done.
    pub done: i64,
    /// Of these, taken ones.
    pub taken: i64,
    /// Channels used.
    pub channels: i64,
    /// Sum of copies, posts, broadcasts.
    pub copies: i64,
    /// Sum of people.
    pub reach: i64,
    /// The first day, ISO.
    pub first_on: Option<String>,
}

/// The units of a contest with their figures.
pub async fn unit_list(
    reader: &Reader,
    contest: ContestId,
    filter: &UnitFilter,
    (limit, offset): (i64, i64),
    day: Day,
) -> Result<Vec<UnitLine>, Fault> {
    let (conditions, mut values) = filter.conditions(contest);
    let next = values.len() + 1;
    let order = filter.order.sql();
    let sql = format!(
        "select s.unit_id as id, n.name, s.done, s.taken, s.channels, s.copies, s.reach, s.first_on
         from (select s.unit_id, s.sort_key, coalesce(f.done, 0) as done,
                coalesce(f.taken, 0) as taken, coalesce(f.channels, 0) as channels,
                coalesce(f.copies, 0) as copies, coalesce(f.reach, 0) as reach, f.first_on
            from unit_search s left join publicity_progress f
                on f.contest_id = $1 and f.unit_id = s.unit_id
            where {conditions} order by {order} limit ${next} offset ${}) s{}
         order by {}",
        next + 1,
        named("s", next + 2),
        order.replace("f.", "s.")
    );
    values.extend([limit.into(), offset.into(), day.to_string().into()]);
    reader.rows(&sql, values).await
}

/// How many units a filter lets through.
pub async fn unit_count(
    reader: &Reader,
    contest: ContestId,
    filter: &UnitFilter,
) -> Result<i64, Fault> {
    let (conditions, values) = filter.conditions(contest);
    reader.number(&format!("select count(*) from unit_search s where {conditions}"), values).await
}

/// What a unit did by one channel.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CellRow {
    /// Whose.
    pub unit_id: String,
    /// Word of the channel.
    pub channel: String,
    /// Activities that are planned.
    pub planned: i64,
    /// Activities done.
    pub done: i64,
    /// Of these, taken ones.
    pub taken: i64,
    /// Of these, some about which more was asked.
    pub asked: i64,
    /// Sum of copies, posts, broadcasts.
    pub copies: i64,
}

/// The cells of these units; of all units where none are named.
pub async fn cells(
    reader: &Reader,
    contest: ContestId,
    units: Option<&[String]>,
) -> Result<Vec<CellRow>, Fault> {
    let mut values = vec![contest.to_string().into()];
    let units = units.map(|units| among("unit_id", units, &mut values)).unwrap_or_default();
    let sql = format!(
        "select unit_id, channel, count(case when state = 'planned' then 1 end) as planned,
            count(case when {IS_DONE} then 1 end) as done,
            count(case when state = 'taken' then 1 end) as taken,
            count(case when state = 'asked' then 1 end) as asked,
            cast(coalesce(sum(case when {IS_DONE} then copies end), 0) as bigint) as copies
         from publicity where contest_id = $1 and state <> 'withdrawn'{units}
         group by unit_id, channel"
    );
    reader.rows(&sql, values).await
}

/// How far the publicity of a contest is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Counts {
    /// Units that take part.
    pub units: i64,
    /// Of these, those that have done something.
    pub publishing: i64,
    /// Activities done.
    pub done: i64,
    /// Of these, those that wait for a verdict.
    pub waiting: i64,
    /// People reached.
    pub reach: i64,
}

/// The figures of a contest, of these units alone where some are named.
pub async fn counts(
    reader: &Reader,
    contest: ContestId,
    only: Option<&[UnitId]>,
) -> Result<Counts, Fault> {
    let mut values = vec![contest.to_string().into()];
    let mine = only.map(|units| among("w.unit_id", units, &mut values)).unwrap_or_default();
    let own = mine.replace("w.unit_id", "s.unit_id");
    let sql = format!(
        "select (select count(*) from unit_search s where {TAKES_PART}{own}) as units,
            count(case when w.done > 0 then 1 end) as publishing,
            cast(coalesce(sum(w.done), 0) as bigint) as done,
            cast(coalesce(sum(w.waiting), 0) as bigint) as waiting,
            cast(coalesce(sum(w.reach), 0) as bigint) as reach
         from publicity_progress w where w.contest_id = $1{mine}"
    );
    Ok(reader.maybe(&sql, values).await?.unwrap_or_default())
}
