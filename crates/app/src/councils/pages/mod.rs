//! The pages of councils.

mod assignment;
mod conflicts;
mod found;
mod impossible;
mod list;
mod members;
mod opening;
mod own;
mod own_paper;
mod results;
mod second;
mod second_list;
mod second_order;
mod second_told;
mod sheet;
pub mod sheet_page;
mod show;
mod steps;
mod ties;

use kernel::Refusal;

pub use steps::{out, points};

use super::access::SeenCouncil;
use super::paper::pages as paper;
use super::paper::policy;
use super::{CouncilId, PartId, Stage, State};
use crate::frame::Words;
use crate::frame::guard::Access::SignedIn;
use crate::router::{Route, get, post, upload};

/// Every address of councils.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/councils", SignedIn, list::list),
        get("/contests/{id}/councils/new", SignedIn, found::form),
        post("/contests/{id}/councils", SignedIn, found::found),
        get("/contests/{id}/results", SignedIn, results::list),
        get("/contests/{id}/results/{number}", SignedIn, results::show),
        get("/councils/{id}", SignedIn, show::show),
        get("/councils/{id}/edit", SignedIn, found::edit_form),
        post("/councils/{id}", SignedIn, found::change),
        get("/councils/{id}/members", SignedIn, members::list),
        post("/councils/{id}/members", SignedIn, members::call),
        post("/councils/{id}/members/{part}/leaving", SignedIn, members::leave),
        get("/councils/{id}/ties", SignedIn, ties::form),
        post("/councils/{id}/ties", SignedIn, ties::declare),
        post("/councils/{id}/ties/{part}/removal", SignedIn, ties::take_back),
        post("/councils/{id}/undertaking", SignedIn, ties::vouch),
        get("/councils/{id}/conflicts", SignedIn, conflicts::list),
        post("/councils/{id}/conflicts", SignedIn, conflicts::declare),
        get("/councils/{id}/assignment", SignedIn, assignment::show),
        post("/councils/{id}/assignment", SignedIn, assignment::draw),
        post("/councils/{id}/assignment/given", SignedIn, assignment::give),
        post("/councils/{id}/assignment/{part}/removal", SignedIn, assignment::take_away),
        post("/councils/{id}/assignment/{part}/lock", SignedIn, assignment::lock),
        post("/councils/{id}/beginning", SignedIn, opening::begin),
        get("/councils/{id}/opening", SignedIn, opening::form),
        post("/councils/{id}/opening", SignedIn, opening::open),
        get("/councils/{id}/second-markings", SignedIn, second_list::list),
        get("/councils/{id}/second-markings/new", SignedIn, second_order::form),
        post("/councils/{id}/second-markings", SignedIn, second_order::order),
        get("/councils/{id}/second-markings/{part}", SignedIn, second::show),
        post("/councils/{id}/second-markings/{part}/closing", SignedIn, second::close),
        post("/councils/{id}/second-markings/{part}/cancellation", SignedIn, second::cancel),
        get("/judging", SignedIn, own::list),
        get("/sheets/{id}", SignedIn, sheet::form),
        post("/sheets/{id}", SignedIn, sheet::save),
        post("/sheets/{id}/signature", SignedIn, sheet::sign),
        get("/sheets/{id}/files/{part}", SignedIn, sheet::file),
        post("/sheets/{id}/withdrawal", SignedIn, own_paper::withdraw),
        get("/councils/{id}/paper-sheets", SignedIn, paper::list::list),
        post("/councils/{id}/paper-sheets", SignedIn, paper::list::print),
        get("/councils/{id}/paper-sheets.pdf", SignedIn, paper::list::pdf),
        get("/paper-sheets", SignedIn, paper::list::find),
        get("/paper-sheets/{code}", SignedIn, paper::key::form),
        post("/paper-sheets/{code}", SignedIn, paper::key::key_in),
        post("/paper-sheets/{code}/setting-aside", SignedIn, paper::key::set_aside),
        upload("/paper-sheets/{code}/scan", SignedIn, paper::scan::attach),
        get("/paper-sheets/{code}/scan", SignedIn, paper::scan::give_out),
    ]
}

/// An address that names no council is "not found", before the database is asked.
pub fn council_id(text: &str) -> Result<CouncilId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The same for a part of one.
pub fn part_id(text: &str) -> Result<PartId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// A state as pages show it.
pub struct Tag {
    /// Colour.
    pub class: &'static str,
    /// Sign.
    pub icon: &'static str,
    /// Word.
    pub word: String,
}

fn tag(words: Words, state: State) -> Tag {
    Tag { class: state.class(), icon: state.icon(), word: words.say(state.label()) }
}

fn second_tag(words: Words, stage: Stage) -> Tag {
    Tag { class: stage.class(), icon: stage.icon(), word: words.say(stage.label()) }
}

/// The head of every page about one council; `councils/pages/_head.html` shows it.
pub struct Head {
    /// Of the council.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Id of its contest.
    pub contest: String,
    /// What that is called.
    pub contest_name: String,
    /// Whether the actor runs it.
    pub runs: bool,
    /// How far the council is.
    pub tag: Tag,
    /// Key of this page.
    pub here: &'static str,
    /// The pages: key and address.
    pub tabs: Vec<(&'static str, String)>,
}

impl Head {
    /// The head of the page with this key.
    pub fn new(words: Words, seen: &SeenCouncil, here: &'static str) -> Self {
        let path = |end: &str| format!("/councils/{}{end}", seen.id);
        let mut tabs = vec![("council-overview", path(""))];
        if seen.runs {
            tabs.push(("council-members", path("/members")));
            tabs.push(("council-conflicts", path("/conflicts")));
            tabs.push(("council-assignment", path("/assignment")));
        }
        if policy::handles(seen) && seen.state != State::Forming {
            tabs.push(("council-papers", path("/paper-sheets")));
        }
        if seen.state == State::Opened {
            tabs.push(("council-seconds", path("/second-markings")));
        }
        if seen.seat.is_some() {
            tabs.push(("council-ties", path("/ties")));
        }
        Self {
            id: seen.id.to_string(),
            name: seen.row.name.clone(),
            contest: seen.row.contest_id.clone(),
            contest_name: seen.contest.name.clone(),
            runs: seen.runs,
            tag: tag(words, seen.state),
            here,
            tabs,
        }
    }
}
