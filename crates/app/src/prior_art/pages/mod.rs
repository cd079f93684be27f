//! The pages of prior art.

mod ask;
mod bring;
mod list;
mod lists;
mod show;
mod worth;

use std::str::FromStr;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::Refusal;

use super::index::Standing;
use super::store::EarlierRow;
use crate::accounts::Actor;
use crate::contests::kind;
use crate::frame::guard::Access::{ContestSecretary, SignedIn};
use crate::frame::{App, Words};
use crate::looks::{self, Thing};
use crate::router::{Route, get, post, upload};

/// Every address of prior art.
pub fn routes() -> Vec<Route> {
    vec![
        get("/prior-art", SignedIn, ask::form),
        post("/prior-art", SignedIn, ask::ask),
        get("/prior-art/near", SignedIn, ask::while_typing),
        get("/prior-art/solutions", SignedIn, list::list),
        get("/prior-art/export", SignedIn, list::export),
        get("/prior-art/solutions/{id}", SignedIn, show::show),
        post("/prior-art/solutions/{id}/verdicts", ContestSecretary, show::judge),
        get("/prior-art/worth", SignedIn, worth::list),
        get("/prior-art/lists", ContestSecretary, lists::list),
        upload("/prior-art/lists", ContestSecretary, bring::bring),
        get("/prior-art/lists/new", ContestSecretary, bring::form),
        get("/prior-art/lists/template", ContestSecretary, bring::template),
        get("/prior-art/lists/{id}", ContestSecretary, lists::show),
        post("/prior-art/lists/{id}/acceptance", ContestSecretary, lists::accept),
        post("/prior-art/lists/{id}/withdrawal", ContestSecretary, lists::withdraw),
    ]
}

/// The parts of prior art, as tabs: key and address.
type Tabs = Vec<(&'static str, &'static str)>;

fn tabs(actor: &Actor) -> Tabs {
    let mut tabs = vec![
        ("prior-ask", "/prior-art"),
        ("prior-solutions", "/prior-art/solutions"),
        ("prior-worth", "/prior-art/worth"),
    ];
    if ContestSecretary.admits(Some(actor)) {
        tabs.push(("prior-lists", "/prior-art/lists"));
    }
    tabs
}

fn read<T: FromStr>(id: &str) -> Result<T, Refusal> {
    id.parse().map_err(|_| Refusal::absent())
}

/// Somebody reads an earlier solution: of one that is a dossier it is a look.
fn compared(app: &App, actor: &Actor, row: &EarlierRow) {
    if let Some(dossier) = row.origin.as_deref().and_then(|origin| origin.strip_prefix("dossier/"))
    {
        looks::note(app, actor, dossier, Thing::Compared);
    }
}

/// How far the index is, where it does not know all yet.
fn building(app: &App) -> Option<Standing> {
    let standing = app.prior_art.standing();
    (!standing.is_whole()).then_some(standing)
}

/// The sentence for an index that does not know all yet.
fn building_told(app: &App, words: Words) -> Option<String> {
    let told = |standing: Standing| {
        let message = kernel::Message::new("prior-building");
        words.tell(&message.with("done", standing.done).with("all", standing.all))
    };
    building(app).map(told)
}

/// Year, level and prize of a solution in one line.
fn facts(words: Words, row: &EarlierRow) -> String {
    let year = row.year.map(|year| year.to_string());
    let prize = Some(row.prize.clone()).filter(|prize| !prize.is_empty());
    let source = Some(words.say(&format!("prior-source-{}", row.source)));
    let all = [source, year, level(words, row), prize];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn level(words: Words, row: &EarlierRow) -> Option<String> {
    row.level.as_deref().map(|level| words.say(&kind::label("level", level)))
}

fn sheet(bytes: Vec<u8>, name: &str) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &*disposition)];
    (headers, bytes).into_response()
}
