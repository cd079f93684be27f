//! Which years a paper can mean.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::Text;

/// Years in which such papers and the laws that they cite were written.
const SANE: std::ops::RangeInclusive<i16> = 1945..=2100;
/// A paper plans no further ahead.
const AHEAD: i16 = 10;

static YEAR: LazyLock<Form> = LazyLock::new(|| Form::new(r"(?<year>20\d\d)"));

/// The years that the rest of a paper supports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Years {
    /// Year of issue.
    pub issued: Option<i16>,
    /// Month of issue.
    pub issued_month: Option<i8>,
    /// First and last year of the contest.
    pub contest: Option<[i16; 2]>,
    /// Four-digit years of the text, the most frequent first.
    pub mentioned: Vec<i16>,
}

impl Years {
    /// With the years that the text itself mentions.
    pub(crate) fn of(
        text: &Text,
        issued: Option<i16>,
        issued_month: Option<i8>,
        contest: Option<[i16; 2]>,
    ) -> Self {
        let mut counts: Vec<(usize, i16)> = Vec::new();
        for found in YEAR.all(text, text.whole()) {
            let Some(year) = whole_year(text, &found) else { continue };
            match counts.iter_mut().find(|(_, counted)| *counted == year) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, year)),
            }
        }
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let mentioned = counts.into_iter().map(|(_, year)| year).collect();
        Self { issued, issued_month, contest, mentioned }
    }

    /// The year of a month that states none: that of a contest of one year; or else that of the
    /// paper, or the year after if the month was over when it was issued.
    pub(super) fn of_undated(&self, month: Option<i8>) -> Option<i16> {
        let contest = self.contest.filter(|[first, last]| first == last).map(|[year, _]| year);
        let over = month.zip(self.issued_month).is_some_and(|(month, issued)| month < issued);
        let next = self.contest.is_none_or(|[_, last]| self.issued < Some(last));
        contest.or(self.issued.map(|year| if over && next { year + 1 } else { year }))
    }

    /// What the digits of a year mean, and whether they can stand.
    pub(super) fn read(&self, digits: &str) -> (Option<i16>, bool) {
        let Ok(number) = digits.parse::<i16>() else { return (self.repaired(digits), false) };
        match digits.len() {
            2 if number <= 50 => (Some(2000 + number), true),
            4 if SANE.contains(&number) => self.sane(digits, number),
            _ => (self.repaired(digits), false),
        }
    }

    /// "2042" in a paper of 2024 is a slip of the hand.
    fn sane(&self, digits: &str, year: i16) -> (Option<i16>, bool) {
        let latest = self.issued.max(self.contest.map(|[_, last]| last));
        if latest.is_some_and(|latest| year > latest + AHEAD) {
            return (self.repaired(digits).or(Some(year)), false);
        }
        (Some(year), true)
    }

    /// The supported year that looks most like the digits.
    pub(crate) fn repaired(&self, digits: &str) -> Option<i16> {
        let contest = self.contest.into_iter().flatten();
        let supported =
            self.issued.into_iter().chain(contest).chain(self.mentioned.iter().copied());
        let near =
            supported.map(|year| (distance(digits.as_bytes(), year.to_string().as_bytes()), year));
        near.filter(|(distance, _)| *distance <= 2)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, year)| year)
    }
}

/// Four digits that are not part of more.
fn whole_year(text: &Text, found: &crate::read::form::Found) -> Option<i16> {
    let span = found.part("year")?;
    let digit = |at: Option<usize>| {
        at.and_then(|at| text.byte(at)).is_some_and(|byte| byte.is_ascii_digit())
    };
    let whole = !digit(span.start.checked_sub(1)) && !digit(Some(span.end));
    whole.then(|| text.folded(span).parse().ok())?
}

/// Insertions, deletions and replacements from one to the other; digits in another order are one slip.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let sorted = |digits: &[u8]| {
        let mut digits = digits.to_vec();
        digits.sort_unstable();
        digits
    };
    if a != b && sorted(a) == sorted(b) {
        return 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    /// Of a paper of February 2024.
    fn years(contest: Option<[i16; 2]>) -> Years {
        Years { issued: Some(2024), issued_month: Some(2), contest, mentioned: Vec::new() }
    }

    #[test]
    fn a_year_that_cannot_be_is_the_one_that_the_rest_supports() {
        let years = Years { mentioned: vec![2022], ..years(Some([2024, 2025])) };
        let rows = [
            ("2025", (Some(2025), true)),
            ("25", (Some(2025), true)),
            ("1975", (Some(1975), true)),
            ("20224", (Some(2024), false)),
            ("20255", (Some(2025), false)),
            ("202", (Some(2024), false)),
            ("2042", (Some(2024), false)),
            ("99999", (None, false)),
        ];
        for (digits, expect) in rows {
            assert_eq!(years.read(digits), expect, "{digits}");
        }
    }

    #[test]
    fn years_of_the_text_are_counted() {
        let text = Text::new(normalise("số 2019/QĐ, năm 2025, 5/2026, 2026, 12026, 20260"));
        assert_eq!(Years::of(&text, None, None, None).mentioned, [2026, 2019, 2025]);
    }

    #[test]
    fn a_month_without_a_year_is_the_next_one() {
        let rows = [
            (None, 5, Some(2024)),
            (None, 1, Some(2025)),
            (Some([2024, 2025]), 1, Some(2025)),
            (Some([2023, 2024]), 1, Some(2024)),
            (Some([2025, 2025]), 5, Some(2025)),
        ];
        for (contest, month, expect) in rows {
            assert_eq!(years(contest).of_undated(Some(month)), expect, "{contest:?} {month}");
        }
    }
}
