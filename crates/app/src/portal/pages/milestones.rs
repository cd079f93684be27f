//! The milestones of a contest on its page: as stops of the picture, and as rows of the table below it.

use kernel::Instant;

use super::parts;
use crate::frame::Words;
use crate::portal::contest::{Milestone, Portal, label};
use crate::portal::dates;
use crate::portal::timeline::{Look, Stop};

/// A milestone as a row of the table.
pub struct DateLine {
    /// What happens.
    pub label: String,
    /// When.
    pub when: String,
    /// The date that no longer holds.
    pub was: Option<String>,
    /// By what it was moved.
    pub by: Option<String>,
    /// How far it is.
    pub state: String,
    /// Whether it was called off.
    pub is_off: bool,
    /// What else is to be known.
    pub note: Option<String>,
}

/// The milestones that have a day, and today, in the order of days.
pub fn stops(portal: &Portal, words: Words, at: Instant) -> Vec<Stop> {
    let due = portal.deadline().map(|deadline| deadline.row.id.as_str());
    let mut stops: Vec<Stop> =
        portal.milestones.iter().filter_map(|one| stop(one, due, (words, at))).collect();
    if !portal.row.is_closed() && !stops.is_empty() {
        stops.push(Stop {
            label: words.say("portal-today"),
            when: at.day().written(),
            was: None,
            day: at.day(),
            look: Look::Now,
        });
    }
    stops.sort_by_key(|stop| stop.day);
    stops
}

fn stop(milestone: &Milestone, due: Option<&str>, (words, at): (Words, Instant)) -> Option<Stop> {
    let row = &milestone.row;
    let day = parts::day_of(&row.kind, &milestone.window)?;
    let is_due = due == Some(row.id.as_str());
    let written = |window| match is_due {
        true => dates::end(words, window).unwrap_or_default(),
        false => dates::window(words, window),
    };
    let look = match row.called_off {
        true => Look::Off,
        false if day < at.day() => Look::Past,
        false if is_due => Look::Due,
        false => Look::Next,
    };
    Some(Stop {
        label: match is_due {
            true => words.say("portal-deadline"),
            false => label(words, &row.kind, row.title.as_deref()),
        },
        when: written(&milestone.window),
        was: milestone.was.as_ref().map(written),
        day,
        look,
    })
}

pub fn date_lines(portal: &Portal, words: Words, at: Instant) -> Vec<DateLine> {
    let mut milestones: Vec<&Milestone> = portal.milestones.iter().collect();
    let day = |one: &Milestone| parts::day_of(&one.row.kind, &one.window);
    milestones.sort_by_key(|one| (day(one).is_none(), day(one)));
    milestones.into_iter().map(|one| date_line(portal, one, (words, at))).collect()
}

fn date_line(portal: &Portal, one: &Milestone, (words, at): (Words, Instant)) -> DateLine {
    let by = one.changes.last().filter(|_| one.was.is_some());
    DateLine {
        label: label(words, &one.row.kind, one.row.title.as_deref()),
        when: dates::window(words, &one.window),
        was: one.was.map(|was| dates::window(words, &was)),
        by: by.map(|change| parts::moved_by(portal, change, words)),
        state: parts::state(one, words, at),
        is_off: one.row.called_off,
        note: one.row.by_postmark.then(|| words.say("portal-by-postmark")),
    }
}
