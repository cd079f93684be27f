//! Checking: what must always hold, asked of the live data.

use std::collections::BTreeMap;

use kernel::Fault;
use kernel::id::ContestId;
use sea_orm::FromQueryResult;
use store::{Reader, Store, dialect};

use crate::frame::App;
use crate::{awards, conversations, dossiers, files};

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
    (
        "check-unit-progress",
        "with counted as (
             select a.contest_id || '/' || a.unit_id as id, count(t.id) as given,
                count(case when t.id is not null and a.state = 'accepted' then 1 end) as done,
                count(case when t.id is not null and a.state = 'reported' then 1 end) as reported,
                min(case when t.id is not null and a.state in ('open', 'in_progress', 'returned')
                    then a.due_at end) as first_due
             from assignment a left join task t on t.id = a.task_id and t.called_off_at is null
             group by a.contest_id, a.unit_id),
         kept as (select id, given, done, reported, first_due from unit_progress)
         select id as finding from (select * from counted except select * from kept) missing
         union select id from (select * from kept except select * from counted) wrong",
    ),
    (
        "check-task-progress",
        "with counted as (
             select a.task_id, a.contest_id, count(*) as given,
                count(case when a.state = 'accepted' then 1 end) as done,
                count(case when a.state = 'reported' then 1 end) as reported
             from assignment a group by a.task_id, a.contest_id),
         kept as (select task_id, contest_id, given, done, reported from task_progress)
         select task_id as finding from (select * from counted except select * from kept) missing
         union select task_id from (select * from kept except select * from counted) wrong",
    ),
    (
        "check-report-day",
        "with counted as (
             select a.contest_id || '/' || cast((r.reported_at + 25200000) / 86400000 as text) as id,
                count(*) as reports
             from assignment_report r join assignment a on a.id = r.assignment_id
             group by a.contest_id, (r.reported_at + 25200000) / 86400000),
         kept as (select id, reports from report_day)
         select id as finding from (select * from counted except select * from kept) missing
         union select id from (select * from kept except select * from counted) wrong",
    ),
    (
        "check-publicity-progress",
        "with counted as (
             select contest_id || '/' || unit_id as id, count(*) as done,
                count(case when state = 'taken' then 1 end) as taken,
                count(case when state = 'done' then 1 end) as waiting,
                count(distinct channel) as channels,
                cast(coalesce(sum(copies), 0) as bigint) as copies,
                cast(coalesce(sum(reach), 0) as bigint) as reach, min(done_on) as first_on
             from publicity where state in ('done', 'asked', 'taken')
             group by contest_id, unit_id),
         kept as (select id, done, taken, waiting, channels, copies, reach, first_on
             from publicity_progress)
         select id as finding from (select * from counted except select * from kept) missing
         union select id from (select * from kept except select * from counted) wrong",
    ),
    (
        "check-publicity-channel",
        "with counted as (
             select contest_id || '/' || channel as id, count(*) as done,
                cast(coalesce(sum(copies), 0) as bigint) as copies,
                cast(coalesce(sum(reach), 0) as bigint) as reach
             from publicity where state in ('done', 'asked', 'taken')
             group by contest_id, channel),
         kept as (select id, done, copies, reach from publicity_by_channel)
         select id as finding from (select * from counted except select * from kept) missing
         union select id from (select * from kept except select * from counted) wrong",
    ),
    (
        "check-meeting-twice",
        "select contest_id as finding from award_meeting where state in ('called', 'sitting')
         group by contest_id having count(*) > 1",
    ),
    (
        "check-certificate-number",
        "select contest_id as finding from certificate
         group by contest_id having min(number) <> 1 or max(number) <> count(*)",
    ),
];

/// The rule that only the depot can answer.
const FILE_LOST: &str = "check-file-lost";
/// The same of a file that a version of a dossier names.
const DOSSIER_FILE: &str = "check-dossier-file";

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
    for (rule, what) in dossiers::check::needs(&reader, None).await? {
        findings.push(Finding { rule, what });
    }
    for what in conversations::check::states(&reader, None).await? {
        findings.push(Finding { rule: conversations::check::STATE, what });
    }
    for (rule, what) in awards::check::lists(&reader).await? {
        findings.push(Finding { rule, what });
    }
    Ok(findings)
}

/// Asks everything of the dossiers of one contest, and of what is said about them: also whether each file that a
/// version names is in the depot as it was.
///
/// # Errors
/// The database or the depot is away.
pub async fn check_dossiers(app: &App, contest: ContestId) -> Result<Vec<Finding>, Fault> {
    let reader = app.store.snapshot().await?;
    let (found, named) = dossiers::check::all(&reader, contest).await?;
    let found = found.into_iter().map(|(rule, what)| Finding { rule, what });
    let mut findings: Vec<Finding> = found.collect();
    // A file that many versions name is read once.
    let mut whole: BTreeMap<String, bool> = BTreeMap::new();
    for (dossier, listed) in named {
        let is_whole = match whole.get(&listed.sha256) {
            Some(known) => *known,
            None => app.depot.is_whole(&listed.sha256).await?,
        };
        whole.insert(listed.sha256, is_whole);
        if !is_whole {
            let what = format!("{dossier}: {}", listed.name);
            findings.push(Finding { rule: DOSSIER_FILE, what });
        }
    }
    for what in conversations::check::states(&reader, Some(contest)).await? {
        findings.push(Finding { rule: conversations::check::STATE, what });
    }
    // A version that names a file twice misses it once.
    findings.dedup();
    Ok(findings)
}

/// Asks the depot for every file that a row names.
///
/// # Errors
/// The database or the depot is away.
pub async fn check_files(app: &App) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    for hash in files::named(&app.store).await? {
        if !app.depot.is_whole(&hash).await? {
            findings.push(Finding { rule: FILE_LOST, what: hash });
        }
    }
    Ok(findings)
}

async fn ask(reader: &Reader, rule: &'static str, sql: &str) -> Result<Vec<Finding>, Fault> {
    let rows: Vec<Row> = reader.rows(sql, []).await?;
    Ok(rows.into_iter().map(|row| Finding { rule, what: row.finding }).collect())
}

/// The keys of all rules, so that a test can see that each has its sentence.
pub fn rule_keys() -> impl Iterator<Item = &'static str> {
    let asked = ["check-engine", FILE_LOST, dossiers::check::NEED, conversations::check::STATE];
    let of_awards = [awards::check::LIST, awards::check::PRIZES];
    asked.into_iter().chain(of_awards).chain(RULES.iter().map(|(key, _)| *key))
}
