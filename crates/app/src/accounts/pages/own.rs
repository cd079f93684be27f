//! One's own account: name, language, password, sessions, and the password once more.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect};
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use super::onward;
use crate::accounts::names::PersonName;
use crate::accounts::password;
use crate::accounts::session::{self, SessionId, SessionRow};
use crate::accounts::{Actor, device, people, second_factor, sign_in};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Locale, Visitor};

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Onward {
    next: Option<String>,
}

/// Answers `GET /language/{code}`: a preference, kept in a cookie.
pub async fn switch_language(Path(code): Path<String>, Query(query): Query<Onward>) -> Answer {
    let locale: Locale = code.parse().map_err(|_| Refusal::absent())?;
    let cookie = format!("lang={}; Path=/; SameSite=Lax; Max-Age=31536000", locale.code());
    let mut response = Redirect::to(onward(query.next.as_deref())).into_response();
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie)?);
    Ok(response)
}

struct SessionLine {
    id: String,
    since: String,
    seen: String,
    address: String,
    agent: String,
    this_one: bool,
}

/// What stands in the fields of the account page.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) new_email: String,
}

impl Shown {
    /// What the account holds now.
    pub(super) fn of(actor: &Actor) -> Self {
        Self { name: actor.name.clone(), new_email: String::new() }
    }
}

#[derive(Template)]
#[template(path = "accounts/pages/account.html")]
pub(super) struct AccountPage {
    frame: Frame,
    errors: Errors,
    shown: Shown,
    email: String,
    locale: &'static str,
    has_second_factor: bool,
    has_password: bool,
    mail_leaves: bool,
    shortest: usize,
    sessions: Vec<SessionLine>,
}

/// Answers `GET /account`.
pub async fn show(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let shown = Shown::of(&actor);
    page(&account_page(&app, &visitor, &actor, (shown, Errors::none())).await?)
}

pub(super) async fn account_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (shown, errors): (Shown, Errors),
) -> Result<AccountPage, Failure> {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let sessions = session::list(&app.store, id, visitor.at()).await?;
    Ok(AccountPage {
        frame: Frame::new(app, visitor),
        errors,
        shown,
        email: actor.login_shown(),
        locale: actor.locale.code(),
        has_second_factor: second_factor::is_on(&app.store, id).await?,
        has_password: sign_in::has_password(&app.store, id).await?,
        mail_leaves: app.configuration.smtp.is_some(),
        shortest: password::SHORTEST,
        sessions: sessions.into_iter().map(|row| line(row, actor)).collect(),
    })
}

fn line(row: SessionRow, actor: &Actor) -> SessionLine {
    SessionLine {
        this_one: actor.session.as_deref() == Some(row.id.as_str()),
        since: Instant::from_millis(row.created_at).written(),
        seen: Instant::from_millis(row.seen_at).written(),
        id: row.id,
        address: row.address,
        agent: device::name(&row.agent),
    }
}

/// Name and language as typed.
#[derive(Deserialize)]
pub struct Profile {
    name: String,
    locale: String,
}

/// Answers `POST /account`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(profile): Form<Profile>,
) -> Answer {
    let Err(failure) = change_profile(&app, &actor, &profile).await else {
        return see("/account", "profile-changed");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let shown = Shown { name: profile.name, ..Shown::of(&actor) };
    page_with(status, &account_page(&app, &visitor, &actor, (shown, errors)).await?)
}

async fn change_profile(app: &App, actor: &Actor, profile: &Profile) -> Result<(), Failure> {
    let name = PersonName::read(&profile.name)?;
    let locale = profile.locale.parse().unwrap_or_default();
    let mut tx = app.store.begin().await?;
    people::change_profile(&mut tx, actor, &name, locale).await?;
    Ok(tx.commit().await?)
}

/// The session to end; without one, all others.
#[derive(Deserialize)]
pub struct Ending {
    session: Option<String>,
}

/// Answers `POST /account/sessions/removal`.
pub async fn end_sessions(
    State(app): State<App>,
    actor: Actor,
    Form(ending): Form<Ending>,
) -> Answer {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let mut tx = app.store.begin().await?;
    match &ending.session {
        Some(session) => {
            let session: SessionId = session.parse().map_err(|_| Refusal::absent())?;
            let ended = session::end(&mut tx, id, session).await?;
            ended.then_some(()).ok_or_else(Refusal::absent)?;
        }
        None => session::end_all(&mut tx, id, actor.session.as_deref()).await.map(drop)?,
    }
    tx.commit().await?;
    see("/account", "sessions-ended")
}
