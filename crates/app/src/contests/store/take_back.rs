//! Taking back a contest on which nobody has acted.

use kernel::id::ContestId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

/// Whether a contest is as it was founded: not started, not public, nothing moved.
pub async fn is_untouched(reader: &Reader, contest: ContestId) -> Result<bool, Fault> {
    let sql = "select count(*) from contest c where c.id = $1 and c.state = 'preparing'
        and not exists (select 1 from publication p where p.contest_id = c.id)
        and not exists (select 1 from news n where n.contest_id = c.id)
        and not exists (select 1 from conversation v where v.contest_id = c.id)
        and not exists (select 1 from answer_template a where a.contest_id = c.id)
        and not exists (select 1 from council u where u.contest_id = c.id)
        and not exists (select 1 from award_meeting w where w.contest_id = c.id)
        and not exists (select 1 from rubric j where j.contest_id = c.id)
        and not exists (select 1 from contest b where b.parent_id = c.id)
        and not exists (select 1 from rule_set r where r.contest_id = c.id and r.version > 1)
        and not exists (select 1 from contest_paper t where t.contest_id = c.id and t.role <> 'founding')
        and not exists (select 1 from milestone m join milestone_version v on v.milestone_id = m.id
            where m.contest_id = c.id and v.version > 1)";
    Ok(reader.number(sql, [contest.to_string().into()]).await? == 1)
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// The tables of a contest, what hangs on others first, with the rows of one contest.
const ROWS: [(&str, &str); 8] = [
    ("milestone_version", "milestone_id in (select id from milestone where contest_id = $1)"),
    ("milestone", "contest_id = $1"),
    ("rule_set", "contest_id = $1"),
    ("contest_contact", "contest_id = $1"),
    ("citation", "contest_id = $1"),
    ("reporting_regime", "contest_id = $1"),
    ("contest_paper", "contest_id = $1"),
    ("contest", "id = $1"),
];

/// Deletes a contest with all its rows, and names them.
pub async fn take_back(
    tx: &mut Tx,
    contest: ContestId,
) -> Result<Vec<(&'static str, String)>, Failure> {
    let mut gone = Vec::new();
    for (table, of) in ROWS {
        let sql = format!("select id from {table} where {of}");
        let rows: Vec<IdRow> = tx.rows(&sql, [contest.to_string().into()]).await?;
        gone.extend(rows.into_iter().map(|row| (table, row.id)));
        let sql = format!("delete from {table} where {of}");
        tx.run(&sql, [contest.to_string().into()]).await?;
    }
    Ok(gone)
}
