//! Periods of a reporting regime and when their reports are due. Pure.

use std::fmt;
use std::str::FromStr;

use documents::{Frequency, MonthOfPeriod};
use kernel::{Day, Instant, Message, Period, Window};

/// A period on which units report (kỳ báo cáo).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportPeriod {
    /// A month of a year.
    Month(i16, i8),
    /// A quarter, 1 to 4.
    Quarter(i16, i8),
    /// A half, 1 or 2.
    Half(i16, i8),
    /// A year.
    Year(i16),
    /// The one report of a regime that asks for one.
    Once,
}

/// The text is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPeriod;

impl fmt::Display for NotAPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a period of reports")
    }
}

impl std::error::Error for NotAPeriod {}

impl ReportPeriod {
    /// The period of a regime in which a day lies.
    pub fn of(frequency: Frequency, day: Day) -> Self {
        let (year, month) = (day.year(), day.month());
        match frequency {
            Frequency::Monthly => Self::Month(year, month),
            Frequency::Quarterly => Self::Quarter(year, (month - 1) / 3 + 1),
            Frequency::HalfYearly => Self::Half(year, (month - 1) / 6 + 1),
            Frequency::Yearly => Self::Year(year),
            Frequency::Once => Self::Once,
        }
    }

    /// First and last month; nothing for the one report.
    fn months(self) -> Option<(i16, i8, i8)> {
        match self {
            Self::Month(year, month) => Some((year, month, month)),
            Self::Quarter(year, quarter) => Some((year, quarter * 3 - 2, quarter * 3)),
            Self::Half(year, half) => Some((year, half * 6 - 5, half * 6)),
            Self::Year(year) => Some((year, 1, 12)),
            Self::Once => None,
        }
    }

    /// The first day; nothing for the one report.
    pub fn first_day(self) -> Option<Day> {
        let (year, first, _) = self.months()?;
        Day::new(year, first, 1).ok()
    }

    /// The last day; nothing for the one report.
    pub fn last_day(self) -> Option<Day> {
        let (year, _, last) = self.months()?;
        Some(last_of(year, last))
    }

    /// How people name it: `quý I/2025` of a quarter, `6 tháng đầu năm 2025` of a half.
    pub fn name(self) -> Message {
        match self {
            Self::Month(year, month) => named("period-month", year).with("month", month),
            Self::Quarter(year, quarter) => {
                let roman = ["I", "II", "III", "IV"];
                let at = usize::try_from(quarter - 1).unwrap_or(0);
                named("period-quarter", year).with("quarter", roman[at.min(3)])
            }
            Self::Half(year, 1) => named("period-first-half", year),
            Self::Half(year, _) => named("period-second-half", year),
            Self::Year(year) => named("period-year", year),
            Self::Once => Message::new("period-once"),
        }
    }
}

fn named(key: &'static str, year: i16) -> Message {
    Message::new(key).with("year", year)
}

fn last_of(year: i16, month: i8) -> Day {
    let next = if month == 12 { Day::new(year + 1, 1, 1) } else { Day::new(year, month + 1, 1) };
    next.expect("the month after a month is one").yesterday()
}

/// When the reports of a regime are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Day of the month; nothing: its last.
    pub day: Option<i8>,
    /// Whether the named day still counts; "trước ngày 20" leaves it out.
    pub inclusive: bool,
    /// In which month of the period; nothing: the last.
    pub month: Option<MonthOfPeriod>,
    /// The day where it is due once.
    pub once: Option<Day>,
}

impl Due {
    /// The last day on which the report of a period is in time; nothing where that is not stated.
    pub fn last_day(self, period: ReportPeriod) -> Option<Day> {
        let Some((year, first, last)) = period.months() else {
            return self.once.map(|day| self.counting(day));
        };
        let month = match self.month {
            Some(MonthOfPeriod::First) => first,
            Some(MonthOfPeriod::Middle) => first + (last - first) / 2,
            Some(MonthOfPeriod::Last) | None => last,
        };
        let end = last_of(year, month);
        // "Ngày 30" of a February is its last day.
        let named = self.day.and_then(|day| Day::new(year, month, day).ok());
        Some(named.map_or(end, |day| self.counting(day)))
    }

    /// The last day that is in time, as windows of milestones have it.
    fn counting(self, named: Day) -> Day {
        let window =
            Window { start: None, end: Some(Period::Day(named)), end_inclusive: self.inclusive };
        window.last_day().unwrap_or(named)
    }

    /// The instant after which the report of a period is late.
    pub fn instant(self, period: ReportPeriod) -> Option<Instant> {
        self.last_day(period).map(Day::ends)
    }
}

impl fmt::Display for ReportPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Once => f.write_str("once"),
        }
    }
}

impl FromStr for ReportPeriod {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        if text == "once" {
            return Ok(Self::Once);
        }
        let (year, rest) =
            text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
        let year = match year.parse() {
            Ok(year @ 1000..=9000) => year,
            _ => return Err(NotAPeriod),
        };
        match rest {
            None => Ok(Self::Year(year)),
            Some("Q1") => Ok(Self::Quarter(year, 1)),
            Some("Q2") => Ok(Self::Quarter(year, 2)),
            Some("Q3") => Ok(Self::Quarter(year, 3)),
            Some("Q4") => Ok(Self::Quarter(year, 4)),
            Some("H1") => Ok(Self::Half(year, 1)),
            Some("H2") => Ok(Self::Half(year, 2)),
            Some(month) => match month.parse() {
                Ok(month @ 1..=12) if text.len() == 7 => Ok(Self::Month(year, month)),
                _ => Err(NotAPeriod),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lies_in_its_period() {
        let day = Day::new(2025, 5, 20).unwrap();
        let check = |frequency, stored: &str, first: &str, last: &str| {
            let period = ReportPeriod::of(frequency, day);
            assert_eq!(period.to_string(), stored);
            assert_eq!(stored.parse(), Ok(period));
            assert_eq!(period.first_day().unwrap().to_string(), first);
            assert_eq!(period.last_day().unwrap().to_string(), last);
        };
        check(Frequency::Monthly, "2025-05", "2025-05-01", "2025-05-31");
        check(Frequency::Quarterly, "2025-Q2", "2025-04-01", "2025-06-30");
        check(Frequency::HalfYearly, "2025-H1", "2025-01-01", "2025-06-30");
        check(Frequency::Yearly, "2025", "2025-01-01", "2025-12-31");
        assert_eq!("once".parse(), Ok(ReportPeriod::Once));
        for wrong in ["", "2025-Q5", "2025-13", "2025-3", "25", "2025-H3"] {
            assert_eq!(wrong.parse::<ReportPeriod>(), Err(NotAPeriod), "{wrong}");
        }
    }

    #[test]
    fn a_period_has_a_name() {
        let check = |stored: &str, expect: Message| {
            assert_eq!(stored.parse::<ReportPeriod>().map(ReportPeriod::name), Ok(expect));
        };
        check("2025-05", named("period-month", 2025).with("month", 5));
        check("2025-Q4", named("period-quarter", 2025).with("quarter", "IV"));
        check("2025-H1", named("period-first-half", 2025));
        check("2025-H2", named("period-second-half", 2025));
        check("2025", named("period-year", 2025));
        check("once", Message::new("period-once"));
    }

    #[test]
    fn reports_are_due_on_their_day() {
        let check = |day, month, period: &str, expect: &str| {
            let due = Due { day, inclusive: true, month, once: None };
            assert_eq!(due.last_day(period.parse().unwrap()).unwrap().to_string(), expect);
        };
        check(Some(20), Some(MonthOfPeriod::Last), "2024-Q3", "2024-09-20");
        check(Some(5), Some(MonthOfPeriod::First), "2024-Q3", "2024-07-05");
        check(Some(15), Some(MonthOfPeriod::Middle), "2024-Q3", "2024-08-15");
        check(Some(30), None, "2025-02", "2025-02-28");
        check(None, None, "2024-H2", "2024-12-31");
        let once =
            Due { day: Some(15), inclusive: true, month: None, once: Day::new(2025, 9, 15).ok() };
        assert_eq!(once.last_day(ReportPeriod::Once).unwrap().to_string(), "2025-09-15");
    }
    #[test]
    fn a_day_before_which_reports_are_due_is_late() {
        let check = |day, month, period: &str, expect: &str| {
            let due = Due { day, inclusive: false, month, once: None };
            assert_eq!(due.last_day(period.parse().unwrap()).unwrap().to_string(), expect);
        };
        check(Some(20), Some(MonthOfPeriod::Last), "2024-Q3", "2024-09-19");
        check(Some(1), Some(MonthOfPeriod::First), "2024-Q1", "2023-12-31");
        check(Some(30), None, "2025-02", "2025-02-28");
        check(None, None, "2024-H2", "2024-12-31");
        let once =
            Due { day: None, inclusive: false, month: None, once: Day::new(2025, 9, 15).ok() };
        assert_eq!(once.last_day(ReportPeriod::Once).unwrap().to_string(), "2025-09-14");
        let instant = due_at(Some(20), "2024-Q3");
        assert_eq!(instant, Day::new(2024, 9, 19).unwrap().ends());
    }

    fn due_at(day: Option<i8>, period: &str) -> Instant {
        let due = Due { day, inclusive: false, month: Some(MonthOfPeriod::Last), once: None };
        due.instant(period.parse().unwrap()).unwrap()
    }
}
