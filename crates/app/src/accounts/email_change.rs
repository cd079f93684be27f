//! Another address for one's own account: asked for with the password, taken up by a link that was
//! sent to the new address. Nobody learns whether the address has an account already.

use kernel::id::AccountId;
use kernel::{Failure, Instant, Refusal};
use store::{Reader, Tx};

use super::actor::{Actor, Who};
use super::letters::{self, News};
use super::links::{self, Purpose};
use super::names::Email;
use super::session::{digest, new_token};
use super::sign_in::{self, Counted};
use super::store::email_changes as rows;
pub use super::store::email_changes::ChangeRow;
use super::store::{self as accounts, AccountRow};
use crate::audit::{self, Act};
use crate::frame::App;
use crate::notifications::{self, Letter};

/// How long the link is good.
const LASTS_SECONDS: i64 = 2 * 3600;

/// Asks for another address. Who has it already gets a letter that says so, and nothing else happens;
/// whoever asks sees no difference.
///
/// # Errors
/// The password is wrong, the address is the present one, or it was asked too often.
pub async fn ask(app: &App, actor: &Actor, new: &Email, password: &str) -> Result<(), Failure> {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    if Some(new) == actor.email() {
        return Err(Refusal::field("email", "email-same").into());
    }
    let confirmed = sign_in::confirm(app, actor, password).await;
    confirmed.map_err(|failure| sign_in::beside(failure, "present"))?;
    let mut tx = app.store.begin().await?;
    let counted = Counted::EmailChange(id);
    sign_in::not_too_often(&tx, &counted, tx.at()).await?;
    sign_in::count(&mut tx, &counted).await?;
    match accounts::account_by_login(&tx, new.as_str()).await? {
        Some(other) => tell_owner(&mut tx, app, &other).await?,
        None => send_link(&mut tx, app, actor, (id, new)).await?,
    }
    Ok(tx.commit().await?)
}

async fn tell_owner(tx: &mut Tx, app: &App, owner: &AccountRow) -> Result<(), Failure> {
    let locale = letters::locale(owner);
    let letter = Letter::new(locale, "mail-email-taken").with("name", &owner.name);
    notifications::post(tx, app, &owner.login, letter).await
}

async fn send_link(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (id, new): (AccountId, &Email),
) -> Result<(), Failure> {
    let token = make(tx, id, new).await?;
    let locale = actor.locale;
    let letter = Letter::new(locale, "mail-email-confirm").with("name", &actor.name);
    let letter = letter.with("link", link_address(app, &token));
    notifications::post(tx, app, new.as_str(), letter).await
}

/// Notes the wanted address in place of an earlier one. Returns the token of its link, which is stored
/// nowhere.
///
/// # Errors
/// The database is away.
pub async fn make(tx: &mut Tx, account: AccountId, new: &Email) -> Result<String, Failure> {
    let token = new_token();
    let until = tx.at().plus_seconds(LASTS_SECONDS);
    rows::put(tx, account, new.as_str(), &digest(&token), until).await?;
    Ok(token)
}

/// The change of a link, if it is good.
///
/// # Errors
/// A refusal that says what to do when the link was used, has expired, or never was.
pub async fn find(reader: &Reader, token: &str, at: Instant) -> Result<ChangeRow, Failure> {
    Ok(rows::usable(reader, &digest(token), at).await?.ok_or_else(gone)?)
}

/// Gives the account its new address. Links for a new password that went to the old one are good no
/// more, and the old one gets a letter.
///
/// # Errors
/// The link is not good any more, the account is disabled, or somebody else has the address by now.
pub async fn take(app: &App, token: &str) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    let change = find(&tx, token, tx.at()).await?;
    let id: AccountId = change.account_id.parse()?;
    rows::delete_of(&mut tx, id).await?;
    let account = accounts::account(&tx, id).await?;
    account.filter(|account| account.disabled_at.is_none()).ok_or_else(gone)?;
    if accounts::account_by_login(&tx, &change.email).await?.is_some() {
        return Err(gone().into());
    }
    letters::tell(&mut tx, app, id, News::EmailChanged(&change.email)).await?;
    accounts::set_email(&mut tx, id, &change.email).await?;
    links::forget(&mut tx, Purpose::Reset, id).await?;
    let act = Act::on("account.email", format!("account/{id}")).row("account", id);
    audit::record(&mut tx, Who::Account(id), act).await?;
    Ok(tx.commit().await?)
}

fn gone() -> Refusal {
    Refusal::absent_because("email-link-gone").way_out("way-account", "/account")
}

fn link_address(app: &App, token: &str) -> String {
    app.configuration.address(&format!("/account/email/{token}"))
}
