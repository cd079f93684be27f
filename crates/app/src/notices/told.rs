//! How a notice is told: its sentence, and where it leads.

use kernel::{Instant, Message};

use super::Kind;
use crate::contests::kind;
use crate::frame::Words;
use crate::reports::period::ReportPeriod;
use crate::tasks::mark;

/// What a sentence is made of.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Word of the kind.
    pub kind: &'a str,
    /// The thing, as the ledger names it.
    pub subject: &'a str,
    /// Of which contest.
    pub contest_id: &'a str,
    /// Words of the task, milestone or period.
    pub about: &'a str,
    /// Name of the unit.
    pub unit: Option<&'a str>,
    /// The end that is spoken of.
    pub due_at: Option<i64>,
}

/// Longest words of a task in a sentence.
const LONGEST: usize = 200;

impl About<'_> {
    /// What has happened, or what is due, as it is at this moment.
    pub fn sentence(&self, words: Words, at: Instant) -> String {
        let Some(kind) = self.kind_at(at) else { return self.named(words) };
        let endless = kind.endless().filter(|_| self.due_at.is_none());
        let mut message = Message::new(endless.unwrap_or_else(|| kind.sentence()))
            .with("about", self.named(words))
            .with("unit", self.unit.unwrap_or_default());
        if let Some(due) = self.due_at {
            let last = mark::last_day(due);
            let distance = words.tell(&mark::distance(last, at.day()));
            message = message.with("day", last.written()).with("distance", distance);
        }
        words.tell(&message)
    }

    /// Its kind at this moment: what was soon due when the reminder was made may be overdue when it is read.
    fn kind_at(&self, at: Instant) -> Option<Kind> {
        let kind = Kind::read(self.kind)?;
        let passed = self.due_at.is_some_and(|due| due <= at.millis());
        Some(if kind == Kind::DueSoon && passed { Kind::Overdue } else { kind })
    }

    /// Whether it reminds of what is overdue at this moment.
    pub fn is_overdue(&self, at: Instant) -> bool {
        self.kind_at(at) == Some(Kind::Overdue)
    }

    /// The name of the thing.
    pub fn named(&self, words: Words) -> String {
        if self.subject.starts_with("report/") {
            let period = self.about.parse::<ReportPeriod>().map(|one| words.tell(&one.name()));
            return words.with("told-report", "period", period.unwrap_or_default());
        }
        let label = kind::label("milestone", self.about);
        match self.subject.starts_with("milestone/") && words.knows(&label) {
            true => words.say(&label),
            false => cut(self.about),
        }
    }

    /// The page of the thing.
    pub fn path(&self) -> String {
        match self.subject.split_once('/') {
            Some(("assignment", id)) => format!("/assignments/{id}"),
            Some(("task", id)) => format!("/tasks/{id}"),
            Some(("report", id)) => format!("/reports/{id}"),
            Some(("conversation", id)) => format!("/conversations/{id}"),
            _ => format!("/contests/{}", self.contest_id),
        }
    }

    /// Its sign.
    pub fn icon(&self, at: Instant) -> &'static str {
        self.kind_at(at).map_or("info", Kind::icon)
    }
}

fn cut(text: &str) -> String {
    match text.chars().count() <= LONGEST {
        true => text.to_owned(),
        false => format!("{}…", text.chars().take(LONGEST).collect::<String>().trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Locale;

    #[test]
    fn things_have_their_pages() {
        let path = |subject| {
            let about = About {
                kind: "remark",
                subject,
                contest_id: "c",
                about: "",
                unit: None,
                due_at: None,
            };
            about.path()
        };
        assert_eq!(path("assignment/a"), "/assignments/a");
        assert_eq!(path("task/t"), "/tasks/t");
        assert_eq!(path("report/r"), "/reports/r");
        assert_eq!(path("conversation/v"), "/conversations/v");
        assert_eq!(path("milestone/m"), "/contests/c");
        assert_eq!(path("contest/c"), "/contests/c");
    }

    #[test]
    fn what_is_due_is_counted_from_today() {
        let day = |text: &str| text.parse::<kernel::Day>().unwrap();
        let about = About {
            kind: "due-soon",
            subject: "assignment/a",
            contest_id: "c",
            about: "Ban hành kế hoạch",
            unit: None,
            due_at: Some(day("2026-11-24").ends().millis()),
        };
        let told = about.sentence(Words(Locale::Vi), day("2026-11-21").begins());
        assert_eq!(told, "Sắp đến hạn 24/11/2026 (còn 3 ngày): Ban hành kế hoạch");
        let later = day("2026-11-26").begins();
        let told = about.sentence(Words(Locale::Vi), later);
        assert_eq!(told, "Đã quá hạn 24/11/2026 (quá hạn 2 ngày): Ban hành kế hoạch");
        assert_eq!((about.icon(later), about.is_overdue(later)), ("warning", true));
    }
}
