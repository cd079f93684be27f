//! Checking: what must always hold, asked of the live data.

use kernel::Fault;
use sea_orm::FromQueryResult;
use store::{Reader, Store, dialect};

/// One rule that is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Key of the rule's sentence.
    pub rule: &'static str,
    /// What breaks it.
    pub what: String,
}

/// A rule: a query that answers with whatever breaks it.
type Rule = (&'static str, &'static str);

const RULES: &[Rule] = &[
    (
        "check-names-overlap",
        "select a.unit_id as finding from unit_name a join unit_name b
         on a.unit_id = b.unit_id and a.id < b.id
         where (a.until_day is null or b.from_day is null or a.until_day > b.from_day)
           and (b.until_day is null or a.from_day is null or b.until_day > a.from_day)",
    ),
    (
        "check-unit-nameless",
        "select u.id as finding from unit u
         where not exists (select 1 from unit_name n where n.unit_id = u.id)",
    ),
    (
        "check-parents-overlap",
        "select a.unit_id as finding from unit_parent a join unit_parent b
         on a.unit_id = b.unit_id and a.id < b.id
         where (a.until_day is null or b.from_day is null or a.until_day > b.from_day)
           and (b.until_day is null or a.from_day is null or b.until_day > a.from_day)",
    ),
    (
        "check-parents-circle",
        "with recursive above (start, unit_id, steps) as (
             select unit_id, parent_id, 1 from unit_parent where until_day is null
             union all
             select above.start, p.parent_id, above.steps + 1
             from above join unit_parent p on p.unit_id = above.unit_id and p.until_day is null
             where above.unit_id <> above.start and above.steps < 50)
         select distinct start as finding from above where unit_id = start",
    ),
    (
        "check-abolished-before-founded",
        "select id as finding from unit where abolished_on <= founded_on",
    ),
    (
        "check-successor-missing",
        "select r.id as finding from reorganisation r
         where not exists (select 1 from succession s where s.reorganisation_id = r.id)",
    ),
    (
        "check-succession-extent",
        "select id as finding from succession where (successor_id is null) <> (extent = 'none')",
    ),
    (
        "check-no-administrator",
        "select 'accounts' as finding where exists (select 1 from account) and not exists (
             select 1 from role_grant g join account a on a.id = g.account_id
             where g.role = 'administrator' and g.revoked_at is null and a.disabled_at is null)",
    ),
    (
        "check-grant-place",
        "select id as finding from role_grant where (role = 'coordinator' and unit_id is null)
             or (role = 'administrator' and unit_id is not null)",
    ),
    (
        "check-session-of-disabled",
        "select s.id as finding from session s join account a on a.id = s.account_id
         where a.disabled_at is not null",
    ),
    (
        "check-ledger-gap",
        "select cast(max(seq) as text) as finding from ledger_entry having max(seq) + 1 <> count(*)",
    ),
];

#[derive(FromQueryResult)]
struct Row {
    finding: String,
}

/// Asks the engine and every rule.
///
/// # Errors
/// The database is away.
pub async fn check(store: &Store) -> Result<Vec<Finding>, Fault> {
    let reader = store.snapshot().await?;
    let mut findings = Vec::new();
    for sql in dialect::integrity_sql(store.engine()) {
        findings.extend(ask(&reader, "check-engine", sql).await?);
    }
    for (rule, sql) in RULES {
        findings.extend(ask(&reader, rule, sql).await?);
    }
    Ok(findings)
}

async fn ask(reader: &Reader, rule: &'static str, sql: &str) -> Result<Vec<Finding>, Fault> {
    let rows: Vec<Row> = reader.rows(sql, []).await?;
    Ok(rows.into_iter().map(|row| Finding { rule, what: row.finding }).collect())
}

/// The keys of all rules, so that a test can see that each has its sentence.
pub fn rule_keys() -> impl Iterator<Item = &'static str> {
    ["check-engine"].into_iter().chain(RULES.iter().map(|(key, _)| *key))
}
