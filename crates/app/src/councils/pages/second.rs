//! One second marking: how far it is, and its end. What was given stands among the results, once it is closed.

use ::judging::points::Points;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Instant};

use super::{Head, Tag, council_id, part_id, second_tag};
use crate::accounts::{self, Actor};
use crate::contests::typed::{Typed, lines};
use crate::councils::access::{self, SeenCouncil};
use crate::councils::store::{self as rows, SecondRow};
use crate::councils::{self, Stage, again, policy, typed as read};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "councils/pages/second.html")]
struct SecondPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    id: String,
    number: i64,
    title: String,
    tag: Tag,
    facts: Vec<(String, String)>,
    given: i64,
    signed: i64,
    missing: i64,
    /// Who marks it again, and whether their sheet is signed; nobody for who only sits in the council.
    judges: Vec<(String, bool)>,
    may_end: bool,
    is_closed: bool,
}

/// Answers `GET /councils/{id}/second-markings/{part}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let seen = access::council(&app.store, &actor, council_id(&id)?).await?;
    let row = again::one(&app.store, &actor, (&seen, part_id(&part)?)).await?;
    let shows = (Typed::default(), Errors::none(), StatusCode::OK);
    shown(&app, &visitor, (&seen, row), shows).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (seen, row): (&SeenCouncil, SecondRow),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let stage = row.stage()?;
    let page = SecondPage {
        facts: facts(app, words, (seen, &row)).await?,
        judges: judges(app, seen, &row).await?,
        may_end: stage == Stage::Open && policy::may_mark_again(seen).is_ok(),
        is_closed: stage == Stage::Closed,
        tag: second_tag(words, stage),
        missing: row.given - row.signed,
        given: row.given,
        signed: row.signed,
        number: row.number,
        id: row.id,
        title: row.title,
        head: Head::new(words, seen, "council-seconds"),
        frame: Frame::new(app, visitor),
        errors,
        typed,
    };
    page_with(status, &page)
}

async fn facts(
    app: &App,
    words: Words,
    (seen, row): (&SeenCouncil, &SecondRow),
) -> Result<Vec<(String, String)>, Failure> {
    let members = rows::members(&app.store, seen.id).await?;
    let by = members.iter().rev().find(|member| member.account_id == row.ordered_by);
    let by = by.map(|member| member.name.as_str()).unwrap_or_default();
    let ordered = format!("{by}, {}", Instant::from_millis(row.ordered_at).written());
    let told = [
        ("second-form", words.say(row.form()?.label())),
        ("second-counts", words.say(row.counted()?.label())),
        ("second-reason", row.reason.clone()),
        ("second-ordered-by", ordered),
        ("second-voted", voted(words, row)),
        (
            "second-ended-at",
            row.ended_at.map(|at| Instant::from_millis(at).written()).unwrap_or_default(),
        ),
        ("second-ended-reason", row.ended_reason.clone().unwrap_or_default()),
    ];
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(told.map(|(key, value)| (words.say(key), value)).collect())
}

/// A vote as a sentence; empty where nothing was voted.
pub(super) fn voted(words: Words, row: &SecondRow) -> String {
    let points = row.points.and_then(|points| Points::from_hundredths(points).ok());
    let (Some(points), Some(votes), Some(against)) = (points, row.votes_for, row.votes_against)
    else {
        return String::new();
    };
    let told = kernel::Message::new("second-voted-as").with("points", points);
    let told = told.with("favour", votes).with("against", against);
    words.tell(&told.with("members", row.members.unwrap_or_default()))
}

async fn judges(
    app: &App,
    seen: &SeenCouncil,
    row: &SecondRow,
) -> Result<Vec<(String, bool)>, Failure> {
    if !policy::reads_progress(seen) {
        return Ok(Vec::new());
    }
    let members = rows::members(&app.store, seen.id).await?;
    let given = rows::of_second(&app.store, &row.id).await?;
    let named = given.iter().filter_map(|given| {
        let member = members.iter().find(|member| member.id == given.member_id)?;
        Some((member.name.clone(), given.is_signed()))
    });
    Ok(named.collect())
}

/// Answers `POST /councils/{id}/second-markings/{part}/closing`: the password was given a short while ago.
pub async fn close(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, part) = (council_id(&id)?, part_id(&part)?);
    let seen = access::council(&app.store, &actor, id).await?;
    let row = again::one(&app.store, &actor, (&seen, part)).await?;
    policy::may_mark_again(&seen)?;
    let here = format!("/councils/{id}/second-markings/{part}");
    let done = async {
        accounts::policy::is_confirmed(&actor, visitor.at(), &here)?;
        let reason = lines(typed.text("reason"), "reason", 1_000)?;
        let mut tx = app.store.begin().await?;
        councils::close(&mut tx, &actor, (id, part), reason.as_deref()).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&here, "second-closed-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, (&seen, row), (typed, errors, status)).await
        }
    }
}

/// Answers `POST /councils/{id}/second-markings/{part}/cancellation`.
pub async fn cancel(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, part) = (council_id(&id)?, part_id(&part)?);
    let seen = access::council(&app.store, &actor, id).await?;
    let row = again::one(&app.store, &actor, (&seen, part)).await?;
    policy::may_mark_again(&seen)?;
    let done = async {
        let reason = read::why_cancelled(&typed)?;
        let mut tx = app.store.begin().await?;
        councils::cancel(&mut tx, &actor, (id, part), &reason).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match done.await {
        Ok(()) => see(&format!("/councils/{id}/second-markings/{part}"), "second-cancelled-done"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, (&seen, row), (typed, errors, status)).await
        }
    }
}
