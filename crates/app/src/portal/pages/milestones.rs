//! The milestones of a contest on its page: as marks of the picture, and as rows of the table below it.

use kernel::Instant;

use super::parts;
use crate::contests::timeline::{self, Mark, Shape, Timeline};
use crate::frame::Words;
use crate::portal::contest::{Milestone, Portal, label};
use crate::portal::dates;

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

/// The milestones that have a day, and today while the contest runs, as a picture.
pub fn picture(portal: &Portal, words: Words, at: Instant) -> Timeline {
    let due = portal.deadline().map(|deadline| deadline.row.id.as_str());
    let marks: Vec<Mark> =
        portal.milestones.iter().map(|one| mark(one, due, (words, at))).collect();
    let word = words.say("timeline-today");
    let today = (!portal.row.is_closed()).then(|| (at.day(), word.as_str(), at.day().written()));
    timeline::draw(&marks, today)
}

fn mark(milestone: &Milestone, due: Option<&str>, (words, at): (Words, Instant)) -> Mark {
    let row = &milestone.row;
    let is_due = due == Some(row.id.as_str());
    let written = |window| match is_due {
        true => dates::end(words, window).unwrap_or_default(),
        false => dates::window(words, window),
    };
    let is_over = milestone.window.closes().or(milestone.window.opens());
    let shape = match row.called_off {
        true => Shape::Off,
        false if is_over.is_some_and(|over| over <= at) => Shape::Past,
        false if is_due => Shape::Next,
        false => Shape::Ahead,
    };
    Mark {
        title: match is_due {
            true => words.say("portal-deadline"),
            false => label(words, &row.kind, row.title.as_deref()),
        },
        when: written(&milestone.window),
        was: milestone.was.as_ref().map(written),
        window: milestone.window,
        shape,
    }
}

/// The milestones in the order of days.
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
