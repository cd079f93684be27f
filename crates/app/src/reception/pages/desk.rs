//! One dossier on the desk: what it holds, what was found of it, and what the office says of each point.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Instant, Refusal};

use super::history::{AskedShown, changed, requests};
use super::{dossier_id, version};
use crate::accounts::Actor;
use crate::contests::typed::{Typed, lines};
use crate::dossiers::pages::beside::Shelves;
use crate::dossiers::pages::named::{FileLine, of_item};
use crate::dossiers::pages::own::{Tag, tag};
use crate::dossiers::pages::paper::all_told;
use crate::dossiers::pages::whole::{Whole, whole};
use crate::dossiers::store as dossiers;
use crate::dossiers::{DossierId, Step};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::looks::{self, Thing};
use crate::reception::access::{OnDesk, desk};
use crate::reception::change::Change;
use crate::reception::check::{self, Found};
use crate::reception::checklist::{Verdict, points};
use crate::reception::findings;
use crate::reception::ground::Ground;

/// A point with what is there of it and what was found.
struct PointShown {
    at: usize,
    name: String,
    is_required: bool,
    files: Vec<FileLine>,
    is_condition: bool,
    /// Each verdict: word, name, whether it is the one.
    verdicts: Vec<(&'static str, String, bool)>,
    reason: String,
    /// Id of the verdict that stands.
    seen: String,
    /// Who found it, and when.
    told: String,
}

#[derive(Template)]
#[template(path = "reception/pages/desk.html")]
struct DeskPage {
    frame: Frame,
    errors: Errors,
    id: String,
    contest_id: String,
    contest: String,
    title: String,
    number: i64,
    version: i64,
    tag: Tag,
    received: String,
    findings: Vec<(String, String)>,
    /// What is compared with earlier solutions.
    asked: crate::prior_art::Asked,
    points: Vec<PointShown>,
    whole: Whole,
    requests: Vec<AskedShown>,
    changes: Vec<Change>,
    arrivals: Vec<String>,
    may_check: bool,
    may_ask: bool,
    may_reopen: bool,
    grounds: Vec<(&'static str, String)>,
    today: String,
}

/// Answers `GET /dossiers/{id}/desk`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = dossier_id(&id)?;
    let shows = (Typed::default(), Errors::none(), StatusCode::OK);
    let page = shown((&app, &visitor), (&actor, id), shows).await?;
    looks::note(&app, &actor, &id.to_string(), Thing::Desk);
    Ok(page)
}

/// The page; what a form of it refused stands in `errors`, with what was typed.
pub async fn shown(
    (app, visitor): (&App, &Visitor),
    (actor, id): (&Actor, DossierId),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let desk = desk(&app.store, actor, id).await?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let mut found = findings::findings(&app.store, (&desk, visitor.at())).await?;
    found.extend(findings::earlier(app, &desk).await?);
    let after = |step: Step| desk.seen.state.after(step).is_some();
    let page = DeskPage {
        findings: found.into_iter().map(|it| (words.tell(&it.says), it.href)).collect(),
        asked: findings::asked(&desk.manifest),
        points: points_of((app, visitor), &desk, &typed).await?,
        whole: whole(&desk.manifest.entry, &desk.rules, words),
        requests: requests(app, words, id).await?,
        changes: changed(app, words, &desk).await?,
        arrivals: all_told(words, &dossiers::arrivals(&app.store, id).await?)?,
        may_check: after(Step::Accept),
        may_ask: after(Step::Ask),
        may_reopen: after(Step::Reopen),
        grounds: Ground::ALL.map(|it| (it.code(), words.say(&it.label()))).into(),
        id: id.to_string(),
        number: desk.seen.row.number.unwrap_or_default(),
        tag: tag(words, desk.seen.state),
        received: Instant::from_millis(desk.version.received_at).to_the_second(),
        title: desk.version.title,
        version: desk.version.version,
        contest_id: desk.seen.contest.id,
        contest: desk.seen.contest.name,
        today: visitor.at().day().to_string(),
        frame,
        errors,
    };
    page_with(status, &page)
}

async fn points_of(
    (app, visitor): (&App, &Visitor),
    desk: &OnDesk,
    typed: &Typed,
) -> Result<Vec<PointShown>, Failure> {
    let stands = check::standing(&app.store, desk).await?;
    let files = desk.files(&app.store, visitor.at()).await?;
    let hashes: Vec<String> = files.iter().map(|file| file.listed.sha256.clone()).collect();
    let beside = Shelves::load(&app.store, &hashes).await?;
    let words = visitor.words();
    let mut shown = Vec::new();
    for (at, point) in points(&desk.rules, words).into_iter().enumerate() {
        let row = stands.get(&point.key);
        let word =
            typed_or(typed, &format!("point-{at}-verdict"), row.map(|it| it.verdict.as_str()));
        let reason = row.and_then(|it| it.reason.as_deref());
        shown.push(PointShown {
            at,
            is_condition: point.is_condition(),
            is_required: point.is_required,
            files: of_item(words, (&files, &beside), &point.key),
            verdicts: Verdict::ALL
                .map(|it| (it.code(), words.say(it.label()), it.code() == word))
                .into(),
            reason: typed_or(typed, &format!("point-{at}-reason"), reason),
            seen: row.map(|it| it.id.clone()).unwrap_or_default(),
            told: row.map(told).unwrap_or_default(),
            name: point.name,
        });
    }
    Ok(shown)
}

/// What was typed, where the form came back; else what stands.
fn typed_or(typed: &Typed, field: &str, stands: Option<&str>) -> String {
    match typed.has(field) {
        true => typed.text(field).to_owned(),
        false => stands.unwrap_or_default().to_owned(),
    }
}

fn told(row: &crate::reception::store::VerdictRow) -> String {
    let at = Instant::from_millis(row.made_at).written();
    row.made_by.as_ref().map_or(at.clone(), |by| format!("{by}, {at}"))
}

/// Answers `POST /dossiers/{id}/desk`.
pub async fn check(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = checked(&app, &visitor, (&actor, id), &typed).await;
    after((&app, &visitor), (&actor, id), (typed, done), "desk-checked").await
}

async fn checked(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, DossierId),
    typed: &Typed,
) -> Result<(), Failure> {
    let seen = version(typed.text("version"))?;
    let mut tx = app.store.begin().await?;
    let desk = desk(&tx, actor, id).await?;
    let mut found = Vec::new();
    for (at, point) in points(&desk.rules, visitor.words()).into_iter().enumerate() {
        let Ok(verdict) = typed.text(&format!("point-{at}-verdict")).parse() else { continue };
        found.push(Found {
            key: point.key,
            verdict,
            reason: lines(typed.text(&format!("point-{at}-reason")), "points", 1_000)?,
            seen: typed.text(&format!("point-{at}-seen")).to_owned(),
        });
    }
    crate::reception::check(&mut tx, actor, id, (seen, &found, visitor.words())).await?;
    Ok(tx.commit().await?)
}

/// What follows an act on the desk: the desk again with a notice, or with what was refused.
pub async fn after(
    (app, visitor): (&App, &Visitor),
    (actor, id): (&Actor, DossierId),
    (typed, done): (Typed, Result<(), Failure>),
    says: &'static str,
) -> Answer {
    match done {
        Ok(()) => see(&format!("/dossiers/{id}/desk"), says),
        Err(Failure::Refusal(refusal)) if is_absent(&refusal) => Err((*refusal).into()),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown((app, visitor), (actor, id), (typed, errors, status)).await
        }
    }
}

/// What is not there for this actor has no desk to return to.
fn is_absent(refusal: &Refusal) -> bool {
    use kernel::refusal::RefusalKind::{Absent, Forbidden};
    matches!(refusal.kind, Absent | Forbidden)
}
