//! The pages of the desk.

mod annex;
mod ask;
mod decide;
mod desk;
mod history;
mod queue;
mod rebase;
mod rebases;
mod take_in;

use kernel::Refusal;

use crate::dossiers::DossierId;
use crate::frame::guard::Access::SignedIn;
use crate::router::{Route, get, post};

/// Every address of the desk.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/desk", SignedIn, queue::list),
        post("/contests/{id}/desk/acceptance", SignedIn, queue::accept),
        get("/contests/{id}/desk/paper", SignedIn, take_in::form),
        post("/contests/{id}/desk/paper", SignedIn, take_in::take_in),
        get("/contests/{id}/desk/lists/{file}", SignedIn, annex::file),
        get("/contests/{id}/desk/rules", SignedIn, rebases::list),
        post("/contests/{id}/desk/rules", SignedIn, rebases::change),
        get("/dossiers/{id}/desk", SignedIn, desk::form),
        post("/dossiers/{id}/desk", SignedIn, desk::check),
        get("/dossiers/{id}/desk/supplement", SignedIn, ask::form),
        post("/dossiers/{id}/desk/supplement", SignedIn, ask::ask),
        get("/dossiers/{id}/desk/rules", SignedIn, rebase::form),
        post("/dossiers/{id}/desk/rules", SignedIn, rebase::change),
        post("/dossiers/{id}/desk/acceptance", SignedIn, decide::accept),
        post("/dossiers/{id}/desk/exclusion", SignedIn, decide::exclude),
        post("/dossiers/{id}/desk/reopening", SignedIn, decide::reopen),
        post("/dossiers/{id}/desk/arrivals", SignedIn, take_in::more),
    ]
}

/// An address that names no dossier is "not found", before the database is asked.
fn dossier_id(text: &str) -> Result<DossierId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The version that stood on the page.
fn version(typed: &str) -> Result<i64, Refusal> {
    typed.parse().map_err(|_| Refusal::invalid("form-unreadable"))
}
