//! Days of the world: most are counted from the day on which it is loaded, so that it is never old.

use kernel::{Day, Instant, Period};

/// A day as the world tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// A day of history, ISO.
    On(&'static str),
    /// So many days before the world is loaded.
    Ago(i64),
    /// So many days before the quarter began in which the world is loaded.
    BeforeQuarter(i64),
}

impl At {
    /// The day of the calendar, when the world is loaded on `today`.
    ///
    /// # Errors
    /// A day of history is none of the calendar.
    pub fn day(self, today: Day) -> Result<Day, kernel::Fault> {
        match self {
            Self::On(day) => Ok(day.parse()?),
            Self::Ago(days) => Ok(later(today, -days)),
            Self::BeforeQuarter(days) => Ok(later(Period::quarter_of(today).first_day(), -days)),
        }
    }
}

/// The day so many days later, earlier when negative.
pub fn later(day: Day, days: i64) -> Day {
    day.begins().plus_seconds(days * 24 * 3600).day()
}

/// The moment of a day at which offices work: so many minutes after eight.
pub fn at_work(day: Day, minutes: i64) -> Instant {
    day.begins().plus_seconds((8 * 60 + minutes) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_day_of_loading() {
        let today: Day = "2026-11-21".parse().unwrap();
        let check = |at: At, expect: &str| assert_eq!(at.day(today).unwrap().to_string(), expect);
        check(At::On("2024-03-04"), "2024-03-04");
        check(At::Ago(21), "2026-10-31");
        check(At::Ago(0), "2026-11-21");
        check(At::BeforeQuarter(1), "2026-09-30");
        assert_eq!(later(today, 41).to_string(), "2027-01-01");
        assert_eq!(at_work(today, 90).written(), "09:30 · 21/11/2026");
    }
}
