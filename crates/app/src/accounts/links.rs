//! One-time links (liên kết dùng một lần): first set-up, invitation, reset.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant, Refusal};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::session::{digest, new_token};

kernel::id_type!(
    /// A one-time link.
    LinkId
);

/// What a link lets somebody do, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Make the first administrator.
    Setup,
    /// Take up an account that somebody else has made.
    Invitation,
    /// Set a new password.
    Reset,
}

impl Purpose {
    /// The word in the database and in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }

    const fn lasts_seconds(self) -> i64 {
        match self {
            Self::Setup => 24 * 3600,
            Self::Invitation => 7 * 24 * 3600,
            Self::Reset => 2 * 3600,
        }
    }
}

/// A link that is still good.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LinkRow {
    /// Id of the link.
    pub id: String,
    /// `setup`, `invitation` or `reset`.
    pub purpose: String,
    /// Whose it is; nobody's for set-up.
    pub account_id: Option<String>,
}

/// Makes a link and forgets the earlier ones of the same purpose and account. Returns its token, which
/// is stored nowhere.
///
/// # Errors
/// The database is away.
pub async fn make(
    tx: &mut Tx,
    purpose: Purpose,
    account: Option<AccountId>,
    by: Option<AccountId>,
) -> Result<String, Failure> {
    let account = account.map(|account| account.to_string());
    let sql = "delete from one_time_link where purpose = $1 and coalesce(account_id, '') = $2";
    tx.run(sql, [purpose.code().into(), account.clone().unwrap_or_default().into()]).await?;
    let token = new_token();
    let at = tx.at();
    let sql = "insert into one_time_link
        (id, token_digest, purpose, account_id, created_by, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        LinkId::new(at).to_string().into(),
        digest(&token).into(),
        purpose.code().into(),
        account.into(),
        by.map(|by| by.to_string()).into(),
        at.millis().into(),
        at.plus_seconds(purpose.lasts_seconds()).millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(token)
}

/// The link of a token, if it is good for one of these purposes.
///
/// # Errors
/// A refusal that says what to do when the link was used, has expired, or never was.
pub async fn find(
    reader: &Reader,
    token: &str,
    purposes: &[Purpose],
    at: Instant,
) -> Result<LinkRow, Failure> {
    let sql = "select id, purpose, account_id from one_time_link
        where token_digest = $1 and used_at is null and expires_at > $2";
    let values = [digest(token).into(), at.millis().into()];
    let link: Option<LinkRow> = reader.maybe(sql, values).await?;
    let fits = |link: &LinkRow| purposes.iter().any(|purpose| purpose.code() == link.purpose);
    let gone = || Refusal::absent_because("link-gone").way_out("way-sign-in", "/sign-in");
    Ok(link.filter(fits).ok_or_else(gone)?)
}

/// Marks a link as used; the second of two who click at once is refused.
///
/// # Errors
/// It was used in the meantime.
pub async fn take(tx: &mut Tx, link: &LinkRow) -> Result<(), Failure> {
    let sql = "update one_time_link set used_at = $2 where id = $1 and used_at is null";
    let at = tx.at().millis();
    match tx.run(sql, [link.id.clone().into(), at.into()]).await? {
        1 => Ok(()),
        _ => Err(Refusal::absent_because("link-gone").way_out("way-sign-in", "/sign-in").into()),
    }
}

/// Whether the installation still waits for its first administrator.
///
/// # Errors
/// The database is away.
pub async fn awaits_setup(reader: &Reader) -> Result<bool, Fault> {
    Ok(super::store::count_accounts(reader).await? == 0)
}

/// How many accounts there are.
///
/// # Errors
/// The database is away.
pub async fn count_people(reader: &Reader) -> Result<i64, Fault> {
    super::store::count_accounts(reader).await
}
