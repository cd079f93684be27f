//! How somebody wants to hear of what, and when.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use crate::accounts::Actor;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::notices::store as rows;
use crate::notices::{self, Hours, How, Kind};

struct Choice {
    kind: &'static str,
    label: String,
    ways: Vec<(&'static str, String, bool)>,
}

#[derive(Template)]
#[template(path = "notices/pages/choices.html")]
pub(super) struct ChoicesPage {
    frame: Frame,
    errors: Errors,
    email: String,
    mail_leaves: bool,
    choices: Vec<Choice>,
    digest_hour: String,
    quiet_from: String,
    quiet_until: String,
    calendar: Option<String>,
    link: Option<String>,
}

/// Answers `GET /account/notices`.
pub async fn show(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    page(&choices_page(&app, &visitor, &actor, None).await?)
}

/// The page as it stands; `link` is a calendar's that was just made.
pub(super) async fn choices_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    link: Option<String>,
) -> Result<ChoicesPage, Failure> {
    let own = notices::own(actor)?;
    let chosen = rows::choices(&app.store, own.account).await?;
    let hours = rows::hours(&app.store, own.account).await?;
    let made = rows::link_made_at(&app.store, own.account).await?;
    let frame = Frame::new(app, visitor);
    let hour = |hour: Option<i64>| hour.map(|hour| hour.to_string()).unwrap_or_default();
    Ok(ChoicesPage {
        errors: Errors::none(),
        email: actor.login_shown(),
        mail_leaves: app.configuration.smtp.is_some(),
        choices: shown(frame.t, actor, &chosen),
        digest_hour: hours.digest.to_string(),
        quiet_from: hour(hours.quiet.map(|(from, _)| from)),
        quiet_until: hour(hours.quiet.map(|(_, until)| until)),
        calendar: made.map(kernel::Instant::written),
        link,
        frame,
    })
}

/// The kinds of which this person can hear.
fn kinds(actor: &Actor) -> impl Iterator<Item = Kind> {
    let runs = actor.may_begin_contests();
    Kind::ALL.into_iter().filter(move |kind| runs || !kind.is_for_runners())
}

fn shown(words: Words, actor: &Actor, chosen: &[(Kind, How)]) -> Vec<Choice> {
    let choice = |kind: Kind| {
        let found = chosen.iter().find(|(one, _)| *one == kind);
        let present = found.map_or(kind.usual(), |(_, how)| *how);
        let way = |how: How| (how.code(), words.say(how.label()), how == present);
        Choice {
            kind: kind.code(),
            label: words.say(&kind.label()),
            ways: kind.ways().map(way).collect(),
        }
    };
    kinds(actor).map(choice).collect()
}

/// What the form holds: the hours, and a way for each kind by its word.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    digest_hour: String,
    #[serde(default)]
    quiet_from: String,
    #[serde(default)]
    quiet_until: String,
    #[serde(flatten)]
    kinds: BTreeMap<String, String>,
}

/// Answers `POST /account/notices`.
pub async fn choose(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<Typed>,
) -> Answer {
    match keep(&app, &actor, &typed).await {
        Ok(()) => see("/account/notices", "notice-choices"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let mut shown = choices_page(&app, &visitor, &actor, None).await?;
            shown.errors = errors;
            shown.digest_hour = typed.digest_hour;
            shown.quiet_from = typed.quiet_from;
            shown.quiet_until = typed.quiet_until;
            page_with(status, &shown)
        }
    }
}

async fn keep(app: &App, actor: &Actor, typed: &Typed) -> Result<(), Failure> {
    let hours = Hours::read(&typed.digest_hour, &typed.quiet_from, &typed.quiet_until)?;
    let mut choices = Vec::new();
    for kind in kinds(actor) {
        if let Some(word) = typed.kinds.get(kind.code()) {
            let how = How::read(word).ok_or_else(|| Refusal::invalid("form-unreadable"))?;
            choices.push((kind, how));
        }
    }
    let mut tx = app.store.begin().await?;
    notices::choose(&mut tx, actor, &choices, hours).await?;
    Ok(tx.commit().await?)
}
