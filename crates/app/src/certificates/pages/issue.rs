//! Issuing certificates.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::Failure;
use kernel::id::ContestId;

use super::contest_id;
use crate::accounts::Actor;
use crate::awards::{self, Granted, GrantedList};
use crate::certificates::issue::may_issue;
use crate::certificates::plan::plan;
use crate::certificates::store::{self as rows, RunRow};
use crate::certificates::{self, Form as Kind, typed as read};
use crate::contests::typed::Typed;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "certificates/pages/issue.html")]
struct IssuePage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    id: String,
    contest: String,
    /// How many there would be, one for each author and one for each dossier.
    counts: [usize; 2],
    /// Whether there is nothing to issue.
    is_done: bool,
    /// How many become void.
    over: usize,
}

/// Answers `GET /contests/{id}/certificates/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = contest_id(&id)?;
    let granted = awards::granted(&app.store, &actor, id, visitor.at()).await?;
    let list = may_issue(granted.list.as_ref(), id)?;
    let last = rows::runs(&app.store, id).await?.into_iter().next();
    let typed = match last {
        Some(run) => as_before(&run, &visitor),
        None => at_first((&granted, list), &visitor),
    };
    shown((&app, &visitor), (id, &granted), (typed, Errors::none(), StatusCode::OK)).await
}

async fn shown(
    (app, visitor): (&App, &Visitor),
    (id, granted): (ContestId, &Granted),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let winners = granted.list.as_ref().map(|list| list.winners.as_slice()).unwrap_or_default();
    let issued = rows::certificates(&app.store, id).await?;
    let [each, all] = [Kind::EachAuthor, Kind::EachDossier].map(|it| plan(winners, &issued, it));
    let page = IssuePage {
        frame: Frame::new(app, visitor),
        contest: granted.contest.name.clone(),
        counts: [each.due.len(), all.due.len()],
        is_done: each.due.is_empty() && all.due.is_empty() && each.over.is_empty(),
        over: each.over.len(),
        id: id.to_string(),
        errors,
        typed,
    };
    page_with(status, &page)
}

/// How the last ones were headed and signed.
fn as_before(run: &RunRow, visitor: &Visitor) -> Typed {
    let fields = [
        ("form", run.form.clone()),
        ("sheet", if run.is_framed { "white" } else { "printed" }.to_owned()),
        ("superior", run.superior.clone().unwrap_or_default()),
        ("issuer", run.issuer.clone()),
        ("symbol", run.symbol.clone()),
        ("decision", run.decision.clone().unwrap_or_default()),
        ("place", run.place.clone()),
        ("day", visitor.at().day().written()),
        ("posts", run.posts.clone()),
        ("signer", run.signer.clone().unwrap_or_default()),
    ];
    filled(fields)
}

fn filled<const N: usize>(fields: [(&str, String); N]) -> Typed {
    let mut typed = Typed::default();
    for (name, value) in fields {
        typed.put(name, value);
    }
    typed
}

/// What papers of an organising committee usually say.
fn at_first((granted, list): (&Granted, &GrantedList), visitor: &Visitor) -> Typed {
    let papers = Words(crate::frame::Locale::Vi);
    let fields = [
        ("form", Kind::EachAuthor.code().to_owned()),
        ("issuer", papers.with("certificate-issuer-usual", "contest", &granted.contest.name)),
        ("symbol", papers.say("certificate-symbol-usual")),
        ("decision", list.decision.clone().unwrap_or_default()),
        ("place", list.town.clone()),
        ("day", visitor.at().day().written()),
        ("posts", papers.say("certificate-posts-usual")),
    ];
    filled(fields)
}

/// Answers `POST /contests/{id}/certificates`.
pub async fn issue(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = contest_id(&id)?;
    let granted = awards::granted(&app.store, &actor, id, visitor.at()).await?;
    let done = async {
        let draft = read::draft(&typed)?;
        let mut tx = app.store.begin().await?;
        certificates::issue(&mut tx, &actor, id, &draft).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/contests/{id}/certificates"), "certificates-issued"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((&app, &visitor), (id, &granted), (typed, errors, status)).await
        }
    }
}
