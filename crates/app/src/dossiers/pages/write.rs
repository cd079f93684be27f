//! The pages on which a dossier is written. Scripts save them as they are typed; without scripts a button does.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use entry::{Holder, Step};
use kernel::{Failure, Fault, Refusal};

use super::asked::{Asked, Section, details, sections};
use super::dossier_id;
use super::steps::{Deadline, StepItem, deadline, href, steps};
use crate::accounts::Actor;
use crate::contests::typed::{AUTHORS, Typed, Wrong};
use crate::dossiers::access::{self, SeenDossier};
use crate::dossiers::draft::{Draft, Page};
use crate::dossiers::typed::written;
use crate::dossiers::write::Saved;
use crate::dossiers::{self, policy, submit};
use crate::frame::answer::{autosaved, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "dossiers/pages/write.html")]
struct WritePage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    id: String,
    title: String,
    step: &'static str,
    label: String,
    steps: Vec<StepItem>,
    deadline: Option<Deadline>,
    fields: Vec<String>,
    second_field: bool,
    since: Option<i16>,
    holders: Vec<(&'static str, String)>,
    with_organisation: bool,
    details: Vec<Asked>,
    shares: bool,
    author_rows: Vec<(&'static str, String)>,
    sections: Vec<Section>,
}

/// Answers `GET /dossiers/{id}/pages/{step}`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, step)): Path<(String, String)>,
) -> Answer {
    let (id, step) = (dossier_id(&id)?, step_of(&step)?);
    let seen = access::own(&app.store, &actor, id).await?;
    let draft = access::draft(&app.store, id).await?;
    let mut typed = Typed::default();
    put(&app, &mut typed, &draft, step)?;
    shown(&app, &visitor, (&actor, &seen, step), (typed, Errors::none(), StatusCode::OK)).await
}

/// A page of the form; files have their own.
fn step_of(word: &str) -> Result<Step, Refusal> {
    let step = Step::with_code(word).filter(|step| *step != Step::Files);
    step.ok_or_else(Refusal::absent)
}

/// What stands on the page, into the form.
fn put(app: &App, typed: &mut Typed, draft: &Draft, step: Step) -> Result<(), Fault> {
    match step {
        Step::Solution => written::put_solution(typed, &draft.entry.solution),
        Step::People => {
            let mut people = draft.entry.people.clone();
            written::unseal(&mut people, |sealed| open(app, sealed))?;
            written::put_people(typed, &people);
        }
        Step::Description | Step::Files => {
            written::put_description(typed, &draft.entry.description);
        }
    }
    typed.put("revision", draft.revision(step).to_string());
    Ok(())
}

fn open(app: &App, sealed: &str) -> Result<String, Fault> {
    Ok(String::from_utf8(app.keys.unseal(sealed)?)?)
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (actor, seen, step): (&Actor, &SeenDossier, Step),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let ready = submit::ready(&app.store, actor, seen.id).await?;
    let (rules, _) = ready.rules;
    let taking = access::window(&app.store, seen, &rules).await?;
    policy::may_write(seen, &taking, visitor.at())?;
    dossiers::write::is_open(seen, seen.opens(step))?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let holder =
        |holder: &Holder| (holder.code(), words.say(&format!("entry-holder-{}", holder.code())));
    let entry = &rules.entry;
    page_with(
        status,
        &WritePage {
            title: titled(&ready.entry.solution.title, words),
            step: step.code(),
            label: words.say(super::steps::label(step)),
            steps: steps(words, seen, Some(step), &ready.gaps),
            deadline: deadline(words, &taking, visitor.at()),
            second_field: entry.second_field,
            since: rules.eligibility.applied_since_year,
            holders: entry.holders.iter().map(holder).collect(),
            with_organisation: entry.holders.contains(&Holder::Organisation),
            details: details(entry, words),
            shares: entry.authors.shares,
            author_rows: author_rows(&typed, words),
            sections: sections(entry, words),
            id: seen.id.to_string(),
            fields: rules.fields,
            frame,
            errors,
            typed,
        },
    )
}

/// The title, or that there is none yet.
pub fn titled(title: &str, words: Words) -> String {
    match title {
        "" => words.say("dossier-untitled"),
        title => title.to_owned(),
    }
}

/// One row more than there are authors, so that the next can be written without asking for it.
fn author_rows(typed: &Typed, words: Words) -> Vec<(&'static str, String)> {
    let last = AUTHORS.iter().rposition(|row| typed.is_filled(row));
    let more = if typed.text("more") == "author" { 3 } else { 1 };
    let shown = last.map_or(0, |last| last + 1) + more;
    let legend = |at: i64| match at {
        1 => words.say("dossier-first-author"),
        at => words.count("dossier-author-count", at),
    };
    AUTHORS.into_iter().take(shown).zip((1..).map(legend)).collect()
}

/// Answers `POST /dossiers/{id}/pages/{step}`: for a script with JSON, else with the next page.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, step)): Path<(String, String)>,
    Form(mut typed): Form<Typed>,
) -> Answer {
    let (id, step) = (dossier_id(&id)?, step_of(&step)?);
    let seen = access::own(&app.store, &actor, id).await?;
    if rearranged(&mut typed) {
        let shows = (typed, Errors::none(), StatusCode::OK);
        return shown(&app, &visitor, (&actor, &seen, step), shows).await;
    }
    let saved = saved(&app, &actor, (&seen, step), &typed).await;
    if typed.has("autosave") {
        return autosaved(visitor.words(), saved.map(|it| (it.revision, it.at)));
    }
    let failure = match saved {
        Ok(_) => return see(&next(&seen, step, &typed), "dossier-saved"),
        Err(failure) => failure,
    };
    if let Failure::Refusal(refusal) = &failure
        && written::is_conflict(refusal)
    {
        // What was typed stands; saving once more puts it in the place of the other, on purpose.
        let revision = access::draft(&app.store, id).await?.revision(step);
        typed.drop_field("revision");
        typed.put("revision", revision.to_string());
    }
    let (errors, status) = Errors::of(failure, visitor.words())?;
    shown(&app, &visitor, (&actor, &seen, step), (typed, errors, status)).await
}

/// Whether a button asked for other rows, which are there then.
fn rearranged(typed: &mut Typed) -> bool {
    let (up, drop) = (typed.text("up").to_owned(), typed.text("drop").to_owned());
    if let Some(at) = AUTHORS.iter().position(|row| *row == up).filter(|at| *at > 0) {
        typed.swap_rows(AUTHORS[at - 1], AUTHORS[at]);
    }
    if let Some(row) = AUTHORS.iter().find(|row| **row == drop) {
        typed.drop_row(row);
    }
    typed.has("more") || !up.is_empty() || !drop.is_empty()
}

async fn saved(
    app: &App,
    actor: &Actor,
    (seen, step): (&SeenDossier, Step),
    typed: &Typed,
) -> Result<Saved, Failure> {
    let (rules, _) = access::rules(&app.store, &seen.row).await?;
    let before = access::draft(&app.store, seen.id).await?.entry;
    let mut wrong = Wrong::default();
    let page = match step {
        Step::Solution => Page::Solution(written::solution(typed, &mut wrong)),
        Step::People => {
            let mut people = written::people(typed, &rules.entry, &mut wrong);
            let seal = |told: &str| app.keys.seal(told.as_bytes());
            written::seal(&mut people, &before.people, seal, |sealed| open(app, sealed))?;
            Page::People(people)
        }
        Step::Description | Step::Files => Page::Description(written::description(
            typed,
            &rules.entry,
            &before.description,
            &mut wrong,
        )),
    };
    wrong.finish()?;
    let revision = typed.text("revision").parse();
    let revision = revision.map_err(|_| Refusal::invalid("form-unreadable"))?;
    let mut tx = app.store.begin().await?;
    let saved = dossiers::save(&mut tx, actor, seen.id, (&page, revision)).await?;
    tx.commit().await?;
    Ok(saved)
}

/// Where one goes after saving: on, or back to the page where one began.
fn next(seen: &SeenDossier, step: Step, typed: &Typed) -> String {
    let next = Step::ALL.into_iter().find(|later| *later > step && seen.opens(*later));
    match (typed.has("stay"), next) {
        (true, _) => href(seen.id, step),
        (false, Some(next)) => href(seen.id, next),
        (false, None) => format!("/dossiers/{}/submission", seen.id),
    }
}
