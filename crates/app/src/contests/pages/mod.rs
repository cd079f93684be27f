//! The pages of contests.

pub mod acts;
pub mod basis;
pub mod contacts;
pub mod edit;
pub mod head;
pub mod history;
pub mod list;
pub mod milestones;
pub mod new;
mod next;
pub mod overview;
pub mod people;
pub mod rules;
pub(crate) mod schedule;

use std::collections::BTreeMap;

use kernel::id::ContestId;
use kernel::{Day, Failure, Fault, Refusal};
use store::Reader;

use super::store::{self as rows, PaperRow};
use super::{PartId, Seen, kind, seen_by, seen_to_run};
use crate::accounts::Actor;
use crate::frame::guard::Access::SignedIn;
use crate::frame::{App, Visitor, Words};
use crate::router::{Route, get, post};
use crate::units;

/// Every address of contests.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests", SignedIn, list::list),
        get("/contests/new", SignedIn, new::form),
        post("/contests", SignedIn, new::found),
        get("/contests/{id}", SignedIn, overview::show),
        get("/contests/{id}/edit", SignedIn, edit::form),
        post("/contests/{id}", SignedIn, edit::change),
        post("/contests/{id}/steps", SignedIn, acts::step),
        post("/contests/{id}/publication", SignedIn, acts::publish),
        post("/contests/{id}/publication/removal", SignedIn, acts::unpublish),
        get("/contests/{id}/milestones", SignedIn, milestones::list),
        post("/contests/{id}/milestones", SignedIn, milestones::add),
        get("/contests/{id}/milestones/{part}", SignedIn, milestones::form),
        post("/contests/{id}/milestones/{part}", SignedIn, milestones::move_to),
        post("/contests/{id}/milestones/{part}/calling-off", SignedIn, milestones::call_off),
        get("/contests/{id}/rules", SignedIn, rules::show),
        get("/contests/{id}/rules/edit", SignedIn, rules::form),
        post("/contests/{id}/rules", SignedIn, rules::change),
        get("/contests/{id}/contacts", SignedIn, contacts::list),
        post("/contests/{id}/contacts", SignedIn, contacts::add),
        get("/contests/{id}/contacts/{part}", SignedIn, contacts::form),
        post("/contests/{id}/contacts/{part}", SignedIn, contacts::change),
        post("/contests/{id}/contacts/{part}/removal", SignedIn, contacts::remove),
        post("/contests/{id}/contacts/{part}/clearing", SignedIn, contacts::clear),
        post("/contests/{id}/contacts/{part}/clearing/removal", SignedIn, contacts::mask),
        get("/contests/{id}/basis", SignedIn, basis::show),
        get("/contests/{id}/people", SignedIn, people::show),
        get("/contests/{id}/history", SignedIn, history::show),
    ]
}

/// The contest of an address, if this visitor may see it.
///
/// # Errors
/// For this actor there is none.
pub async fn load(app: &App, visitor: &Visitor, actor: &Actor, id: &str) -> Result<Seen, Failure> {
    let id: ContestId = id.parse().map_err(|_| Refusal::absent())?;
    seen_by(&app.store, actor, id, visitor.at()).await
}

/// The same, for somebody who runs it.
///
/// # Errors
/// For this actor there is none, or they see it and do not run it.
pub(crate) async fn load_to_run(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    id: &str,
) -> Result<Seen, Failure> {
    let id: ContestId = id.parse().map_err(|_| Refusal::absent())?;
    seen_to_run(&app.store, actor, id, visitor.at()).await
}

/// A part of a contest in an address.
fn read_part(text: &str) -> Result<PartId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The name of a milestone: its own, or that of its kind.
pub(crate) fn milestone_name(words: Words, kind: &str, title: Option<&str>) -> String {
    let of_kind = || match kind {
        kind::OTHER => words.say("milestone-other"),
        kind => words.say(&kind::label("milestone", kind)),
    };
    title.map_or_else(of_kind, str::to_owned)
}

/// A paper in few words: `Kế hoạch 12/KH-UBND · 3/2/2026`.
fn paper_name(words: Words, paper: &PaperRow) -> String {
    let number = [paper.number.as_deref(), paper.symbol.as_deref()];
    let number: Vec<&str> = number.into_iter().flatten().collect();
    let issued = paper.issued_on.as_deref();
    cited_name(words, paper.kind.as_deref(), Some(&number.join("/")), issued)
}

fn cited_name(words: Words, kind: Option<&str>, number: Option<&str>, on: Option<&str>) -> String {
    let key = kind::label("paper-kind", kind.unwrap_or("unknown"));
    let key = if words.knows(&key) { key } else { "paper-kind-unknown".to_owned() };
    let mut name = words.say(&key);
    if let Some(number) = number.filter(|number| !number.is_empty()) {
        name = format!("{name} {number}");
    }
    let written = |on: &str| on.parse().map_or(on.to_owned(), kernel::Period::written);
    on.map_or(name.clone(), |on| format!("{name} · {}", written(on)))
}

/// The names of units by their ids.
async fn names_of(
    reader: &Reader,
    ids: impl IntoIterator<Item = &String>,
    day: Day,
) -> Result<BTreeMap<String, String>, Fault> {
    let ids: Vec<String> = ids.into_iter().cloned().collect();
    let found = rows::unit_names(reader, &ids, day).await?;
    Ok(found.into_iter().map(|unit| (unit.id, unit.name)).collect())
}

/// What a field that means a unit was found to mean; a refusal is shown with the others.
async fn unit_field(
    reader: &Reader,
    typed: &str,
    field: &'static str,
    day: Day,
) -> Result<Result<Option<kernel::id::UnitId>, Refusal>, Failure> {
    match units::resolve(reader, typed, field, day).await {
        Ok(unit) => Ok(Ok(unit)),
        Err(Failure::Refusal(refusal)) => Ok(Err(*refusal)),
        Err(fault) => Err(fault),
    }
}

/// The milestones' kinds for a list of choices; the last one is "other".
fn milestone_kinds(words: Words) -> Vec<(String, String)> {
    let codes = kind::MILESTONES.into_iter().map(kind::code);
    let codes = codes.chain([kind::OTHER.to_owned()]);
    codes.map(|code| (code.clone(), milestone_name(words, &code, None))).collect()
}

/// How an end of a milestone can count, for a list of choices.
fn milestone_ends(words: Words) -> [(&'static str, String); 4] {
    [
        ("through", words.say("milestone-end-through")),
        ("before", words.say("milestone-end-before")),
        ("through-postmark", words.say("milestone-end-through-postmark")),
        ("before-postmark", words.say("milestone-end-before-postmark")),
    ]
}

/// The papers of a contest for a list of choices.
pub(crate) async fn paper_choices(
    reader: &Reader,
    words: Words,
    id: ContestId,
) -> Result<Vec<(String, String)>, Fault> {
    let papers = rows::papers(reader, id).await?;
    Ok(papers.iter().map(|paper| (paper.id.clone(), paper_name(words, paper))).collect())
}

/// By what paper and with what words somebody changes something, from the fields `paper` and `reason`.
/// One of the two must be there, and the paper must be one of the contest's.
///
/// # Errors
/// A refusal beside the field.
pub(crate) fn why(
    actor: &Actor,
    typed: &super::typed::Typed,
    papers: &[(String, String)],
) -> Result<super::Why, Refusal> {
    let words = super::typed::lines(typed.text("reason"), "reason", 1_000)?;
    let paper = match typed.text("paper") {
        "" => None,
        id if papers.iter().any(|(known, _)| known == id) => {
            Some(id.parse().map_err(|_| Refusal::absent())?)
        }
        _ => return Err(Refusal::field("paper", "contest-paper-unknown")),
    };
    match (&words, paper) {
        (None, None) => Err(Refusal::field("reason", "contest-reason-empty")),
        _ => Ok(super::Why { paper, words, by: actor.account() }),
    }
}
