//! The pages of notices.

mod calendar;
mod choices;
mod list;

use crate::frame::guard::Access::{Anyone, SignedIn};
use crate::router::{Route, get, post};

/// Every address of notices.
pub fn routes() -> Vec<Route> {
    vec![
        get("/notices", SignedIn, list::list),
        post("/notices/reading", SignedIn, list::read_all),
        post("/notices/{number}/opening", SignedIn, list::open),
        post("/notices/{number}/reading", SignedIn, list::read),
        get("/account/notices", SignedIn, choices::show),
        post("/account/notices", SignedIn, choices::choose),
        post("/account/calendar", SignedIn, calendar::make),
        post("/account/calendar/removal", SignedIn, calendar::revoke),
        get("/calendar/{token}", Anyone, calendar::show),
    ]
}
