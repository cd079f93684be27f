//! The pages of reports.

pub mod act;
pub mod late;
pub mod own;
pub mod paper;
pub mod period;
pub mod show;
pub mod version;

use kernel::Instant;

use super::period::ReportPeriod;
use super::state::State;
use crate::frame::Words;
use crate::frame::guard::Access::SignedIn;
use crate::router::{Route, get, post, upload};

/// Every address of reports.
pub fn routes() -> Vec<Route> {
    vec![
        get("/reports", SignedIn, own::list),
        get("/reports/{id}", SignedIn, show::show),
        upload("/reports/{id}", SignedIn, act::write),
        upload("/reports/{id}/submission", SignedIn, act::submit),
        upload("/reports/{id}/gathering", SignedIn, act::gather),
        post("/reports/{id}/verdict", SignedIn, act::decide),
        get("/reports/{id}/versions/{number}", SignedIn, version::show),
        get("/reports/{id}/paper", SignedIn, paper::show),
        post("/reports/{id}/paper", SignedIn, paper::keep),
        get("/reports/{id}/paper/{format}", SignedIn, paper::file),
        get("/contests/{id}/reports", SignedIn, period::newest),
        post("/contests/{id}/reports", SignedIn, period::open),
        get("/contests/{id}/reports/{period}", SignedIn, period::show),
        get("/contests/{id}/reports/{period}/sheet", SignedIn, period::sheet),
        get("/contests/{id}/reports/{period}/paper/{format}", SignedIn, paper::of_all),
        get("/contests/{id}/reports/{period}/overdue", SignedIn, late::list),
        post("/contests/{id}/reports/{period}/overdue/chasing", SignedIn, late::chase),
    ]
}

/// A stored period as people write it.
fn written(period: &str, words: Words) -> String {
    let read = period.parse::<ReportPeriod>();
    read.map_or_else(|_| period.to_owned(), |period| words.tell(&period.name()))
}

/// How reports may stand, for a filter.
fn states(words: Words) -> Vec<(&'static str, String)> {
    let all = ["open", "late", "returned", "submitted", "accepted"];
    let keys = [
        "report-state-open",
        "report-state-late",
        "report-state-returned",
        "report-state-submitted",
        "report-state-accepted",
    ];
    all.into_iter().zip(keys).map(|(code, key)| (code, words.say(key))).collect()
}

/// What is said of a report: its state, or that it is late.
struct Standing {
    /// Key of the word.
    key: &'static str,
    /// Class of the colour.
    class: &'static str,
    /// "hạn 20/9/2024, còn 12 ngày".
    due: String,
}

fn standing(state: &str, due_at: Option<i64>, at: Instant, words: Words) -> Standing {
    let state: State = state.parse().unwrap_or(State::Open);
    let due = due_at.map(Instant::from_millis);
    let late = state.is_due() && due.is_some_and(|due| due <= at);
    let (key, class) = match (state, late) {
        (_, true) => ("report-state-late", "is-late"),
        (State::Open, _) => ("report-state-open", "is-due"),
        (State::Returned, _) => ("report-state-returned", "is-due"),
        (State::Submitted, _) => ("report-state-submitted", "is-open"),
        (State::Accepted, _) => ("report-state-accepted", "is-done"),
    };
    let due = match due {
        Some(due) if state.is_due() => said_due(due, at, words),
        _ => String::new(),
    };
    Standing { key, class, due }
}

/// The last day, and how many days are left.
fn said_due(due: Instant, at: Instant, words: Words) -> String {
    const DAY: i64 = 24 * 3600 * 1000;
    let last = Instant::from_millis(due.millis() - 1).day();
    let mut said = words.with("report-due", "day", last.written());
    let left = (due.millis() - at.millis()).div_euclid(DAY);
    if left >= 0 {
        said.push_str(&words.count("report-days-left", left));
    }
    said
}
