//! The ready answers of contests.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::conversations::PartId;
use crate::conversations::answers::Draft;

/// A ready answer.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AnswerRow {
    /// Id.
    pub id: String,
    /// By which it is chosen.
    pub title: String,
    /// Its text, with places to fill in.
    pub body: String,
    /// Grows with each change.
    pub revision: i64,
}

const ANSWER: &str = "select id, title, body, revision from answer_template
    where contest_id = $1 and removed_at is null";

pub async fn answers(reader: &Reader, contest: ContestId) -> Result<Vec<AnswerRow>, Fault> {
    let sql = format!("{ANSWER} order by id");
    reader.rows(&sql, [contest.to_string().into()]).await
}

pub async fn answer(
    reader: &Reader,
    contest: ContestId,
    id: PartId,
) -> Result<Option<AnswerRow>, Fault> {
    let sql = format!("{ANSWER} and id = $2");
    reader.maybe(&sql, [contest.to_string().into(), id.to_string().into()]).await
}

pub async fn insert_answer(
    tx: &mut Tx,
    contest: ContestId,
    draft: &Draft,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into answer_template (id, contest_id, title, body, revision, changed_by,
            changed_at) values ($1, $2, $3, $4, 1, $5, $6)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        draft.title.clone().into(),
        draft.body.clone().into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn update_answer(
    tx: &mut Tx,
    id: PartId,
    draft: &Draft,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update answer_template set title = $2, body = $3, revision = revision + 1,
            changed_by = $4, changed_at = $5
        where id = $1";
    let values = [
        id.to_string().into(),
        draft.title.clone().into(),
        draft.body.clone().into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn remove_answer(tx: &mut Tx, id: PartId) -> Result<(), Failure> {
    let sql = "update answer_template set removed_at = $2 where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.to_string().into(), at.into()]).await.map(drop)
}
