//! Members.

use kernel::id::{AccountId, ContestId, UnitId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::councils::{CouncilId, PartId, Role};

/// A member.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MemberRow {
    /// Id.
    pub id: String,
    /// Of which council.
    pub council_id: String,
    /// 1, 2, …: the lots know them by it.
    pub position: i64,
    /// Who.
    pub account_id: String,
    /// As the decision writes it.
    pub name: String,
    /// Office and place of work; may be empty.
    pub title: String,
    /// Where they work.
    pub unit_id: Option<String>,
    /// Word of the role.
    pub role: String,
    /// JSON list of the fields that they know best; empty: all.
    pub known_fields: String,
    /// Dossiers at most.
    pub most: Option<i64>,
    /// When they declared their ties.
    pub vouched_at: Option<i64>,
    /// When they left.
    pub left_at: Option<i64>,
    /// Why.
    pub left_reason: Option<String>,
}

impl MemberRow {
    /// What they are.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn role(&self) -> Result<Role, Fault> {
        Role::read(&self.role)
    }

    /// The fields that they know best; none: all.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn known_fields(&self) -> Result<Vec<String>, Fault> {
        Ok(serde_json::from_str(&self.known_fields)?)
    }

    /// Their number in lots.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn number(&self) -> Result<u32, Fault> {
        u32::try_from(self.position).map_err(Fault::from)
    }

    /// Whether they sit in the council now.
    pub const fn sits(&self) -> bool {
        self.left_at.is_none()
    }
}

const COLUMNS: &str = "m.id, m.council_id, m.position, m.account_id, m.name, m.title, m.unit_id, \
    m.role, m.known_fields, m.most, m.vouched_at, m.left_at, m.left_reason";

/// All members there ever were, by number.
pub async fn members(reader: &Reader, id: CouncilId) -> Result<Vec<MemberRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from council_member m where m.council_id = $1 order by m.position"
    );
    reader.rows(&sql, [id.to_string().into()]).await
}

pub async fn member(
    reader: &Reader,
    id: CouncilId,
    part: PartId,
) -> Result<Option<MemberRow>, Fault> {
    let sql =
        format!("select {COLUMNS} from council_member m where m.council_id = $1 and m.id = $2");
    reader.maybe(&sql, [id.to_string().into(), part.to_string().into()]).await
}

/// The seats that an account has now, in all councils of a contest or of all contests.
pub async fn seats_of(
    reader: &Reader,
    account: AccountId,
    contest: Option<ContestId>,
) -> Result<Vec<MemberRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from council_member m join council c on c.id = m.council_id
         where m.account_id = $1 and m.left_at is null and ($2 = '' or c.contest_id = $2)
         order by m.id desc"
    );
    let contest = contest.map(|id| id.to_string()).unwrap_or_default();
    reader.rows(&sql, [account.to_string().into(), contest.into()]).await
}

/// The seat of an account in a council.
pub async fn account_of_member(
    reader: &Reader,
    id: CouncilId,
    account: AccountId,
) -> Result<Option<MemberRow>, Fault> {
    let sql = format!(
        "select {COLUMNS} from council_member m
         where m.council_id = $1 and m.account_id = $2 and m.left_at is null"
    );
    reader.maybe(&sql, [id.to_string().into(), account.to_string().into()]).await
}

/// A member who is to be written.
#[derive(Debug, Clone)]
pub struct NewRow<'m> {
    /// Who.
    pub account: AccountId,
    /// As the decision writes it.
    pub name: &'m str,
    /// Office and place of work.
    pub title: &'m str,
    /// Where they work.
    pub unit: Option<UnitId>,
    /// What they are.
    pub role: Role,
    /// The fields that they know best.
    pub known_fields: &'m [String],
    /// Dossiers at most.
    pub most: Option<i64>,
    /// Whose place they take.
    pub replaces: Option<PartId>,
}

pub async fn insert_member(
    tx: &mut Tx,
    id: CouncilId,
    new: NewRow<'_>,
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into council_member (id, council_id, position, account_id, name, title,
            unit_id, role, known_fields, most, replaces, called_by, called_at)
        select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
        from council_member where council_id = $2";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.account.to_string().into(),
        new.name.into(),
        new.title.into(),
        new.unit.map(|id| id.to_string()).into(),
        new.role.code().into(),
        serde_json::to_string(new.known_fields).map_err(Fault::from)?.into(),
        new.most.into(),
        new.replaces.map(|id| id.to_string()).into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

pub async fn set_vouched(tx: &mut Tx, member: &str) -> Result<(), Failure> {
    let sql = "update council_member set vouched_at = $2 where id = $1 and vouched_at is null";
    tx.run(sql, [member.into(), tx.at().millis().into()]).await.map(drop)
}

pub async fn set_left(
    tx: &mut Tx,
    member: &str,
    reason: &str,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql =
        "update council_member set left_at = $2, left_by = $3, left_reason = $4 where id = $1";
    let values =
        [member.into(), tx.at().millis().into(), by.map(|id| id.to_string()).into(), reason.into()];
    tx.run(sql, values).await.map(drop)
}
