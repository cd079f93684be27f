//! Dates of a contest in words: "đến hết 31/5/2027", "quý IV/2027", "còn 12 ngày".

use kernel::{Day, Instant, Message, Period, Window};

use crate::frame::Words;

/// A stretch of the calendar as people write it.
pub fn period(words: Words, period: Period) -> String {
    match period {
        Period::Quarter(year, quarter) => {
            let number =
                ["I", "II", "III", "IV"][usize::from(quarter.clamp(1, 4).unsigned_abs()) - 1];
            words.tell(&Message::new("when-quarter").with("quarter", number).with("year", year))
        }
        other => other.written(),
    }
}

/// When something is, at the precision stated.
pub fn window(words: Words, window: &Window) -> String {
    let say = |it: Period| period(words, it);
    match (window.start, window.end, window.end_inclusive) {
        (None, None, _) => words.say("when-open"),
        (Some(start), None, _) => words.with("when-from", "start", say(start)),
        (Some(start), Some(end), true) if start == end => say(start),
        (None, Some(end), true) => words.with("when-through", "end", say(end)),
        (None, Some(end), false) => words.with("when-before", "end", say(end)),
        (Some(start), Some(end), inclusive) => {
            let key = if inclusive { "when-from-through" } else { "when-from-before" };
            words.tell(&Message::new(key).with("start", say(start)).with("end", say(end)))
        }
    }
}

/// How near the end of something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// It is over.
    Over,
    /// Its last day is today.
    LastDay,
    /// So many days are left.
    Left(i64),
}

/// How near the last day is, seen from a day; nothing where no date is stated.
pub fn nearness(window: &Window, today: Day) -> Option<Nearness> {
    let last = window.last_day().or_else(|| window.start.map(Period::first_day))?;
    Some(match today.days_until(last) {
        days if days < 0 => Nearness::Over,
        0 => Nearness::LastDay,
        days => Nearness::Left(days),
    })
}

/// "còn 12 ngày", "hôm nay là ngày cuối"; nothing once it is over.
pub fn days_left(words: Words, window: &Window, today: Day) -> Option<String> {
    match nearness(window, today)? {
        Nearness::Over => None,
        Nearness::LastDay => Some(words.say("when-last-day")),
        Nearness::Left(days) => Some(words.count("when-days-left", days)),
    }
}

/// A moment of the database as people write it.
pub fn moment(millis: i64) -> String {
    Instant::from_millis(millis).written()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Locale;

    fn of(start: &str, end: &str, end_inclusive: bool) -> Window {
        Window { start: start.parse().ok(), end: end.parse().ok(), end_inclusive }
    }

    #[test]
    fn windows_read_as_papers_have_them() {
        let check = |window_: Window, vi: &str, en: &str| {
            assert_eq!(window(Words(Locale::Vi), &window_), vi);
            assert_eq!(window(Words(Locale::En), &window_), en);
        };
        check(of("", "2027-05-31", true), "đến hết 31/5/2027", "through 31/5/2027");
        check(of("", "2027-05-31", false), "trước 31/5/2027", "before 31/5/2027");
        check(of("2027-Q4", "2027-Q4", true), "quý IV/2027", "Q IV/2027");
        check(of("2027-08", "2027-08", true), "8/2027", "8/2027");
        check(of("2026-09-10", "", true), "từ 10/9/2026", "from 10/9/2026");
        check(
            of("2027-07-01", "2027-07-20", true),
            "từ 1/7/2027 đến hết 20/7/2027",
            "from 1/7/2027 through 20/7/2027",
        );
        check(
            of("2027", "2027-07-20", false),
            "từ 2027 đến trước 20/7/2027",
            "from 2027 until before 20/7/2027",
        );
        check(of("", "", true), "chưa định ngày", "no date yet");
    }

    #[test]
    fn days_are_left_until_the_last_that_counts() {
        let today: Day = "2027-05-30".parse().unwrap();
        let check = |window: Window, expect| assert_eq!(nearness(&window, today), expect);
        check(of("", "2027-05-31", true), Some(Nearness::Left(1)));
        check(of("", "2027-05-31", false), Some(Nearness::LastDay));
        check(of("", "2027-05-30", false), Some(Nearness::Over));
        check(of("2027-06-09", "", true), Some(Nearness::Left(10)));
        check(of("", "", true), None);
    }
}
