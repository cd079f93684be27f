//! Beginning without a password (bắt đầu): six digits by mail, or a code that a helper has handed over.
//!
//! Whoever asks gets the same answer in the same time, whether there is an account or not. An account
//! with a password, a role or a second factor is never entered by a code that was mailed.

use kernel::id::AccountId;
use kernel::{Failure, Instant, Refusal};
use store::{Reader, Tx};

use super::actor::Actor;
use super::login::Login;
use super::names::{Email, PersonName};
use super::session::{self, digest, new_token};
use super::sign_in::{self, Counted, Kept};
use super::store::beginnings as rows;
pub use super::store::beginnings::BeginningRow;
use super::store::{self as accounts, AccountRow, authors as guards};
use super::{authors, invitations, secrets};
use crate::frame::{App, Visitor};
use crate::notifications::{self, Letter};

/// How long a code that was mailed is good, and how long a browser keeps what it has begun.
pub const LASTS_SECONDS: i64 = 15 * 60;
/// Wrong codes after which one must begin again.
const TRIES: i64 = 5;

/// Who wants to come in, and where to.
pub struct Wanted<'a> {
    /// With what they sign in.
    pub login: &'a Login,
    /// What they say that they are called; counts for a new account only.
    pub name: &'a PersonName,
    /// Where they wanted to go, a path of this site.
    pub onward: &'a str,
}

/// Begins: mails six digits to an address; a number and a card wait for the code of a helper. Returns
/// the token that the browser is to keep.
///
/// # Errors
/// It was asked too often.
pub async fn ask(app: &App, visitor: &Visitor, wanted: Wanted<'_>) -> Result<String, Failure> {
    let login = wanted.login.as_str();
    let by_address = Counted::Address(visitor.address());
    let mut tx = app.store.begin().await?;
    for counted in [&Counted::Begin(login), &Counted::BeginToday(login), &by_address] {
        sign_in::not_too_often(&tx, counted, tx.at()).await?;
    }
    sign_in::count(&mut tx, &Counted::Begin(login)).await?;
    sign_in::count(&mut tx, &by_address).await?;
    let sealed_code = match wanted.login.email() {
        Some(email) => Some(mail_code(&mut tx, app, visitor, (email, wanted.name)).await?),
        None => None,
    };
    let token = new_token();
    let row = BeginningRow {
        token_digest: digest(&token),
        login: login.to_owned(),
        name: wanted.name.as_str().to_owned(),
        sealed_code,
        tries: 0,
        onward: wanted.onward.to_owned(),
    };
    let until = tx.at().plus_seconds(LASTS_SECONDS);
    rows::insert(&mut tx, row, until).await?;
    tx.commit().await?;
    Ok(token)
}

/// Mails the digits; to whoever must go another way, a letter that says so, and digits that nobody
/// learns. Both ways read and write the same.
async fn mail_code(
    tx: &mut Tx,
    app: &App,
    visitor: &Visitor,
    (email, name): (&Email, &PersonName),
) -> Result<String, Failure> {
    let account = accounts::account_by_login(tx, email.as_str()).await?;
    let id = account.as_ref().map_or_else(|| Ok(AccountId::new(tx.at())), AccountRow::id)?;
    let needs_more = needs_more_than_a_code(tx, id).await?;
    let code = secrets::digits(6);
    let locale = visitor.words().0;
    let link = app.configuration.address("/sign-in");
    let letter = match needs_more {
        true => Letter::new(locale, "mail-begin-password").with("link", link),
        false => Letter::new(locale, "mail-begin-code").with("code", secrets::in_halves(&code)),
    };
    notifications::post(tx, app, email.as_str(), letter.with("name", name.as_str())).await?;
    Ok(app.keys.seal(code.as_bytes())?)
}

/// Whether a mailed code must not let anybody into this account.
async fn needs_more_than_a_code(reader: &Reader, account: AccountId) -> Result<bool, Failure> {
    let guard = guards::guard(reader, account).await?;
    Ok(guard.disabled + guard.passwords + guard.roles + guard.factors > 0)
}

/// What this browser has begun, if it is still good.
///
/// # Errors
/// A refusal that says how to begin again.
pub async fn find(reader: &Reader, token: &str, at: Instant) -> Result<BeginningRow, Failure> {
    Ok(rows::live(reader, &digest(token), at).await?.ok_or_else(gone)?)
}

fn gone() -> Refusal {
    Refusal::absent_because("begin-gone").way_out("way-begin", "/begin")
}

/// Who came in, and where they go on.
pub struct Entered {
    /// What the browser keeps.
    pub kept: Kept,
    /// Where they wanted to go.
    pub onward: String,
    /// Whether somebody handed the code over, so that a password spares the next time.
    pub was_helped: bool,
}

/// Comes in with the code: the account is there from now on, and a session begins.
///
/// # Errors
/// The code is wrong, was used, is too old, or must not let anybody in.
pub async fn enter(
    app: &App,
    visitor: &Visitor,
    token: &str,
    typed: &str,
) -> Result<Entered, Failure> {
    let mut tx = app.store.begin().await?;
    let row = find(&tx, token, tx.at()).await?;
    let login = Login::stored(&row.login)?;
    let account = match right_code(&mut tx, app, visitor, (&row, &login, typed)).await? {
        Proof::Wrong => {
            tx.commit().await?;
            return Err(Refusal::field("code", "begin-code-wrong").into());
        }
        Proof::Mailed => account_of(&mut tx, visitor, (&row, &login)).await?,
        Proof::Handed(account) => {
            authors::use_up(&mut tx, account).await?;
            account
        }
    };
    rows::delete_of(&mut tx, &row.login).await?;
    let kept = sign_in::arrive(&mut tx, app, account, visitor).await?;
    tx.commit().await?;
    Ok(Entered { kept, onward: row.onward, was_helped: login.email().is_none() })
}

/// What a code has proved.
enum Proof {
    /// Nothing; the try is counted.
    Wrong,
    /// That the person reads the mail of the address.
    Mailed,
    /// That a helper has handed it to the person of this account.
    Handed(AccountId),
}

async fn right_code(
    tx: &mut Tx,
    app: &App,
    visitor: &Visitor,
    (row, login, typed): (&BeginningRow, &Login, &str),
) -> Result<Proof, Failure> {
    let counted = [Counted::Account(login.as_str()), Counted::Address(visitor.address())];
    for counted in &counted {
        sign_in::not_too_often(tx, counted, tx.at()).await?;
    }
    let proof = match &row.sealed_code {
        Some(sealed) if secrets::is_right(&app.keys, sealed, typed)? => Proof::Mailed,
        Some(_) => Proof::Wrong,
        None => match authors::handed_to(tx, app, login, typed).await? {
            Some(account) => Proof::Handed(account),
            None => Proof::Wrong,
        },
    };
    if matches!(proof, Proof::Wrong) {
        for counted in &counted {
            sign_in::count(tx, counted).await?;
        }
        match row.tries + 1 < TRIES {
            true => rows::set_tries(tx, &row.token_digest, row.tries + 1).await?,
            false => rows::delete(tx, &row.token_digest).await?,
        }
    }
    Ok(proof)
}

/// The account of an address that somebody has proved to read; a new one where there is none.
async fn account_of(
    tx: &mut Tx,
    visitor: &Visitor,
    (row, login): (&BeginningRow, &Login),
) -> Result<AccountId, Failure> {
    match accounts::account_by_login(tx, login.as_str()).await? {
        Some(account) if needs_more_than_a_code(tx, account.id()?).await? => Err(gone().into()),
        Some(account) => Ok(account.id()?),
        None => {
            let name = PersonName::read(&row.name)?;
            invitations::add_account(tx, None, login, &name, visitor.words().0).await
        }
    }
}

/// The code once more, before a dangerous act, by somebody who has no password.
///
/// # Errors
/// It is wrong, was used, is too old, or was asked for by somebody else.
pub async fn confirm(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (token, typed): (&str, &str),
) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    let row = find(&tx, token, tx.at()).await?;
    let own = actor.login.as_ref().filter(|login| login.as_str() == row.login).ok_or_else(gone)?;
    let session = actor.session.as_deref().ok_or_else(Refusal::absent)?;
    let right = match right_code(&mut tx, app, visitor, (&row, own, typed)).await? {
        Proof::Wrong => false,
        Proof::Mailed => true,
        Proof::Handed(account) => {
            authors::use_up(&mut tx, account).await?;
            true
        }
    };
    if right {
        rows::delete_of(&mut tx, &row.login).await?;
        session::confirm(&mut tx, session).await?;
    }
    tx.commit().await?;
    if right { Ok(()) } else { Err(Refusal::field("code", "begin-code-wrong").into()) }
}
