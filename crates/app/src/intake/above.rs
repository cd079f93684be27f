//! The contest above (hội thi cấp trên): which of those that are here a paper speaks of, and under which a
//! contest may stand.

use ::store::Reader;
use documents::{Facts, Level, Series};
use kernel::id::ContestId;
use kernel::{Failure, Instant, Message, Refusal, text};

use super::line::ContestLine;
use crate::accounts::Actor;
use crate::contests::store::{self as kept, ContestRow, Filter};
use crate::contests::{Sight, State, kind};

/// Whether a contest's name says that a unit carries it out for somebody else: "… – triển khai tại Sở Y tế".
pub fn is_carried_out(name: &str) -> bool {
    name.contains(" – ")
}

/// At most so many contests of a level are offered.
const OFFERED: i64 = 100;

/// A contest as a paper names it.
struct Named<'a> {
    series: Series,
    level: Option<Level>,
    locality: Option<&'a str>,
    edition: Option<u16>,
    years: Option<[i16; 2]>,
}

impl<'a> Named<'a> {
    /// The contest above that the paper names; for a unit that carries a contest out, that contest.
    fn of(facts: &'a Facts) -> Option<Self> {
        let read = facts.contest.as_ref()?;
        if facts.implementing_unit.is_some() {
            return Some(Self {
                series: read.series,
                level: read.level,
                locality: read.locality.as_deref(),
                edition: read.edition,
                years: read.years,
            });
        }
        let higher = read.parent.as_ref()?;
        Some(Self {
            series: higher.series,
            level: higher.level,
            locality: higher.locality.as_deref(),
            edition: higher.edition,
            years: higher.years,
        })
    }

    /// Whether a contest is the one that is named: its edition decides, its years where no edition is said.
    fn fits(&self, row: &ContestRow) -> bool {
        let place = |locality| text::fold(locality) == text::fold(&row.locality);
        let level = |level| kind::code(level) == row.level;
        let which = match (self.edition, row.edition) {
            (Some(named), Some(edition)) => i64::from(named) == edition,
            _ => self.years.is_none_or(|[first, last]| overlaps(row, (first, last))),
        };
        kind::code(self.series) == row.series
            && self.level.is_none_or(level)
            && self.locality.is_none_or(place)
            && which
    }
}

fn overlaps(row: &ContestRow, (first, last): (i16, i16)) -> bool {
    let (Some(begins), Some(ends)) = (row.first_year, row.last_year) else { return true };
    begins <= i64::from(last) && i64::from(first) <= ends
}

/// The contest that a paper names as the one above, where exactly one of those that are here is meant.
///
/// # Errors
/// The database is away.
pub async fn proposed(
    reader: &Reader,
    (actor, at): (&Actor, Instant),
    facts: &Facts,
    line: &ContestLine,
) -> Result<Option<ContestId>, Failure> {
    let Some(named) = Named::of(facts) else { return Ok(None) };
    let mut meant = offered(reader, (actor, at), line).await?;
    meant.retain(|row| named.fits(row));
    match &meant[..] {
        [one] => Ok(Some(one.id()?)),
        _ => Ok(None),
    }
}

/// The contests under which one of this line may stand: in sight, not closed, of a level above; for a unit
/// that carries a contest out, of its level too.
///
/// # Errors
/// The database is away.
pub async fn offered(
    reader: &Reader,
    (actor, at): (&Actor, Instant),
    line: &ContestLine,
) -> Result<Vec<ContestRow>, Failure> {
    let sight = Sight::of(actor, at);
    let mut offered = Vec::new();
    let of_level =
        |level: &Level| *level < line.level || (is_carried_out(&line.name) && *level == line.level);
    for level in kind::LEVELS.into_iter().filter(of_level) {
        let filter = Filter { level: Some(kind::code(level)), ..Filter::default() };
        for row in kept::list(reader, (&filter, &sight), (OFFERED, 0)).await? {
            let is_whole = level < line.level || !is_carried_out(&row.name);
            if row.state()? != State::Closed && is_whole {
                offered.push(row);
            }
        }
    }
    Ok(offered)
}

/// Refuses a contest above that is no longer, or for this actor never was, among those offered.
///
/// # Errors
/// It is not.
pub async fn must_be_offered(
    reader: &Reader,
    (actor, at): (&Actor, Instant),
    line: &ContestLine,
) -> Result<(), Failure> {
    let Some(parent) = line.parent else { return Ok(()) };
    let id = parent.to_string();
    if offered(reader, (actor, at), line).await?.iter().any(|row| row.id == id) {
        return Ok(());
    }
    Err(Refusal::field("parent", Message::new("review-parent-not-now")).into())
}
