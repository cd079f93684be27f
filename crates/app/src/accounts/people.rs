//! People who have an account: disabling and enabling them, their names, lists of them.

use kernel::id::AccountId;
use kernel::{Day, Failure, Instant, Refusal, text};
use store::{Reader, Tx};

use super::actor::{Actor, Who};
use super::login::Login;
use super::names::{Email, PersonName};
use super::store::{self as rows, AccountRow};
use super::{policy, roles, session};
use crate::audit::{self, Act};
use crate::frame::Locale;

/// Disables an account; its sessions end at once.
///
/// # Errors
/// The actor may not, or nobody would be left to administer.
pub async fn disable(tx: &mut Tx, actor: &Actor, account: AccountId) -> Result<(), Failure> {
    policy::may_manage(actor)?;
    policy::may_disable(actor, account)?;
    roles::keep_an_administrator(tx, account).await?;
    rows::set_disabled(tx, account, Some((tx.at(), actor.account()))).await?;
    session::end_all(tx, account, None).await?;
    let act = Act::on("account.disable", format!("account/{account}")).row("account", account);
    audit::record(tx, actor.who, act).await
}

/// Enables an account again.
///
/// # Errors
/// The actor may not.
pub async fn enable(tx: &mut Tx, actor: &Actor, account: AccountId) -> Result<(), Failure> {
    policy::may_manage(actor)?;
    rows::set_disabled(tx, account, None).await?;
    let act = Act::on("account.enable", format!("account/{account}")).row("account", account);
    audit::record(tx, actor.who, act).await
}

/// Changes one's own name and language.
///
/// # Errors
/// The database is away.
pub async fn change_profile(
    tx: &mut Tx,
    actor: &Actor,
    name: &PersonName,
    locale: Locale,
) -> Result<(), Failure> {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    rows::update_profile(tx, id, name.as_str(), locale.code()).await?;
    let act = Act::on("account.profile", format!("account/{id}")).row("account", id);
    audit::record(tx, actor.who, act).await
}

/// The account of an address, for whoever may know.
///
/// # Errors
/// There is none.
pub async fn by_email(reader: &Reader, email: &Email) -> Result<AccountId, Failure> {
    let account = rows::account_by_login(reader, email.as_str()).await?;
    Ok(account.ok_or_else(|| Refusal::absent_because("email-unknown"))?.id()?)
}

/// Somebody with what they hold at a moment, as they act outside of a session.
///
/// # Errors
/// There is no such account, or it is disabled.
pub async fn acting(reader: &Reader, email: &Email, at: Instant) -> Result<Actor, Failure> {
    let account = rows::account_by_login(reader, email.as_str()).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    let account = account.ok_or_else(|| Refusal::absent_because("email-unknown"))?;
    Ok(Actor {
        who: Who::Account(account.id()?),
        grants: rows::grants_on(reader, account.id()?, &at.day().to_string()).await?,
        name: account.name,
        login: Some(Login::stored(&account.login)?),
        locale: account.locale.parse().unwrap_or_default(),
        session: None,
        confirmed_at: at,
    })
}

/// Name and language of an account.
///
/// # Errors
/// There is none.
pub async fn name_of(reader: &Reader, id: AccountId) -> Result<(String, Locale), Failure> {
    let account = rows::account(reader, id).await?.ok_or_else(Refusal::absent)?;
    Ok((account.name, account.locale.parse().unwrap_or_default()))
}

/// Where to write to somebody, and in which language; nothing without an address, or where the account is
/// disabled.
///
/// # Errors
/// The database is away.
pub async fn address_of(
    reader: &Reader,
    id: AccountId,
) -> Result<Option<(Email, Locale)>, Failure> {
    let account = rows::account(reader, id).await?.filter(|it| it.disabled_at.is_none());
    let Some(account) = account else { return Ok(None) };
    let locale = account.locale.parse().unwrap_or_default();
    let login = Login::stored(&account.login)?;
    Ok(login.email().map(|email| (email.clone(), locale)))
}

/// With what somebody signs in.
///
/// # Errors
/// There is no such account.
pub async fn login_of(reader: &Reader, id: AccountId) -> Result<Login, Failure> {
    let account = rows::account(reader, id).await?.ok_or_else(Refusal::absent)?;
    Ok(Login::stored(&account.login)?)
}

/// All accounts.
///
/// # Errors
/// The database is away.
pub async fn list(reader: &Reader) -> Result<Vec<AccountRow>, Failure> {
    Ok(rows::accounts(reader).await?)
}

/// By what lists of people are ordered: the given name, which stands last, then the whole name.
pub fn place_in_list(name: &str) -> (String, String) {
    let given = name.split_whitespace().last().unwrap_or_default();
    (text::sort_key(given), text::sort_key(name))
}

/// Units that exist on a day, by name, for choosing one.
///
/// # Errors
/// The database is away.
pub async fn unit_names(reader: &Reader, day: Day) -> Result<Vec<(String, String)>, kernel::Fault> {
    rows::unit_names(reader, &day.to_string()).await
}

#[cfg(test)]
mod tests {
    use super::place_in_list;

    #[test]
    fn people_are_ordered_by_given_name() {
        let mut names =
            ["Vi Quản Trị", "Đàm Thư Ân", "Chu Đã Nghỉ", "Lò Văn An", "Bùi Thị An", "An"];
        names.sort_by_key(|name| place_in_list(name));
        let ordered = ["An", "Bùi Thị An", "Lò Văn An", "Đàm Thư Ân", "Chu Đã Nghỉ", "Vi Quản Trị"];
        assert_eq!(names, ordered);
    }
}
