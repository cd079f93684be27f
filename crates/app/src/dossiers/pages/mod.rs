//! The pages of dossiers.

mod agreement;
mod asked;
pub(crate) mod attach;
pub(crate) mod beside;
mod confirmation;
mod edit;
mod file;
mod hand_in;
mod home;
mod looks;
pub(crate) mod named;
mod new;
pub(crate) mod own;
pub(crate) mod paper;
mod prize;
mod receipt;
mod sheet;
mod show;
pub(crate) mod steps;
pub(crate) mod whole;
mod write;

use kernel::Refusal;

pub use attach::size;

use super::{DossierId, PartId};
use crate::frame::guard::Access::{Anyone, SignedIn};
use crate::router::{Route, get, post, upload};

/// Every address of dossiers.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/entry", SignedIn, show::show),
        get("/contests/{id}/entry/edit", SignedIn, edit::form),
        post("/contests/{id}/entry", SignedIn, edit::change),
        get("/contests/{id}/forms/{file}", SignedIn, file::show),
        get("/contests/{id}/dossiers/new", SignedIn, new::form),
        post("/contests/{id}/dossiers", SignedIn, new::begin),
        get("/dossiers", SignedIn, own::list),
        get("/dossiers/{id}", SignedIn, home::show),
        get("/dossiers/{id}/pages/{step}", SignedIn, write::form),
        post("/dossiers/{id}/pages/{step}", SignedIn, write::save),
        get("/dossiers/{id}/files", SignedIn, attach::list),
        upload("/dossiers/{id}/files", SignedIn, attach::add),
        post("/dossiers/{id}/uploads", SignedIn, attach::take_upload),
        get("/dossiers/{id}/files/{part}", SignedIn, beside::give_out),
        get("/dossiers/{id}/files/{part}/pages/{page}", SignedIn, beside::page),
        get("/dossiers/{id}/files/{part}/copy", SignedIn, beside::copy),
        post("/dossiers/{id}/files/{part}/removal", SignedIn, attach::remove),
        get("/dossiers/{id}/looks", SignedIn, looks::list),
        get("/dossiers/{id}/submission", SignedIn, hand_in::form),
        post("/dossiers/{id}/submission", SignedIn, hand_in::hand_in),
        post("/dossiers/{id}/withdrawal", SignedIn, home::withdraw),
        get("/dossiers/{id}/receipt", SignedIn, receipt::show),
        get("/dossiers/{id}/receipt.pdf", SignedIn, receipt::pdf),
        get("/receipts/{code}", Anyone, receipt::check),
        post("/dossiers/{id}/invitations", SignedIn, agreement::ask),
        get("/agreements/{token}", Anyone, agreement::form),
        post("/agreements/{token}", Anyone, agreement::answer),
        post("/dossiers/{id}/confirmations", SignedIn, confirmation::ask),
        get("/dossiers/{id}/agreement.pdf", SignedIn, sheet::print),
        upload("/dossiers/{id}/agreement", SignedIn, sheet::scan),
        get("/dossiers/{id}/agreement/scan", SignedIn, sheet::signed),
        get("/dossiers/{id}/confirmation/scan", SignedIn, sheet::stamped),
        get("/dossiers/{id}/confirmation.pdf", SignedIn, confirmation::print),
        upload("/dossiers/{id}/confirmation", SignedIn, confirmation::scan),
        get("/confirmations", SignedIn, confirmation::list),
        get("/confirmations/{id}", SignedIn, confirmation::form),
        post("/confirmations/{id}", SignedIn, confirmation::answer),
    ]
}

/// An address that names no dossier is "not found", before the database is asked.
fn dossier_id(text: &str) -> Result<DossierId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn part_id(text: &str) -> Result<PartId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}
