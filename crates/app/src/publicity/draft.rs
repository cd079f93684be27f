//! An activity as somebody typed it, parsed.

use kernel::{Day, Message, Refusal, text};
use serde::{Deserialize, Serialize};

use super::channel::Channel;
use crate::files::Kept;
use crate::tasks::AssignmentId;

/// Most characters of a title.
const LONGEST: usize = 300;
/// Most characters of a reason.
const LONGEST_REASON: usize = 2_000;
/// Most links of one activity.
const MOST_LINKS: usize = 20;

/// An activity that is to be written down.
#[derive(Debug, Clone)]
pub struct Draft {
    /// By which way.
    pub channel: Channel,
    /// What it is.
    pub title: String,
    /// Whether it is done, and on which day it was or is to be.
    pub when: When,
    /// How many, by the channel's own measure.
    pub copies: Option<i64>,
    /// How many people came, saw or heard.
    pub reach: Option<i64>,
    /// Addresses that prove it.
    pub links: Vec<String>,
    /// Files that prove it, each as the sender named it.
    pub files: Vec<(Kept, String)>,
    /// The task of the unit that it carries out.
    pub assignment: Option<AssignmentId>,
}

/// Whether something is done, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// It is to be on this day.
    Planned(Day),
    /// It was on this day.
    Done(Day),
}

/// What stood in an activity before a correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Word of the channel.
    pub channel: String,
    /// What it is.
    pub title: String,
    /// ISO.
    pub planned_on: Option<String>,
    /// ISO.
    pub done_on: Option<String>,
    /// How many.
    pub copies: Option<i64>,
    /// How many people.
    pub reach: Option<i64>,
    /// One on each line.
    pub links: String,
}

/// The form of an activity, without its files.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Whose; id or name.
    pub unit: String,
    /// Word of the channel.
    pub channel: String,
    /// What it is.
    pub title: String,
    /// `planned`, or anything else.
    pub status: String,
    /// The day.
    pub day: String,
    /// How many.
    pub copies: String,
    /// How many people.
    pub reach: String,
    /// One on each line.
    pub links: String,
    /// Id of the unit's task; empty: none.
    pub assignment: String,
    /// The revision that was shown.
    pub revision: String,
}

impl Typed {
    /// Reads the form; `today` is the last day on which something can be done already.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read(&self, today: Day) -> Result<Draft, Refusal> {
        let channel = Channel::read(&self.channel)
            .ok_or_else(|| Refusal::field("channel", "publicity-channel-missing"));
        let title = title(&self.title);
        let when = self.when(today);
        let copies = figure(&self.copies, "copies");
        let reach = figure(&self.reach, "reach");
        match (channel, title, when, copies, reach, links(&self.links)) {
            (Ok(channel), Ok(title), Ok(when), Ok(copies), Ok(reach), Ok(links)) => Ok(Draft {
                channel,
                title,
                when,
                copies,
                reach,
                links,
                files: Vec::new(),
                assignment: self.assignment()?,
            }),
            (channel, title, when, copies, reach, links) => Err(joined([
                channel.err(),
                title.err(),
                when.err(),
                copies.err(),
                reach.err(),
                links.err(),
            ])),
        }
    }

    fn when(&self, today: Day) -> Result<When, Refusal> {
        let day: Day =
            self.day.parse().map_err(|_| Refusal::field("day", "publicity-day-unreadable"))?;
        match self.status == "planned" {
            true => Ok(When::Planned(day)),
            false if day > today => Err(Refusal::field("day", "publicity-day-to-come")),
            false => Ok(When::Done(day)),
        }
    }

    fn assignment(&self) -> Result<Option<AssignmentId>, Refusal> {
        match self.assignment.trim() {
            "" => Ok(None),
            id => id.parse().map(Some).map_err(|_| Refusal::invalid("form-unreadable")),
        }
    }
}

/// One refusal with the fields of several.
fn joined(refusals: impl IntoIterator<Item = Option<Refusal>>) -> Refusal {
    let fields = refusals.into_iter().flatten().flat_map(|refusal| refusal.fields);
    let whole = Refusal::invalid("form-has-errors");
    fields.fold(whole, |refusal, (field, text)| refusal.and_field(field, text))
}

fn title(typed: &str) -> Result<String, Refusal> {
    let text = text::clean(typed);
    match text.chars().count() {
        0 => Err(Refusal::field("title", "publicity-title-empty")),
        1..=LONGEST => Ok(text),
        _ => Err(Refusal::field("title", Message::new("name-too-long").with("longest", LONGEST))),
    }
}

/// A reason, which must not be empty.
///
/// # Errors
/// It is empty or too long.
pub fn reason(typed: &str) -> Result<String, Refusal> {
    let text = text::clean_lines(typed);
    let longest = || Message::new("name-too-long").with("longest", LONGEST_REASON);
    match text.chars().count() {
        0 => Err(Refusal::field("reason", "publicity-reason-empty")),
        1..=LONGEST_REASON => Ok(text),
        _ => Err(Refusal::field("reason", longest())),
    }
}

/// A count: digits, perhaps with the points that people put between thousands.
fn figure(typed: &str, field: &'static str) -> Result<Option<i64>, Refusal> {
    let digits: String = typed.chars().filter(|sign| !" .\u{a0}".contains(*sign)).collect();
    match digits.as_str() {
        "" => Ok(None),
        text if text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(text.parse().ok())
        }
        _ => Err(Refusal::field(field, "publicity-figure-unreadable")),
    }
}

/// Addresses of the web, which alone may become links of a page.
fn links(typed: &str) -> Result<Vec<String>, Refusal> {
    let cleaned = text::clean_lines(typed);
    let lines: Vec<&str> = cleaned.split_whitespace().collect();
    let is_link = |line: &&str| {
        let rest = line.strip_prefix("https://").or_else(|| line.strip_prefix("http://"));
        rest.is_some_and(|rest| rest.contains('.')) && line.len() <= 500
    };
    match lines.len() <= MOST_LINKS && lines.iter().all(is_link) {
        true => Ok(lines.into_iter().map(str::to_owned).collect()),
        false => Err(Refusal::field("links", "report-links-unreadable")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed {
            channel: "leaflet".into(),
            title: " Tờ  rơi ".into(),
            day: "21/11/2026".into(),
            copies: "1.200".into(),
            ..Typed::default()
        }
    }

    #[test]
    fn a_form_reads() {
        let today: Day = "2026-11-21".parse().unwrap();
        let draft = typed().read(today).unwrap();
        assert_eq!((draft.title.as_str(), draft.copies, draft.reach), ("Tờ rơi", Some(1200), None));
        assert_eq!(draft.when, When::Done(today));
    }

    #[test]
    fn every_wrong_field_is_named() {
        let today: Day = "2026-11-20".parse().unwrap();
        let wrong = Typed {
            channel: "x".into(),
            title: String::new(),
            copies: "12,5".into(),
            reach: "-1".into(),
            links: "javascript:alert(1)".into(),
            ..typed()
        };
        let refusal = wrong.read(today).unwrap_err();
        let fields: Vec<&str> = refusal.fields.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["channel", "title", "day", "copies", "reach", "links"]);
        let planned = Typed { status: "planned".into(), ..typed() };
        assert_eq!(planned.read(today).unwrap().when, When::Planned(today.tomorrow()));
    }
}
