//! Units that are asked to confirm.

use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use entry::Solution;
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use super::hand_in::after;
use super::own::Tag;
use super::whole::{Whole, whole};
use super::write::titled;
use super::{dossier_id, part_id};
use crate::accounts::Actor;
use crate::contests;
use crate::contests::typed::lines;
use crate::dossiers::access;
use crate::dossiers::confirm::{Standing, standing};
use crate::dossiers::draft::confirmed_digest;
use crate::dossiers::printed::Printed;
use crate::dossiers::store::{self as rows, WaitingRow};
use crate::dossiers::{self, Answer as Verdict, PartId};
use crate::files;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Layout, Visitor, Words};
use crate::looks::{self, Thing};
use crate::units;

/// Which unit is asked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    unit: String,
}

/// Answers `POST /dossiers/{id}/confirmations`.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        access::own(&app.store, &actor, id).await?;
        let day = visitor.at().day();
        let unit = units::resolve(&app.store, &wanted.unit, "unit", day).await?;
        let unit = unit.ok_or_else(|| Refusal::field("unit", "dossier-unit-missing"))?;
        let mut tx = app.store.begin().await?;
        dossiers::ask_unit(&mut tx, &app, &actor, id, unit).await?;
        tx.commit().await.map_err(Failure::from)
    };
    after((&app, &visitor), (&actor, id), done.await, ("submission", "dossier-unit-asked")).await
}

/// Answers `GET /dossiers/{id}/confirmation.pdf`: the page that a unit stamps.
pub async fn print(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::own(&app.store, &actor, dossier_id(&id)?).await?;
    let entry = access::draft(&app.store, seen.id).await?.entry;
    let (_, newest) = standing(&app.store, seen.id, &entry).await?;
    let newest = newest.ok_or_else(Refusal::absent)?;
    let day = visitor.at().day();
    let unit = contests::store::unit_name(&app.store, &newest.unit_id, day).await?;
    let (rules, _) = access::rules(&app.store, &seen.row).await?;
    let page = Printed {
        contest: seen.contest.name,
        unit: unit.unwrap_or_default(),
        code: newest.code,
        entry,
        rules,
    };
    let bytes = tokio::task::spawn_blocking(move || page.pdf()).await?;
    Ok(Layout::Pdf.attached(bytes, "phieu-xac-nhan"))
}

/// Answers `POST /dossiers/{id}/confirmation`: the page comes back, stamped and scanned.
pub async fn scan(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        access::own(&app.store, &actor, id).await?;
        let sent = files::received(parts, "report-files-too-large", |_, _| ()).await?;
        let sent = sent.into_iter().next();
        let (_, bytes) = sent.ok_or_else(|| Refusal::field("file", "dossier-file-missing"))?;
        let kept = files::keep(&app, bytes).await?;
        let mut tx = app.store.begin().await?;
        dossiers::scanned(&mut tx, &actor, id, &kept).await?;
        tx.commit().await.map_err(Failure::from)
    };
    after((&app, &visitor), (&actor, id), done.await, ("submission", "dossier-scan-sent")).await
}

struct Line {
    id: String,
    title: String,
    contest: String,
    asked: String,
    tag: Tag,
}

#[derive(Template)]
#[template(path = "dossiers/pages/confirmations.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
}

/// Most requests on the page.
const MOST: i64 = 200;

/// Answers `GET /confirmations`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let units = access::units_of(&actor);
    let found = rows::confirmations_of(&app.store, &units, (MOST, 0)).await?;
    let frame = Frame::new(&app, &visitor);
    let words = frame.t;
    let lines = found.into_iter().map(|row| line(words, row)).collect();
    page(&ListPage { lines, frame })
}

fn line(words: Words, row: WaitingRow) -> Line {
    let solution = row.solution.as_deref().and_then(|body| serde_json::from_str(body).ok());
    let title = solution.map(|solution: Solution| solution.title).unwrap_or_default();
    let asked = Instant::from_millis(row.asked_at).written();
    let standing = match row.answer.as_deref() {
        None => Standing::Asked,
        Some("refused") => Standing::Refused,
        Some(_) => Standing::Confirmed,
    };
    Line {
        id: row.id,
        title: titled(&title, words),
        contest: row.contest,
        asked: row.asked_by.map_or(asked.clone(), |by| format!("{by}, {asked}")),
        tag: tag(words, standing),
    }
}

fn tag(words: Words, standing: Standing) -> Tag {
    Tag::new(words, (standing.label(), standing.icon(), standing.class()))
}

#[derive(Template)]
#[template(path = "dossiers/pages/confirmation.html")]
struct ConfirmationPage {
    frame: Frame,
    errors: Errors,
    id: String,
    contest: String,
    title: String,
    tag: Tag,
    digest: String,
    whole: Whole,
    answered: Option<String>,
    reason: String,
}

/// Answers `GET /confirmations/{id}`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = part_id(&id)?;
    let (_, row, _) = access::confirmation(&app.store, &actor, id).await?;
    looks::note(&app, &actor, &row.id, Thing::Confirmation);
    let shows = (Errors::none(), StatusCode::OK, String::new());
    shown(&app, &visitor, (&actor, id), shows).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, PartId),
    (errors, status, reason): (Errors, StatusCode, String),
) -> Answer {
    let (asked, row, contest) = access::confirmation(&app.store, actor, id).await?;
    let entry = access::draft(&app.store, row.id.parse()?).await?.entry;
    let (rules, _) = access::rules(&app.store, &row).await?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let digest = confirmed_digest(&entry)?;
    let answered = asked.answered_at.map(|at| {
        let by = asked.answered_by.clone().unwrap_or_default();
        let said = asked.reason.clone().unwrap_or_default();
        let told = [by, Instant::from_millis(at).written(), said];
        let told: Vec<String> = told.into_iter().filter(|it| !it.is_empty()).collect();
        told.join(" · ")
    });
    let page = ConfirmationPage {
        id: id.to_string(),
        contest: contest.name,
        title: titled(&entry.solution.title, words),
        tag: tag(words, Standing::of(Some(&asked), &digest)),
        // The unit confirms who made what and where it is applied; the description is not its business.
        whole: Whole { parts: Vec::new(), ..whole(&entry, &rules, words) },
        answered,
        digest,
        reason,
        frame,
        errors,
    };
    page_with(status, &page)
}

/// What a coordinator says, and what was shown.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    answer: String,
    reason: String,
    digest: String,
}

/// Answers `POST /confirmations/{id}`.
pub async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = part_id(&id)?;
    let Err(failure) = answered(&app, (&actor, id), &said).await else {
        return see("/confirmations", "confirmation-answered");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    shown(&app, &visitor, (&actor, id), (errors, status, said.reason)).await
}

async fn answered(app: &App, (actor, id): (&Actor, PartId), said: &Said) -> Result<(), Failure> {
    let reason = lines(&said.reason, "reason", 1_000)?;
    let verdict = match (said.answer.as_str(), reason) {
        ("confirm", remark) => Verdict::Confirm(remark),
        ("refuse", Some(reason)) => Verdict::Refuse(reason),
        ("refuse", None) => {
            return Err(Refusal::field("reason", "confirmation-reason-missing").into());
        }
        _ => return Err(Refusal::invalid("form-unreadable").into()),
    };
    let mut tx = app.store.begin().await?;
    dossiers::answer_unit(&mut tx, actor, id, (&verdict, &said.digest)).await?;
    Ok(tx.commit().await?)
}
