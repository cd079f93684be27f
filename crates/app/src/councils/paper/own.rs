//! What a judge is told of their own sheets of paper, and giving up a signature on the screen for one of them.

use ::judging::sheet::Opinion;
use ::store::{Reader, Tx};
use kernel::{Failure, Fault, Refusal};

use super::keying::{is_on_screen, readings};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::councils::access::{self, SeenSheet};
use crate::councils::store::{self, NewSheet, PaperRow, SheetRow};
use crate::councils::{PartId, policy};

/// The newest sheet of paper of a judge on which two people agreed.
#[derive(Debug, Clone)]
pub struct Keyed {
    /// The sheet of paper.
    pub row: PaperRow,
    /// What it says.
    pub opinion: Opinion,
    /// Who keyed it in.
    pub people: Vec<String>,
    /// Whether it counts; otherwise the signature on the screen does.
    pub counts: bool,
}

/// The newest sheet of paper of an assignment on which two people agreed; nothing: there is none.
///
/// # Errors
/// The database is away, or holds something else.
pub async fn keyed(reader: &Reader, assignment: &str) -> Result<Option<Keyed>, Failure> {
    let Some(row) = store::agreed_papers(reader, assignment).await?.into_iter().next() else {
        return Ok(None);
    };
    let body = row.body.as_deref().unwrap_or_default();
    let opinion = serde_json::from_str(body).map_err(Fault::from)?;
    let people = readings(reader, &row.id).await?.into_iter().map(|it| it.entry.name).collect();
    let newest = store::sheets_of(reader, assignment).await?.into_iter().next();
    let counts = newest.is_some_and(|sheet| sheet.paper_id.as_ref() == Some(&row.id));
    Ok(Some(Keyed { row, opinion, people, counts }))
}

/// The code of the sheet of paper that was signed by pen, and who keyed it in; nothing for one of the screen.
///
/// # Errors
/// The database is away, or holds something else.
pub async fn keyed_by(
    reader: &Reader,
    sheet: &SheetRow,
) -> Result<Option<(String, String)>, Failure> {
    let Some(id) = &sheet.paper_id else { return Ok(None) };
    let Some(row) = store::paper_of(reader, id).await? else { return Ok(None) };
    let people: Vec<String> =
        readings(reader, id).await?.into_iter().map(|it| it.entry.name).collect();
    Ok(Some((row.code, people.join(", "))))
}

/// Withdraws a signature on the screen, with the reason: the judge's sheet of paper takes its place, and both are
/// kept.
///
/// # Errors
/// For this actor there is no such sheet, nothing may be signed any more, or there is no sheet of paper that waits.
pub async fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    id: PartId,
    reason: Option<&str>,
) -> Result<(), Failure> {
    let seen = access::sheet(tx, actor, id).await?;
    policy::may_write(&seen)?;
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let waiting = waiting(tx, &seen).await?;
    let reason = reason.ok_or_else(|| Refusal::field("why", "sheet-withdraw-why"))?;
    let new = NewSheet {
        body: waiting.body.as_deref().unwrap_or_default(),
        rules_version: waiting.rules_version,
        reason: Some(reason),
        paper: Some(&waiting.id),
    };
    let row = store::insert_sheet(tx, &seen.row.id, new, account).await?;
    let act = Act::on("sheet.withdraw", format!("sheet/{id}")).row("score_sheet", row);
    audit::record(tx, actor.who, act).await
}

/// The sheet of paper that would count if the judge had not signed on the screen.
async fn waiting(reader: &Reader, seen: &SeenSheet) -> Result<PaperRow, Failure> {
    let newest = store::sheets_of(reader, &seen.row.id).await?.into_iter().next();
    let keyed = keyed(reader, &seen.row.id).await?;
    match (newest, keyed) {
        (Some(newest), Some(keyed)) if is_on_screen(&newest) => Ok(keyed.row),
        _ => Err(Refusal::conflict("sheet-nothing-to-withdraw")
            .way_out("way-sheet", format!("/sheets/{}", seen.row.id))
            .into()),
    }
}
