//! New accounts: the first administrator, and whoever is invited.

use kernel::id::AccountId;
use kernel::{Failure, Refusal};
use store::Tx;

use super::actor::{Actor, Role, Who};
use super::links::{self, Purpose, link_address};
use super::login::Login;
use super::names::{Email, PersonName};
use super::policy;
use super::roles::{NewGrant, grant_role};
use super::store::{self as rows, AccountRow};
use crate::audit::{self, Act};
use crate::frame::{App, Locale};
use crate::notifications::{self, Letter};

/// Makes the first administrator with a link that the server printed.
///
/// # Errors
/// The link is not good, or somebody was quicker.
pub async fn set_up(
    app: &App,
    token: &str,
    email: &Email,
    name: &PersonName,
    hash: &str,
) -> Result<AccountId, Failure> {
    let mut tx = app.store.begin().await?;
    let link = links::find(&tx, token, &[Purpose::Setup], tx.at()).await?;
    links::take(&mut tx, &link).await?;
    if !links::awaits_setup(&tx).await? {
        return Err(Refusal::conflict("setup-done").way_out("way-sign-in", "/sign-in").into());
    }
    let id = first_administrator(&mut tx, email, name, hash).await?;
    tx.commit().await?;
    Ok(id)
}

/// Makes an account with a password that administers the installation. For set-up and command line.
///
/// # Errors
/// The address is taken.
pub async fn first_administrator(
    tx: &mut Tx,
    email: &Email,
    name: &PersonName,
    hash: &str,
) -> Result<AccountId, Failure> {
    let operator = Actor::operator(tx.at());
    let login = Login::Email(email.clone());
    let id = add_account(tx, Some(operator.who), &login, name, Locale::Vi).await?;
    rows::set_password_hash(tx, id, hash).await?;
    let act = Act::on("account.password", format!("account/{id}")).row("credential", id);
    audit::record(tx, Who::Operator, act).await?;
    let day = tx.at().day();
    let grant = NewGrant { role: Role::Administrator, unit: None, from: day, until: None };
    grant_role(tx, &operator, id, grant).await?;
    Ok(id)
}

/// Makes an account for somebody else and the link with which they take it up.
///
/// # Errors
/// The actor may not, or the address is taken.
pub async fn invite(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (email, name, locale): (&Email, &PersonName, Locale),
    grant: NewGrant,
) -> Result<(AccountId, String), Failure> {
    policy::may_manage(actor)?;
    let login = Login::Email(email.clone());
    let id = add_account(tx, Some(actor.who), &login, name, locale).await?;
    grant_role(tx, actor, id, grant).await?;
    let token = links::make(tx, Purpose::Invitation, Some(id), actor.account()).await?;
    let link = link_address(app, &token);
    let letter =
        Letter::new(locale, "mail-invitation").with("name", name.as_str()).with("link", &link);
    notifications::post(tx, app, email.as_str(), letter).await?;
    Ok((id, link))
}

/// Makes an account that holds nothing for somebody whom a contest needs, and writes to them how they take it
/// up.
///
/// # Errors
/// The actor runs no contests, or the address is taken.
pub async fn welcome(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (email, name): (&Email, &PersonName),
) -> Result<AccountId, Failure> {
    if !actor.may_begin_contests() {
        return Err(Refusal::absent().into());
    }
    let login = Login::Email(email.clone());
    let id = add_account(tx, Some(actor.who), &login, name, Locale::Vi).await?;
    let token = links::make(tx, Purpose::Invitation, Some(id), actor.account()).await?;
    let link = link_address(app, &token);
    let letter =
        Letter::new(Locale::Vi, "mail-invitation").with("name", name.as_str()).with("link", link);
    notifications::post(tx, app, email.as_str(), letter).await?;
    Ok(id)
}

/// Makes an account that holds nothing yet. Nothing for `who`: whoever begins by themself.
pub(super) async fn add_account(
    tx: &mut Tx,
    who: Option<Who>,
    login: &Login,
    name: &PersonName,
    locale: Locale,
) -> Result<AccountId, Failure> {
    if rows::account_by_login(tx, login.as_str()).await?.is_some() {
        return Err(Refusal::field("email", "email-taken").into());
    }
    let id = AccountId::new(tx.at());
    let row = AccountRow {
        id: id.to_string(),
        login: login.as_str().to_owned(),
        name: name.as_str().to_owned(),
        locale: locale.code().to_owned(),
        created_at: tx.at().millis(),
        disabled_at: None,
    };
    rows::insert_account(tx, &row).await?;
    let act = Act::on("account.add", format!("account/{id}")).row("account", id);
    audit::record(tx, who.unwrap_or(Who::Account(id)), act).await?;
    Ok(id)
}
