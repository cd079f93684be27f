//! The sheets of paper of a council: which are printed, which are keyed in, and printing them. Never what they say.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use kernel::Refusal;
use serde::Deserialize;

use crate::accounts::Actor;
use crate::contests::typed::Typed;
use crate::councils::access::SeenCouncil;
use crate::councils::pages::{Head, council_id, part_id};
use crate::councils::paper::code::Code;
use crate::councils::paper::issue::{self, Line};
use crate::councils::paper::{Wanted, printed};
use crate::councils::store::{self as rows, PaperRow};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::Form;
use crate::frame::{Answer, App, Frame, Layout, Visitor, Words};

#[derive(Template)]
#[template(path = "councils/paper/pages/list.html")]
struct ListPage {
    frame: Frame,
    head: Head,
    judges: Vec<Judge>,
    hidden: usize,
    /// How many sheets nobody has signed.
    unsigned: usize,
    /// How many can be printed.
    printable: usize,
}

/// A judge with their dossiers.
struct Judge {
    id: String,
    name: String,
    unsigned: usize,
    printable: usize,
    lines: Vec<Shown>,
}

/// A judge's dossier, and how far its sheet of paper is.
struct Shown {
    id: String,
    number: i64,
    title: String,
    again: bool,
    /// As it is kept; empty: nothing was printed.
    code: String,
    spoken: String,
    class: &'static str,
    icon: &'static str,
    says: String,
}

/// Answers `GET /councils/{id}/paper-sheets`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = issue::council(&app.store, &actor, council_id(&id)?).await?;
    let lines = issue::lines(&app.store, &actor, &seen).await?;
    let words = visitor.words();
    let mut judges = Vec::new();
    for member in rows::members(&app.store, seen.id).await? {
        let theirs: Vec<&Line> =
            lines.iter().filter(|line| line.given.member_id == member.id).collect();
        if !theirs.is_empty() {
            judges.push(Judge {
                id: member.id,
                name: member.name,
                unsigned: theirs.iter().filter(|line| !line.given.is_signed()).count(),
                printable: theirs.iter().filter(|line| is_printable(line)).count(),
                lines: theirs.into_iter().map(|line| shown(words, line)).collect(),
            });
        }
    }
    page(&ListPage {
        hidden: hidden(&app, &actor, &seen).await?,
        unsigned: judges.iter().map(|judge| judge.unsigned).sum(),
        printable: judges.iter().map(|judge| judge.printable).sum(),
        head: Head::new(words, &seen, "council-papers"),
        frame: Frame::new(&app, &visitor),
        judges,
    })
}

/// How many dossiers the actor is not told of.
async fn hidden(app: &App, actor: &Actor, seen: &SeenCouncil) -> Result<usize, kernel::Failure> {
    let hidden = crate::councils::opened::hidden_in(&app.store, actor, seen).await?;
    Ok(hidden.len())
}

fn is_printable(line: &Line) -> bool {
    line.paper.as_ref().is_some_and(PaperRow::is_open)
}

fn shown(words: Words, line: &Line) -> Shown {
    let (key, class, icon) = standing(line);
    let code = line.paper.as_ref().map(|paper| paper.code.clone()).unwrap_or_default();
    Shown {
        id: line.given.id.clone(),
        number: line.given.number,
        title: line.given.title.clone(),
        again: line.given.second_id.is_some(),
        spoken: code.parse::<Code>().map(|code| code.spoken()).unwrap_or_default(),
        code,
        says: words.say(key),
        class,
        icon,
    }
}

/// How far a sheet of paper is: word, colour and sign.
fn standing(line: &Line) -> (&'static str, &'static str, &'static str) {
    match &line.paper {
        Some(paper) if paper.agreed_at.is_some() => ("paper-agreed", "is-done", "check"),
        Some(paper) if paper.people > 1 => ("paper-apart", "is-late", "warning"),
        Some(paper) if paper.people == 1 => ("paper-keyed-by-one", "is-open", "clock"),
        _ if line.given.is_signed() => ("paper-on-screen", "is-done", "check"),
        Some(_) => ("paper-printed", "is-open", "clock"),
        None => ("paper-not-printed", "is-due", "dots"),
    }
}

/// Answers `POST /councils/{id}/paper-sheets`: codes are given out, and what is to be printed waits on the page.
pub async fn print(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let wanted = match (typed.text("judge"), typed.text("sheet")) {
        ("", "") => Wanted::All,
        ("", sheet) => Wanted::One(part_id(sheet)?),
        (judge, _) => Wanted::Judge(part_id(judge)?),
    };
    let mut tx = app.store.begin().await?;
    issue::issue(&mut tx, &actor, id, wanted).await?;
    tx.commit().await?;
    see(&format!("/councils/{id}/paper-sheets"), "papers-issued")
}

/// Of which judge.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Of {
    judge: String,
}

/// Answers `GET /councils/{id}/paper-sheets.pdf`.
pub async fn pdf(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<String>,
    Query(of): Query<Of>,
) -> Answer {
    let seen = issue::council(&app.store, &actor, council_id(&id)?).await?;
    let judges: BTreeSet<String> = Some(of.judge).filter(|id| !id.is_empty()).into_iter().collect();
    let lines = issue::to_print(&app.store, &actor, &seen, &judges).await?;
    if lines.is_empty() {
        return Err(seen.refused("paper-nothing-printed").into());
    }
    let forms = printed::forms(&app, &seen, &lines).await?;
    let title = seen.row.name.clone();
    let bytes = tokio::task::spawn_blocking(move || typesetting::forms(&title, &forms)).await?;
    Ok(Layout::Pdf.attached(bytes, "phieu-cham-giay"))
}

#[derive(Template)]
#[template(path = "councils/paper/pages/find.html")]
struct FindPage {
    frame: Frame,
    typed: String,
    /// Why it leads nowhere; empty: nothing was typed.
    wrong: String,
}

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wished {
    code: String,
}

/// Answers `GET /paper-sheets`: from a code to its sheet.
pub async fn find(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wished): Query<Wished>,
) -> Answer {
    actor.account().ok_or_else(Refusal::absent)?;
    let typed = wished.code.trim().to_owned();
    if let Ok(code) = typed.parse::<Code>() {
        return Ok(Redirect::to(&format!("/paper-sheets/{code}")).into_response());
    }
    let frame = Frame::new(&app, &visitor);
    match typed.is_empty() {
        true => page(&FindPage { typed, wrong: String::new(), frame }),
        false => {
            let wrong = frame.t.say("paper-code-wrong");
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &FindPage { typed, wrong, frame })
        }
    }
}
