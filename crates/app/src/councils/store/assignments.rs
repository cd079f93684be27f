//! Who judges what.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::councils::{CouncilId, PartId, Stage};

/// That a dossier is judged by a member.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AssignmentRow {
    /// Id.
    pub id: String,
    /// In which council.
    pub council_id: String,
    /// Which dossier.
    pub dossier_id: String,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// By whom.
    pub member_id: String,
    /// `drawn` or `given`.
    pub ground: String,
    /// Whether a new drawing leaves it.
    pub locked: bool,
    /// When it was taken away.
    pub ended_at: Option<i64>,
    /// Number of the newest sheet that was signed; nothing: none was.
    pub signed: Option<i64>,
    /// When the draft was saved; nothing: nobody has begun.
    pub saved_at: Option<i64>,
    /// For which second marking; nothing: the first time.
    pub second_id: Option<String>,
    /// Word of how far that is.
    pub second_state: Option<String>,
    /// Why it was ordered.
    pub second_reason: Option<String>,
}

impl AssignmentRow {
    /// Whether a sheet was signed.
    pub const fn is_signed(&self) -> bool {
        self.signed.is_some()
    }

    /// How far the second marking is; nothing for a first one.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn again(&self) -> Result<Option<Stage>, Fault> {
        self.second_state.as_deref().map(Stage::read).transpose()
    }
}

const COLUMNS: &str = "x.id, x.council_id, x.dossier_id, s.number, s.title, x.member_id, x.ground, \
    x.locked, x.ended_at, \
    (select max(v.version) from score_sheet v where v.assignment_id = x.id) as signed, \
    (select w.saved_at from score_draft w where w.assignment_id = x.id) as saved_at, \
    x.second_id, z.state as second_state, z.reason as second_reason";
const TABLES: &str = "council_assignment x join dossier_search s on s.dossier_id = x.dossier_id \
    left join second_marking z on z.id = x.second_id";

/// The assignments of a council for the first marking that are in force, by dossier and member.
pub async fn in_force(reader: &Reader, id: CouncilId) -> Result<Vec<AssignmentRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from {TABLES} join council_member m on m.id = x.member_id
         where x.council_id = $1 and x.ended_at is null and x.second_id is null
         order by s.number, m.position"
    );
    reader.rows(&sql, [id.to_string().into()]).await
}

/// The assignments of a second marking, by member; also of one that was cancelled.
pub async fn of_second(reader: &Reader, second: &str) -> Result<Vec<AssignmentRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from {TABLES} join council_member m on m.id = x.member_id
         where x.second_id = $1 order by m.position"
    );
    reader.rows(&sql, [second.into()]).await
}

/// What a member has to judge, by number.
pub async fn of_member(reader: &Reader, member: &str) -> Result<Vec<AssignmentRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from {TABLES}
         where x.member_id = $1 and x.ended_at is null order by s.number, x.id"
    );
    reader.rows(&sql, [member.into()]).await
}

pub async fn assignment(reader: &Reader, id: PartId) -> Result<Option<AssignmentRow>, Fault> {
    let sql = format!("select {COLUMNS} from {TABLES} where x.id = $1");
    reader.maybe(&sql, [id.to_string().into()]).await
}

/// An assignment that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewAssignment<'a> {
    /// Which dossier.
    pub dossier: &'a str,
    /// By whom.
    pub member: &'a str,
    /// `drawn` or `given`.
    pub ground: &'static str,
    /// Whether a new drawing leaves it.
    pub locked: bool,
    /// For which second marking; nothing: the first time.
    pub second: Option<PartId>,
}

pub async fn insert_assignment(
    tx: &mut Tx,
    id: CouncilId,
    new: NewAssignment<'_>,
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into council_assignment (id, council_id, dossier_id, member_id, ground,
            locked, assigned_by, assigned_at, second_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.dossier.into(),
        new.member.into(),
        new.ground.into(),
        new.locked.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
        new.second.map(|id| id.to_string()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

pub async fn end_assignment(
    tx: &mut Tx,
    assignment: &str,
    reason: &str,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update council_assignment set ended_at = $2, ended_by = $3, ended_reason = $4
        where id = $1";
    let values = [
        assignment.into(),
        tx.at().millis().into(),
        by.map(|id| id.to_string()).into(),
        reason.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_locked(tx: &mut Tx, assignment: &str, locked: bool) -> Result<(), Failure> {
    let sql = "update council_assignment set locked = $2 where id = $1";
    tx.run(sql, [assignment.into(), locked.into()]).await.map(drop)
}
