//! Adding a scale out of a ready set, and removing one that no round uses.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use judging::ready::ready;
use judging::rules::Rules;
use judging::scale::Scale;
use kernel::{Failure, Refusal};

use super::choices::Choices;
use super::{changeable, declared, declared_by_form};
use crate::accounts::Actor;
use crate::contests::Seen;
use crate::contests::pages::head::Head;
use crate::contests::pages::{load_to_run, paper_choices};
use crate::contests::typed::{Typed, Wrong};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::rubric::key;
use crate::rubric::told::{essence, scales};

#[derive(Template)]
#[template(path = "rubric/pages/scales.html")]
struct ScalesPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    /// Scales of ready sets.
    ready: Choices,
    /// Scales that no round uses.
    idle: Choices,
    papers: Choices,
}

/// Answers `GET /contests/{id}/rubric/scales`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (_, version) = changeable(&app, &seen).await?;
    let mut form = Typed::default();
    form.put("version", version.to_string());
    shown(&app, &visitor, &seen, (form, Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let (rules, _) = declared(app, seen).await?;
    let frame = Frame::new(app, visitor);
    let idle = scales(&rules, frame.t).into_iter().filter(|scale| scale.used.is_empty());
    let page = ScalesPage {
        head: Head::new(frame.t, seen, "rubric").below(frame.t.say("rubric-scales-change")),
        ready: every_ready().map(|(code, scale)| (code, essence(scale))).collect(),
        idle: idle.map(|scale| (scale.key, scale.name)).collect(),
        papers: paper_choices(&app.store, frame.t, seen.id).await?,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Every scale of every ready set, with the word of the form.
fn every_ready() -> impl Iterator<Item = (String, &'static Scale)> {
    ready().iter().flat_map(|set| {
        set.scales.iter().map(|scale| (format!("{}/{}", set.code, scale.key), scale))
    })
}

/// Answers `POST /contests/{id}/rubric/scales`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(form): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    match changed((&app, &visitor), (&actor, &seen), &form).await {
        Ok(()) => see(&format!("/contests/{id}/rubric"), "rubric-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (form, errors, status)).await
        }
    }
}

async fn changed(of: (&App, &Visitor), by: (&Actor, &Seen), form: &Typed) -> Result<(), Failure> {
    let (mut rules, _) = declared(of.0, by.1).await?;
    let mut wrong = Wrong::default();
    wrong.or_none(without(&mut rules, form.text("remove")));
    wrong.or_none(with(&mut rules, form.text("add")));
    declared_by_form(of, by, form, (&rules, wrong)).await
}

/// Removes the scale of a key; nothing, where none is named.
fn without(rules: &mut Rules, key: &str) -> Result<(), Refusal> {
    if key.is_empty() {
        return Ok(());
    }
    let uses = |scale: &Scale| {
        let mut rounds = rules.rounds.iter();
        rounds
            .any(|it| it.scale == scale.key || it.field_scales.values().any(|of| *of == scale.key))
    };
    let scale = rules.scale(key);
    match scale {
        None => Err(Refusal::field("remove", "rubric-scale-gone")),
        Some(scale) if uses(scale) => Err(Refusal::field("remove", "rubric-scale-used")),
        Some(_) => {
            rules.scales.retain(|scale| scale.key != key);
            Ok(())
        }
    }
}

/// Adds a copy of a ready scale under a key of its own; nothing, where none is named.
fn with(rules: &mut Rules, code: &str) -> Result<(), Refusal> {
    if code.is_empty() {
        return Ok(());
    }
    let found = every_ready().find(|(known, _)| known == code);
    let (_, scale) = found.ok_or_else(|| Refusal::field("add", "rubric-scale-gone"))?;
    let taken = rules.scales.iter().map(|scale| scale.key.as_str());
    let key = key::free(&scale.key, "scale", taken);
    rules.scales.push(Scale { key, ..scale.clone() });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::typed::tests::whole;

    #[test]
    fn a_copy_has_a_key_of_its_own() {
        let mut rules = whole();
        with(&mut rules, "two-kinds/ky-thuat").unwrap();
        with(&mut rules, "minima/xa").unwrap();
        let keys: Vec<&str> = rules.scales.iter().map(|scale| scale.key.as_str()).collect();
        assert_eq!(keys, ["ky-thuat", "nghien-cuu", "ky-thuat-2", "xa"]);
        assert!(with(&mut rules, "minima/x").is_err());
        with(&mut rules, "").unwrap();
        assert_eq!(rules.scales.len(), 4);
    }

    #[test]
    fn only_a_scale_that_no_round_uses_goes() {
        let mut rules = whole();
        for key in ["ky-thuat", "nghien-cuu", "x"] {
            assert!(without(&mut rules, key).is_err(), "{key}");
        }
        with(&mut rules, "minima/xa").unwrap();
        without(&mut rules, "xa").unwrap();
        without(&mut rules, "").unwrap();
        assert_eq!(rules, whole());
    }
}
