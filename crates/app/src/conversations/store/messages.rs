//! What was said, withdrawn, noted by the office, and read.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::conversations::write::Spoken;
use crate::conversations::{ConversationId, PartId, Step};

/// A message.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MessageRow {
    /// Id.
    pub id: String,
    /// Its number.
    pub position: i64,
    /// author, office.
    pub side: String,
    /// The text; empty where it was withdrawn.
    pub text: String,
    /// Whose account.
    pub said_by_id: Option<String>,
    /// Their name.
    pub said_by: Option<String>,
    /// When.
    pub said_at: i64,
    /// Since when it is withdrawn.
    pub withdrawn_at: Option<i64>,
}

/// The messages in order, the withdrawn ones without their text.
pub async fn messages(reader: &Reader, id: ConversationId) -> Result<Vec<MessageRow>, Fault> {
    let sql = "select m.id, m.position, m.side,
            case when w.message_id is null then m.text else '' end as text,
            m.said_by as said_by_id, a.name as said_by, m.said_at, w.withdrawn_at
        from conversation_message m left join account a on a.id = m.said_by
            left join conversation_withdrawal w on w.message_id = m.id
        where m.conversation_id = $1 order by m.position";
    reader.rows(sql, [id.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct StepRow {
    what: String,
    happened_at: i64,
}

/// All that moved a conversation, in order, without what was withdrawn.
pub async fn steps(reader: &Reader, id: ConversationId) -> Result<Vec<(Step, Instant)>, Fault> {
    let sql = "select m.side as what, m.said_at as happened_at, m.position, 0 as later
        from conversation_message m where m.conversation_id = $1
            and not exists (select 1 from conversation_withdrawal w where w.message_id = m.id)
        union all
        select 'settle' as what, e.made_at as happened_at, e.position, 1 as later
        from conversation_event e where e.conversation_id = $1 and e.kind = 'settle'
        order by 3, 4, 2";
    let rows: Vec<StepRow> = reader.rows(sql, [id.to_string().into()]).await?;
    let step = |row: StepRow| {
        let step = match row.what.as_str() {
            "author" => Step::Ask,
            "office" => Step::Answer,
            _ => Step::Settle,
        };
        (step, Instant::from_millis(row.happened_at))
    };
    Ok(rows.into_iter().map(step).collect())
}

pub async fn insert_message(
    tx: &mut Tx,
    id: ConversationId,
    (spoken, turned): (&Spoken<'_>, bool),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into conversation_message (id, conversation_id, position, side, text, turned,
            said_by, said_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let message = PartId::new(tx.at());
    let values: [Value; 8] = [
        message.to_string().into(),
        id.to_string().into(),
        spoken.position.into(),
        spoken.side.code().into(),
        spoken.saying.text.clone().into(),
        turned.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(message)
}

pub async fn insert_withdrawal(
    tx: &mut Tx,
    message: PartId,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into conversation_withdrawal (message_id, withdrawn_by, withdrawn_at)
        values ($1, $2, $3)";
    let account = account.map(|id| id.to_string());
    let values = [message.to_string().into(), account.into(), tx.at().millis().into()];
    tx.run(sql, values).await.map(drop)
}

#[derive(FromQueryResult)]
struct SaidRow {
    said: i64,
    first: Option<i64>,
}

/// How many messages an account has written since a moment, and when the first of them was.
pub async fn said_since(
    reader: &Reader,
    account: AccountId,
    since: Instant,
) -> Result<(i64, Option<i64>), Fault> {
    let sql = "select count(*) as said, min(said_at) as first from conversation_message
        where said_by = $1 and said_at > $2";
    let values = [account.to_string().into(), since.millis().into()];
    let row: Option<SaidRow> = reader.maybe(sql, values).await?;
    Ok(row.map_or((0, None), |row| (row.said, row.first)))
}

/// What the office noted for itself.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RemarkRow {
    /// The text.
    pub text: String,
    /// Who.
    pub said_by: Option<String>,
    /// When.
    pub said_at: i64,
}

/// What the office noted, the oldest first. For the office alone.
pub async fn remarks(reader: &Reader, id: ConversationId) -> Result<Vec<RemarkRow>, Fault> {
    let sql = "select r.text, a.name as said_by, r.said_at
        from conversation_remark r left join account a on a.id = r.said_by
        where r.conversation_id = $1 order by r.said_at, r.id";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_remark(
    tx: &mut Tx,
    id: ConversationId,
    text: &str,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into conversation_remark (id, conversation_id, text, said_by, said_at)
        values ($1, $2, $3, $4, $5)";
    let remark = PartId::new(tx.at());
    let values = [
        remark.to_string().into(),
        id.to_string().into(),
        text.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(remark)
}

/// Notes how far somebody has read; never less far than before.
pub async fn set_read(
    tx: &mut Tx,
    id: ConversationId,
    account: AccountId,
    position: i64,
) -> Result<(), Failure> {
    let sql =
        "insert into conversation_reading (id, conversation_id, account_id, position, read_at)
        values ($1, $2, $3, $4, $5)
        on conflict (id) do update set position = excluded.position, read_at = excluded.read_at
            where conversation_reading.position < excluded.position";
    let values = [
        format!("{id}/{account}").into(),
        id.to_string().into(),
        account.to_string().into(),
        position.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// Up to which message somebody has read.
pub async fn read_through(
    reader: &Reader,
    id: ConversationId,
    account: AccountId,
) -> Result<i64, Fault> {
    let sql = "select coalesce(max(position), 0) from conversation_reading
        where conversation_id = $1 and account_id = $2";
    reader.number(sql, [id.to_string().into(), account.to_string().into()]).await
}
