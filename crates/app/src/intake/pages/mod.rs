//! The pages of a review: the paper on one side, what was read on the other.

mod act;
mod bodies;
mod fields;
mod marked;
mod show;
mod view;

use crate::frame::guard::Access::ContestSecretary;
use crate::router::{Route, get, post};

/// Every address of reviews.
pub fn routes() -> Vec<Route> {
    vec![
        get("/papers/{id}/review", ContestSecretary, show::show),
        post("/papers/{id}/review", ContestSecretary, act::open),
        post("/papers/{id}/review/lines", ContestSecretary, act::add),
        post("/papers/{id}/review/lines/{line}", ContestSecretary, act::change),
        post("/papers/{id}/review/lines/{line}/dropping", ContestSecretary, act::drop_line),
        post("/papers/{id}/review/lines/{line}/restoring", ContestSecretary, act::restore_line),
        post("/papers/{id}/review/target", ContestSecretary, act::target),
        post("/papers/{id}/review/acceptance", ContestSecretary, act::accept),
        post("/papers/{id}/review/undoing", ContestSecretary, act::undo),
    ]
}
