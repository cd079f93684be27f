//! The first page, and the administrator's page about the machine.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};

use crate::accounts::{Actor, links, policy, second_factor};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "installation/pages/overview.html")]
struct OverviewPage {
    frame: Frame,
    own_units: Vec<crate::units::pages::Link>,
    units: i64,
    reorganisations: i64,
    people: Option<i64>,
    needs_second_factor: bool,
    leads: bool,
}

/// Answers `GET /`: strangers are led to the sign-in, a new installation to its set-up.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let Some(actor) = visitor.actor() else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    let day = visitor.at().day();
    let runs = actor.runs_the_office();
    let has_second_factor = match actor.account() {
        Some(id) => second_factor::is_on(&app.store, id).await?,
        None => true,
    };
    page(&OverviewPage {
        frame: Frame::new(&app, &visitor),
        own_units: crate::units::pages::own(&app.store, actor, day).await?,
        units: crate::units::count_living(&app.store, day).await?,
        reorganisations: crate::units::count_reorganisations(&app.store).await?,
        people: if policy::may_manage(actor).is_ok() {
            Some(links::count_people(&app.store).await?)
        } else {
            None
        },
        needs_second_factor: runs && !has_second_factor,
        leads: actor.may_begin_contests(),
    })
}

#[derive(Template)]
#[template(path = "installation/pages/machine.html")]
struct MachinePage {
    frame: Frame,
    version: &'static str,
    engine: &'static str,
    database_rows: Vec<(String, i64)>,
    public_url: String,
    mail_leaves: bool,
    failed_jobs: i64,
}

/// Answers `GET /installation`.
pub async fn machine(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    let failed_jobs = store::jobs::count_failed(&app.store).await?;
    page(&MachinePage {
        frame: Frame::new(&app, &visitor),
        version: env!("CARGO_PKG_VERSION"),
        engine: app.store.engine().name(),
        database_rows: store::copy::row_counts(&app.store).await?,
        public_url: app.configuration.public_url.clone(),
        mail_leaves: app.configuration.smtp.is_some(),
        failed_jobs,
    })
}
