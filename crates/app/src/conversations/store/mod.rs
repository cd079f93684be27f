//! The only SQL on conversations: here the conversation itself.

mod answers;
mod files;
mod lists;
mod messages;

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::state::Standing;
use super::{ConversationId, PartId, Side, State};
use crate::dossiers::DossierId;

pub use answers::{AnswerRow, answer, answers, insert_answer, remove_answer, update_answer};
pub use files::{files, forget_text, insert_file, note_text};
pub use lists::{Filter, ListRow, Taken, count, list, of_own, unread, unread_of_own};
pub use messages::{
    MessageRow, RemarkRow, insert_message, insert_remark, insert_withdrawal, messages,
    read_through, remarks, said_since, set_read, steps,
};

/// A conversation as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ConversationRow {
    /// Of which contest.
    pub contest_id: String,
    /// About which dossier.
    pub dossier_id: Option<String>,
    /// Who asked before filing.
    pub account_id: Option<String>,
    /// The name of who asked.
    pub asked_by: Option<String>,
    /// In few words.
    pub subject: String,
    /// Field of entry; may be empty.
    pub field: String,
    /// Word of the state.
    pub state: String,
    /// Since when.
    pub since: i64,
    /// Number of the newest message.
    pub last: i64,
    /// Who looks after it.
    pub taken_by: Option<String>,
    /// Their name.
    pub taken_name: Option<String>,
    /// When it began.
    pub opened_at: i64,
}

impl ConversationRow {
    /// Whose turn it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        state(&self.state)
    }

    /// Its dossier.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn dossier(&self) -> Result<Option<DossierId>, Fault> {
        Ok(self.dossier_id.as_deref().map(str::parse).transpose()?)
    }
}

/// The state of a word of the database.
///
/// # Errors
/// It is none.
pub fn state(word: &str) -> Result<State, Fault> {
    State::read(word).ok_or_else(|| Fault::new("a conversation is in a state that is none"))
}

pub async fn find(reader: &Reader, id: ConversationId) -> Result<Option<ConversationRow>, Fault> {
    let sql = "select v.contest_id, v.dossier_id, v.account_id, a.name as asked_by, v.subject,
            v.field, v.state, v.since, v.last, v.taken_by, t.name as taken_name, v.opened_at
        from conversation v left join account a on a.id = v.account_id
            left join account t on t.id = v.taken_by
        where v.id = $1";
    reader.maybe(sql, [id.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// The ids of conversations after one, in order: of a contest, or of all.
pub async fn after(
    reader: &Reader,
    contest: Option<ContestId>,
    (last, limit): (&str, i64),
) -> Result<Vec<String>, Fault> {
    let sql = "select id from conversation
        where ($1 = '' or contest_id = $1) and id > $2 order by id limit $3";
    let contest = contest.map(|id| id.to_string()).unwrap_or_default();
    let rows: Vec<IdRow> = reader.rows(sql, [contest.into(), last.into(), limit.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The conversation of a dossier.
pub async fn of_dossier(
    reader: &Reader,
    dossier: DossierId,
) -> Result<Option<ConversationId>, Fault> {
    let sql = "select id from conversation where dossier_id = $1";
    let row: Option<IdRow> = reader.maybe(sql, [dossier.to_string().into()]).await?;
    Ok(row.map(|row| row.id.parse()).transpose()?)
}

#[derive(FromQueryResult)]
struct TitleRow {
    title: String,
}

/// The title of a dossier as it was handed in.
pub async fn title_of(reader: &Reader, dossier: DossierId) -> Result<Option<String>, Fault> {
    let sql = "select title from dossier_search where dossier_id = $1";
    let row: Option<TitleRow> = reader.maybe(sql, [dossier.to_string().into()]).await?;
    Ok(row.map(|row| row.title))
}

/// How many questions of an account about a contest are not settled.
pub async fn open_of(
    reader: &Reader,
    contest: ContestId,
    account: AccountId,
) -> Result<i64, Fault> {
    let sql = "select count(*) from conversation
        where account_id = $1 and contest_id = $2 and state <> 'settled'";
    reader.number(sql, [account.to_string().into(), contest.to_string().into()]).await
}

/// A conversation that begins.
#[derive(Debug)]
pub struct NewConversation<'a> {
    /// Of which contest.
    pub contest: ContestId,
    /// About which dossier.
    pub dossier: Option<DossierId>,
    /// Who asks before filing.
    pub account: Option<AccountId>,
    /// In few words.
    pub subject: &'a str,
    /// Field of entry; may be empty.
    pub field: &'a str,
}

/// Begins a conversation in which nothing was said yet.
pub async fn insert(tx: &mut Tx, new: &NewConversation<'_>) -> Result<ConversationId, Failure> {
    let sql = "insert into conversation (id, contest_id, dossier_id, account_id, subject, field,
            state, since, last, opened_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $8)";
    let id = ConversationId::new(tx.at());
    let values: [Value; 8] = [
        id.to_string().into(),
        new.contest.to_string().into(),
        new.dossier.map(|id| id.to_string()).into(),
        new.account.map(|id| id.to_string()).into(),
        new.subject.into(),
        new.field.into(),
        State::Settled.code().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Notes whose turn it is, and how many messages there are.
pub async fn set_standing(
    tx: &mut Tx,
    id: ConversationId,
    standing: Standing,
) -> Result<(), Failure> {
    let sql = "update conversation set state = $2, since = $3,
            last = (select coalesce(max(position), 0) from conversation_message
                where conversation_id = $1)
        where id = $1";
    let values =
        [id.to_string().into(), standing.state.code().into(), standing.since.millis().into()];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_taken(
    tx: &mut Tx,
    id: ConversationId,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "update conversation set taken_by = $2 where id = $1";
    let account = account.map(|id| id.to_string());
    tx.run(sql, [id.to_string().into(), account.into()]).await.map(drop)
}

pub async fn insert_event(
    tx: &mut Tx,
    id: ConversationId,
    (kind, side): (&str, Side),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into conversation_event (id, conversation_id, kind, position, side, made_by,
            made_at)
        select $1, v.id, $3, v.last, $4, $5, $6 from conversation v where v.id = $2";
    let event = PartId::new(tx.at());
    let values = [
        event.to_string().into(),
        id.to_string().into(),
        kind.into(),
        side.code().into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(event)
}
