//! People: the first administrator, invitations, roles, disabling, resets.

use kernel::id::{AccountId, UnitId};
use kernel::{Day, Failure, Message, Refusal, text};
use store::{Reader, Tx};

use super::actor::{Actor, Role, Who};
use super::links::{self, LinkRow, Purpose};
use super::sign_in::{self, Counted};
use super::store::{self as rows, AccountRow, GrantRow};
use super::{policy, session};
use crate::audit::{self, Act};
use crate::frame::{App, Locale, Visitor};
use crate::notifications::{self, Letter};

kernel::id_type!(
    /// A role that was given.
    GrantId
);

/// An e-mail address: lower case, NFC, one `@`, no blanks or line ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads an address that somebody typed.
    ///
    /// # Errors
    /// A refusal beside the field `email`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let email = text::nfc(typed).trim().to_lowercase();
        let parsed: Result<lettre::Address, _> = email.parse();
        match parsed.is_ok() && email.len() <= 200 && email.is_ascii() {
            true => Ok(Self(email)),
            false => Err(Refusal::field("email", "email-unreadable")),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person's name: one line, not empty, at most 100 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name that somebody typed.
    ///
    /// # Errors
    /// A refusal beside the field `name`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let name = text::clean(typed);
        match name.chars().count() {
            0 => Err(Refusal::field("name", "person-name-empty")),
            1..=100 => Ok(Self(name)),
            _ => Err(Refusal::field("name", Message::new("name-too-long").with("longest", 100))),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A role that somebody is to hold.
#[derive(Debug, Clone)]
pub struct NewGrant {
    /// The role.
    pub role: Role,
    /// Where it holds; needed for a coordinator, and for nobody else.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: Day,
    /// First day on which it no longer holds.
    pub until: Option<Day>,
}

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
    let id = add_account(tx, &operator, email, name, Locale::Vi).await?;
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
    let id = add_account(tx, actor, email, name, locale).await?;
    grant_role(tx, actor, id, grant).await?;
    let token = links::make(tx, Purpose::Invitation, Some(id), actor.account()).await?;
    let link = link_address(app, &token);
    let letter =
        Letter::new(locale, "mail-invitation").with("name", name.as_str()).with("link", &link);
    notifications::post(tx, app, email.as_str(), letter).await?;
    Ok((id, link))
}

/// Gives somebody a role, from a day on, perhaps until another.
///
/// # Errors
/// The actor may not, the unit is missing or out of place, or the days are the wrong way round.
pub async fn grant_role(
    tx: &mut Tx,
    actor: &Actor,
    account: AccountId,
    grant: NewGrant,
) -> Result<(), Failure> {
    policy::may_manage(actor)?;
    if grant.role.holds_at_a_unit() != grant.unit.is_some() {
        let key =
            if grant.unit.is_some() { "grant-unit-superfluous" } else { "grant-unit-missing" };
        return Err(Refusal::field("unit", key).into());
    }
    if let Some(unit) = grant.unit
        && !rows::unit_exists(tx, unit).await?
    {
        return Err(Refusal::field("unit", "unit-unknown").into());
    }
    if grant.until.is_some_and(|until| until <= grant.from) {
        return Err(Refusal::field("until", "days-reversed").into());
    }
    let row = GrantRow {
        id: GrantId::new(tx.at()).to_string(),
        account_id: account.to_string(),
        role: grant.role.to_string(),
        unit_id: grant.unit.map(|unit| unit.to_string()),
        unit_name: None,
        from_day: grant.from.to_string(),
        until_day: grant.until.map(|day| day.to_string()),
        revoked_at: None,
    };
    rows::insert_grant(tx, &row, actor.account()).await?;
    let act = Act::on("role.grant", format!("account/{account}")).row("role_grant", &row.id);
    audit::record(tx, actor.who, act.note("role", grant.role)).await
}

/// Takes a role away. The last administrator stays.
///
/// # Errors
/// The actor may not, or nobody would be left to administer.
pub async fn revoke_role(tx: &mut Tx, actor: &Actor, grant: GrantId) -> Result<AccountId, Failure> {
    policy::may_manage(actor)?;
    let row = rows::grant_row(tx, &grant.to_string()).await?.filter(|row| row.revoked_at.is_none());
    let row = row.ok_or_else(Refusal::absent)?;
    let account: AccountId = row.account_id.parse()?;
    if row.role == Role::Administrator.code() {
        keep_an_administrator(tx, account).await?;
    }
    rows::revoke_grant(tx, &row.id, actor.account()).await?;
    let act = Act::on("role.revoke", format!("account/{account}")).row("role_grant", grant);
    audit::record(tx, actor.who, act).await?;
    Ok(account)
}

/// Disables an account; its sessions end at once.
///
/// # Errors
/// The actor may not, or nobody would be left to administer.
pub async fn disable(tx: &mut Tx, actor: &Actor, account: AccountId) -> Result<(), Failure> {
    policy::may_manage(actor)?;
    policy::may_disable(actor, account)?;
    keep_an_administrator(tx, account).await?;
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

/// A link that the administrator hands over to somebody who cannot get in.
///
/// # Errors
/// The actor may not, or there is no such account.
pub async fn reset_link(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    account: AccountId,
) -> Result<String, Failure> {
    policy::may_manage(actor)?;
    rows::account(tx, account).await?.ok_or_else(Refusal::absent)?;
    let token = links::make(tx, Purpose::Reset, Some(account), actor.account()).await?;
    audit::record(tx, actor.who, Act::on("account.reset-link", format!("account/{account}")))
        .await?;
    Ok(link_address(app, &token))
}

/// Somebody asks for a reset by mail. The answer is the same whether there is an account or not.
///
/// # Errors
/// It was asked too often.
pub async fn request_reset(app: &App, visitor: &Visitor, email: &Email) -> Result<(), Failure> {
    let counted = [Counted::Reset(email.as_str()), Counted::Address(visitor.address())];
    let mut tx = app.store.begin().await?;
    for counted in &counted {
        sign_in::not_too_often(&tx, counted, tx.at()).await?;
        sign_in::count(&mut tx, counted).await?;
    }
    let account = rows::account_by_email(&tx, email.as_str()).await?;
    if let Some(account) = account.filter(|account| account.disabled_at.is_none()) {
        let token = links::make(&mut tx, Purpose::Reset, Some(account.id()?), None).await?;
        let locale = account.locale.parse().unwrap_or_default();
        let letter = Letter::new(locale, "mail-reset");
        let letter = letter.with("name", &account.name).with("link", link_address(app, &token));
        notifications::post(&mut tx, app, email.as_str(), letter).await?;
    }
    Ok(tx.commit().await?)
}

/// Sets the password with an invitation or a reset link; all sessions of the account end.
///
/// # Errors
/// The link is not good any more, or the account is disabled.
pub async fn take_up(app: &App, token: &str, hash: &str) -> Result<AccountId, Failure> {
    let mut tx = app.store.begin().await?;
    let link = links::find(&tx, token, &[Purpose::Invitation, Purpose::Reset], tx.at()).await?;
    links::take(&mut tx, &link).await?;
    let account = owner(&tx, &link).await?;
    let id = account.id()?;
    rows::set_password_hash(&mut tx, id, hash).await?;
    session::end_all(&mut tx, id, None).await?;
    let act = Act::on("account.password", format!("account/{id}")).row("credential", id);
    audit::record(&mut tx, Who::Account(id), act.note("by", &link.purpose)).await?;
    tx.commit().await?;
    Ok(id)
}

/// The account that a link belongs to.
///
/// # Errors
/// It is disabled: the link leads nowhere.
pub async fn owner(reader: &Reader, link: &LinkRow) -> Result<AccountRow, Failure> {
    let id = link.account_id.as_deref().ok_or_else(Refusal::absent)?.parse()?;
    let account = rows::account(reader, id).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    Ok(account.ok_or_else(|| Refusal::absent_because("link-gone"))?)
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
    let account = rows::account_by_email(reader, email.as_str()).await?;
    Ok(account.ok_or_else(|| Refusal::absent_because("email-unknown"))?.id()?)
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

/// The address of a one-time link.
pub fn link_address(app: &App, token: &str) -> String {
    format!("{}/links/{token}", app.configuration.public_url.trim_end_matches('/'))
}

async fn add_account(
    tx: &mut Tx,
    actor: &Actor,
    email: &Email,
    name: &PersonName,
    locale: Locale,
) -> Result<AccountId, Failure> {
    if rows::account_by_email(tx, email.as_str()).await?.is_some() {
        return Err(Refusal::field("email", "email-taken").into());
    }
    let id = AccountId::new(tx.at());
    let row = AccountRow {
        id: id.to_string(),
        email: email.as_str().to_owned(),
        name: name.as_str().to_owned(),
        locale: locale.code().to_owned(),
        created_at: tx.at().millis(),
        disabled_at: None,
    };
    rows::insert_account(tx, &row).await?;
    let act = Act::on("account.add", format!("account/{id}")).row("account", id);
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

async fn keep_an_administrator(tx: &Tx, account: AccountId) -> Result<(), Failure> {
    let day = tx.at().day().to_string();
    let is_one = rows::grants_on(tx, account, &day).await?;
    let is_one = is_one.iter().any(|grant| grant.role == Role::Administrator);
    match is_one && rows::other_administrators(tx, account, &day).await? == 0 {
        true => Err(Refusal::conflict("administrator-last").into()),
        false => Ok(()),
    }
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
