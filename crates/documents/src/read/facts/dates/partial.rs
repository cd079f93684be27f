//! A date at the precision at which it is stated.

use std::fmt;

/// Part of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it, or not said.
    #[default]
    Whole,
    /// Tháng, 1–12.
    Month(i8),
    /// Quý, 1–4.
    Quarter(i8),
}

/// A day, month, quarter or year; a part that is not stated is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial {
    pub year: Option<i16>,
    pub part: Part,
    pub day: Option<i8>,
}

/// Year, month, day: sorts as time passes.
type Day = (i16, i8, i8);

impl Partial {
    pub(crate) fn of_year(year: Option<i16>) -> Self {
        Self { year, ..Self::default() }
    }

    pub(crate) fn of_month(year: Option<i16>, month: i8) -> Self {
        Self { year, part: Part::Month(month), day: None }
    }

    pub(crate) fn of_quarter(year: Option<i16>, quarter: i8) -> Self {
        Self { year, part: Part::Quarter(quarter), day: None }
    }

    pub(crate) fn month(self) -> Option<i8> {
        match self.part {
            Part::Month(month) => Some(month),
            Part::Whole | Part::Quarter(_) => None,
        }
    }

    /// As ISO 8601 writes it, with `2024-Q1` for a quarter; nothing without a year.
    pub(crate) fn iso(self) -> Option<String> {
        let year = self.year?;
        Some(match (self.part, self.day) {
            (Part::Whole, None) => format!("{year:04}"),
            (Part::Whole, Some(_)) => return None,
            (Part::Quarter(quarter), _) => format!("{year:04}-Q{quarter}"),
            (Part::Month(month), None) => format!("{year:04}-{month:02}"),
            (Part::Month(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        })
    }

    /// The first day that it can mean.
    pub(crate) fn first(self) -> Option<Day> {
        Some((self.year?, self.months().0, self.day.unwrap_or(1)))
    }

    /// The last day that it can mean.
    pub(crate) fn last(self) -> Option<Day> {
        let (year, month) = (self.year?, self.months().1);
        Some((year, month, self.day.unwrap_or_else(|| days_in(Some(year), month))))
    }

    /// Whether every day that the other can mean is one that this can mean.
    pub(crate) fn covers(self, other: Self) -> bool {
        self.first() <= other.first() && other.last() <= self.last()
    }

    /// The parts that a beginning leaves out are those of its end: "từ ngày 3 đến ngày 18/9/2027",
    /// "từ tháng 11 đến tháng 3/2026".
    pub(crate) fn completed_by_end(self, end: Self) -> Self {
        let mut whole = self.with_month_of(end);
        if whole.year.is_none() {
            let crosses = (whole.months().0, whole.day.unwrap_or(0))
                > (end.months().1, end.day.unwrap_or(31));
            whole.year = end.year.map(|year| if crosses { year - 1 } else { year });
        }
        whole
    }

    /// The parts that an end leaves out are those of its beginning: "từ 15/11/2025 đến 20/3".
    pub(crate) fn completed_by_start(self, start: Self) -> Self {
        let mut whole = self;
        if whole.year.is_none() && whole.part != Part::Whole {
            let crosses = (whole.months().1, whole.day.unwrap_or(31))
                < (start.months().0, start.day.unwrap_or(0));
            whole.year = start.year.map(|year| if crosses { year + 1 } else { year });
        }
        whole
    }

    fn with_month_of(self, end: Self) -> Self {
        let (Some(day), Part::Whole, Part::Month(month)) = (self.day, self.part, end.part) else {
            return self;
        };
        let month =
            if end.day.is_some_and(|last| day > last) { (month + 10) % 12 + 1 } else { month };
        Self { part: Part::Month(month), ..self }
    }

    fn months(self) -> (i8, i8) {
        match self.part {
            Part::Whole => (1, 12),
            Part::Month(month) => (month, month),
            Part::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
        }
    }
}

impl fmt::Display for Partial {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.iso().as_deref().unwrap_or("?"))
    }
}

/// Days in a month; 29 in a February of no known year.
pub(super) fn days_in(year: Option<i16>, month: i8) -> i8 {
    let leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_at_its_precision() {
        let day = Partial { day: Some(5), ..Partial::of_month(Some(2025), 3) };
        let rows = [
            (day, "2025-03-05"),
            (Partial::of_month(Some(2025), 3), "2025-03"),
            (Partial::of_quarter(Some(2025), 4), "2025-Q4"),
            (Partial::of_year(Some(2025)), "2025"),
            (Partial::of_month(None, 3), "?"),
            (Partial { day: Some(3), ..Partial::of_year(Some(2025)) }, "?"),
        ];
        for (partial, expect) in rows {
            assert_eq!(partial.to_string(), expect);
        }
    }

    #[test]
    fn a_quarter_covers_its_months() {
        let quarter = Partial::of_quarter(Some(2025), 4);
        for (month, expect) in [(9, false), (10, true), (12, true)] {
            assert_eq!(quarter.covers(Partial::of_month(Some(2025), month)), expect, "{month}");
        }
    }

    #[test]
    fn months_have_their_days() {
        let rows = [
            (Some(2024), 2, 29),
            (Some(2025), 2, 28),
            (Some(2100), 2, 28),
            (None, 2, 29),
            (None, 6, 30),
            (None, 7, 31),
        ];
        for (year, month, expect) in rows {
            assert_eq!(days_in(year, month), expect);
        }
    }
}
