//! The second factor (xác thực hai lớp): codes of an app by RFC 6238, and ten codes for when it is lost.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant, Refusal};
use sha2::{Digest, Sha256};
use store::{Reader, Tx};
use totp_rs::{Algorithm, Builder, Totp};

use super::actor::Actor;
use super::letters::{self, News};
use super::login::Login;
use super::store::second_factor as rows;
use crate::audit::{self, Act};
use crate::frame::App;
use crate::frame::keys::{Keys, random_bytes};

kernel::id_type!(
    /// A recovery code.
    RecoveryCodeId
);

/// Recovery codes handed out at once.
const RECOVERY_CODES: usize = 10;

/// What somebody needs to set up their app.
pub struct Enrolment {
    /// `otpauth://…`, for the picture.
    pub url: String,
    /// The secret in base 32, for typing.
    pub secret: String,
}

/// Whether the account asks for a second factor.
///
/// # Errors
/// The database is away.
pub async fn is_on(reader: &Reader, account: AccountId) -> Result<bool, Fault> {
    Ok(rows::secret(reader, account).await?.is_some_and(|row| row.confirmed_at.is_some()))
}

/// Begins the set-up, or shows the one that was begun.
///
/// # Errors
/// A second factor is on already.
pub async fn enrol(tx: &mut Tx, keys: &Keys, actor: &Actor) -> Result<Enrolment, Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let bytes = match rows::secret(tx, account).await? {
        Some(row) if row.confirmed_at.is_some() => {
            return Err(Refusal::conflict("second-factor-is-on").into());
        }
        Some(row) => keys.unseal(&row.sealed_secret)?,
        None => {
            let bytes = random_bytes::<20>().to_vec();
            rows::insert_secret(tx, account, &keys.seal(&bytes)?).await?;
            let act = Act::on("second-factor.begin", format!("account/{account}"));
            audit::record(tx, actor.who, act.row("second_factor", account)).await?;
            bytes
        }
    };
    let totp = totp(bytes, actor.login.as_ref().map_or("", Login::as_str))?;
    Ok(Enrolment { url: totp.to_url()?, secret: totp.secret().to_base32() })
}

/// Ends the set-up with the first code, and hands out the recovery codes: shown once, stored as digests.
///
/// # Errors
/// The code is wrong.
pub async fn switch_on(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    code: &str,
) -> Result<Vec<String>, Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let row = rows::secret(tx, account).await?.filter(|row| row.confirmed_at.is_none());
    let row = row.ok_or_else(|| Refusal::conflict("second-factor-not-begun"))?;
    if !code_is_right(tx, &app.keys, account, &row, code).await? {
        return Err(Refusal::field("code", "code-wrong").into());
    }
    rows::set_confirmed(tx, account).await?;
    let codes = hand_out_codes(tx, account).await?;
    let act = Act::on("second-factor.on", format!("account/{account}"));
    audit::record(tx, actor.who, act.row("second_factor", account)).await?;
    letters::tell(tx, app, account, News::SecondFactorOn).await?;
    Ok(codes)
}

/// Takes the second factor of an account away. Whoever does it has given the password a moment ago.
///
/// # Errors
/// The database is away.
pub async fn switch_off(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    account: AccountId,
) -> Result<(), Failure> {
    let was_on = is_on(tx, account).await?;
    rows::delete_all(tx, account).await?;
    let act = Act::on("second-factor.off", format!("account/{account}"));
    audit::record(tx, actor.who, act.row("second_factor", account)).await?;
    match was_on {
        true => letters::tell(tx, app, account, News::SecondFactorOff).await,
        false => Ok(()),
    }
}

/// Whether a code of the app or a recovery code is right; each works once.
///
/// # Errors
/// The database is away.
pub async fn accepts(
    tx: &mut Tx,
    keys: &Keys,
    account: AccountId,
    code: &str,
) -> Result<bool, Failure> {
    let Some(row) = rows::secret(tx, account).await?.filter(|row| row.confirmed_at.is_some())
    else {
        return Ok(false);
    };
    Ok(code_is_right(tx, keys, account, &row, code).await?
        || use_recovery(tx, account, code).await?)
}

/// A code counts for its half minute and the ones before and after, and only if no code of that step
/// or a later one was accepted before.
async fn code_is_right(
    tx: &mut Tx,
    keys: &Keys,
    account: AccountId,
    row: &rows::SecretRow,
    code: &str,
) -> Result<bool, Failure> {
    let totp = totp(keys.unseal(&row.sealed_secret)?, "")?;
    let digits: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let Some(step) = totp.check(&digits, seconds(tx.at())) else { return Ok(false) };
    let step = i64::try_from(step)?;
    rows::use_step(tx, account, step).await
}

fn totp(secret: Vec<u8>, email: &str) -> Result<Totp, Fault> {
    let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1);
    let builder = builder.with_secret(secret).with_account_name(email).with_issuer(Some("hoithi"));
    Ok(builder.build()?)
}

fn seconds(at: Instant) -> u64 {
    u64::try_from(at.millis() / 1000).unwrap_or(0)
}

async fn hand_out_codes(tx: &mut Tx, account: AccountId) -> Result<Vec<String>, Failure> {
    let mut codes = Vec::new();
    for _ in 0..RECOVERY_CODES {
        let hex = hex::encode(random_bytes::<5>());
        let code = format!("{}-{}", &hex[..5], &hex[5..]);
        let id = RecoveryCodeId::new(tx.at()).to_string();
        rows::insert_code(tx, &id, account, &digest(&code)).await?;
        codes.push(code);
    }
    Ok(codes)
}

async fn use_recovery(tx: &mut Tx, account: AccountId, code: &str) -> Result<bool, Failure> {
    rows::use_code(tx, account, &digest(code)).await
}

fn digest(code: &str) -> String {
    hex::encode(Sha256::digest(code.trim().to_ascii_lowercase()))
}
