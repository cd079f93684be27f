//! The pages of the book.

mod exports;
mod list;
mod taken;
mod views;

use kernel::id::ContestId;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::column::{Column, Sort};
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::{self, ContestRow, Seen};
use crate::frame::guard::Access::SignedIn;
use crate::frame::listing::address;
use crate::frame::{App, Words};
use crate::router::{Route, get, post};

/// Every address of the book.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/dossiers", SignedIn, list::list),
        post("/contests/{id}/dossiers/tables", SignedIn, taken::take_out),
        post("/contests/{id}/dossiers/views", SignedIn, views::keep),
        post("/contests/{id}/dossiers/views/{view}/removal", SignedIn, views::forget),
        get("/contests/{id}/dossiers/exports", SignedIn, exports::list),
        post("/contests/{id}/dossiers/exports", SignedIn, exports::order),
        get("/contests/{id}/dossiers/exports/{export}", SignedIn, exports::give_out),
        post("/contests/{id}/dossiers/exports/{export}/removal", SignedIn, exports::cancel),
    ]
}

/// What is looked for, in addresses and forms.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    q: String,
    sort: String,
    /// Words of the columns, one by one or with commas.
    columns: Vec<String>,
    page: i64,
    /// Word of the format of a table.
    format: String,
    /// Pattern for names of folders.
    naming: String,
    /// What a view is called.
    name: String,
}

impl Wanted {
    fn sort(&self) -> Sort {
        Sort::read(&self.sort)
    }

    fn columns(&self) -> Vec<Column> {
        Column::chosen(self.columns.iter().flat_map(|words| words.split(',')))
    }

    /// The address of the book with this query, order and page, and the columns of now.
    fn address(&self, contest: &str, query: &str, (sort, page): (Sort, i64)) -> String {
        let page = if page == 0 { String::new() } else { page.to_string() };
        let fields = [
            ("q", query),
            ("sort", &sort.written()),
            ("columns", &Column::written(&self.columns())),
            ("page", &page),
        ];
        address(&format!("/contests/{contest}/dossiers"), &fields)
    }
}

/// The contest of a book, for who runs it.
async fn load(app: &App, actor: &Actor, id: &str) -> Result<(ContestId, ContestRow), Failure> {
    let id: ContestId = id.parse().map_err(|_| Refusal::absent())?;
    Ok((id, contests::run_by(&app.store, actor, id).await?))
}

/// The head of a page of the book; only who runs a contest comes so far.
fn head(words: Words, id: ContestId, contest: ContestRow) -> Result<Head, Failure> {
    let state = contest.state()?;
    let seen = Seen { contest, id, state, runs: true, works: true };
    Ok(Head::new(words, &seen, "register"))
}
