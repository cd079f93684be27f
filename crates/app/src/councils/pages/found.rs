//! Founding a council, and changing what its decision says.

use ::judging::rules::Rules;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::council_id;
use crate::accounts::Actor;
use crate::contests::Seen;
use crate::contests::pages::load_to_run;
use crate::contests::typed::Typed;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::found as founding;
use crate::councils::store as rows;
use crate::councils::{self, policy, typed as read};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "councils/pages/found.html")]
struct FoundPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    contest: String,
    contest_name: String,
    /// The council that is changed; empty for a new one.
    id: String,
    rounds: Vec<(String, String)>,
    /// Each field, and whether it is ticked.
    fields: Vec<(String, bool)>,
}

/// Answers `GET /contests/{id}/councils/new`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut typed = Typed::default();
    typed.put("quorum", "3");
    typed.put("each", "3");
    new_shown(&app, &visitor, &seen, (typed, Errors::none(), StatusCode::OK)).await
}

async fn new_shown(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let (rules, _) = founding::rules(&app.store, seen.id).await?;
    let of = (seen.id.to_string(), seen.contest.name.clone(), String::new());
    shown((app, visitor), &rules, of, (typed, errors, status))
}

fn shown(
    (app, visitor): (&App, &Visitor),
    rules: &Rules,
    (contest, contest_name, id): (String, String, String),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let ticked = |field: &String| (field.clone(), typed.all("fields").any(|it| it == field));
    let page = FoundPage {
        frame: Frame::new(app, visitor),
        rounds: rules.rounds.iter().map(|it| (it.key.clone(), it.name.clone())).collect(),
        fields: rules.fields.iter().map(ticked).collect(),
        errors,
        typed,
        contest,
        contest_name,
        id,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}/councils`.
pub async fn found(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let done = async {
        let facts = read::facts(&typed)?;
        let mut tx = app.store.begin().await?;
        let id = councils::found(&mut tx, &actor, seen.id, &facts).await?;
        tx.commit().await?;
        Ok::<_, Failure>(id)
    };
    match done.await {
        Ok(id) => see(&format!("/councils/{id}/members"), "council-founded"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            new_shown(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}

/// Answers `GET /councils/{id}/edit`.
pub async fn edit_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::run(&app.store, &actor, council_id(&id)?).await?;
    policy::is_forming(&seen)?;
    let mut typed = Typed::default();
    put(&mut typed, &seen)?;
    edit_shown(&app, &visitor, &seen, (typed, Errors::none(), StatusCode::OK)).await
}

fn put(typed: &mut Typed, seen: &SeenCouncil) -> Result<(), Failure> {
    let row = &seen.row;
    typed.put("name", &row.name);
    typed.put("round", &row.round);
    row.fields()?.into_iter().for_each(|field| typed.put("fields", field));
    typed.put_some("decision", row.decision.as_ref());
    let day = row.decided_on.as_deref().and_then(|day| day.parse().ok());
    typed.put_some("decided_on", day.map(kernel::Day::written));
    typed.put("quorum", row.quorum.to_string());
    typed.put("each", row.each_dossier.to_string());
    typed.put("seed", row.seed.to_string());
    typed.put("revision", row.revision.to_string());
    Ok(())
}

async fn edit_shown(
    app: &App,
    visitor: &Visitor,
    seen: &SeenCouncil,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let contest = seen.contest()?;
    let (rules, _) = founding::rules(&app.store, contest).await?;
    let of = (contest.to_string(), seen.contest.name.clone(), seen.id.to_string());
    shown((app, visitor), &rules, of, (typed, errors, status))
}

/// Answers `POST /councils/{id}`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(mut typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let seen = access::run(&app.store, &actor, id).await?;
    let done = async {
        let facts = read::facts(&typed)?;
        let revision = typed.text("revision").parse();
        let revision = revision.map_err(|_| Refusal::invalid("form-unreadable"))?;
        let mut tx = app.store.begin().await?;
        councils::change(&mut tx, &actor, id, (revision, &facts)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/councils/{id}"), "council-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let row = rows::find(&app.store, id).await?.ok_or_else(Refusal::absent)?;
            typed.drop_field("revision");
            typed.put("revision", row.revision.to_string());
            edit_shown(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}
