//! The pages of certificates.

mod book;
mod check;
mod files;
mod issue;
mod show;

use kernel::Refusal;
use kernel::id::ContestId;

use super::CertificateId;
use crate::frame::guard::Access::{Anyone, SignedIn};
use crate::router::{Route, get, post};

/// Every address of certificates.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/certificates", SignedIn, book::show),
        get("/contests/{id}/certificates/new", SignedIn, issue::form),
        post("/contests/{id}/certificates", SignedIn, issue::issue),
        get("/contests/{id}/certificates/papers/{file}", SignedIn, files::of_contest),
        get("/certificates/{id}", SignedIn, show::show),
        get("/certificates/{id}/paper.pdf", SignedIn, files::one),
        post("/certificates/{id}/replacement", SignedIn, show::replace),
        post("/certificates/{id}/revocation", SignedIn, show::revoke),
        get("/giay-chung-nhan", Anyone, check::form),
        get("/giay-chung-nhan/{code}", Anyone, check::show),
    ]
}

/// An address that names no contest is "not found", before the database is asked.
fn contest_id(text: &str) -> Result<ContestId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn certificate_id(text: &str) -> Result<CertificateId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}
