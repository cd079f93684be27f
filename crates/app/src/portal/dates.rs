//! Dates as the public reads them: how long still, until when, and what the date was before.

use kernel::{Day, Instant, Message, Period, Window};

use crate::frame::Words;

/// So many days before its end a deadline is shown with hours and the time of the server.
const NEAR_DAYS: i64 = 3;
const DAY_MILLIS: i64 = 24 * 3600 * 1000;

/// Days of the calendar from one day to another.
pub fn days_between(from: Day, to: Day) -> i64 {
    (to.begins().millis() - from.begins().millis()) / DAY_MILLIS
}

/// A stretch of the calendar inside of a sentence: "ngày 31/5/2027", "tháng 5/2027", "quý II/2027".
pub fn named(words: Words, period: Period) -> String {
    match period {
        Period::Day(day) => words.with("portal-day", "day", day.written()),
        Period::Month(year, month) => {
            words.with("portal-month", "month", format!("{month}/{year}"))
        }
        Period::Quarter(year, quarter) => {
            let roman = ["I", "II", "III", "IV"];
            let roman = roman.get(usize::try_from(quarter - 1).unwrap_or(0)).unwrap_or(&"IV");
            words.with("portal-quarter", "quarter", format!("{roman}/{year}"))
        }
        Period::Year(year) => words.with("portal-year", "year", year),
    }
}

/// The same in a table or under a picture, where a day needs no noun.
pub fn short(words: Words, period: Period) -> String {
    match period {
        Period::Day(day) => day.written(),
        coarse => named(words, coarse),
    }
}

/// The end of a window as papers say it: "đến hết ngày 31/5/2027", "trước ngày 1/6/2027".
pub fn end(words: Words, window: &Window) -> Option<String> {
    let key = match window.end_inclusive {
        true => "portal-through",
        false => "portal-before",
    };
    window.end.map(|end| words.with(key, "day", named(words, end)))
}

/// A whole window: "1–20/7/2027", "từ 1/10/2026 đến hết 31/5/2027", "quý IV/2027".
pub fn window(words: Words, window: &Window) -> String {
    match (window.start, window.end) {
        (None, None) => words.say("portal-no-date"),
        (Some(start), None) => words.with("portal-from", "day", short(words, start)),
        (None, Some(end)) => until(words, end, window.end_inclusive),
        (Some(start), Some(end)) if start == end && window.end_inclusive => short(words, start),
        (Some(start), Some(end)) => between(words, (start, end), window.end_inclusive),
    }
}

fn until(words: Words, end: Period, inclusive: bool) -> String {
    match inclusive {
        true => words.with("portal-through", "day", short(words, end)),
        false => words.with("portal-before", "day", short(words, end)),
    }
}

fn between(words: Words, (start, end): (Period, Period), inclusive: bool) -> String {
    if let (Period::Day(first), Period::Day(last), true) = (start, end, inclusive)
        && (first.year(), first.month()) == (last.year(), last.month())
    {
        let written = first.written();
        let number = written.split('/').next().unwrap_or_default();
        return format!("{number}–{}", last.written());
    }
    let message = Message::new("portal-between")
        .with("start", short(words, start))
        .with("end", until(words, end, inclusive));
    words.tell(&message)
}

/// How far a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It has not begun: so many days until it does.
    Opens(Day),
    /// So many days of the calendar; at least one.
    Days(i64),
    /// It ends today.
    Today,
    /// It is over.
    Over,
}

impl Left {
    /// How far the end of a window is at a moment; nothing where it has none.
    pub fn of(window: &Window, at: Instant) -> Option<Self> {
        let (closes, last) = (window.closes()?, window.last_day()?);
        if at >= closes {
            return Some(Self::Over);
        }
        match window.opens() {
            Some(opens) if at < opens => Some(Self::Opens(opens.day())),
            _ => match days_between(at.day(), last) {
                0 => Some(Self::Today),
                days => Some(Self::Days(days)),
            },
        }
    }

    /// Whether the time of the server stands beside it.
    pub fn is_near(self) -> bool {
        matches!(self, Self::Today | Self::Days(..=NEAR_DAYS))
    }
}

/// Until when a page that was made now may be kept: the next midnight, or the next minute near a deadline.
pub fn keeps_until(at: Instant, is_near: bool) -> Instant {
    match is_near {
        true => Instant::from_millis((at.millis() / 60_000 + 1) * 60_000),
        false => at.day().ends(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Locale;

    fn stated(start: &str, end: &str, end_inclusive: bool) -> Window {
        Window { start: start.parse().ok(), end: end.parse().ok(), end_inclusive }
    }

    #[test]
    fn windows_are_written_as_papers_have_them() {
        let check = |(start, end, inclusive): (&str, &str, bool), vi: &str, en: &str| {
            let stated = stated(start, end, inclusive);
            assert_eq!(window(Words(Locale::Vi), &stated), vi);
            assert_eq!(window(Words(Locale::En), &stated), en);
        };
        check(("1/7/2027", "20/7/2027", true), "1–20/7/2027", "1–20/7/2027");
        check(("", "31/5/2027", true), "đến hết 31/5/2027", "through 31/5/2027");
        check(("", "31/5/2027", false), "trước 31/5/2027", "before 31/5/2027");
        check(("10/9/2026", "", true), "từ 10/9/2026", "from 10/9/2026");
        check(("10/9/2026", "10/9/2026", true), "10/9/2026", "10/9/2026");
        check(("Q4/2027", "Q4/2027", true), "quý IV/2027", "quarter IV/2027");
        check(("8/2027", "8/2027", true), "tháng 8/2027", "8/2027");
        check(
            ("1/10/2026", "31/5/2027", true),
            "từ 1/10/2026 đến hết 31/5/2027",
            "from 1/10/2026 through 31/5/2027",
        );
        check(
            ("1/10/2026", "31/5/2027", false),
            "từ 1/10/2026 trước 31/5/2027",
            "from 1/10/2026 before 31/5/2027",
        );
        check(("", "", true), "chưa có ngày", "no date yet");
    }

    #[test]
    fn days_left_change_at_midnight_of_viet_nam() {
        let through = stated("1/10/2026", "31/5/2027", true);
        let before = stated("", "31/5/2027", false);
        let check = |window: &Window, day: &str, seconds: i64, expect: Left| {
            let day: Day = day.parse().unwrap();
            let found = Left::of(window, day.begins().plus_seconds(seconds));
            assert_eq!(found, Some(expect), "{day} {seconds}");
        };
        check(&through, "2026-09-30", 86_399, Left::Opens("2026-10-01".parse().unwrap()));
        check(&through, "2026-11-20", 0, Left::Days(192));
        check(&through, "2027-05-30", 86_399, Left::Days(1));
        check(&through, "2027-05-31", 0, Left::Today);
        check(&through, "2027-05-31", 86_399, Left::Today);
        check(&through, "2027-06-01", 0, Left::Over);
        check(&before, "2027-05-29", 0, Left::Days(1));
        check(&before, "2027-05-30", 86_399, Left::Today);
        check(&before, "2027-05-31", 0, Left::Over);
        assert_eq!(Left::of(&stated("1/10/2026", "", true), Instant::from_millis(0)), None);
    }

    #[test]
    fn a_page_is_kept_until_midnight_or_for_a_minute() {
        let day: Day = "2026-11-21".parse().unwrap();
        let ten = day.begins().plus_seconds(36_030);
        assert_eq!(keeps_until(ten, false), day.ends());
        assert_eq!(keeps_until(ten, true), day.begins().plus_seconds(36_060));
    }
}
