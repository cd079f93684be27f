//! Whom to call about a contest.

use kernel::id::{AccountId, ContestId, PaperId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::contests::PartId;
use crate::contests::draft::ContactDraft;

/// Somebody to call.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ContactRow {
    /// Id.
    pub id: String,
    /// At which unit.
    pub unit_id: Option<String>,
    /// Who.
    pub person: Option<String>,
    /// Post.
    pub title: Option<String>,
    /// The organisation as the paper has it.
    pub organisation: Option<String>,
    /// Digits, commas between two.
    pub phones: String,
    /// Commas between two.
    pub emails: String,
    /// Where.
    pub address: Option<String>,
    /// Whether phone or mail belong to a person.
    pub personal: bool,
    /// When the person agreed to be shown.
    pub cleared_at: Option<i64>,
}

/// The contacts of a contest. Without `with_personal`, numbers of people who have not agreed to be
/// shown are left out by the query.
pub async fn contacts(
    reader: &Reader,
    contest: ContestId,
    with_personal: bool,
) -> Result<Vec<ContactRow>, Fault> {
    let numbers = match with_personal {
        true => "phones, emails",
        false => {
            "case when personal and cleared_at is null then '' else phones end as phones,
             case when personal and cleared_at is null then '' else emails end as emails"
        }
    };
    let sql = format!(
        "select id, unit_id, person, title, organisation, {numbers}, address, personal, cleared_at
         from contest_contact where contest_id = $1 order by id"
    );
    reader.rows(&sql, [contest.to_string().into()]).await
}

/// One contact with everything, for who runs the contest.
pub async fn contact(
    reader: &Reader,
    contest: ContestId,
    id: PartId,
) -> Result<Option<ContactRow>, Fault> {
    let sql = "select id, unit_id, person, title, organisation, phones, emails, address, personal,
            cleared_at from contest_contact where contest_id = $1 and id = $2";
    reader.maybe(sql, [contest.to_string().into(), id.to_string().into()]).await
}

pub async fn insert_contact(
    tx: &mut Tx,
    contest: ContestId,
    draft: &ContactDraft,
    paper: Option<PaperId>,
) -> Result<PartId, Failure> {
    let sql = "insert into contest_contact (id, contest_id, unit_id, person, title, organisation,
            phones, emails, address, personal, paper_id, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        draft.unit.map(|id| id.to_string()).into(),
        draft.person.clone().into(),
        draft.title.clone().into(),
        draft.organisation.clone().into(),
        draft.phones.join(",").into(),
        draft.emails.join(",").into(),
        draft.address.clone().into(),
        draft.personal.into(),
        paper.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn update_contact(tx: &mut Tx, id: PartId, draft: &ContactDraft) -> Result<(), Failure> {
    let sql = "update contest_contact set unit_id = $2, person = $3, title = $4, organisation = $5,
            phones = $6, emails = $7, address = $8, personal = $9 where id = $1";
    let values = [
        id.to_string().into(),
        draft.unit.map(|id| id.to_string()).into(),
        draft.person.clone().into(),
        draft.title.clone().into(),
        draft.organisation.clone().into(),
        draft.phones.join(",").into(),
        draft.emails.join(",").into(),
        draft.address.clone().into(),
        draft.personal.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn delete_contact(tx: &mut Tx, id: PartId) -> Result<(), Failure> {
    let sql = "delete from contest_contact where id = $1";
    tx.run(sql, [id.to_string().into()]).await.map(drop)
}

/// When somebody wrote down that the person agrees to be shown, and who; nothing for no consent.
pub async fn clear_contact(
    tx: &mut Tx,
    id: PartId,
    (at, by): (Option<i64>, Option<AccountId>),
) -> Result<(), Failure> {
    let sql = "update contest_contact set cleared_at = $2, cleared_by = $3 where id = $1";
    let values = [id.to_string().into(), at.into(), by.map(|id| id.to_string()).into()];
    tx.run(sql, values).await.map(drop)
}
