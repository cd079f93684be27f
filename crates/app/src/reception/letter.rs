//! Telling those who write a dossier what the office asks or decided.

use ::store::Tx;
use kernel::Failure;

use super::access::OnDesk;
use super::store;
use crate::accounts::names::Email;
use crate::frame::{App, Locale};
use crate::notifications::{self, Letter};

/// Writes to each of them who has an address, in their language; every letter names the dossier and leads to it.
pub async fn write_to(
    tx: &mut Tx,
    app: &App,
    desk: &OnDesk,
    letter: impl Fn(Locale) -> Letter,
) -> Result<(), Failure> {
    let link = app.configuration.address(&format!("/dossiers/{}", desk.seen.id));
    for (address, locale) in store::addresses(tx, desk.seen.id).await? {
        // Who signs in with a telephone number reads it on the page.
        let Ok(email) = Email::read(&address) else { continue };
        let letter = letter(locale.parse::<Locale>().unwrap_or_default())
            .with("contest", &desk.seen.contest.name)
            .with("title", &desk.version.title)
            .with("number", desk.seen.row.number.unwrap_or_default())
            .with("link", &link);
        notifications::post(tx, app, email.as_str(), letter).await?;
    }
    Ok(())
}
