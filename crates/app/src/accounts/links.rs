//! One-time links (liên kết dùng một lần): first set-up, invitation, reset.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant, Refusal};
use store::{Reader, Tx};

use super::session::{digest, new_token};
use super::store::links as rows;
pub use super::store::links::LinkRow;
use crate::frame::App;

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
    let purpose_code = purpose.code().to_owned();
    rows::delete_of(tx, &purpose_code, account.as_deref()).await?;
    let token = new_token();
    let at = tx.at();
    let id = LinkId::new(at).to_string();
    let row = LinkRow { id, purpose: purpose_code, account_id: account };
    let until = at.plus_seconds(purpose.lasts_seconds());
    rows::insert(tx, &row, &digest(&token), by, until).await?;
    Ok(token)
}

/// Forgets the links of a purpose that an account has.
///
/// # Errors
/// The database is away.
pub async fn forget(tx: &mut Tx, purpose: Purpose, account: AccountId) -> Result<(), Failure> {
    rows::delete_of(tx, purpose.code(), Some(&account.to_string())).await
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
    let link = rows::usable(reader, &digest(token), at).await?;
    let fits = |link: &LinkRow| purposes.iter().any(|purpose| purpose.code() == link.purpose);
    let gone = || Refusal::absent_because("link-gone").way_out("way-sign-in", "/sign-in");
    Ok(link.filter(fits).ok_or_else(gone)?)
}

/// Marks a link as used; the second of two who click at once is refused.
///
/// # Errors
/// It was used in the meantime.
pub async fn take(tx: &mut Tx, link: &LinkRow) -> Result<(), Failure> {
    match rows::set_used(tx, &link.id).await? {
        1 => Ok(()),
        _ => Err(Refusal::absent_because("link-gone").way_out("way-sign-in", "/sign-in").into()),
    }
}

/// The address of a one-time link.
pub fn link_address(app: &App, token: &str) -> String {
    app.configuration.address(&format!("/links/{token}"))
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
