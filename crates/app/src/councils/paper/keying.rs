//! Keying in what stands on a sheet of paper, twice, and setting a sheet aside.

use ::judging::scale::Scale;
use ::judging::sheet::Opinion;
use ::store::{Reader, Tx};
use kernel::id::AccountId;
use kernel::{Failure, Fault, Refusal};

use super::access::{self, SeenPaper};
use super::code::Code;
use super::compare::{Difference, differences};
use super::{policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::councils::sheets::scale_of;
use crate::councils::store::{self, NewSheet, PaperEntryRow, SheetRow};
use crate::councils::{PartId, begin, found};
use crate::frame::App;
use crate::notifications::Letter;

/// What became of a sheet when somebody keyed it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyed {
    /// Another person has to key it in, too.
    Once,
    /// The two read it differently.
    Differs,
    /// They agree; it is the signed sheet of the judge.
    Signed,
    /// They agree, and the judge has signed on the screen, which counts.
    Beside,
}

impl Keyed {
    /// Key of what is told of it.
    pub const fn notice(self) -> &'static str {
        match self {
            Self::Once => "paper-keyed-once",
            Self::Differs => "paper-keyed-differs",
            Self::Signed => "paper-keyed-signed",
            Self::Beside => "paper-keyed-beside",
        }
    }
}

/// What one person reads on a sheet, after all their corrections.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Their newest entry.
    pub entry: PaperEntryRow,
    /// What it says.
    pub opinion: Opinion,
}

/// What each person reads on a sheet, in the order in which they began.
///
/// # Errors
/// The database is away, or holds something else.
pub async fn readings(reader: &Reader, paper: &str) -> Result<Vec<Reading>, Fault> {
    let mut all: Vec<Reading> = Vec::new();
    for entry in store::paper_entries(reader, paper).await? {
        let opinion = serde_json::from_str(&entry.body)?;
        let reading = Reading { entry, opinion };
        let before = all.iter_mut().find(|it| it.entry.keyed_by == reading.entry.keyed_by);
        match before {
            Some(before) => *before = reading,
            None => all.push(reading),
        }
    }
    Ok(all)
}

/// Where two people read a sheet differently; nothing while there are no two.
pub fn apart(scale: &Scale, readings: &[Reading]) -> Option<Vec<Difference>> {
    match readings {
        [one, other, ..] => Some(differences(scale, &one.opinion, &other.opinion)),
        _ => None,
    }
}

/// Keys in what somebody reads on a sheet, or corrects what they keyed in before: each entry is kept. Where two people
/// agree it becomes the signed sheet of the judge; one that the judge signed on the screen stays, and counts.
///
/// # Errors
/// For this actor there is no such sheet, it is not awaited, or two others have keyed it in.
pub async fn key_in(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (code, opinion): (&Code, &Opinion),
) -> Result<Keyed, Failure> {
    let seen = awaited(tx, actor, code).await?;
    let account = actor.account().ok_or_else(Refusal::absent)?;
    store::count_entry(tx, &seen.row.id).await?;
    // Whoever came first may have finished it meanwhile.
    let seen = SeenPaper { row: still_open(tx, &seen).await?, ..seen };
    is_one_of_two(&seen, &readings(tx, &seen.row.id).await?, account)?;
    let body = serde_json::to_string(opinion).map_err(Fault::from)?;
    let entry = store::insert_paper_entry(tx, &seen.row.id, &body, account).await?;
    let act = Act::on("paper-sheet.key", subject(&seen.row.assignment_id));
    let act = act.row("paper_sheet", &seen.row.id).row("paper_entry", entry);
    let (scale, _) = scale_of(tx, &seen.sheet).await?;
    let (keyed, act) = match apart(&scale, &readings(tx, &seen.row.id).await?) {
        None => (Keyed::Once, act),
        Some(differences) if !differences.is_empty() => (Keyed::Differs, act),
        Some(_) => agreed(tx, (&seen, &body), act).await?,
    };
    audit::record(tx, actor.who, act.note("came", keyed.notice())).await?;
    if matches!(keyed, Keyed::Signed | Keyed::Beside) {
        write_to_judge(tx, app, &seen).await?;
    }
    Ok(keyed)
}

/// A sheet that may be keyed in now.
async fn awaited(reader: &Reader, actor: &Actor, code: &Code) -> Result<SeenPaper, Failure> {
    let seen = access::paper(reader, actor, code).await?;
    let (_, rules) = found::rules(reader, seen.sheet.council.contest()?).await?;
    policy::is_awaited(&seen, rules)?;
    Ok(seen)
}

async fn still_open(tx: &Tx, seen: &SeenPaper) -> Result<store::PaperRow, Failure> {
    let row = store::paper(tx, &seen.row.code).await?.ok_or_else(Refusal::absent)?;
    match row.is_open() {
        true => Ok(row),
        false => Err(seen.refused("paper-agreed-already").into()),
    }
}

/// Refuses a third person: whom should the other two believe?
fn is_one_of_two(
    seen: &SeenPaper,
    readings: &[Reading],
    account: AccountId,
) -> Result<(), Refusal> {
    let account = account.to_string();
    let is_known = readings.iter().any(|it| it.entry.keyed_by == account);
    match is_known || readings.len() < 2 {
        true => Ok(()),
        false => Err(seen.refused("paper-two-already")),
    }
}

/// Writes down what two agree on.
async fn agreed(
    tx: &mut Tx,
    (seen, body): (&SeenPaper, &str),
    act: Act,
) -> Result<(Keyed, Act), Failure> {
    store::set_agreed(tx, &seen.row.id, body).await?;
    let before = store::sheets_of(tx, &seen.sheet.row.id).await?;
    if before.first().is_some_and(is_on_screen) {
        return Ok((Keyed::Beside, act));
    }
    let row = sign_for(tx, seen, (body, None)).await?;
    Ok((Keyed::Signed, act.row("score_sheet", row)))
}

/// Whether the judge signed it on the screen.
pub fn is_on_screen(sheet: &SheetRow) -> bool {
    sheet.paper_id.is_none()
}

/// What stands on paper becomes a signed sheet: the judge has signed it by pen.
async fn sign_for(
    tx: &mut Tx,
    seen: &SeenPaper,
    (body, reason): (&str, Option<&str>),
) -> Result<PartId, Failure> {
    let new =
        NewSheet { body, rules_version: seen.row.rules_version, reason, paper: Some(&seen.row.id) };
    let judge = seen.sheet.seat.account_id.parse()?;
    store::insert_sheet(tx, &seen.sheet.row.id, new, judge).await
}

/// The judge learns that something was keyed in as theirs, and where they see what it is.
async fn write_to_judge(tx: &mut Tx, app: &App, seen: &SeenPaper) -> Result<(), Failure> {
    let link = app.configuration.address(&format!("/sheets/{}", seen.sheet.row.id));
    let number = seen.sheet.row.number;
    let letter = move |locale| {
        Letter::new(locale, "mail-council-paper").with("number", number).with("link", &link)
    };
    begin::tell(tx, app, (&seen.sheet.council, &seen.sheet.seat), letter).await
}

/// Sets a sheet aside that is awaited, with the reason: lost, spoilt, or keyed in by somebody who left. What was keyed
/// in is kept, and the next one that is printed has another code.
///
/// # Errors
/// For this actor there is no such sheet, or it is done or set aside already.
pub async fn set_aside(
    tx: &mut Tx,
    actor: &Actor,
    (code, reason): (&Code, &str),
) -> Result<PartId, Failure> {
    let seen = access::paper(tx, actor, code).await?;
    let account = actor.account().ok_or_else(Refusal::absent)?;
    if !seen.row.is_open() {
        return Err(seen.refused("paper-set-aside-too-late").into());
    }
    store::end_paper(tx, &seen.row.id, reason, account).await?;
    let act = Act::on("paper-sheet.set-aside", subject(&seen.row.assignment_id));
    audit::record(tx, actor.who, act.row("paper_sheet", &seen.row.id)).await?;
    Ok(seen.row.id.parse()?)
}
