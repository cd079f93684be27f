//! What people of the province did, and when: contests from the paper to the report.

mod desks;
mod district;
mod offices;
mod province;
mod small;
mod words;

pub use desks::{DESKS, Desk};
pub use offices::{CLOSURE, OFFICES};
pub use words::{PERIOD_WORDS, REPORT_WORDS};

use crate::Person;
use crate::time::At;

/// Something that somebody did on a day.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    /// When.
    pub at: At,
    /// Who.
    pub by: &'static Person,
    /// What.
    pub deed: Deed,
}

/// The task of a unit in a contest.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// Key of the contest: that of its paper.
    pub contest: &'static str,
    /// Key of the unit.
    pub unit: &'static str,
    /// Words of the task, as many as tell it from others of the unit.
    pub task: &'static str,
}

/// What somebody does.
#[derive(Debug, Clone, Copy)]
pub enum Deed {
    /// Nothing but what goes by the clock.
    Wait,
    /// The reorganisations of the province are carried out.
    Reorganise,
    /// A paper is handed in, read, and its review opened.
    HandIn(&'static str),
    /// In the review of a paper, its contest is put under another.
    PutUnder(&'static str, &'static str),
    /// The review of a paper is accepted as it stands.
    Accept(&'static str),
    /// A contest is begun, and shown to everybody with its paper.
    Begin(&'static str),
    /// A contest asks of entries what a ready set says: its code, and why.
    Ask(&'static str, &'static str, &'static str),
    /// A contest is judged by what a ready set says: its code.
    Rubric(&'static str, &'static str),
    /// A contest is closed.
    Close(&'static str),
    /// Something about the task of a unit.
    Task(Work, Step),
    /// Units report a task on paper, and the reports are accepted.
    OnPaper {
        /// Contest and words of the task.
        of: (&'static str, &'static str),
        /// Keys of the units that do not.
        but: &'static [&'static str],
    },
    /// A unit tells what it published.
    Publish(&'static str, &'static str, Activity),
    /// What a unit published last is taken, or more is asked for.
    Judge(&'static str, &'static str, Option<&'static str>),
    /// Something about the report of a unit for the period in which the day lies.
    Report(&'static str, &'static str, At, Writing),
    /// All desks but these hand in the report of the period in which the day lies, where it is open.
    Reports(&'static str, At, &'static [&'static str]),
    /// What was handed in for that period is accepted.
    AcceptReports(&'static str, At),
    /// A letter to the units that are late.
    Letter(&'static str),
}

/// What is done about a task.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// The unit begins.
    Start,
    /// The unit reports.
    Report {
        /// In words.
        words: &'static str,
        /// One count.
        figure: Option<i64>,
        /// An address that proves it.
        link: Option<&'static str>,
        /// Whether the record of a broadcast comes with it.
        proof: bool,
    },
    /// The report is accepted.
    Accept,
    /// The report is returned, with a reason.
    Return(&'static str),
    /// More time is asked for: so many days after this one, and why.
    Ask(i64, &'static str),
}

/// Something that a unit published, or plans to.
#[derive(Debug, Clone, Copy)]
pub struct Activity {
    /// Word of the channel.
    pub channel: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Days from the day on which it is told: 0 is today, later ones are planned.
    pub in_days: i64,
    /// How many.
    pub copies: Option<i64>,
    /// How many people.
    pub reach: Option<i64>,
    /// An address that proves it.
    pub link: Option<&'static str>,
    /// Whether the record of a broadcast comes with it.
    pub proof: bool,
}

/// What is done about a periodic report.
#[derive(Debug, Clone, Copy)]
pub enum Writing {
    /// Words are kept, one for each heading.
    Keep(&'static [&'static str]),
    /// Words are handed in, one for each heading.
    HandIn(&'static [&'static str]),
    /// What units below handed in is gathered, and the whole handed in.
    Gather,
    /// It is accepted.
    Accept,
    /// It is returned, with a reason.
    Return(&'static str),
}

const fn event(at: At, by: &'static Person, deed: Deed) -> Event {
    Event { at, by, deed }
}

/// Everything that happened; what came first on a day stands first.
pub fn events() -> impl Iterator<Item = &'static Event> {
    district::EVENTS.iter().chain(small::EVENTS).chain(province::EVENTS.iter().copied().flatten())
}
