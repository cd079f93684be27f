//! A name of a body that is no more (đơn vị đã kết thúc): who took over, for a person to choose from.

use ::store::Reader;
use gazetteer::{Gazetteer, Place, PlaceId};
use kernel::id::UnitId;
use kernel::{Day, Failure, text};
use serde::{Deserialize, Serialize};

use super::drafts;
use super::line::Line;
use super::naming::SURE;
use crate::units;

/// A body that ends before it could do what the paper gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// The first day on which it is no more.
    pub on: Day,
    /// Units that are here and took over, and the body itself while it still lives.
    pub units: Vec<UnitId>,
    /// Places that took over, where no unit is known to have; their people's committees are meant.
    pub places: Vec<PlaceId>,
}

/// The days that decide whether a body is still there.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// Of the paper.
    pub paper: Day,
    /// On which the review is made.
    pub today: Day,
}

impl Days {
    /// The day until which a paper needs a name: its own, or the end of the last task that it gives it.
    pub fn needed(&self, name: &str, lines: &[Line]) -> Day {
        let ends = lines.iter().filter_map(|line| match line {
            Line::Task(task)
                if task.assignees.iter().chain(&task.coordinators).any(|it| it == name) =>
            {
                let window = drafts::window(None, task.end.as_deref(), task.end_inclusive);
                window.last_day()
            }
            _ => None,
        });
        ends.fold(self.paper, Day::max)
    }
}

/// What became of a unit that is here, where it ends by the day on which it is needed.
///
/// # Errors
/// The database is away.
pub async fn of_unit(
    reader: &Reader,
    (unit, named): (UnitId, &str),
    within: Option<PlaceId>,
    (today, needed): (Day, Day),
) -> Result<Option<Ended>, Failure> {
    let by = today.max(needed);
    let Some(on) = units::ends_on(reader, unit).await?.filter(|on| *on <= by) else {
        return Ok(None);
    };
    let heirs = units::today(reader, unit, by).await?;
    let mut units = heirs.iter().map(|kin| kin.id.parse()).collect::<Result<Vec<UnitId>, _>>()?;
    let places = match units.is_empty() {
        true => place(named, within, by).map(heirs_of).unwrap_or_default(),
        false => Vec::new(),
    };
    if on > today {
        units.insert(0, unit);
    }
    Ok(Some(Ended { on, units, places }))
}

/// What became of a body that is not here: of a unit that was, or of the people's committee of a place.
///
/// # Errors
/// The database is away.
pub async fn of_name(
    reader: &Reader,
    named: &str,
    within: Option<PlaceId>,
    (today, needed): (Day, Day),
) -> Result<Option<Ended>, Failure> {
    if !units::named(reader, named, today).await?.is_empty() {
        return Ok(None);
    }
    if let Some(unit) = units::named_before(reader, named, today).await? {
        return of_unit(reader, (unit, named), within, (today, needed)).await;
    }
    let Some(place) = place(named, within, needed) else { return Ok(None) };
    let Some(last) = place.era().valid_until() else { return Ok(None) };
    Ok(Some(Ended { on: last.tomorrow(), units: Vec::new(), places: heirs_of(place) }))
}

/// The place of a people's committee that is no more on a day; nothing where one of today is meant as well,
/// or several of before. Of several the one within the place of the organiser is meant.
fn place(named: &str, within: Option<PlaceId>, day: Day) -> Option<&'static Place> {
    let folded = text::fold(named);
    let rest = folded.strip_prefix("ubnd ").or_else(|| folded.strip_prefix("uy ban nhan dan "))?;
    // With its marks: what only looks alike is another body, not one that is no more.
    let with_marks = |name: &str| text::modern_tone(&name.to_lowercase());
    let whole = with_marks(named);
    let is_named = |place: &Place| whole.contains(&with_marks(&place.short_name()));
    let found = Gazetteer::shared().look_up(rest);
    let mut sure: Vec<_> =
        found.iter().filter(|it| it.score >= SURE && is_named(it.place)).collect();
    if let Some(within) = within.filter(|_| sure.len() > 1) {
        sure.retain(|found| is_within(found.place, within));
    }
    let is_over = |place: &Place| place.era().valid_until().is_some_and(|last| last < day);
    let best = sure.first()?;
    let alone = sure.iter().skip(1).all(|other| other.score < best.score);
    let all_over = sure.iter().all(|found| is_over(found.place));
    (alone && all_over).then_some(best.place)
}

fn is_within(place: &'static Place, within: PlaceId) -> bool {
    std::iter::successors(Some(place), |place| place.parent()).any(|place| place.id == within)
}

/// Who took over, the heirs first.
fn heirs_of(place: &Place) -> Vec<PlaceId> {
    place.successors().iter().map(|step| step.place.id).collect()
}
