//! Taking dossiers out of the book as files: tables at once, whole dossiers in the background.

use ::store::jobs::{self, NewJob};
use ::store::{Reader, Tx};
use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Refusal};
use query::{Query, What};
use serde_json::json;

use super::asked::Asked;
use super::column::Sort;
use super::naming::Naming;
use super::pack::PACK;
use super::store::exports::{self, ExportRow, NewExport};
use super::{ExportId, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

/// A table of the book as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A spreadsheet.
    Xlsx,
    /// Text with commas.
    Csv,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// Its word, which is the ending of the file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// Exports of one person that may be under way at once.
const MOST_UNDER_WAY: i64 = 3;

/// The account that takes something out; the operator of the machine has the command line.
///
/// # Errors
/// It is the operator.
pub(super) fn account_of(actor: &Actor) -> Result<AccountId, Refusal> {
    actor.account().ok_or_else(|| Refusal::forbidden("dossier-account-only"))
}

/// Refuses to take out what was not wholly understood: a file must hold what its reader meant.
fn is_understood(asked: &Asked) -> Result<(), Refusal> {
    match asked.troubles.first() {
        Some(trouble) => Err(Refusal::field("q", trouble.message())),
        None => Ok(()),
    }
}

/// What was looked for, without texts: the ledger keeps no names.
fn shape(query: &Query) -> String {
    let part = |part: &query::Part| {
        let sign = if part.negated { "-" } else { "" };
        match &part.what {
            What::Words(_) => format!("{sign}…"),
            What::Text(key, _) => format!("{sign}{key}:…"),
            other => format!("{sign}{other}"),
        }
    };
    query.parts.iter().map(part).collect::<Vec<_>>().join(" ")
}

/// Writes down that somebody takes something of the book out, and in which form: that of a table, `zip`, `folder`.
///
/// # Errors
/// The actor does not run the contest, or the query was not understood.
pub async fn note_taken(
    tx: &mut Tx,
    actor: &Actor,
    (asked, dossiers): (&Asked, i64),
    format: &str,
) -> Result<(), Failure> {
    let contest = asked.filter.contest;
    contests::run_by(tx, actor, contest).await?;
    is_understood(asked)?;
    let act = Act::on("register.take-out", subject(contest)).note("format", format);
    let act = act.note("dossiers", dossiers).note("query", shape(&asked.query));
    audit::record(tx, actor.who, act).await
}

/// Orders the dossiers that are meant as one file, which is made in the background.
///
/// # Errors
/// The actor does not run the contest, the query was not understood or means nothing, the pattern of names
/// does not fit, or too many are under way.
pub async fn order(
    tx: &mut Tx,
    actor: &Actor,
    (asked, dossiers): (&Asked, i64),
    (sort, naming): (Sort, &str),
) -> Result<ExportId, Failure> {
    let contest = asked.filter.contest;
    contests::run_by(tx, actor, contest).await?;
    let account = account_of(actor)?;
    is_understood(asked)?;
    Naming::read(naming)?;
    if dossiers == 0 {
        return Err(Refusal::field("q", "register-nothing-to-pack").into());
    }
    if exports::under_way(tx, account).await? >= MOST_UNDER_WAY {
        return Err(Refusal::conflict("register-exports-many")
            .way_out("register-exports", format!("/contests/{contest}/dossiers/exports"))
            .into());
    }
    let query = asked.query.to_string();
    let new = NewExport { query: &query, sort: &sort.written(), naming, dossiers };
    let id = exports::insert(tx, contest, account, new).await?;
    let job = NewJob {
        kind: PACK,
        payload: json!({ "export": id.to_string() }).to_string(),
        unique_key: Some(format!("{PACK}/{id}")),
        run_at: tx.at(),
    };
    jobs::enqueue(tx, job).await?;
    let act = Act::on("register.pack", subject(contest)).note("dossiers", dossiers);
    audit::record(tx, actor.who, act.note("query", shape(&asked.query))).await?;
    Ok(id)
}

/// An export of the actor's own, while the actor runs the contest: who is dismissed takes nothing along.
///
/// # Errors
/// For this actor there is none.
pub async fn own(
    reader: &Reader,
    actor: &Actor,
    contest: ContestId,
    id: ExportId,
) -> Result<ExportRow, Failure> {
    contests::run_by(reader, actor, contest).await?;
    let account = account_of(actor)?.to_string();
    let row = exports::find(reader, id).await?;
    let is_own =
        |row: &ExportRow| row.account_id == account && row.contest_id == contest.to_string();
    Ok(row.filter(is_own).ok_or_else(Refusal::absent)?)
}

/// Stops an export, or gives up the file that came of it; the file is removed by the caller afterwards.
///
/// # Errors
/// For this actor there is none.
pub async fn cancel(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    id: ExportId,
) -> Result<(), Failure> {
    own(tx, actor, contest, id).await?;
    exports::end(tx, id, "cancelled").await
}
