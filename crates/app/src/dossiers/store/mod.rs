//! The only SQL on the tables of dossiers: here the dossier itself.

pub mod check;
mod confirmations;
mod desk;
mod files;
pub mod forget;
mod lists;
pub mod needs;
mod parts;
mod people;
mod versions;

use kernel::id::{AccountId, ContestId, UnitId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::state::{State, Step};
use super::{DossierId, PartId};

pub use confirmations::{
    ConfirmationRow, NewAnswer, NewConfirmation, answer_confirmation, confirmation, confirmations,
    insert_confirmation,
};
pub use desk::{
    ArrivalRow, NewArrival, NewSupplement, SupplementRow, arrivals, end_supplement, insert_arrival,
    insert_rebase, insert_supplement, open_supplement, rebases, supplements,
};
pub use files::{
    FileRow, IS_HERE, NewFile, arrived, file, files, files_ever, insert_file, remove_file, weight,
};
pub use lists::{
    OwnRow, SearchRow, WaitingRow, addresses, confirmations_of, note_search, note_signs,
    of_account, sign_of_login,
};
pub use parts::{PartRow, part, parts, write_part};
pub use people::{
    AgreementRow, InvitationRow, NewAgreement, add_member, agreements, began_on_paper, has_author,
    insert_agreement, insert_invitation, invitation, invitations, member_role,
};
pub use versions::{
    EventRow, NewVersion, VersionRow, events, insert_version, last_version, newest_versions,
    version_by_code, versions,
};

/// A dossier as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DossierRow {
    /// Id.
    pub id: String,
    /// For which contest.
    pub contest_id: String,
    /// Its number.
    pub number: Option<i64>,
    /// Word of the state.
    pub state: String,
    /// The rules by which it is measured.
    pub rules_version: i64,
    /// Who confirms it, and through whom it comes.
    pub unit_id: Option<String>,
}

impl DossierRow {
    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        Ok(self.state.parse()?)
    }

    /// Its contest.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn contest(&self) -> Result<ContestId, Fault> {
        Ok(self.contest_id.parse()?)
    }
}

pub async fn find(reader: &Reader, id: DossierId) -> Result<Option<DossierRow>, Fault> {
    let sql = "select id, contest_id, number, state, rules_version, unit_id
        from dossier where id = $1";
    reader.maybe(sql, [id.to_string().into()]).await
}

pub async fn by_number(
    reader: &Reader,
    contest: ContestId,
    number: i64,
) -> Result<Option<DossierRow>, Fault> {
    let sql = "select id, contest_id, number, state, rules_version, unit_id
        from dossier where contest_id = $1 and number = $2";
    reader.maybe(sql, [contest.to_string().into(), number.into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    contest: ContestId,
    rules_version: i64,
    (account, copied_from): (Option<AccountId>, Option<DossierId>),
) -> Result<DossierId, Failure> {
    let sql = "insert into dossier (id, contest_id, state, rules_version, opened_by, opened_at,
            copied_from) values ($1, $2, $3, $4, $5, $6, $7)";
    let id = DossierId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        State::Draft.code().into(),
        rules_version.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
        copied_from.map(|id| id.to_string()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// The number that comes next in a contest. Only one transaction writes at a time, so nobody else takes it.
pub async fn next_number(tx: &Tx, contest: ContestId) -> Result<i64, Fault> {
    let sql = "select coalesce(max(number), 0) + 1 from dossier where contest_id = $1";
    tx.number(sql, [contest.to_string().into()]).await
}

pub async fn hand_in(
    tx: &mut Tx,
    id: DossierId,
    (number, rules_version): (i64, i64),
) -> Result<(), Failure> {
    let sql = "update dossier set number = $2, rules_version = $3 where id = $1";
    let values = [id.to_string().into(), number.into(), rules_version.into()];
    tx.run(sql, values).await.map(drop)
}

/// Notes by which rules a dossier is measured.
pub async fn set_rules(tx: &mut Tx, id: DossierId, version: i64) -> Result<(), Failure> {
    let sql = "update dossier set rules_version = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), version.into()]).await.map(drop)
}

pub async fn set_state(tx: &mut Tx, id: DossierId, state: State) -> Result<(), Failure> {
    let code = state.code();
    tx.run("update dossier set state = $2 where id = $1", [id.to_string().into(), code.into()])
        .await?;
    let sql = "update dossier_search set state = $2 where dossier_id = $1";
    tx.run(sql, [id.to_string().into(), code.into()]).await.map(drop)
}

pub async fn set_unit(tx: &mut Tx, id: DossierId, unit: UnitId) -> Result<(), Failure> {
    let sql = "update dossier set unit_id = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), unit.to_string().into()]).await?;
    let sql = "update dossier_search set unit_id = $2 where dossier_id = $1";
    tx.run(sql, [id.to_string().into(), unit.to_string().into()]).await.map(drop)
}

/// The event of a step: what is written beside the new state.
pub async fn event_of(
    tx: &mut Tx,
    id: DossierId,
    (step, reason): (Step, Option<&str>),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    versions::insert_event(tx, id, (step.code(), reason), account).await
}
