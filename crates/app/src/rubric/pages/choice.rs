//! Choosing a ready set of scales to begin with.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use judging::ready::{Ready, ready, with_code};
use kernel::{Failure, Refusal};

use super::declared_by_form;
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::{load_to_run, paper_choices};
use crate::contests::typed::{Typed, Wrong};
use crate::contests::{self, Seen};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::rubric::told::{ScaleTold, essence, scale_told};
use crate::rubric::{begin, newest};

/// A set that is ready, as somebody chooses it.
struct Offered {
    set: &'static Ready,
    /// Each scale on one line, and whole.
    scales: Vec<(String, ScaleTold)>,
}

#[derive(Template)]
#[template(path = "rubric/pages/choice.html")]
struct ChoicePage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    sets: Vec<Offered>,
    /// Whether there are rules already, which the choice replaces.
    again: bool,
    papers: Vec<(String, String)>,
}

/// The page of the choice; `version` is the newest, 0 for none.
pub async fn offered(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let head = Head::new(frame.t, seen, "rubric");
    let again = newest(&app.store, seen.id).await?.is_some();
    let page = ChoicePage {
        head: if again { head.below(frame.t.say("rubric-choose-again")) } else { head },
        sets: ready().iter().map(|set| offer(set, frame.t)).collect(),
        again,
        papers: paper_choices(&app.store, frame.t, seen.id).await?,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

fn offer(set: &'static Ready, words: Words) -> Offered {
    let scales = set.scales.iter();
    let scales = scales.map(|scale| (essence(scale), scale_told(scale, Vec::new(), words)));
    Offered { set, scales: scales.collect() }
}

/// Answers `POST /contests/{id}/rubric/choice`.
pub async fn choose(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    match chosen((&app, &visitor), (&actor, &seen), &typed).await {
        Ok(()) => see(&format!("/contests/{id}/rubric"), "rubric-chosen"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            offered(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}

async fn chosen(
    of: (&App, &Visitor),
    (actor, seen): (&Actor, &Seen),
    typed: &Typed,
) -> Result<(), Failure> {
    let set = with_code(typed.text("set"));
    let set = set.ok_or_else(|| Refusal::invalid("rubric-set-unknown"))?;
    let (contest, _) = contests::newest_rules(&of.0.store, seen.id).await?;
    let rules = begin(&contest, set);
    declared_by_form(of, (actor, seen), typed, (&rules, Wrong::default())).await
}
