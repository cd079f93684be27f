//! Telling those who write a dossier what happened to it.

use ::store::Tx;
use kernel::Failure;

use super::{DossierId, store};
use crate::accounts::names::Email;
use crate::frame::{App, Locale};
use crate::notifications::{self, Letter};

/// The dossier of which a letter tells.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its id.
    pub id: DossierId,
    /// Its number.
    pub number: i64,
    /// The title of the solution.
    pub title: &'a str,
    /// The contest.
    pub contest: &'a str,
}

/// Writes to each of them who has an address, in their language; every letter names the dossier and leads to it.
///
/// # Errors
/// The database is away.
pub async fn write_to(
    tx: &mut Tx,
    app: &App,
    about: About<'_>,
    letter: impl Fn(Locale) -> Letter,
) -> Result<(), Failure> {
    let link = app.configuration.address(&format!("/dossiers/{}", about.id));
    for (address, locale) in store::addresses(tx, about.id).await? {
        // Who signs in with a telephone number reads it on the page.
        let Ok(email) = Email::read(&address) else { continue };
        let letter = letter(locale.parse::<Locale>().unwrap_or_default())
            .with("contest", about.contest)
            .with("title", about.title)
            .with("number", about.number)
            .with("link", &link);
        notifications::post(tx, app, email.as_str(), letter).await?;
    }
    Ok(())
}
