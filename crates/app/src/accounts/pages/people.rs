//! Everybody with an account, for administrators, and inviting one more.

use askama::Template;
use axum::extract::State;
use kernel::id::AccountId;
use kernel::{Day, Failure, Fault};
use serde::Deserialize;

use super::person::{LinkMadePage, TypedGrant, role_key};
use crate::accounts::names::{Email, PersonName};
use crate::accounts::store::{self as rows, AccountRow, GrantRow};
use crate::accounts::{Actor, invitations, login, people, policy};
use crate::frame::answer::{page, page_with};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Locale, Visitor};

struct Person {
    id: String,
    name: String,
    email: String,
    disabled: bool,
    roles: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "accounts/pages/people.html")]
struct PeoplePage {
    frame: Frame,
    people: Vec<Person>,
}

/// Answers `GET /people`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    let grants = rows::live_grants(&app.store).await?;
    let mut accounts = rows::accounts(&app.store).await?;
    accounts.sort_by_cached_key(|account| people::place_in_list(&account.name));
    let people = accounts.into_iter().map(|account| person(account, &grants)).collect();
    page(&PeoplePage { frame: Frame::new(&app, &visitor), people })
}

fn person(account: AccountRow, grants: &[GrantRow]) -> Person {
    let own = grants.iter().filter(|grant| grant.account_id == account.id);
    let roles =
        own.map(|grant| (role_key(&grant.role), grant.unit_name.clone().unwrap_or_default()));
    Person {
        roles: roles.collect(),
        id: account.id,
        name: account.name,
        email: login::shown(&account.login),
        disabled: account.disabled_at.is_some(),
    }
}

/// Name, address and role of somebody to invite, as typed.
#[derive(Deserialize, Default)]
pub struct Invitation {
    name: String,
    email: String,
    locale: String,
    #[serde(flatten)]
    grant: TypedGrant,
}

#[derive(Template)]
#[template(path = "accounts/pages/person_new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    typed: Invitation,
    units: Vec<(String, String)>,
    mail_leaves: bool,
}

/// Answers `GET /people/new`.
pub async fn new_form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    page(&new_page(&app, &visitor, Invitation::default(), Errors::none()).await?)
}

async fn new_page(
    app: &App,
    visitor: &Visitor,
    typed: Invitation,
    errors: Errors,
) -> Result<NewPage, Fault> {
    let units = rows::unit_names(&app.store, &visitor.at().day().to_string()).await?;
    let mail_leaves = app.configuration.smtp.is_some();
    Ok(NewPage { frame: Frame::new(app, visitor), errors, typed, units, mail_leaves })
}

/// Answers `POST /people`.
pub async fn invite(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<Invitation>,
) -> Answer {
    match send_invitation(&app, &actor, &typed, visitor.at().day()).await {
        Ok((id, link)) => {
            let back = format!("/people/{id}");
            page(&LinkMadePage { frame: Frame::new(&app, &visitor), name: typed.name, link, back })
        }
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &new_page(&app, &visitor, typed, errors).await?)
        }
    }
}

async fn send_invitation(
    app: &App,
    actor: &Actor,
    typed: &Invitation,
    today: Day,
) -> Result<(AccountId, String), Failure> {
    let name = PersonName::read(&typed.name)?;
    let email = Email::read(&typed.email)?;
    let grant = typed.grant.read(today)?;
    let locale: Locale = typed.locale.parse().unwrap_or_default();
    let mut tx = app.store.begin().await?;
    let made = invitations::invite(&mut tx, app, actor, (&email, &name, locale), grant).await?;
    tx.commit().await?;
    Ok(made)
}
