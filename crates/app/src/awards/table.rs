//! The ranking with its prizes as a table: for the page of a meeting, and for its papers.

use std::collections::BTreeMap;

use ::judging::ranking::Outcome;
use ::judging::records::Records;
use ::judging::rules::Rules;
use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Day, Failure, Fault};

use super::access::SeenMeeting;
use super::counted;
use super::store::{self, EntrantRow};
use crate::councils::Results;
use crate::councils::pages::{out, points};
use crate::frame::Words;

/// Rules and records of a meeting: frozen where it is closed, else as they are with its motions.
///
/// # Errors
/// The database holds something else.
pub async fn decided(
    reader: &Reader,
    seen: &SeenMeeting,
    results: &Results,
) -> Result<(Rules, Records), Failure> {
    match store::list_of(reader, seen.id).await? {
        Some(list) => {
            let bundle = store::bundle(reader, &list.id).await?;
            Ok((bundle.rules, bundle.records))
        }
        None => {
            let motions = store::motions(reader, seen.id).await?;
            Ok((results.rules.clone(), counted::with_motions(results, &motions)?))
        }
    }
}

/// The dossiers of a contest by number, with units as they are called on a day.
///
/// # Errors
/// The database is away.
pub async fn entrants(
    reader: &Reader,
    contest: ContestId,
    day: Day,
) -> Result<BTreeMap<String, EntrantRow>, Fault> {
    let rows = store::entrants(reader, contest, day).await?;
    Ok(rows.into_iter().map(|row| (row.number.to_string(), row)).collect())
}

/// A dossier in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub number: String,
    /// As it was handed in.
    pub title: String,
    /// Names of the authors, one on each line.
    pub authors: String,
    /// Name of its unit; may be empty.
    pub unit: String,
    /// Its field.
    pub field: String,
    /// Its rank; empty: it has none.
    pub rank: String,
    /// Its total; empty: it has none.
    pub total: String,
    /// Why it has no rank; empty: it has one.
    pub out: String,
    /// The prize that the ranking gives; empty: none.
    pub by_rules: String,
    /// The prize that the council gives; empty: none.
    pub prize: String,
    /// What it gets of the prize's money, in đồng.
    pub money: u32,
    /// Whether it is proposed for the next level.
    pub is_forwarded: bool,
}

impl Line {
    /// Whether the council decided against the ranking.
    pub fn departs(&self) -> bool {
        self.by_rules != self.prize
    }
}

/// The lines of outcomes, in their order.
pub fn lines(
    words: Words,
    outcomes: &[Outcome<'_>],
    entrants: &BTreeMap<String, EntrantRow>,
) -> Vec<Line> {
    outcomes.iter().map(|outcome| line(words, outcome, entrants.get(outcome.code))).collect()
}

fn line(words: Words, outcome: &Outcome<'_>, entrant: Option<&EntrantRow>) -> Line {
    let place = outcome.place.ok();
    let named = |text: fn(&EntrantRow) -> String| entrant.map(text).unwrap_or_default();
    Line {
        number: outcome.code.to_owned(),
        title: named(|it| it.title.clone()),
        authors: named(|it| it.authors.clone()),
        unit: named(|it| it.unit.clone().unwrap_or_default()),
        field: outcome.field.to_owned(),
        rank: place.map(|place| place.rank.to_string()).unwrap_or_default(),
        total: place.map(|place| points(place.total)).unwrap_or_default(),
        out: outcome.place.err().map(|why| words.say(out(why))).unwrap_or_default(),
        by_rules: outcome.by_rules.map(|award| award.prize.name.clone()).unwrap_or_default(),
        prize: outcome.award.map(|award| award.prize.name.clone()).unwrap_or_default(),
        money: outcome.award.map_or(0, |award| award.money),
        is_forwarded: outcome.is_forwarded,
    }
}
