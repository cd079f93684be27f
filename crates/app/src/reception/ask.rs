//! Asking for more (đề nghị bổ sung): what, why, until when; only that opens.

use ::store::Tx;
use kernel::{Failure, Instant, Refusal};

use super::access::desk;
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::dossiers::letter::write_to;
use crate::dossiers::opened::Opened;
use crate::dossiers::store::{NewSupplement, insert_supplement};
use crate::dossiers::{DossierId, Step, moved, subject};
use crate::frame::App;
use crate::notifications::Letter;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What opens.
    pub opened: Opened,
    /// What is wrong or missing.
    pub why: String,
    /// Until when.
    pub due: Instant,
}

/// Asks for more; those who write the dossier get a letter. A new request takes the place of one that is open,
/// which is how more time is given.
///
/// # Errors
/// The actor may not, the dossier was handed in again or is decided, nothing opens, or the day is past.
pub async fn ask(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: DossierId,
    (version, wanted): (i64, &Wanted),
) -> Result<(), Failure> {
    let desk = desk(tx, actor, id).await?;
    desk.is_newest(version)?;
    if wanted.opened.is_empty() {
        return Err(Refusal::field("opens", "desk-nothing-opens").into());
    }
    if wanted.due <= tx.at() {
        return Err(Refusal::field("day", "moment-past").into());
    }
    let act = Act::on("dossier.ask", subject(id));
    let act = moved(tx, actor, &desk.seen, (Step::Ask, Some(&wanted.why)), act).await?;
    let new = NewSupplement { version, opened: &wanted.opened, why: &wanted.why, due: wanted.due };
    let row = insert_supplement(tx, id, &new, actor.account()).await?;
    audit::record(tx, actor.who, act.row("dossier_supplement", row)).await?;
    let letter = |locale| {
        let letter = Letter::new(locale, "mail-dossier-asked").with("why", &wanted.why);
        letter.with("moment", wanted.due.written())
    };
    write_to(tx, app, desk.about(), letter).await
}
