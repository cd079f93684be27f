//! Lists of conversations, and how much of them somebody has not read.

use kernel::Fault;
use kernel::id::{AccountId, ContestId};
use sea_orm::FromQueryResult;
use store::{Engine, Reader, Value, holds};

use crate::conversations::{ConversationId, Side, State};

/// A conversation in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ListRow {
    /// Id.
    pub id: String,
    /// In few words.
    pub subject: String,
    /// The number of its dossier.
    pub number: Option<i64>,
    /// Name of its contest.
    pub contest: String,
    /// Who asked before filing.
    pub asked_by: Option<String>,
    /// Word of the state.
    pub state: String,
    /// Since when.
    pub since: i64,
    /// Who of the office looks after it.
    pub taken_by: Option<String>,
    /// How many messages of the other side were not read.
    pub unread: i64,
}

/// Who looks after a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// This account.
    By(AccountId),
    /// Nobody.
    ByNobody,
}

/// Which conversations a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only in this state.
    pub state: Option<State>,
    /// Only with whom; nothing: any.
    pub taken: Option<Taken>,
    /// Folded words; each must be in its subject, a message or a remark.
    pub words: Vec<String>,
}

impl Filter {
    fn conditions(&self, engine: Engine, values: &mut Vec<Value>) -> String {
        let mut sql = String::new();
        if let Some(state) = self.state {
            values.push(state.code().into());
            sql.push_str(&format!(" and v.state = ${}", values.len()));
        }
        match self.taken {
            Some(Taken::By(account)) => {
                values.push(account.to_string().into());
                sql.push_str(&format!(" and v.taken_by = ${}", values.len()));
            }
            Some(Taken::ByNobody) => sql.push_str(" and v.taken_by is null"),
            None => (),
        }
        for word in &self.words {
            let held = holds(engine, "s.", word, values);
            sql.push_str(&format!(
                " and exists (select 1 from conversation_search s
                    where s.conversation_id = v.id and {held})"
            ));
        }
        sql
    }
}

/// Whether a message `m` was not withdrawn and not read by the account `$1`.
const NOT_READ: &str =
    "not exists (select 1 from conversation_withdrawal w where w.message_id = m.id)
        and m.position > (select coalesce(max(r.position), 0) from conversation_reading r
            where r.conversation_id = m.conversation_id and r.account_id = $1)";

/// Whether the account `$1` speaks in a conversation `v` for those who asked.
const OWN: &str = "(v.account_id = $1 or exists (select 1 from dossier_member o
        where o.dossier_id = v.dossier_id and o.account_id = $1 and o.left_at is null))";

/// Columns of [`ListRow`] for the account `$1`, with what speaks on the other side.
fn rows_with(other: Side) -> String {
    format!(
        "select v.id, v.subject, d.number, c.name as contest, a.name as asked_by, v.state, v.since,
            t.name as taken_by,
            (select count(*) from conversation_message m where m.conversation_id = v.id
                and m.side = '{}' and {NOT_READ}) as unread
         from conversation v join contest c on c.id = v.contest_id
            left join dossier d on d.id = v.dossier_id
            left join account a on a.id = v.account_id
            left join account t on t.id = v.taken_by",
        other.code()
    )
}

/// The conversations of a contest, as its office sees them: those that wait for it first, the longest wait on top.
pub async fn list(
    reader: &Reader,
    (contest, account): (ContestId, Option<AccountId>),
    filter: &Filter,
    (limit, offset): (i64, i64),
) -> Result<Vec<ListRow>, Fault> {
    let account = account.map(|id| id.to_string()).unwrap_or_default();
    let mut values: Vec<Value> = vec![account.into(), contest.to_string().into()];
    let conditions = filter.conditions(reader.engine(), &mut values);
    values.extend([limit.into(), offset.into()]);
    let sql = format!(
        "{} where v.contest_id = $2{conditions}
         order by case when v.state in ('office', 'reopened') then 0 else 1 end, v.since, v.id
         limit ${} offset ${}",
        rows_with(Side::Author),
        values.len() - 1,
        values.len()
    );
    reader.rows(&sql, values).await
}

pub async fn count(reader: &Reader, contest: ContestId, filter: &Filter) -> Result<i64, Fault> {
    let mut values: Vec<Value> = vec![contest.to_string().into()];
    let conditions = filter.conditions(reader.engine(), &mut values);
    let sql = format!("select count(*) from conversation v where v.contest_id = $1{conditions}");
    reader.number(&sql, values).await
}

/// The conversations in which an account speaks for those who asked, the newest first.
pub async fn of_own(
    reader: &Reader,
    account: AccountId,
    limit: i64,
) -> Result<Vec<ListRow>, Fault> {
    let sql = format!(
        "{} where {OWN} order by v.since desc, v.id desc limit $2",
        rows_with(Side::Office)
    );
    reader.rows(&sql, [account.to_string().into(), limit.into()]).await
}

/// How many messages of the other side an account has not read in a conversation.
pub async fn unread(
    reader: &Reader,
    (id, side): (ConversationId, Side),
    account: AccountId,
) -> Result<i64, Fault> {
    let sql = format!(
        "select count(*) from conversation_message m
         where m.conversation_id = $2 and m.side <> $3 and {NOT_READ}"
    );
    let values = [account.to_string().into(), id.to_string().into(), side.code().into()];
    reader.number(&sql, values).await
}

/// How many messages of the office an account has not read in all conversations of its own.
pub async fn unread_of_own(reader: &Reader, account: AccountId) -> Result<i64, Fault> {
    let sql = format!(
        "select count(*) from conversation v join conversation_message m on m.conversation_id = v.id
         where m.side = 'office' and {OWN} and {NOT_READ}"
    );
    reader.number(&sql, [account.to_string().into()]).await
}
