//! What moves a contest on: start, close, reopen; publish, take back.

use axum::extract::{Path, State as Shared};
use kernel::{Day, Failure, Instant, Refusal};

use super::load_to_run;
use super::overview::overview;
use crate::accounts::Actor;
use crate::contests::typed::Typed;
use crate::contests::{self, Seen, Step};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};

/// Answers `POST /contests/{id}/steps`.
pub async fn step(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let step: Step = typed.text("step").parse().map_err(|_| Refusal::invalid("form-unreadable"))?;
    let mut tx = app.store.begin().await?;
    contests::step(&mut tx, &actor, seen.id, step).await?;
    tx.commit().await?;
    match step {
        Step::Start => see(&format!("/contests/{id}"), "contest-started"),
        Step::Close => see(&format!("/contests/{id}"), "contest-ended"),
        Step::Reopen => see(&format!("/contests/{id}"), "contest-reopened"),
    }
}

/// Answers `POST /contests/{id}/publication`: at once, or from the day and hour typed on.
pub async fn publish(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    match published(&app, &visitor, (&actor, &seen), &typed).await {
        Ok(at_once) if at_once => see(&format!("/contests/{id}"), "contest-published"),
        Ok(_) => see(&format!("/contests/{id}"), "contest-publication-set"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let shown = overview(&app, &visitor, (&actor, seen), (typed, errors)).await?;
            page_with(status, &shown)
        }
    }
}

/// Publishes; answers whether that was at once.
async fn published(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &Seen),
    typed: &Typed,
) -> Result<bool, Failure> {
    let from = match typed.text("when") {
        "later" => moment(typed.text("day"), typed.text("hour"), visitor.at())?,
        _ => visitor.at(),
    };
    let mut tx = app.store.begin().await?;
    contests::publish(&mut tx, actor, seen.id, from).await?;
    tx.commit().await?;
    Ok(from <= visitor.at())
}

/// The moment that a day and an hour of Việt Nam mean; it lies ahead.
fn moment(day: &str, hour: &str, now: Instant) -> Result<Instant, Refusal> {
    let day: Day = day.parse().map_err(|_| Refusal::field("day", "day-unreadable"))?;
    let seconds = clock(hour).ok_or_else(|| Refusal::field("hour", "hour-unreadable"))?;
    let moment = day.begins().plus_seconds(seconds);
    match moment > now {
        true => Ok(moment),
        false => Err(Refusal::field("day", "moment-past")),
    }
}

/// Seconds since midnight of `7:30`, `07:30`; midnight itself where nothing is typed.
fn clock(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(0);
    }
    let (hours, minutes) = typed.split_once([':', 'h'])?;
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    match (hours.parse(), minutes.parse()) {
        (Ok(hours @ 0..=23), Ok(minutes @ 0..=59)) => Some((hours * 60 + minutes) * 60),
        _ => None,
    }
}

/// Answers `POST /contests/{id}/publication/removal`.
pub async fn unpublish(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut tx = app.store.begin().await?;
    contests::unpublish(&mut tx, &actor, seen.id).await?;
    tx.commit().await?;
    see(&format!("/contests/{id}"), "contest-unpublished")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let check = |text: &str, expect| assert_eq!(clock(text), expect, "{text}");
        check("", Some(0));
        check("7:30", Some(27_000));
        check("07:05", Some(25_500));
        check("8h", Some(28_800));
        check("8h15", Some(29_700));
        check("24:00", None);
        check("-1:00", None);
        check("x", None);
    }
}
