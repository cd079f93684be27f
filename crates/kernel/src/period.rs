//! Dates as papers state them: a day, a month, a quarter or a year, and windows between two of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::time::{Day, Instant};

/// A stretch of the calendar at the precision stated (ngày, tháng, quý, năm).
///
/// Stored and exchanged as `2025-05-31`, `2025-05`, `2025-Q2`, `2025`. Where a paper says "quý II",
/// nothing finer is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// One day.
    Day(Day),
    /// One month of a year.
    Month(i16, i8),
    /// One quarter of a year, 1 to 4.
    Quarter(i16, i8),
    /// One year.
    Year(i16),
}

/// The text is no stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPeriod;

impl fmt::Display for NotAPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day, month, quarter or year")
    }
}

impl std::error::Error for NotAPeriod {}

impl Period {
    /// The quarter in which a day lies.
    pub fn quarter_of(day: Day) -> Self {
        Self::Quarter(day.year(), (day.month() - 1) / 3 + 1)
    }

    /// The first day.
    pub fn first_day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => day_of(year, month),
            Self::Quarter(year, quarter) => day_of(year, quarter * 3 - 2),
            Self::Year(year) => day_of(year, 1),
        }
    }

    /// The last day.
    pub fn last_day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => before_month(year, month + 1),
            Self::Quarter(year, quarter) => before_month(year, quarter * 3 + 1),
            Self::Year(year) => before_month(year, 13),
        }
    }

    /// The same stretch some years later.
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        let shifted = |year: i16| year.saturating_add(years).clamp(1000, 9000);
        match self {
            Self::Day(day) => Self::Day(day.plus_years(years)),
            Self::Month(year, month) => Self::Month(shifted(year), month),
            Self::Quarter(year, quarter) => Self::Quarter(shifted(year), quarter),
            Self::Year(year) => Self::Year(shifted(year)),
        }
    }

    /// As people write it: `31/5/2025`, `5/2025`, `quý II/2025`, `2025`.
    pub fn written(self) -> String {
        match self {
            Self::Day(day) => day.written(),
            Self::Month(year, month) => format!("{month}/{year}"),
            Self::Quarter(year, quarter) => format!("quý {}/{year}", roman(quarter)),
            Self::Year(year) => year.to_string(),
        }
    }
}

fn roman(quarter: i8) -> &'static str {
    match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

/// The first day of a month that [`Period`] has let in.
fn day_of(year: i16, month: i8) -> Day {
    Day::new(year, month, 1).expect("a period names a month of the calendar")
}

fn before_month(year: i16, month: i8) -> Day {
    match month {
        13 => day_of(year + 1, 1).yesterday(),
        _ => day_of(year, month).yesterday(),
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    /// Reads `2025-05-31`, `2025-05`, `2025-Q2`, `2025` (storage), and `31/5/2025`, `5/2025`, `quý
    /// II/2025`, `Q2/2025` (people).
    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let text = text.trim();
        if let Ok(day) = text.parse() {
            return Ok(Self::Day(day));
        }
        if let Some((year, rest)) = text.split_once('-') {
            return coarse(year, rest);
        }
        match text.split_once('/') {
            Some((rest, year)) => coarse(year, rest),
            None => Ok(Self::Year(year(text)?)),
        }
    }
}

fn coarse(typed_year: &str, rest: &str) -> Result<Period, NotAPeriod> {
    let (year, rest) = (year(typed_year)?, rest.trim());
    let folded = crate::text::fold(rest);
    let quarter = folded.strip_prefix("quy").or_else(|| folded.strip_prefix('q'));
    match quarter.map(str::trim) {
        Some("1" | "i") => Ok(Period::Quarter(year, 1)),
        Some("2" | "ii") => Ok(Period::Quarter(year, 2)),
        Some("3" | "iii") => Ok(Period::Quarter(year, 3)),
        Some("4" | "iv") => Ok(Period::Quarter(year, 4)),
        Some(_) => Err(NotAPeriod),
        None => match rest.parse() {
            Ok(month @ 1..=12) => Ok(Period::Month(year, month)),
            _ => Err(NotAPeriod),
        },
    }
}

/// Years of papers have four digits; the calendar has room on both sides.
fn year(text: &str) -> Result<i16, NotAPeriod> {
    match text.trim().parse() {
        Ok(year @ 1000..=9000) => Ok(year),
        _ => Err(NotAPeriod),
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// From when until when, as stated (khoảng thời gian). "Trước ngày D" ends when D begins, "đến hết
/// ngày D" when D ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// When it begins; nothing where that is not stated.
    pub start: Option<Period>,
    /// When it ends; nothing where that is not stated.
    pub end: Option<Period>,
    /// Whether the end belongs to it.
    pub end_inclusive: bool,
}

/// The window ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndsBeforeItBegins;

impl Window {
    /// A window, if it does not end before it begins.
    ///
    /// # Errors
    /// [`EndsBeforeItBegins`].
    pub fn new(
        start: Option<Period>,
        end: Option<Period>,
        end_inclusive: bool,
    ) -> Result<Self, EndsBeforeItBegins> {
        let window = Self { start, end, end_inclusive };
        match (window.opens(), window.closes()) {
            (Some(opens), Some(closes)) if closes <= opens => Err(EndsBeforeItBegins),
            _ => Ok(window),
        }
    }

    /// The instant at which it begins.
    pub fn opens(&self) -> Option<Instant> {
        self.start.map(|start| start.first_day().begins())
    }

    /// The instant at which it ends.
    pub fn closes(&self) -> Option<Instant> {
        self.end.map(|end| match self.end_inclusive {
            true => end.last_day().ends(),
            false => end.first_day().begins(),
        })
    }

    /// The last day that still belongs to it.
    pub fn last_day(&self) -> Option<Day> {
        self.end.map(|end| match self.end_inclusive {
            true => end.last_day(),
            false => end.first_day().yesterday(),
        })
    }

    /// The same window some years later.
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        let later = |period: Option<Period>| period.map(|period| period.plus_years(years));
        Self { start: later(self.start), end: later(self.end), ..self }
    }

    /// Whether nothing is stated.
    pub fn is_open(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_back() {
        let check = |text: &str, stored: &str, written: &str, first: &str, last: &str| {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.to_string(), stored, "{text}");
            assert_eq!(stored.parse(), Ok(period), "{text}");
            assert_eq!(period.written(), written, "{text}");
            assert_eq!(period.first_day().to_string(), first, "{text}");
            assert_eq!(period.last_day().to_string(), last, "{text}");
        };
        check("31/5/2025", "2025-05-31", "31/5/2025", "2025-05-31", "2025-05-31");
        check("2/2024", "2024-02", "2/2024", "2024-02-01", "2024-02-29");
        check("12/2024", "2024-12", "12/2024", "2024-12-01", "2024-12-31");
        check("Quý IV/2025", "2025-Q4", "quý IV/2025", "2025-10-01", "2025-12-31");
        check("q1/2025", "2025-Q1", "quý I/2025", "2025-01-01", "2025-03-31");
        check("2025", "2025", "2025", "2025-01-01", "2025-12-31");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "31/4/2025", "13/2025", "2025-Q5", "quý V/2025", "25", "10/5/20224", "x"]
        {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn a_window_keeps_its_precision_in_another_year() {
        let window = |start: &str, end: &str| Window {
            start: start.parse().ok(),
            end: end.parse().ok(),
            end_inclusive: true,
        };
        assert_eq!(window("2024-02-29", "2024-Q2").plus_years(1), window("2025-02-28", "2025-Q2"));
        assert_eq!(window("2024-11", "").plus_years(2), window("2026-11", ""));
    }

    #[test]
    fn before_a_day_and_through_a_day() {
        let day: Period = "2025-05-31".parse().unwrap();
        let through = Window::new(None, Some(day), true).unwrap();
        let before = Window::new(None, Some(day), false).unwrap();
        assert_eq!(through.closes(), Some(Day::new(2025, 5, 31).unwrap().ends()));
        assert_eq!(before.closes(), Some(Day::new(2025, 5, 31).unwrap().begins()));
        assert_eq!(through.last_day().unwrap().to_string(), "2025-05-31");
        assert_eq!(before.last_day().unwrap().to_string(), "2025-05-30");
        assert_eq!(Window::new(Some(day), Some(day), false), Err(EndsBeforeItBegins));
        assert!(Window::new(Some(day), Some(day), true).is_ok());
    }
}
