//! Ordering a second marking of one dossier.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::{Head, council_id};
use crate::accounts::Actor;
use crate::contests::typed::Typed;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::bench::{Bench, bench};
use crate::councils::second::{Counted, Form as How};
use crate::councils::store::MemberRow;
use crate::councils::{self, again, policy, typed as read};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "councils/pages/second_order.html")]
struct OrderPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    dossier: String,
    number: i64,
    title: String,
    /// Code, word, and who it would be.
    forms: Vec<(&'static str, String, String)>,
    judges: Vec<(String, String)>,
    counts: Vec<(&'static str, String)>,
    members: usize,
}

/// Which dossier the page is about.
#[derive(Debug, Deserialize)]
pub struct About {
    /// Its number.
    #[serde(default)]
    dossier: String,
}

/// Answers `GET /councils/{id}/second-markings/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(about): Query<About>,
) -> Answer {
    let seen = access::council(&app.store, &actor, council_id(&id)?).await?;
    policy::may_mark_again(&seen)?;
    again::nothing_follows(&app.store, &seen).await?;
    let bench =
        bench(&app.store, &actor, &seen, |entry| entry.number.to_string() == about.dossier).await?;
    let bench = bench.ok_or_else(Refusal::absent)?;
    let shows = (Typed::default(), Errors::none(), StatusCode::OK);
    shown(&app, &visitor, (&seen, &bench), shows)
}

fn shown(
    app: &App,
    visitor: &Visitor,
    (seen, bench): (&SeenCouncil, &Bench),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let named = |judges: &[MemberRow]| {
        judges.iter().map(|judge| judge.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let who = |form: How| match form {
        How::Panel => named(&bench.panel),
        How::FurtherJudge | How::Vote => String::new(),
    };
    let can = |form: &How| match form {
        How::Panel => !bench.panel.is_empty(),
        How::FurtherJudge => !bench.others.is_empty(),
        How::Vote => true,
    };
    let forms = How::ALL.into_iter().filter(can);
    let judges = bench.others.iter().map(|judge| (judge.id.clone(), judge.name.clone()));
    let page = OrderPage {
        frame: Frame::new(app, visitor),
        head: Head::new(words, seen, "council-seconds"),
        dossier: bench.entry.dossier_id.clone(),
        number: bench.entry.number,
        title: bench.entry.title.clone(),
        forms: forms.map(|form| (form.code(), words.say(form.label()), who(form))).collect(),
        judges: judges.collect(),
        counts: Counted::ALL.map(|it| (it.code(), words.say(it.label()))).into(),
        members: bench.members,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /councils/{id}/second-markings`.
pub async fn order(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let seen = access::council(&app.store, &actor, id).await?;
    policy::may_mark_again(&seen)?;
    let bench =
        bench(&app.store, &actor, &seen, |entry| entry.dossier_id == typed.text("dossier")).await?;
    let bench = bench.ok_or_else(Refusal::absent)?;
    let done = async {
        let order = read::order(&typed)?;
        let mut tx = app.store.begin().await?;
        let part = councils::order(&mut tx, &app, &actor, (id, &order)).await?;
        tx.commit().await?;
        Ok::<_, Failure>(part)
    };
    match done.await {
        Ok(part) => see(&format!("/councils/{id}/second-markings/{part}"), "second-ordered"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, (&seen, &bench), (typed, errors, status))
        }
    }
}
