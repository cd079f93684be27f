//! The pages of mailings.

mod new;
mod show;

use kernel::Refusal;
use kernel::id::ContestId;

use super::MailingId;
use crate::frame::guard::Access::ContestSecretary;
use crate::router::{Route, get, post};

/// Every address of mailings.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/mailings", ContestSecretary, show::list),
        get("/contests/{id}/mailings/new", ContestSecretary, new::form),
        post("/contests/{id}/mailings/preview", ContestSecretary, new::preview),
        post("/contests/{id}/mailings", ContestSecretary, new::send),
        get("/contests/{id}/mailings/{mailing}", ContestSecretary, show::show),
        post("/contests/{id}/mailings/{mailing}/stop", ContestSecretary, show::stop),
    ]
}

fn contest_id(text: &str) -> Result<ContestId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn mailing_id(text: &str) -> Result<MailingId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}
