//! What goes of one person beside their dossiers: all of it on one page, so that it can be read and held against what
//! the page for people says.

use std::collections::BTreeSet;

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::audit::forgetting::RowName;

/// Protected rows that were blanked or deleted, for the ledger.
#[derive(Debug, Clone, Default)]
pub struct Blanked {
    /// By table and key.
    pub rows: Vec<RowName>,
}

#[derive(FromQueryResult)]
struct KeyRow {
    id: String,
}

async fn keys(reader: &Reader, sql: &str, account: AccountId) -> Result<Vec<String>, Fault> {
    let rows: Vec<KeyRow> = reader.rows(sql, [account.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Protected tables and the keys of the person's rows in them that are blanked.
const BLANKED: [(&str, &str); 5] = [
    ("account", "select id from account where id = $1"),
    ("conversation", "select id from conversation where account_id = $1"),
    (
        "conversation_message",
        "select id from conversation_message where said_by = $1 and side = 'author'",
    ),
    (
        "conversation_file",
        "select f.id from conversation_file f join conversation_message m on m.id = f.message_id
         where m.said_by = $1 and m.side = 'author'",
    ),
    (
        "dossier_invitation",
        "select i.id from dossier_invitation i join account a on a.email = i.address where a.id = $1",
    ),
];

/// What goes of what somebody said as an author: the words, the files, and what both are found by.
const OF_TALKS: [&str; 4] = [
    "update conversation_message set text = '' where said_by = $1 and side = 'author'",
    "delete from conversation_file where message_id in
        (select m.id from conversation_message m where m.said_by = $1 and m.side = 'author')",
    "delete from conversation_search where id in
        (select m.id from conversation_message m where m.said_by = $1 and m.side = 'author')",
    "delete from conversation_search where id in
        (select v.id from conversation v where v.account_id = $1)",
];

/// Protected tables and the keys of the person's rows in them that are deleted.
const DELETED: [(&str, &str); 3] = [
    ("credential", "select account_id as id from credential where account_id = $1"),
    ("second_factor", "select account_id as id from second_factor where account_id = $1"),
    ("calendar_link", "select account_id as id from calendar_link where account_id = $1"),
];

/// Contacts of units that have the person's address; they are deleted.
const CONTACTS: (&str, &str) = (
    "unit_contact",
    "select c.id from unit_contact c join account a on a.email = c.email where a.id = $1",
);

/// Open tables whose rows of the person are deleted.
const NOTED: [&str; 12] = [
    "second_factor_use",
    "recovery_code",
    "one_time_link",
    "email_change",
    "known_device",
    "handed_code",
    "notice",
    "notice_choice",
    "notice_hours",
    "upload",
    "dossier_view",
    "person_export",
];

/// What is found by the login. A letter that waits does not leave any more.
const BY_LOGIN: [&str; 5] = [
    "update mail set recipient = '', subject = '', body = '',
        state = case when state = 'waiting' then 'failed' else state end
     where recipient = (select a.email from account a where a.id = $1)",
    "update dossier_invitation set address = ''
     where address = (select a.email from account a where a.id = $1)",
    "delete from unit_contact where email = (select a.email from account a where a.id = $1)",
    "delete from help_request where login = (select a.email from account a where a.id = $1)",
    "delete from beginning where login = (select a.email from account a where a.id = $1)",
];

/// The rows against whose digests a guess could be tested.
///
/// # Errors
/// The database is away.
pub async fn named_in(reader: &Reader, account: AccountId) -> Result<BTreeSet<RowName>, Fault> {
    let mut named = BTreeSet::new();
    for (table, sql) in BLANKED.into_iter().chain([CONTACTS]) {
        let ids = keys(reader, sql, account).await?;
        named.extend(ids.into_iter().map(|id| (table.to_owned(), id)));
    }
    Ok(named)
}

/// With what somebody signs in.
///
/// # Errors
/// The database is away.
pub async fn login(reader: &Reader, account: AccountId) -> Result<String, Fault> {
    let sql = "select email as id from account where id = $1";
    Ok(keys(reader, sql, account).await?.pop().unwrap_or_default())
}

/// Blanks and deletes. `erased` stands where the name stood.
///
/// # Errors
/// The database is away.
pub async fn blank(
    tx: &mut Tx,
    account: AccountId,
    (erased, by): (&str, Option<AccountId>),
) -> Result<Blanked, Failure> {
    let mut blanked = Blanked::default();
    let grants = "select id from role_grant where account_id = $1 and revoked_at is null";
    let touched = BLANKED.into_iter().chain(DELETED).chain([CONTACTS, ("role_grant", grants)]);
    for (table, sql) in touched {
        let ids = keys(tx, sql, account).await?;
        blanked.rows.extend(ids.into_iter().map(|id| (table.to_owned(), id)));
    }
    let id = account.to_string();
    let (now, by) = (tx.at().millis(), by.map(|id| id.to_string()));
    for table in NOTED.iter().copied().chain(DELETED.map(|(table, _)| table)) {
        let sql = format!("delete from {table} where account_id = $1");
        tx.run(&sql, [id.clone().into()]).await?;
    }
    let sql = "update role_grant set revoked_at = $2, revoked_by = $3
        where account_id = $1 and revoked_at is null";
    tx.run(sql, [id.clone().into(), now.into(), by.clone().into()]).await?;
    for sql in BY_LOGIN {
        tx.run(sql, [id.clone().into()]).await?;
    }
    for sql in OF_TALKS {
        tx.run(sql, [id.clone().into()]).await?;
    }
    let sql = "update conversation set subject = $2 where account_id = $1";
    tx.run(sql, [id.clone().into(), erased.into()]).await?;
    let sql = "update account set name = $2, email = $3, disabled_at = $4, disabled_by = $5
        where id = $1";
    let login = format!("{id}@erased.invalid");
    tx.run(sql, [id.into(), erased.into(), login.into(), now.into(), by.into()]).await?;
    Ok(blanked)
}
