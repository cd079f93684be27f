//! Motions, and who stepped out.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::awards::{MeetingId, PartId};

/// A decision against the ranking, with its votes.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MotionRow {
    /// Id.
    pub id: String,
    /// 1, 2, … in the order of voting.
    pub position: i64,
    /// For which dossier.
    pub dossier_id: String,
    /// Key of the prize that it gets; nothing: none.
    pub prize: Option<String>,
    /// Why.
    pub reason: String,
    /// Members of the meeting, there or not.
    pub members: i64,
    /// Votes for it.
    pub in_favour: i64,
    /// Votes against it.
    pub against: i64,
    /// When it was taken back.
    pub ended_at: Option<i64>,
    /// Why.
    pub ended_reason: Option<String>,
}

impl MotionRow {
    /// Whether it was not taken back.
    pub const fn stands(&self) -> bool {
        self.ended_at.is_none()
    }
}

/// All motions of a meeting, in the order of voting.
pub async fn motions(reader: &Reader, id: MeetingId) -> Result<Vec<MotionRow>, Fault> {
    let sql = "select id, position, dossier_id, prize, reason, members, in_favour, against,
            ended_at, ended_reason
        from award_motion where meeting_id = $1 order by position";
    reader.rows(sql, [id.to_string().into()]).await
}

/// A motion that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewMotionRow<'m> {
    /// For which dossier.
    pub dossier: &'m str,
    /// Key of the prize that it gets.
    pub prize: Option<&'m str>,
    /// Why.
    pub reason: &'m str,
    /// Members, votes for, votes against.
    pub tally: (i64, i64, i64),
}

pub async fn insert_motion(
    tx: &mut Tx,
    id: MeetingId,
    new: NewMotionRow<'_>,
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into award_motion (id, meeting_id, position, dossier_id, prize, reason,
            members, in_favour, against, noted_by, noted_at)
        select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
        from award_motion where meeting_id = $2";
    let part = PartId::new(tx.at());
    let (members, in_favour, against) = new.tally;
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.dossier.into(),
        new.prize.map(str::to_owned).into(),
        new.reason.into(),
        members.into(),
        in_favour.into(),
        against.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

pub async fn end_motion(
    tx: &mut Tx,
    (id, reason): (&str, &str),
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql =
        "update award_motion set ended_at = $2, ended_by = $3, ended_reason = $4 where id = $1";
    let values =
        [id.into(), tx.at().millis().into(), by.map(|id| id.to_string()).into(), reason.into()];
    tx.run(sql, values).await.map(drop)
}

/// Who stepped out while a motion was spoken of.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OutRow {
    /// From which motion.
    pub motion_id: String,
    /// Who.
    pub name: String,
    /// What stands between them and the dossier.
    pub reason: String,
}

/// Who stepped out in a meeting, motion by motion.
pub async fn stepped_out(reader: &Reader, id: MeetingId) -> Result<Vec<OutRow>, Fault> {
    let sql = "select o.motion_id, m.name, o.reason from award_stepping_out o
            join award_motion v on v.id = o.motion_id
            join council_member m on m.id = o.member_id
        where v.meeting_id = $1 order by v.position, m.name, o.id";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_out(
    tx: &mut Tx,
    (motion, member): (PartId, &str),
    reason: &str,
) -> Result<PartId, Failure> {
    let sql = "insert into award_stepping_out (id, motion_id, member_id, reason)
        values ($1, $2, $3, $4)";
    let part = PartId::new(tx.at());
    let values = [part.to_string().into(), motion.to_string().into(), member.into(), reason.into()];
    tx.run(sql, values).await?;
    Ok(part)
}
