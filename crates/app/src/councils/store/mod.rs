//! The only SQL on councils: here the council itself.

mod assignments;
mod entries;
mod members;
mod papers;
mod seconds;
mod sheets;
mod ties;

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::found::Facts;
use super::{CouncilId, State};

pub use assignments::{
    AssignmentRow, NewAssignment, assignment, end_assignment, in_force, insert_assignment,
    of_member, of_second, set_locked,
};
pub use entries::{EntryRow, entries, own_dossiers};
pub use members::{
    MemberRow, NewRow, account_of_member, insert_member, member, members, seats_of, set_left,
    set_vouched,
};
pub use papers::{
    PaperEntryRow, PaperRow, ScanRow, agreed_papers, count_entry, end_paper, insert_paper,
    insert_paper_entry, insert_paper_scan, paper, paper_entries, paper_of, paper_scans, papers,
    set_agreed,
};
pub use seconds::{SecondRow, end_second, insert_second, rounds_marked_again, second, seconds};
pub use sheets::{
    DraftRow, NewSheet, SheetRow, ToMark, draft, insert_sheet, newest_sheets, save_draft,
    sheets_of, to_mark,
};
pub use ties::{
    AuthorRow, NewTieRow, TieRow, author_names, beside, digests, end_tie, insert_tie, own_accounts,
    tie, ties,
};

/// A council.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CouncilRow {
    /// Id.
    pub id: String,
    /// Of which contest.
    pub contest_id: String,
    /// Key of its round.
    pub round: String,
    /// As its decision calls it.
    pub name: String,
    /// JSON list of its fields.
    pub fields: String,
    /// Number of the decision.
    pub decision: Option<String>,
    /// Day of the decision.
    pub decided_on: Option<String>,
    /// How many members a meeting needs.
    pub quorum: i64,
    /// Judges of each dossier.
    pub each_dossier: i64,
    /// The lots are drawn from it.
    pub seed: i64,
    /// Word of the state.
    pub state: String,
    /// Why it was opened although sheets were missing.
    pub opening_reason: Option<String>,
    /// Grows with each change.
    pub revision: i64,
}

impl CouncilRow {
    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        State::read(&self.state)
    }

    /// The fields that it judges.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn fields(&self) -> Result<Vec<String>, Fault> {
        Ok(serde_json::from_str(&self.fields)?)
    }

    /// Its id.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn id(&self) -> Result<CouncilId, Fault> {
        Ok(self.id.parse()?)
    }
}

const COLUMNS: &str = "id, contest_id, round, name, fields, decision, decided_on, quorum, \
    each_dossier, seed, state, opening_reason, revision";

pub async fn find(reader: &Reader, id: CouncilId) -> Result<Option<CouncilRow>, Fault> {
    let sql = format!("select {COLUMNS} from council where id = $1");
    reader.maybe(&sql, [id.to_string().into()]).await
}

/// The councils of a contest, in the order of their founding.
pub async fn of_contest(reader: &Reader, contest: ContestId) -> Result<Vec<CouncilRow>, Fault> {
    let sql = format!("select {COLUMNS} from council where contest_id = $1 order by id");
    reader.rows(&sql, [contest.to_string().into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    (id, contest): (CouncilId, ContestId),
    facts: &Facts,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into council (id, contest_id, round, name, fields, decision, decided_on,
            quorum, each_dossier, seed, state, revision, founded_by, founded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'forming', 1, $11, $12)";
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        facts.round.clone().into(),
        facts.name.clone().into(),
        serde_json::to_string(&facts.fields).map_err(Fault::from)?.into(),
        facts.decision.clone().into(),
        facts.decided_on.map(|day| day.to_string()).into(),
        facts.quorum.into(),
        facts.each.into(),
        facts.seed.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn update(tx: &mut Tx, id: CouncilId, facts: &Facts) -> Result<(), Failure> {
    let sql = "update council set round = $2, name = $3, fields = $4, decision = $5,
            decided_on = $6, quorum = $7, each_dossier = $8, seed = $9, revision = revision + 1
        where id = $1";
    let values = [
        id.to_string().into(),
        facts.round.clone().into(),
        facts.name.clone().into(),
        serde_json::to_string(&facts.fields).map_err(Fault::from)?.into(),
        facts.decision.clone().into(),
        facts.decided_on.map(|day| day.to_string()).into(),
        facts.quorum.into(),
        facts.each.into(),
        facts.seed.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_state(
    tx: &mut Tx,
    id: CouncilId,
    (state, reason): (State, Option<&str>),
) -> Result<(), Failure> {
    let sql = "update council set state = $2, opening_reason = $3, revision = revision + 1
        where id = $1";
    let reason = reason.map(str::to_owned);
    let values = [id.to_string().into(), state.code().into(), reason.into()];
    tx.run(sql, values).await.map(drop)
}
