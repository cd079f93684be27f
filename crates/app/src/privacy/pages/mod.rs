//! The pages of personal data.

mod retention;

use crate::frame::guard::Access::Administrator;
use crate::router::{Route, get, post};

/// Every address of personal data, beside those of the own account.
pub fn routes() -> Vec<Route> {
    vec![
        get("/installation/retention", Administrator, retention::show),
        post("/installation/retention", Administrator, retention::order),
    ]
}
