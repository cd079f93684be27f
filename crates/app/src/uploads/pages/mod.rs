//! The addresses of uploads: a protocol for programs, a form for browsers without scripts, and a list.

mod form;
mod list;
mod tus;

use kernel::Refusal;

use super::UploadId;
use crate::frame::guard::Access::{Anyone, SignedIn};
use crate::router::{Route, get, post, protocol};

/// Every address of uploads.
pub fn routes() -> Vec<Route> {
    vec![
        get("/uploads", SignedIn, list::list),
        protocol("OPTIONS", "/uploads", Anyone, tus::options),
        protocol("POST", "/uploads", SignedIn, tus::promise),
        protocol("POST", "/uploads/file", SignedIn, form::receive),
        protocol("HEAD", "/uploads/{id}", SignedIn, tus::head),
        protocol("PATCH", "/uploads/{id}", SignedIn, tus::receive),
        protocol("DELETE", "/uploads/{id}", SignedIn, tus::withdraw),
        get("/uploads/{id}/file", SignedIn, list::file),
        post("/uploads/{id}/removal", SignedIn, list::remove),
    ]
}

fn read_id(id: &str) -> Result<UploadId, Refusal> {
    id.parse().map_err(|_| Refusal::absent())
}
