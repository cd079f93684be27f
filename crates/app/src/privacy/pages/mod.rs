//! The pages of personal data.

mod data;
mod erasure;
mod person;
mod retention;

use crate::frame::guard::Access::{Administrator, SignedIn};
use crate::router::{Route, get, post};

/// Every address of personal data, beside those of the own account.
pub fn routes() -> Vec<Route> {
    vec![
        get("/account/data", SignedIn, data::show),
        post("/account/data/exports", SignedIn, data::order),
        get("/account/data/exports/{export}", SignedIn, data::give_out),
        post("/account/data/erasure", SignedIn, erasure::ask),
        post("/account/data/erasure/removal", SignedIn, erasure::withdraw),
        post("/people/{id}/data/erasure", Administrator, erasure::decide),
        get("/people/{id}/data", Administrator, person::show),
        post("/people/{id}/data/exports", Administrator, person::order),
        get("/installation/retention", Administrator, retention::show),
        post("/installation/retention", Administrator, retention::order),
    ]
}
