//! A unit or a commune confirms (xác nhận của cơ quan, địa phương) who made a solution and where it is applied.

use ::store::{Reader, Tx};
use kernel::id::UnitId;
use kernel::{Failure, Fault, Refusal};

use super::access::{self, SeenDossier};
use super::draft::confirmed_digest;
use super::sign::is_scan;
use super::store::{self, ConfirmationRow, NewAnswer, NewConfirmation};
use super::{DossierId, PartId, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;
use crate::files::{self, Kept};
use crate::frame::{App, Locale, code};
use crate::notifications::{self, Letter};

/// How far the confirmation of a dossier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody was asked.
    Open,
    /// Asked, and no answer yet.
    Asked,
    /// A page with a stamp was scanned and sent; the office looks at it.
    OnPaper,
    /// Confirmed as it is written now.
    Confirmed,
    /// Confirmed, and changed afterwards.
    Outdated,
    /// Refused.
    Refused,
}

impl Standing {
    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "confirmation-open",
            Self::Asked => "confirmation-asked",
            Self::OnPaper => "confirmation-on-paper",
            Self::Confirmed => "confirmation-confirmed",
            Self::Outdated => "confirmation-outdated",
            Self::Refused => "confirmation-refused",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Open | Self::Asked => "clock",
            Self::OnPaper => "upload",
            Self::Confirmed => "check",
            Self::Outdated => "warning",
            Self::Refused => "stop",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Open | Self::Asked | Self::Outdated => "is-due",
            Self::OnPaper => "is-open",
            Self::Confirmed => "is-done",
            Self::Refused => "is-late",
        }
    }

    /// How far it is, by the newest request and the digest of what is written now.
    pub fn of(newest: Option<&ConfirmationRow>, digest: &str) -> Self {
        let Some(row) = newest else { return Self::Open };
        match (row.answer.as_deref(), row.way.as_deref()) {
            (None, _) => Self::Asked,
            (Some("refused"), _) => Self::Refused,
            (Some(_), _) if row.digest != digest => Self::Outdated,
            (Some(_), Some("paper")) => Self::OnPaper,
            (Some(_), _) => Self::Confirmed,
        }
    }
}

/// Asks a unit to confirm; its coordinators get a letter.
///
/// # Errors
/// The actor does not write the dossier, or there is no such unit.
pub async fn ask_unit(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: DossierId,
    unit: UnitId,
) -> Result<(), Failure> {
    let seen = access::own(tx, actor, id).await?;
    is_unit(tx, unit).await?;
    let entry = access::draft(tx, id).await?.entry;
    let digest = confirmed_digest(&entry)?;
    let code = code::made();
    let new = NewConfirmation { unit, digest: &digest, code: &code };
    let row = store::insert_confirmation(tx, id, new, actor.account()).await?;
    store::set_unit(tx, id, unit).await?;
    let act = Act::on("dossier.ask-unit", subject(id)).row("dossier", id);
    audit::record(tx, actor.who, act.row("dossier_confirmation", row)).await?;
    write_to(tx, app, (actor, &seen), (unit, row, &entry.solution.title)).await
}

/// Writes down through which unit a dossier came that is on paper. Nobody is asked: whether its stamp is there, the
/// office sees.
///
/// # Errors
/// The actor does not write the dossier, or there is no such unit.
pub async fn name_unit(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    unit: UnitId,
) -> Result<(), Failure> {
    access::own(tx, actor, id).await?;
    is_unit(tx, unit).await?;
    store::set_unit(tx, id, unit).await?;
    let act = Act::on("dossier.name-unit", subject(id)).row("dossier", id);
    audit::record(tx, actor.who, act).await
}

async fn is_unit(tx: &Tx, unit: UnitId) -> Result<(), Failure> {
    let name = contests::store::unit_name(tx, &unit.to_string(), tx.at().day()).await?;
    match name {
        Some(_) => Ok(()),
        None => Err(Refusal::field("unit", "unit-unknown").into()),
    }
}

async fn write_to(
    tx: &mut Tx,
    app: &App,
    (actor, seen): (&Actor, &SeenDossier),
    (unit, row, title): (UnitId, PartId, &str),
) -> Result<(), Failure> {
    let link = app.configuration.address(&format!("/confirmations/{row}"));
    let day = tx.at().day();
    for holder in contests::store::coordinators(tx, &[unit.to_string()], day).await? {
        let letter = Letter::new(Locale::Vi, "mail-dossier-confirmation")
            .with("name", &holder.name)
            .with("asker", &actor.name)
            .with("title", title)
            .with("contest", &seen.contest.name)
            .with("link", &link);
        notifications::post(tx, app, &holder.email, letter).await?;
    }
    Ok(())
}

/// What a coordinator says to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Xác nhận, perhaps with a remark.
    Confirm(Option<String>),
    /// Không xác nhận, with the reason.
    Refuse(String),
}

/// Answers a request for the unit that is asked.
///
/// # Errors
/// The actor does not act for the unit, it was answered, or the dossier was changed since it was shown:
/// `seen` is the digest of what was.
pub async fn answer_unit(
    tx: &mut Tx,
    actor: &Actor,
    id: PartId,
    (answer, seen): (&Answer, &str),
) -> Result<(), Failure> {
    let (_, row, _) = access::confirmation(tx, actor, id).await?;
    let dossier: DossierId = row.id.parse()?;
    let way =
        |refusal: Refusal| refusal.way_out("way-confirmation", format!("/confirmations/{id}"));
    let stands = confirmed_digest(&access::draft(tx, dossier).await?.entry)?;
    if stands != seen {
        return Err(way(Refusal::conflict("confirmation-changed-meanwhile")).into());
    }
    let (word, reason) = match answer {
        Answer::Confirm(remark) => ("confirmed", remark.as_deref()),
        Answer::Refuse(reason) => ("refused", Some(reason.as_str())),
    };
    let said = NewAnswer { answer: word, reason, way: "account", file: None };
    let is_first = store::answer_confirmation(tx, (id, seen), said, actor.account()).await?;
    if !is_first {
        return Err(way(Refusal::conflict("confirmation-answered")).into());
    }
    let act = Act::on("dossier.confirm", subject(dossier)).row("dossier_confirmation", id);
    audit::record(tx, actor.who, act.note("answer", word)).await
}

/// Sends in the scan of the page that a unit has stamped. Whether the stamp is right, the office sees.
///
/// # Errors
/// The actor does not write the dossier, no unit was asked or it has answered, or what was printed has changed.
pub async fn scanned(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    kept: &Kept,
) -> Result<(), Failure> {
    access::own(tx, actor, id).await?;
    is_scan(kept)?;
    let entry = access::draft(tx, id).await?.entry;
    let (standing, newest) = standing(tx, id, &entry).await?;
    let newest = newest.filter(|_| standing == Standing::Asked);
    let newest = newest.ok_or_else(|| Refusal::field("file", "confirmation-not-asked"))?;
    if newest.digest != confirmed_digest(&entry)? {
        return Err(Refusal::field("file", "confirmation-print-again").into());
    }
    let asked: PartId = newest.id.parse()?;
    let said =
        NewAnswer { answer: "confirmed", reason: None, way: "paper", file: Some(&kept.hash) };
    let act = Act::on("dossier.confirm-on-paper", subject(id)).row("dossier_confirmation", asked);
    let act = files::note(tx, kept, act).await?;
    store::answer_confirmation(tx, (asked, &newest.digest), said, actor.account()).await?;
    audit::record(tx, actor.who, act).await
}

/// How far the confirmation of a dossier is now, and the newest request.
///
/// # Errors
/// The database is away.
pub async fn standing(
    reader: &Reader,
    id: DossierId,
    entry: &entry::Entry,
) -> Result<(Standing, Option<ConfirmationRow>), Fault> {
    let newest = store::confirmations(reader, id).await?.into_iter().next();
    Ok((Standing::of(newest.as_ref(), &confirmed_digest(entry)?), newest))
}
