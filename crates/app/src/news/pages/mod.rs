//! The pages of news for whoever runs the contest.

mod act;
mod form;
mod list;
mod show;

use kernel::Refusal;
use kernel::id::ContestId;

use super::NewsId;
use crate::frame::guard::Access::ContestSecretary;
use crate::router::{Route, get, post, upload};

/// Every address of news.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/news", ContestSecretary, list::list),
        get("/contests/{id}/news/new", ContestSecretary, form::new_form),
        upload("/contests/{id}/news", ContestSecretary, form::write),
        get("/contests/{id}/news/{news}", ContestSecretary, show::show),
        get("/contests/{id}/news/{news}/edit", ContestSecretary, form::edit_form),
        upload("/contests/{id}/news/{news}", ContestSecretary, form::change),
        get("/contests/{id}/news/{news}/file", ContestSecretary, show::file),
        post("/contests/{id}/news/{news}/publication", ContestSecretary, act::publish),
        post("/contests/{id}/news/{news}/publication/removal", ContestSecretary, act::withdraw),
    ]
}

fn contest_id(text: &str) -> Result<ContestId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn news_id(text: &str) -> Result<NewsId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}
