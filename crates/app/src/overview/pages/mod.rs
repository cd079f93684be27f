//! The pages of the overview.

mod all;
mod export;
mod figures;
mod one;

use kernel::id::ContestId;
use kernel::{Instant, Refusal};

use super::store::WeekRow;
use crate::frame::Words;
use crate::frame::guard::Access::{ContestSecretary, SignedIn};
use crate::router::{Route, get};

/// Every address of the overview.
pub fn routes() -> Vec<Route> {
    vec![
        get("/overview", ContestSecretary, all::show),
        get("/overview/export", ContestSecretary, export::all),
        get("/contests/{id}/overview", SignedIn, one::show),
        get("/contests/{id}/overview/export", SignedIn, export::one),
    ]
}

/// Rows of a list of the late.
const TOP: i64 = 10;
/// Rows of a list in a file.
const WHOLE: i64 = 5_000;
/// How many weeks are looked back on.
const WEEKS: i64 = 12;
const WEEK_SECONDS: i64 = 7 * 24 * 3600;

fn contest_id(text: &str) -> Result<ContestId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// When the first of the weeks begins: whole days, so that a week is told by its first day.
fn since(at: Instant) -> Instant {
    at.day().ends().plus_seconds(-WEEKS * WEEK_SECONDS)
}

/// Each week by its first day, with those in which nothing came in.
fn weeks(rows: &[WeekRow], since: Instant) -> Vec<(String, i64)> {
    let week = |number: i64| {
        let day = since.plus_seconds(number * WEEK_SECONDS).day();
        let found = rows.iter().find(|row| row.week == number);
        (
            format!("{}/{}", last_part(&day.to_string()), day.month()),
            found.map_or(0, |row| row.reports),
        )
    };
    (0..WEEKS).map(week).collect()
}

/// The day of `2026-11-21`, without a leading nought.
fn last_part(day: &str) -> &str {
    day.rsplit('-').next().unwrap_or_default().trim_start_matches('0')
}

/// A figure with points between thousands, as people write it.
fn grouped(figure: i64) -> String {
    let digits = figure.to_string();
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = digits.as_str();
    while rest.len() > 3 {
        let (before, part) = rest.split_at(rest.len() - 3);
        parts.push(part);
        rest = before;
    }
    parts.push(rest);
    parts.reverse();
    parts.join(".")
}

/// A share in whole percent, rounded down so that "100 %" means all.
fn percent(part: i64, whole: i64) -> i64 {
    if whole == 0 { 0 } else { part * 100 / whole }
}

/// How long something has been late.
fn late_for(words: Words, oldest: i64, at: Instant) -> String {
    let last = Instant::from_millis(oldest - 1).day();
    words.count("task-late-days", last.days_until(at.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_told_by_their_first_day() {
        let at = Instant::from_millis(1_795_230_000_000);
        let since = since(at);
        let rows = [WeekRow { week: 0, reports: 3 }, WeekRow { week: 11, reports: 7 }];
        let told = weeks(&rows, since);
        assert_eq!(told.len(), 12);
        assert_eq!(told[0], ("30/8".to_owned(), 3));
        assert_eq!(told[1], ("6/9".to_owned(), 0));
        assert_eq!(told[11], ("15/11".to_owned(), 7));
    }

    #[test]
    fn figures_are_written_as_people_write_them() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1.000", "1.234.567"]);
        assert_eq!(
            [percent(1, 3), percent(999, 1_000), percent(3, 3), percent(0, 0)],
            [33, 99, 100, 0]
        );
    }
}
