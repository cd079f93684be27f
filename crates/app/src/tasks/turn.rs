//! Turns (kỳ): the months, quarters, halves and years in which a task comes again.

use kernel::{Day, Message, Period};

use super::draft::Recurrence;

/// One turn of a recurring task: the third quarter of 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    recurrence: Recurrence,
    year: i16,
    /// 1, 2, … within the year.
    number: i8,
}

impl Turn {
    /// The turn in which a day lies.
    pub fn of(recurrence: Recurrence, day: Day) -> Self {
        let number = (day.month() - 1) / recurrence.months() + 1;
        Self { recurrence, year: day.year(), number }
    }

    /// The turn that follows.
    #[must_use]
    pub fn next(self) -> Self {
        Self::of(self.recurrence, self.last_day().tomorrow())
    }

    /// The first day.
    pub fn first_day(self) -> Day {
        let months = self.recurrence.months();
        Period::Month(self.year, (self.number - 1) * months + 1).first_day()
    }

    /// The last day.
    pub fn last_day(self) -> Day {
        Period::Month(self.year, self.number * self.recurrence.months()).last_day()
    }

    /// The word in the database: `2026-11`, `2026-Q4`, `2026-H2`, `2026`.
    pub fn code(self) -> String {
        let Self { year, number, .. } = self;
        match self.recurrence {
            Recurrence::Monthly => format!("{year:04}-{number:02}"),
            Recurrence::Quarterly => format!("{year:04}-Q{number}"),
            Recurrence::HalfYearly => format!("{year:04}-H{number}"),
            Recurrence::Yearly => format!("{year:04}"),
        }
    }

    /// Reads the word in the database; the empty word of a task that comes once is none.
    pub fn read(code: &str) -> Option<Self> {
        let (year, rest) = code.split_once('-').unwrap_or((code, ""));
        let recurrence = match rest.chars().next() {
            None => Recurrence::Yearly,
            Some('Q') => Recurrence::Quarterly,
            Some('H') => Recurrence::HalfYearly,
            Some(_) => Recurrence::Monthly,
        };
        let number = match rest.trim_start_matches(['Q', 'H']) {
            "" => 1,
            number => number.parse().ok()?,
        };
        let year = year.parse().ok().filter(|year| (1000..=9000).contains(year))?;
        let turn = Self { recurrence, year, number };
        ((1..=12 / recurrence.months()).contains(&number) && turn.code() == code).then_some(turn)
    }

    /// What people call it.
    pub fn label(self) -> Message {
        const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
        let message = match (self.recurrence, self.number) {
            (Recurrence::Monthly, month) => Message::new("turn-month").with("month", month),
            (Recurrence::Quarterly, quarter) => {
                let place = usize::from(quarter.unsigned_abs()).saturating_sub(1);
                Message::new("turn-quarter").with("quarter", ROMAN.get(place).unwrap_or(&""))
            }
            (Recurrence::HalfYearly, 1) => Message::new("turn-first-half"),
            (Recurrence::HalfYearly, _) => Message::new("turn-second-half"),
            (Recurrence::Yearly, _) => Message::new("turn-year"),
        };
        message.with("year", self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_follow_one_another() {
        let check = |recurrence, day: &str, code: &str, first: &str, last: &str, next: &str| {
            let turn = Turn::of(recurrence, day.parse().unwrap());
            assert_eq!(turn.code(), code);
            assert_eq!(Turn::read(code), Some(turn));
            assert_eq!(turn.first_day().to_string(), first, "{code}");
            assert_eq!(turn.last_day().to_string(), last, "{code}");
            assert_eq!(turn.next().code(), next, "{code}");
        };
        let day = "2026-11-21";
        check(Recurrence::Monthly, day, "2026-11", "2026-11-01", "2026-11-30", "2026-12");
        check(Recurrence::Quarterly, day, "2026-Q4", "2026-10-01", "2026-12-31", "2027-Q1");
        check(Recurrence::HalfYearly, day, "2026-H2", "2026-07-01", "2026-12-31", "2027-H1");
        check(Recurrence::Yearly, day, "2026", "2026-01-01", "2026-12-31", "2027");
        check(Recurrence::Monthly, "2028-02-03", "2028-02", "2028-02-01", "2028-02-29", "2028-03");
    }

    #[test]
    fn what_is_no_turn_is_none() {
        for code in ["", "2026-Q5", "2026-H3", "2026-13", "2026-1", "26", "x", "2026-Q", "2026-é"]
        {
            assert_eq!(Turn::read(code), None, "{code}");
        }
    }
}
