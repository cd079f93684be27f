//! The pages of dossiers.

mod edit;
mod file;
mod show;

use crate::frame::guard::Access::SignedIn;
use crate::router::{Route, get, post};

/// Every address of dossiers.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/entry", SignedIn, show::show),
        get("/contests/{id}/entry/edit", SignedIn, edit::form),
        post("/contests/{id}/entry", SignedIn, edit::change),
        get("/contests/{id}/forms/{file}", SignedIn, file::show),
    ]
}
