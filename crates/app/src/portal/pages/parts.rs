//! Parts that several pages of the portal show: the deadline, the years, the name of a paper.

use kernel::{Instant, Message, Window};

use crate::frame::Words;
use crate::portal::contest::{Change, Milestone, Portal};
use crate::portal::dates::{self, Left};
use crate::portal::store::{PaperRow, PublicRow};

/// How long still until the deadline.
pub struct Countdown {
    /// The number, or the word in its place.
    pub big: String,
    /// What it counts.
    pub text: String,
    /// Until when, as the paper says it; time zone beside it.
    pub when: String,
    /// The date that no longer holds.
    pub was: Option<String>,
    /// By what the date was moved.
    pub by: Option<String>,
    /// The time of the server, near the end.
    pub clock: Option<String>,
}

/// The countdown of a contest; nothing where no deadline is stated.
pub fn countdown(portal: &Portal, words: Words, at: Instant) -> Option<Countdown> {
    let deadline = portal.deadline()?;
    let left = portal.left(at)?;
    let (big, text) = match left {
        Left::Opens(day) => (day.written(), words.say("portal-opens")),
        Left::Days(days) => (words.count("portal-days", days), words.say("portal-until-deadline")),
        Left::Today => (words.say("portal-last-day"), words.say("portal-for-dossiers")),
        Left::Over => (words.say("portal-over"), words.say("portal-for-dossiers")),
    };
    let by = deadline.changes.last().filter(|_| deadline.was.is_some());
    Some(Countdown {
        big,
        text,
        when: dates::end(words, &deadline.window)?,
        was: deadline.was.and_then(|was| dates::end(words, &was)),
        by: by.map(|change| moved_by(portal, change, words)),
        clock: left.is_near().then(|| at.written()),
    })
}

/// "Gia hạn theo Thông báo số 12/TB-BTC", or "dời ngày", as far as the public may know.
pub fn moved_by(portal: &Portal, change: &Change, words: Words) -> String {
    let later = change.window.closes() > change.was.closes();
    let paper = change.paper_id.as_ref();
    let paper = paper.and_then(|id| portal.papers.iter().find(|paper| paper.id == *id));
    match (paper.and_then(|paper| reference(paper, words)), later) {
        (Some(paper), true) => words.with("portal-extended-by", "paper", paper),
        (Some(paper), false) => words.with("portal-moved-by", "paper", paper),
        (None, true) => words.say("portal-extended"),
        (None, false) => words.say("portal-moved"),
    }
}

/// How far a milestone is, in words.
pub fn state(milestone: &Milestone, words: Words, at: Instant) -> String {
    if milestone.row.called_off {
        return words.say("portal-called-off");
    }
    let begins = milestone.window.opens();
    match (begins, Left::of(&milestone.window, at)) {
        (_, Some(Left::Over)) => words.say("portal-past"),
        (Some(begins), _) if at < begins => {
            words.count("portal-in-days", dates::days_between(at.day(), begins.day()))
        }
        (_, Some(Left::Days(days))) => words.count("portal-days-left", days),
        (_, Some(Left::Today)) => words.say("portal-today-last"),
        (Some(begins), None) if begins.day() < at.day() => words.say("portal-past"),
        (Some(_), _) => words.say("portal-today"),
        (None, _) => String::new(),
    }
}

/// "Tỉnh Sa Lĩnh · Lần thứ 5 · 2026–2027".
pub fn kicker(row: &PublicRow, words: Words) -> String {
    let edition = row.edition.map(|edition| words.with("portal-edition", "number", edition));
    let parts = [Some(first_capital(&row.locality)), edition, years(row)];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// "2026–2027", or the one year.
pub fn years(row: &PublicRow) -> Option<String> {
    match (row.first_year?, row.last_year) {
        (first, Some(last)) if last != first => Some(format!("{first}–{last}")),
        (first, _) => Some(first.to_string()),
    }
}

/// The same text, beginning with a capital.
pub fn first_capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// "Kế hoạch số 06/KH-UBND ngày 5/1/2026"; nothing where the paper has neither number nor day.
pub fn reference(paper: &PaperRow, words: Words) -> Option<String> {
    let number = match (&paper.number, &paper.symbol) {
        (Some(number), Some(symbol)) => Some(format!("{number}/{symbol}")),
        (Some(number), None) => Some(number.clone()),
        (None, _) => None,
    };
    let day = paper.issued_on.as_deref().and_then(|day| day.parse().ok());
    let day = day.map(|day| dates::named(words, day));
    let kind = words.say(kind(paper.kind.as_deref()));
    match (number, day) {
        (None, None) => None,
        (Some(number), None) => Some(numbered(words, kind, number)),
        (None, Some(day)) => Some(format!("{kind} {day}")),
        (Some(number), Some(day)) => Some(format!("{} {day}", numbered(words, kind, number))),
    }
}

fn numbered(words: Words, kind: String, number: String) -> String {
    words.tell(&Message::new("portal-paper-number").with("kind", kind).with("number", number))
}

/// The key of the name of a kind of paper.
pub fn kind(code: Option<&str>) -> &'static str {
    match code {
        Some("dispatch") => "portal-paper-dispatch",
        Some("plan") => "portal-paper-plan",
        Some("decision") => "portal-paper-decision",
        Some("notice") => "portal-paper-notice",
        Some("rules") => "portal-paper-rules",
        Some("guidance") => "portal-paper-guidance",
        Some("programme") => "portal-paper-programme",
        _ => "portal-paper-other",
    }
}

/// The day on which a milestone stands on a line: a deadline at its end, all else where it begins.
pub fn day_of(kind: &str, window: &Window) -> Option<kernel::Day> {
    let begins = window.start.map(kernel::Period::first_day);
    match kind {
        "submission" => window.last_day().or(begins),
        _ => begins.or_else(|| window.last_day()),
    }
}

/// Who and what may enter, a sentence for each condition.
pub fn eligibility(portal: &Portal, words: Words) -> Vec<String> {
    let rules = &portal.rules.eligibility;
    let born = |text: &str| text.parse().map_or(text.to_owned(), |day| dates::short(words, day));
    let ages = match (rules.min_age, rules.max_age) {
        (Some(min), Some(max)) => {
            let message = Message::new("portal-age-between").with("min", min).with("max", max);
            Some(words.tell(&message))
        }
        (Some(min), None) => Some(words.with("portal-age-from", "age", min)),
        (None, Some(max)) => Some(words.with("portal-age-to", "age", max)),
        (None, None) => None,
    };
    let since =
        rules.applied_since_year.map(|year| words.with("portal-applied-since", "year", year));
    let place =
        rules.applied_in.as_ref().map(|place| words.with("portal-applied-in", "place", place));
    let from = rules.born_from.as_ref().map(|day| words.with("portal-born-from", "day", born(day)));
    let to = rules.born_to.as_ref().map(|day| words.with("portal-born-to", "day", born(day)));
    [since, place, ages, from, to].into_iter().flatten().collect()
}
