//! The milestones of a contest as a calendar (RFC 5545): events of whole days, in lines of 75 octets.

use kernel::{Day, Instant, Window};

use super::contest::{Milestone, Portal, label};
use super::dates;
use crate::frame::Words;

/// Longest line in octets, its end not counted (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// A calendar that is being written.
pub struct Calendar(Lines);

/// An event of whole days.
pub struct Event<'e> {
    /// Its name for calendar programs, the same in every version.
    pub uid: &'e str,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Grows with each version.
    pub sequence: i64,
    /// Its first day, and the first day after it.
    pub days: (Day, Day),
    /// What it is.
    pub summary: &'e str,
    /// What else there is to say.
    pub description: &'e str,
    /// Where to read more.
    pub url: &'e str,
    /// Whether it is no more to take place.
    pub is_cancelled: bool,
}

impl Calendar {
    /// An empty calendar of this name.
    pub fn new(name: &str) -> Self {
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", "-//hoithi//hoithi//VI");
        lines.put("CALSCALE", "GREGORIAN");
        lines.put("METHOD", "PUBLISH");
        lines.text("X-WR-CALNAME", name);
        lines.put("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
        lines.put("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
        zone(&mut lines);
        Self(lines)
    }

    /// One more event.
    pub fn add(&mut self, event: &Event<'_>) {
        let lines = &mut self.0;
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &format!("{}@hoithi", event.uid));
        lines.put("SEQUENCE", &event.sequence.to_string());
        lines.put("DTSTAMP", &stamp(event.changed_at));
        lines.put("LAST-MODIFIED", &stamp(event.changed_at));
        lines.put("DTSTART;VALUE=DATE", &date(event.days.0));
        lines.put("DTEND;VALUE=DATE", &date(event.days.1));
        lines.text("SUMMARY", event.summary);
        lines.text("DESCRIPTION", event.description);
        lines.put("URL", event.url);
        lines.put("STATUS", if event.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("END", "VEVENT");
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        self.0.put("END", "VCALENDAR");
        self.0.0
    }
}

/// The calendar of a contest; `url` is the address of its page.
pub fn written(portal: &Portal, words: Words, url: &str) -> String {
    let mut calendar = Calendar::new(&portal.row.name);
    for milestone in &portal.milestones {
        if let Some(days) = days(milestone) {
            event(&mut calendar, (portal, milestone), days, (words, url));
        }
    }
    calendar.finish()
}

fn zone(lines: &mut Lines) {
    for (name, value) in [
        ("BEGIN", "VTIMEZONE"),
        ("TZID", "Asia/Ho_Chi_Minh"),
        ("BEGIN", "STANDARD"),
        ("DTSTART", "19750613T000000"),
        ("TZOFFSETFROM", "+0700"),
        ("TZOFFSETTO", "+0700"),
        ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ] {
        lines.put(name, value);
    }
}

/// The first day, and the first day after. A deadline is its last day; a month is all its days.
fn days(milestone: &Milestone) -> Option<(Day, Day)> {
    let Window { start, end, end_inclusive } = milestone.window;
    let last = milestone.window.last_day().or_else(|| start.map(|start| start.first_day()))?;
    let first = match (start, end) {
        _ if milestone.row.kind == "submission" => last,
        (Some(start), _) => start.first_day(),
        (None, Some(end)) if end_inclusive => end.first_day(),
        (None, _) => last,
    };
    Some((first.min(last), last.tomorrow()))
}

fn event(
    calendar: &mut Calendar,
    (portal, milestone): (&Portal, &Milestone),
    days: (Day, Day),
    (words, url): (Words, &str),
) {
    let row = &milestone.row;
    let name = label(words, &row.kind, row.title.as_deref());
    let name = match row.kind.as_str() {
        "submission" => words.with("portal-calendar-deadline", "what", name),
        _ => name,
    };
    calendar.add(&Event {
        uid: &row.id,
        changed_at: milestone.made_at,
        sequence: row.version - 1,
        days,
        summary: &format!("{name} · {}", portal.row.name),
        description: &description(milestone, words),
        url,
        is_cancelled: row.called_off,
    });
}

fn description(milestone: &Milestone, words: Words) -> String {
    let when = dates::window(words, &milestone.window);
    let was = milestone.was.map(|was| dates::window(words, &was));
    let was = was.map(|was| words.with("portal-instead-of", "date", was));
    let postmark = milestone.row.by_postmark.then(|| words.say("portal-by-postmark"));
    let parts: Vec<String> = [Some(when), was, postmark].into_iter().flatten().collect();
    parts.join("\n")
}

fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// `20261121T030000Z`
fn stamp(at: Instant) -> String {
    let text = at.to_string();
    let seconds = text.split('.').next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line whose value needs no escaping.
    fn put(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for letter in format!("{name}:{value}").chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            room -= letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }

    /// A line of words that people wrote.
    fn text(&mut self, name: &str, words: &str) {
        let escaped = words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        let escaped = escaped.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n");
        self.put(name, &escaped);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters() {
        let check = |words: &str, expect: &str| {
            let mut lines = Lines::default();
            lines.text("SUMMARY", words);
            assert_eq!(lines.0, expect);
        };
        check(
            "Hội thi; năm 2027, \\ mới\nhai",
            "SUMMARY:Hội thi\\; năm 2027\\, \\\\ mới\\nhai\r\n",
        );
        check(&"x".repeat(67), &format!("SUMMARY:{}\r\n", "x".repeat(67)));
        check(&"x".repeat(68), &format!("SUMMARY:{}\r\n x\r\n", "x".repeat(67)));
        check(&format!("{}ệ", "x".repeat(65)), &format!("SUMMARY:{}\r\n ệ\r\n", "x".repeat(65)));
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_unfolding_gives_all_back() {
        let words = "Nghiên cứu, ứng dụng tiến bộ kỹ thuật vào sản xuất và đời sống ".repeat(7);
        let mut lines = Lines::default();
        lines.put("DESCRIPTION", &words);
        assert!(lines.0.split("\r\n").all(|line| line.len() <= 75), "{}", lines.0);
        assert_eq!(lines.0.replace("\r\n ", ""), format!("DESCRIPTION:{words}\r\n"));
    }

    #[test]
    fn stamps_are_utc() {
        assert_eq!(stamp(Instant::from_millis(1_795_230_000_000)), "20261121T030000Z");
    }
}
