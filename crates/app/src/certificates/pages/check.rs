//! For everybody: whether a certificate is genuine, and whether it holds.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use kernel::{Day, Instant};
use serde::Deserialize;

use crate::certificates::public;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, code};

#[derive(Template)]
#[template(path = "certificates/pages/check_form.html")]
struct FormPage {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "certificates/pages/check.html")]
struct CheckPage {
    frame: Frame,
    contest: String,
    number: String,
    facts: Vec<(String, String)>,
    void: Option<String>,
    replaced_by: Option<i64>,
}

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Typed {
    code: String,
}

/// Answers `GET /giay-chung-nhan`: a form without JavaScript, which leads to the page of the code.
pub async fn form(State(app): State<App>, visitor: Visitor, Query(typed): Query<Typed>) -> Answer {
    match code::typed(&typed.code) {
        code if code.is_empty() => page(&FormPage { frame: Frame::new(&app, &visitor) }),
        code => Ok(Redirect::to(&public::path(&code)).into_response()),
    }
}

/// Answers `GET /giay-chung-nhan/{code}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    let found = public::check(&app.store, &code, visitor.at()).await?;
    let frame = Frame::new(&app, &visitor);
    let (row, run) = (found.row, found.run);
    let told = [
        ("certificate-holder", row.holder.replace('\n', ", ")),
        ("certificate-unit", row.unit),
        ("certificate-prize", row.prize),
        ("certificate-solution", row.title),
        ("certificate-decision", run.decision.unwrap_or_default()),
        ("certificate-issuer", run.issuer),
        ("certificate-dated", Day::shown(&run.dated)),
    ];
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    page(&CheckPage {
        facts: told.map(|(key, value)| (frame.t.say(key), value)).collect(),
        contest: found.contest,
        number: format!("{:02}/{}", row.number, run.symbol),
        void: row.ended_at.map(|at| Instant::from_millis(at).day().written()),
        replaced_by: found.replaced_by,
        frame,
    })
}
