//! Taking back tasks on which nobody has acted.

use kernel::id::ContestId;
use kernel::{Failure, Fault};
use store::{Reader, Tx};

use super::IdRow;

/// Whether no unit has begun, and nobody has said anything.
pub async fn is_untouched(reader: &Reader, contest: ContestId) -> Result<bool, Fault> {
    let sql = "select count(*) from assignment a where a.contest_id = $1 and (a.state <> 'open'
        or exists (select 1 from extension e where e.assignment_id = a.id)
        or a.chases > 0)";
    let acted = reader.number(sql, [contest.to_string().into()]).await?;
    let sql =
        "select count(*) from remark r join task t on t.id = r.task_id where t.contest_id = $1";
    let said = reader.number(sql, [contest.to_string().into()]).await?;
    let sql = "select count(*) from task_change h join task t on t.id = h.task_id
        where t.contest_id = $1";
    let changed = reader.number(sql, [contest.to_string().into()]).await?;
    Ok(acted == 0 && said == 0 && changed == 0)
}

/// Deletes the tasks of a contest with their assignments, and names the rows.
pub async fn take_back(
    tx: &mut Tx,
    contest: ContestId,
) -> Result<Vec<(&'static str, String)>, Failure> {
    for table in ["unit_progress", "task_progress", "report_day"] {
        let sql = format!("delete from {table} where contest_id = $1");
        tx.run(&sql, [contest.to_string().into()]).await?;
    }
    let mut gone = Vec::new();
    for table in ["assignment", "task"] {
        let sql = format!("select id from {table} where contest_id = $1");
        let rows: Vec<IdRow> = tx.rows(&sql, [contest.to_string().into()]).await?;
        gone.extend(rows.into_iter().map(|row| (table, row.id)));
        let sql = format!("delete from {table} where contest_id = $1");
        tx.run(&sql, [contest.to_string().into()]).await?;
    }
    Ok(gone)
}
