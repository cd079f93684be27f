//! The page on which more is asked for.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use entry::Step;
use kernel::{Failure, Instant, Refusal};

use super::{dossier_id, version};
use crate::accounts::Actor;
use crate::contests::typed::{Typed, lines, moment};
use crate::dossiers::DossierId;
use crate::dossiers::opened::Opened;
use crate::dossiers::pages::steps::label;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::reception::access::{OnDesk, desk};
use crate::reception::checklist::{Verdict, points};
use crate::reception::{self, Wanted, check};

/// A part that can be opened: its word, its name, whether it is ticked.
type Part = (String, String, bool);

#[derive(Template)]
#[template(path = "reception/pages/ask.html")]
struct AskPage {
    frame: Frame,
    errors: Errors,
    id: String,
    title: String,
    number: i64,
    version: i64,
    parts: Vec<Part>,
    why: String,
    day: String,
    hour: String,
    is_again: bool,
}

/// Days that are offered for what is missing.
const OFFERED_DAYS: i64 = 5;

/// Answers `GET /dossiers/{id}/desk/supplement`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let desk = desk(&app.store, &actor, dossier_id(&id)?).await?;
    let mut typed = Typed::default();
    let due = visitor.at().plus_seconds(OFFERED_DAYS * 24 * 3600).day();
    typed.put("day", due.to_string());
    typed.put("hour", "17:00");
    offered(&app, (&desk, visitor.words()), &mut typed).await?;
    shown((&app, &visitor), desk, (typed, Errors::none(), StatusCode::OK)).await
}

/// What was found to be lacking is what is asked for, unless the office says otherwise.
async fn offered(
    app: &App,
    (desk, words): (&OnDesk, Words),
    typed: &mut Typed,
) -> Result<(), Failure> {
    let stands = check::standing(&app.store, desk).await?;
    let mut why = Vec::new();
    for point in points(&desk.rules, words) {
        let Some(row) = stands.get(&point.key) else { continue };
        if row.verdict()? != Verdict::Lacking {
            continue;
        }
        why.push(format!("{}: {}", point.name, row.reason.as_deref().unwrap_or_default()));
        if !point.is_condition() {
            typed.put("opens", format!("file:{}", point.key));
        }
    }
    typed.put("why", why.join("\n"));
    Ok(())
}

async fn shown(
    (app, visitor): (&App, &Visitor),
    desk: OnDesk,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let ticked: Vec<&str> = typed.all("opens").collect();
    let pages = Step::ALL.into_iter().filter(|step| *step != Step::Files);
    let pages = pages.map(|step| {
        (step.code().to_owned(), words.with("desk-opens-page", "name", words.say(label(step))))
    });
    let items = desk.rules.entry.checklist.iter();
    let items = items.map(|item| {
        (format!("file:{}", item.key), words.with("desk-opens-file", "name", &item.name))
    });
    let parts = pages.chain(items).map(|(word, name)| {
        let is_ticked = ticked.contains(&word.as_str());
        (word, name, is_ticked)
    });
    let page = AskPage {
        parts: parts.collect(),
        id: desk.seen.id.to_string(),
        number: desk.seen.row.number.unwrap_or_default(),
        version: desk.version.version,
        title: desk.version.title,
        is_again: desk.seen.asked.is_some(),
        why: typed.text("why").to_owned(),
        day: typed.text("day").to_owned(),
        hour: typed.text("hour").to_owned(),
        frame,
        errors,
    };
    page_with(status, &page)
}

/// Answers `POST /dossiers/{id}/desk/supplement`.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = dossier_id(&id)?;
    let Err(failure) = asked(&app, (&actor, id), (&typed, visitor.at())).await else {
        return see(&format!("/dossiers/{id}/desk"), "desk-asked");
    };
    let desk = desk(&app.store, &actor, id).await?;
    let (errors, status) = Errors::of(failure, visitor.words())?;
    shown((&app, &visitor), desk, (typed, errors, status)).await
}

async fn asked(
    app: &App,
    (actor, id): (&Actor, DossierId),
    (typed, at): (&Typed, Instant),
) -> Result<(), Failure> {
    let why = lines(typed.text("why"), "why", 2_000)?;
    let wanted = Wanted {
        opened: Opened::of(typed.all("opens")),
        why: why.ok_or_else(|| Refusal::field("why", "desk-why-missing"))?,
        due: moment(typed.text("day"), typed.text("hour"), at)?,
    };
    let mut tx = app.store.begin().await?;
    let seen = version(typed.text("version"))?;
    reception::ask(&mut tx, app, actor, id, (seen, &wanted)).await?;
    Ok(tx.commit().await?)
}
