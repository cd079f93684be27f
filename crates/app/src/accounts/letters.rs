//! Letters (thư báo) to people about their own account, so that they notice somebody else's hand.

use kernel::id::AccountId;
use kernel::{Failure, Instant};
use store::Tx;

use super::device;
use super::store::{self as rows, AccountRow};
use crate::frame::{App, Locale, Visitor};
use crate::notifications::{self, Letter};

/// What has happened to an account.
pub enum News<'a> {
    /// Its password was changed by whoever knew the old one.
    PasswordChanged,
    /// Its password was set by a link.
    PasswordSetByLink,
    /// An administrator made a link by which its password can be set.
    ResetLinkMade,
    /// The second factor was switched on.
    SecondFactorOn,
    /// The second factor was switched off.
    SecondFactorOff,
    /// Somebody signed in on a device that was not seen before.
    NewDevice(&'a Visitor),
    /// It has another address from now on; this letter goes to the old one.
    EmailChanged(&'a str),
}

impl News<'_> {
    fn letter(&self, locale: Locale) -> Letter {
        match self {
            Self::PasswordChanged => Letter::new(locale, "mail-password-changed"),
            Self::PasswordSetByLink => Letter::new(locale, "mail-password-set"),
            Self::ResetLinkMade => Letter::new(locale, "mail-reset-link-made"),
            Self::SecondFactorOn => Letter::new(locale, "mail-second-factor-on"),
            Self::SecondFactorOff => Letter::new(locale, "mail-second-factor-off"),
            Self::NewDevice(visitor) => Letter::new(locale, "mail-new-device")
                .with("device", device::name(visitor.agent()))
                .with("address", visitor.address()),
            Self::EmailChanged(new) => Letter::new(locale, "mail-email-changed").with("email", new),
        }
    }
}

/// Posts the news to the person of an account, at the address that the account has now.
///
/// # Errors
/// The database is away.
pub async fn tell(
    tx: &mut Tx,
    app: &App,
    account: AccountId,
    news: News<'_>,
) -> Result<(), Failure> {
    let Some(account) = rows::account(tx, account).await? else { return Ok(()) };
    let letter = dated(news.letter(locale(&account)), &account, tx.at());
    match account.email()? {
        Some(email) => notifications::post(tx, app, email.as_str(), letter).await,
        None => Ok(()),
    }
}

/// The language in which a person is written to.
pub fn locale(account: &AccountRow) -> Locale {
    account.locale.parse().unwrap_or_default()
}

fn dated(letter: Letter, account: &AccountRow, at: Instant) -> Letter {
    letter.with("name", &account.name).with("at", at.written())
}
