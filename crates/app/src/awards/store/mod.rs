//! The only SQL on awards: here the meetings and who is there.

mod lists;
mod motions;
mod orders;

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::meetings::Call;
use super::{MeetingId, PartId, State};

pub use lists::{
    EntrantRow, ListRow, NewAward, WinnerRow, body, bundle, entrants, every_list, insert_award,
    insert_list, list_of, lists, prize_of, winners,
};
pub use motions::{
    MotionRow, NewMotionRow, OutRow, end_motion, insert_motion, insert_out, motions, stepped_out,
};
pub use orders::{
    OrderRow, end_order, insert_order, next_to_appear, order, orders, set_told, shown, shown_order,
};

/// A meeting.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MeetingRow {
    /// Id.
    pub id: String,
    /// Of which contest.
    pub contest_id: String,
    /// When it is called for.
    pub begins_at: i64,
    /// Where.
    pub place: String,
    /// The place that its papers name before the day.
    pub town: String,
    /// One item on each line.
    pub agenda: String,
    /// Member who chairs it.
    pub chaired_by: String,
    /// Member who keeps the minutes.
    pub kept_by: String,
    /// Why the contest decides again; nothing the first time.
    pub reason: Option<String>,
    /// Word of the state.
    pub state: String,
    /// When it began.
    pub sat_at: Option<i64>,
    /// When it was closed or cancelled.
    pub ended_at: Option<i64>,
    /// Why it was cancelled.
    pub ended_reason: Option<String>,
    /// Votes for the list.
    pub in_favour: Option<i64>,
    /// Votes against it.
    pub against: Option<i64>,
    /// What the minutes say besides.
    pub remarks: Option<String>,
}

impl MeetingRow {
    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        State::read(&self.state)
    }

    /// When it is called for.
    pub const fn begins(&self) -> Instant {
        Instant::from_millis(self.begins_at)
    }
}

const COLUMNS: &str = "id, contest_id, begins_at, place, town, agenda, chaired_by, kept_by, reason, \
    state, sat_at, ended_at, ended_reason, in_favour, against, remarks";

pub async fn meeting(reader: &Reader, id: MeetingId) -> Result<Option<MeetingRow>, Fault> {
    let sql = format!("select {COLUMNS} from award_meeting where id = $1");
    reader.maybe(&sql, [id.to_string().into()]).await
}

/// The meetings of a contest, the newest first.
pub async fn meetings(reader: &Reader, contest: ContestId) -> Result<Vec<MeetingRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from award_meeting where contest_id = $1 order by begins_at desc, id desc"
    );
    reader.rows(&sql, [contest.to_string().into()]).await
}

pub async fn insert_meeting(
    tx: &mut Tx,
    contest: ContestId,
    call: &Call,
    by: Option<AccountId>,
) -> Result<MeetingId, Failure> {
    let sql =
        "insert into award_meeting (id, contest_id, begins_at, place, town, agenda, chaired_by,
            kept_by, reason, state, called_by, called_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'called', $10, $11)";
    let id = MeetingId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        call.begins.millis().into(),
        call.place.clone().into(),
        call.town.clone().into(),
        call.agenda.clone().into(),
        call.chair.clone().into(),
        call.keeper.clone().into(),
        call.reason.clone().into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Moves a meeting into the state in which it sits.
pub async fn set_sitting(tx: &mut Tx, id: MeetingId) -> Result<(), Failure> {
    let sql = "update award_meeting set state = 'sitting', sat_at = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), tx.at().millis().into()]).await.map(drop)
}

/// How a meeting ends.
#[derive(Debug, Clone, Default)]
pub struct Ending<'e> {
    /// Why it is cancelled.
    pub reason: Option<&'e str>,
    /// Votes for and against the list.
    pub votes: Option<(i64, i64)>,
    /// What the minutes say besides.
    pub remarks: Option<&'e str>,
}

pub async fn set_ended(
    tx: &mut Tx,
    (id, state): (MeetingId, State),
    ending: Ending<'_>,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql =
        "update award_meeting set state = $2, ended_at = $3, ended_by = $4, ended_reason = $5,
            in_favour = $6, against = $7, remarks = $8 where id = $1";
    let values = [
        id.to_string().into(),
        state.code().into(),
        tx.at().millis().into(),
        by.map(|id| id.to_string()).into(),
        ending.reason.map(str::to_owned).into(),
        ending.votes.map(|(in_favour, _)| in_favour).into(),
        ending.votes.map(|(_, against)| against).into(),
        ending.remarks.map(str::to_owned).into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// That somebody is there.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PresenceRow {
    /// Id.
    pub id: String,
    /// Who.
    pub member_id: String,
    /// Until when; nothing: they are still there.
    pub left_at: Option<i64>,
}

/// Who came, and who left again, in the order of coming.
pub async fn presences(reader: &Reader, id: MeetingId) -> Result<Vec<PresenceRow>, Fault> {
    let sql = "select id, member_id, left_at from award_presence
        where meeting_id = $1 order by came_at, id";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_presence(
    tx: &mut Tx,
    (id, member): (MeetingId, &str),
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into award_presence (id, meeting_id, member_id, came_at, noted_by)
        values ($1, $2, $3, $4, $5)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        member.into(),
        tx.at().millis().into(),
        by.map(|id| id.to_string()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

pub async fn end_presence(tx: &mut Tx, id: &str) -> Result<(), Failure> {
    let sql = "update award_presence set left_at = $2 where id = $1";
    tx.run(sql, [id.into(), tx.at().millis().into()]).await.map(drop)
}
