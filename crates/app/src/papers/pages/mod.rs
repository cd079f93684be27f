//! The pages of papers.

pub mod list;
pub mod new;
pub mod show;

use kernel::id::PaperId;
use kernel::{Period, Refusal};

use super::store::PaperRow;
use crate::frame::Words;
use crate::frame::guard::Access::ContestSecretary;
use crate::router::{Route, get, post, upload};

/// Every address of papers.
pub fn routes() -> Vec<Route> {
    vec![
        get("/papers", ContestSecretary, list::list),
        get("/papers/new", ContestSecretary, new::form),
        upload("/papers", ContestSecretary, new::receive),
        get("/papers/{id}", ContestSecretary, show::show),
        get("/papers/{id}/file", ContestSecretary, show::file),
        post("/papers/{id}/public", ContestSecretary, show::set_public),
    ]
}

fn read_id(id: &str) -> Result<PaperId, Refusal> {
    id.parse().map_err(|_| Refusal::absent())
}

/// What a paper is called in a list: its subject, or the name of its file.
pub(crate) fn title(paper: &PaperRow, words: Words) -> String {
    let named = paper.subject.clone().or_else(|| paper.file_name.clone());
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| words.say("paper-untitled"))
}

/// `58/KH-UBND`, with dots for what is blank.
pub(crate) fn number(number: Option<&str>, symbol: Option<&str>) -> String {
    match (number, symbol) {
        (None, None) => String::new(),
        (number, symbol) => format!("{}/{}", number.unwrap_or("…"), symbol.unwrap_or("…")),
    }
}

/// A stored day, month, quarter or year as people write it.
pub(crate) fn written(stored: &str) -> String {
    stored.parse::<Period>().map_or_else(|_| stored.to_owned(), Period::written)
}

/// Name of a kind of paper.
pub(crate) fn kind_name(kind: Option<&str>, words: Words) -> String {
    kind.map_or_else(String::new, |kind| {
        words.say(&format!("paper-kind-{}", kind.replace('_', "-")))
    })
}
