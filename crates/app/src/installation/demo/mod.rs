//! The demo: the fictional province of the `world` crate, loaded through the verbs, and the one click
//! by which a visitor becomes somebody of it.

mod deeds;
mod life;
mod paper;
mod reporting;
mod settle;

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use kernel::time::StandingClock;
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use crate::accounts::names::Email;
use crate::accounts::pages::with_session;
use crate::accounts::session::{self, Stage};
use crate::accounts::{links, people};
use crate::frame::form::Form;
use crate::frame::{Answer, App, Visitor};

pub use paper::{bytes, file_name};
pub use settle::settle;

/// Somebody of the demo world whom one click signs in.
pub struct Person {
    /// Address.
    pub email: &'static str,
    /// Name.
    pub name: &'static str,
    /// Key of the role.
    pub role: &'static str,
    /// Name of the unit at which the role holds.
    pub unit: Option<&'static str>,
    /// Key of the sentence that says what to look at first.
    pub hint: String,
}

/// Whom one may be in the demo; nobody outside of it.
pub fn people(app: &App) -> Vec<Person> {
    guests(app)
        .map(|one| Person {
            email: one.email,
            name: one.name,
            role: role_key(one.role),
            unit: one.unit.and_then(world::unit).map(|unit| unit.name),
            hint: hint(one),
        })
        .collect()
}

fn guests(app: &App) -> impl Iterator<Item = &'static world::Person> {
    let demo = app.configuration.demo;
    world::everybody().filter(move |person| demo && !person.disabled)
}

/// Keys of the sentences that say what each of them looks at first.
pub fn hints() -> impl Iterator<Item = String> {
    world::everybody().filter(|person| !person.disabled).map(hint)
}

fn hint(person: &world::Person) -> String {
    format!("demo-look-{}", person.hint)
}

fn role_key(role: &str) -> &'static str {
    match role {
        "administrator" => "role-administrator",
        "secretary" => "role-secretary",
        _ => "role-coordinator",
    }
}

/// Whom the visitor wants to be.
#[derive(Deserialize)]
pub struct Chosen {
    email: String,
}

/// Answers `POST /demo/sign-in`, and leads to what this person looks at first; outside the demo there is
/// no such address.
pub async fn sign_in(
    State(app): State<App>,
    visitor: Visitor,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let known = guests(&app).find(|person| person.email == chosen.email);
    let person = known.ok_or_else(Refusal::absent)?;
    let mut tx = app.store.begin().await?;
    let account = people::by_email(&tx, &Email::read(person.email)?).await?;
    let token = session::begin(&mut tx, account, Stage::Full, &visitor).await?;
    tx.commit().await?;
    Ok(with_session(&app, Redirect::to(person.begins_at).into_response(), &token)?)
}

/// Loads the demo world where there are no accounts yet; elsewhere it does nothing. A second house on the
/// same database does it, whose clock walks from the first day of the world to this moment, and from which
/// no mail leaves.
///
/// # Errors
/// The database is away, or a verb refuses what the world tells.
pub async fn load(app: &App) -> Result<(), Failure> {
    if !links::awaits_setup(&app.store).await? {
        return Ok(());
    }
    // A clock of whole seconds: events are told by the minute.
    let now = app.store.now();
    let clock = Arc::new(StandingClock::at(Instant::from_millis(now.millis() / 1000 * 1000)));
    let mut configuration = app.configuration.clone();
    configuration.smtp = None;
    let past = App::open(configuration, clock.clone()).await?;
    let lived = life::live(&past, &clock).await;
    past.close().await?;
    lived
}
