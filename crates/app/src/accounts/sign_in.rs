//! Signing in (đăng nhập): password, second factor, and the count of failures that slows guessing.

use kernel::id::AccountId;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Fault, Instant, Message, Refusal};
use sha2::{Digest, Sha256};
use store::{Reader, Tx};

use super::actor::Actor;
use super::letters::{self, News};
use super::login::Login;
use super::session::{self, Stage};
use super::store::{self as rows, attempts};
use super::{known_devices, password, policy, second_factor};
use crate::audit::{self, Act};
use crate::frame::{App, Visitor};

kernel::id_type!(
    /// A counted attempt.
    AttemptId
);

/// Failures within the window after which one account must wait.
pub const PER_ACCOUNT: i64 = 10;
/// Failures within the window after which one address must wait; an office shares one address.
pub const PER_ADDRESS: i64 = 60;
/// The window.
const WINDOW_SECONDS: i64 = 15 * 60;

/// Requests for a reset, or for another address, of one account within the window; apart from sign-ins, so that nobody can
/// keep a person out by asking for resets.
pub const RESETS: i64 = 5;

/// Sign-ins without a password that one login may begin within a day.
pub const BEGINNINGS_A_DAY: i64 = 20;

/// What is counted.
pub enum Counted<'a> {
    /// Attempts on one login, whether there is an account or not.
    Account(&'a str),
    /// Attempts from one network address.
    Address(std::net::IpAddr),
    /// Requests for a reset, whether there is an account or not.
    Reset(&'a str),
    /// Requests of one account for another address.
    EmailChange(AccountId),
    /// Sign-ins begun without a password with one login, whether there is an account or not.
    Begin(&'a str),
    /// The same, in a day: six digits must not be guessed by asking again and again.
    BeginToday(&'a str),
}

impl Counted<'_> {
    fn subject(&self) -> String {
        let text = match self {
            Self::Account(email) => format!("account {email}"),
            Self::Address(address) => format!("address {address}"),
            Self::Reset(email) => format!("reset {email}"),
            Self::EmailChange(account) => format!("email-change {account}"),
            Self::Begin(login) | Self::BeginToday(login) => format!("begin {login}"),
        };
        hex::encode(Sha256::digest(text))
    }

    const fn limit(&self) -> i64 {
        match self {
            Self::Account(_) => PER_ACCOUNT,
            Self::Address(_) => PER_ADDRESS,
            Self::Reset(_) | Self::EmailChange(_) | Self::Begin(_) => RESETS,
            Self::BeginToday(_) => BEGINNINGS_A_DAY,
        }
    }

    const fn window_seconds(&self) -> i64 {
        match self {
            Self::BeginToday(_) => 24 * 3600,
            _ => WINDOW_SECONDS,
        }
    }

    fn refusal(&self) -> Refusal {
        match self {
            Self::Begin(_) => {
                Refusal::new(RefusalKind::TooMany, "begin-too-many").way_out("way-begin", "/begin")
            }
            Self::BeginToday(_) => Refusal::new(RefusalKind::TooMany, "begin-too-many-today")
                .way_out("way-begin", "/begin"),
            _ => {
                let message = Message::new("sign-in-too-many").with("minutes", WINDOW_SECONDS / 60);
                Refusal::new(RefusalKind::TooMany, message).way_out("way-reset", "/reset")
            }
        }
    }
}

/// Refuses when too much was tried of late.
///
/// # Errors
/// A refusal that says how long to wait.
pub async fn not_too_often(
    reader: &Reader,
    counted: &Counted<'_>,
    at: Instant,
) -> Result<(), Failure> {
    let since = at.plus_seconds(-counted.window_seconds());
    let tried = attempts::count_since(reader, &counted.subject(), since).await?;
    match tried < counted.limit() {
        true => Ok(()),
        false => Err(counted.refusal().into()),
    }
}

/// Counts an attempt.
///
/// # Errors
/// The database is away.
pub async fn count(tx: &mut Tx, counted: &Counted<'_>) -> Result<(), Failure> {
    let id = AttemptId::new(tx.at()).to_string();
    attempts::insert(tx, &id, &counted.subject()).await
}

/// What the browser keeps after signing in: tokens, of which the database holds digests.
pub struct Kept {
    /// Of the session.
    pub session: String,
    /// Of the device, which is known by it the next time.
    pub device: String,
}

/// How a sign-in went on.
pub enum SignedIn {
    /// Signed in.
    Fully(Kept),
    /// The second factor is asked for: the token of the short session in between.
    CodeNeeded(String),
}

/// Signs in with an address, a number or a card, and the password.
///
/// # Errors
/// One refusal for a wrong password, an unknown address and a disabled account: nobody learns which.
pub async fn with_password(
    app: &App,
    visitor: &Visitor,
    login: &Login,
    typed: &str,
) -> Result<SignedIn, Failure> {
    let (by_account, by_address) =
        (Counted::Account(login.as_str()), Counted::Address(visitor.address()));
    let at = app.store.now();
    not_too_often(&app.store, &by_account, at).await?;
    not_too_often(&app.store, &by_address, at).await?;
    let account = rows::account_by_login(&app.store, login.as_str()).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    let id = account.as_ref().map(rows::AccountRow::id).transpose()?;
    let hash = match id {
        Some(id) => rows::password_hash(&app.store, id).await?,
        None => None,
    };
    let right = password::matches(app, typed, hash.as_deref()).await?;
    let mut tx = app.store.begin().await?;
    let Some(id) = id.filter(|_| right) else {
        count(&mut tx, &by_account).await?;
        count(&mut tx, &by_address).await?;
        tx.commit().await?;
        return Err(Refusal::invalid("sign-in-wrong").way_out("way-reset", "/reset").into());
    };
    let needs_code = second_factor::is_on(&tx, id).await?;
    let signed_in = match needs_code {
        true => SignedIn::CodeNeeded(session::begin(&mut tx, id, Stage::Code, visitor).await?),
        false => SignedIn::Fully(arrive(&mut tx, app, id, visitor).await?),
    };
    tx.commit().await?;
    Ok(signed_in)
}

/// Both proofs were right, or one was enough: the session begins, and a new device is told of.
pub(super) async fn arrive(
    tx: &mut Tx,
    app: &App,
    account: AccountId,
    visitor: &Visitor,
) -> Result<Kept, Failure> {
    let session = session::begin(tx, account, Stage::Full, visitor).await?;
    let device = known_devices::note(tx, app, account, visitor).await?;
    Ok(Kept { session, device })
}

/// Ends the sign-in that [`SignedIn::CodeNeeded`] began, with a code of the app or a recovery code.
///
/// # Errors
/// The code is wrong or was used, or the password must be given again because it took too long.
pub async fn with_code(
    app: &App,
    visitor: &Visitor,
    token: &str,
    code: &str,
) -> Result<Kept, Failure> {
    let mut tx = app.store.begin().await?;
    let half = session::find(&tx, token, Stage::Code, tx.at()).await?;
    let too_late =
        || Refusal::absent_because("sign-in-too-late").way_out("way-sign-in", "/sign-in");
    let account: AccountId = half.ok_or_else(too_late)?.account_id.parse()?;
    let counted = Counted::Account(&account.to_string());
    not_too_often(&tx, &counted, tx.at()).await?;
    if !second_factor::accepts(&mut tx, &app.keys, account, code).await? {
        count(&mut tx, &counted).await?;
        tx.commit().await?;
        return Err(Refusal::field("code", "code-wrong").into());
    }
    session::end_token(&mut tx, token).await?;
    let kept = arrive(&mut tx, app, account, visitor).await?;
    tx.commit().await?;
    Ok(kept)
}

/// Signs out: the session is gone, not only its cookie.
///
/// # Errors
/// The database is away.
pub async fn out(app: &App, token: &str) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    session::end_token(&mut tx, token).await?;
    Ok(tx.commit().await?)
}

/// Whether an account has a password; authors may come in without one.
///
/// # Errors
/// The database is away.
pub async fn has_password(reader: &Reader, account: AccountId) -> Result<bool, Fault> {
    Ok(rows::password_hash(reader, account).await?.is_some())
}

/// The password once more, before a dangerous act. Whoever has none must have given a code a short while
/// ago.
///
/// # Errors
/// It is wrong, or was tried too often.
pub async fn confirm(app: &App, actor: &Actor, typed: &str) -> Result<(), Failure> {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    let Some(hash) = rows::password_hash(&app.store, id).await? else {
        return Ok(policy::is_confirmed(actor, app.store.now(), "/account")?);
    };
    let login = actor.login.as_ref().ok_or_else(Refusal::absent)?;
    let counted = Counted::Account(login.as_str());
    not_too_often(&app.store, &counted, app.store.now()).await?;
    let right = password::matches(app, typed, Some(&hash)).await?;
    let mut tx = app.store.begin().await?;
    match (&actor.session, right) {
        (Some(session), true) => session::confirm(&mut tx, session).await?,
        _ => count(&mut tx, &counted).await?,
    }
    tx.commit().await?;
    if right { Ok(()) } else { Err(Refusal::field("password", "password-wrong").into()) }
}

/// Sets a password, the first or a new one, and ends all other sessions.
///
/// # Errors
/// The old password is wrong, or the new one is refused.
pub async fn change_password(
    app: &App,
    actor: &Actor,
    old: &str,
    new: password::NewPassword,
) -> Result<(), Failure> {
    let id = actor.account().ok_or_else(Refusal::absent)?;
    confirm(app, actor, old).await.map_err(|failure| beside(failure, "old"))?;
    let hash = password::hash(app, new).await?;
    let mut tx = app.store.begin().await?;
    rows::set_password_hash(&mut tx, id, &hash).await?;
    session::end_all(&mut tx, id, actor.session.as_deref()).await?;
    let act = Act::on("account.password", format!("account/{id}")).row("credential", id);
    audit::record(&mut tx, actor.who, act).await?;
    letters::tell(&mut tx, app, id, News::PasswordChanged).await?;
    Ok(tx.commit().await?)
}

/// The same refusal beside another field.
pub(in crate::accounts) fn beside(failure: Failure, field: &'static str) -> Failure {
    match failure {
        Failure::Refusal(mut refusal) => {
            refusal.fields.iter_mut().for_each(|(name, _)| *name = field);
            Failure::Refusal(refusal)
        }
        fault @ Failure::Fault(_) => fault,
    }
}
