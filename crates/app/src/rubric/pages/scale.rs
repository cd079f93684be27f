//! Changing one scale.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use judging::rules::Rules;
use judging::scale::Scale;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Refusal};

use super::choices::{Choices, ScaleOffers, scale_offers};
use super::{changeable, declared, declared_by_form};
use crate::accounts::Actor;
use crate::contests::Seen;
use crate::contests::pages::head::Head;
use crate::contests::pages::{load_to_run, paper_choices};
use crate::contests::typed::{CRITERIA, Typed, Wrong};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::rubric::{trouble, typed};

#[derive(Template)]
#[template(path = "rubric/pages/scale.html")]
struct ScalePage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    key: String,
    offers: ScaleOffers,
    rows: &'static [&'static str],
    papers: Choices,
}

/// Answers `GET /contests/{id}/rubric/scales/{key}`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, key)): Path<(String, String)>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (rules, version) = changeable(&app, &seen).await?;
    let scale = rules.scale(&key).ok_or_else(Refusal::absent)?;
    let mut form = Typed::default();
    typed::put_scale(&mut form, scale);
    form.put("version", version.to_string());
    shown(&app, &visitor, (&seen, scale), (form, Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (seen, scale): (&Seen, &Scale),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let page = ScalePage {
        head: Head::new(frame.t, seen, "rubric").below(scale.name.clone()),
        key: scale.key.clone(),
        offers: scale_offers(frame.t),
        rows: typed.shown(&CRITERIA, "criterion"),
        papers: paper_choices(&app.store, frame.t, seen.id).await?,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}/rubric/scales/{key}`; for more rows, another order or one row less, the same form again.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, key)): Path<(String, String)>,
    Form(mut form): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (before, _) = declared(&app, &seen).await?;
    let scale = before.scale(&key).ok_or_else(Refusal::absent)?;
    if typed::rearranged(&mut form, &[&CRITERIA]) {
        let fresh = (form, Errors::none(), StatusCode::OK);
        return shown(&app, &visitor, (&seen, scale), fresh).await;
    }
    form.close_up(&CRITERIA);
    match changed((&app, &visitor), (&actor, &seen), (&before, scale), &form).await {
        Ok(()) => see(&format!("/contests/{id}/rubric"), "rubric-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, (&seen, scale), (form, errors, status)).await
        }
    }
}

async fn changed(
    of: (&App, &Visitor),
    by: (&Actor, &Seen),
    (before, old): (&Rules, &Scale),
    form: &Typed,
) -> Result<(), Failure> {
    let mut wrong = Wrong::default();
    let scale = typed::scale(form, old, &mut wrong);
    let mut rules = before.clone();
    if wrong.is_empty() {
        wrong.or_none(trouble::refused_scale(&scale, &rules, &CRITERIA));
    }
    if let Some(place) = rules.scales.iter_mut().find(|it| it.key == old.key) {
        *place = scale;
    }
    let done = declared_by_form(of, by, form, (&rules, wrong)).await;
    done.map_err(|failure| match failure {
        Failure::Refusal(refusal) => beside_criteria(*refusal).into(),
        fault => fault,
    })
}

/// What the scale contradicts in other parts of the rules, which this form does not show, is told beside its criteria.
fn beside_criteria(mut refusal: Refusal) -> Refusal {
    if refusal.kind == RefusalKind::Invalid && refusal.message.key == "rubric-not-sound" {
        for (field, _) in &mut refusal.fields {
            *field = "criteria";
        }
        refusal.fields.dedup();
    }
    refusal
}
