//! One earlier solution, with what people said of it.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use super::{Tabs, compared, level, read, tabs};
use crate::accounts::Actor;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::prior_art::judging::Opinion;
use crate::prior_art::store::{self as rows, EarlierRow, verdicts};
use crate::prior_art::{EarlierId, Verdict, judge as give, policy};

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Typed {
    subject: String,
    verdict: String,
    reason: String,
}

struct Said {
    subject: String,
    opinion: String,
    reason: String,
    by: Option<String>,
    at: String,
}

#[derive(Template)]
#[template(path = "prior_art/pages/show.html")]
struct ShowPage {
    frame: Frame,
    tabs: Tabs,
    row: EarlierRow,
    level: Option<String>,
    source: String,
    said: Vec<Said>,
    opinions: Vec<(&'static str, String, bool)>,
    typed: Typed,
    errors: Errors,
}

async fn show_page(
    (app, visitor, actor): (&App, &Visitor, &Actor),
    id: EarlierId,
    (typed, errors): (Typed, Errors),
) -> Result<ShowPage, Failure> {
    let found = rows::find(&app.store, id, policy::sight(actor)).await?;
    let row = found.ok_or_else(Refusal::absent)?;
    let frame = Frame::new(app, visitor);
    let judges = policy::may_judge(actor).is_ok();
    let said = match judges {
        true => verdicts::of_solution(&app.store, id).await?,
        false => Vec::new(),
    };
    let said = said.into_iter().map(|row| Said {
        opinion: frame.t.say(&format!("prior-verdict-{}", row.verdict)),
        at: Instant::from_millis(row.given_at).written(),
        subject: row.subject,
        reason: row.reason,
        by: row.given_by,
    });
    Ok(ShowPage {
        tabs: tabs(actor),
        level: level(frame.t, &row),
        source: frame.t.say(&format!("prior-source-{}", row.source)),
        said: said.collect(),
        opinions: if judges { Opinion::choices(frame.t, &typed.verdict) } else { Vec::new() },
        row,
        typed,
        errors,
        frame,
    })
}

/// Answers `GET /prior-art/solutions/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let typed = (Typed::default(), Errors::none());
    let shown = show_page((&app, &visitor, &actor), read(&id)?, typed).await?;
    compared(&app, &actor, &shown.row);
    page(&shown)
}

/// Answers `POST /prior-art/solutions/{id}/verdicts`.
pub async fn judge(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let solution: EarlierId = read(&id)?;
    let done = async {
        let found = rows::find(&app.store, solution, policy::sight(&actor)).await?;
        found.ok_or_else(Refusal::absent)?;
        let verdict = Verdict::read(&typed.subject, &typed.verdict, &typed.reason)?;
        let mut tx = app.store.begin().await?;
        give(&mut tx, &actor, solution, &verdict).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/prior-art/solutions/{id}"), "prior-verdict-given"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let page = show_page((&app, &visitor, &actor), solution, (typed, errors)).await?;
            page_with(status, &page)
        }
    }
}
