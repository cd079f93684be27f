//! A password set by a link: handed over by an administrator, asked for by mail, or with an invitation.

use kernel::id::AccountId;
use kernel::{Failure, Refusal};
use store::{Reader, Tx};

use super::actor::{Actor, Who};
use super::letters::{self, News};
use super::links::{self, LinkRow, Purpose, link_address};
use super::names::Email;
use super::sign_in::{self, Counted};
use super::store::{self as rows, AccountRow};
use super::{policy, session};
use crate::audit::{self, Act};
use crate::frame::{App, Visitor};
use crate::notifications::{self, Letter};

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
    letters::tell(tx, app, account, News::ResetLinkMade).await?;
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
    let account = rows::account_by_login(&tx, email.as_str()).await?;
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
    if link.purpose == Purpose::Reset.code() {
        letters::tell(&mut tx, app, id, News::PasswordSetByLink).await?;
    }
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
