//! Numbers about one contest, for its overview.

use kernel::id::ContestId;
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;
use store::Reader;

/// How much there is of everything, and how far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Figures {
    /// Tasks that hold.
    pub tasks: i64,
    /// Units that have at least one task.
    pub units: i64,
    /// Tasks of single units.
    pub assignments: i64,
    /// Of these, accepted ones.
    pub accepted: i64,
    /// Of these, reported ones that wait for an answer.
    pub waiting: i64,
    /// Of these, overdue ones.
    pub overdue: i64,
    /// Papers.
    pub papers: i64,
    /// People to call.
    pub contacts: i64,
}

/// The numbers about a contest at a moment: what is counted when it is written, and what is late by now. A
/// national contest has twenty thousand assignments.
pub async fn figures(reader: &Reader, id: ContestId, now: Instant) -> Result<Figures, Fault> {
    let sql = "select
            (select count(*) from task where contest_id = $1 and called_off_at is null) as tasks,
            (select count(*) from contest_paper where contest_id = $1) as papers,
            (select count(*) from contest_contact where contest_id = $1) as contacts,
            (select count(*) from unit_progress where contest_id = $1 and given > 0) as units,
            cast(coalesce(sum(w.given), 0) as bigint) as assignments,
            cast(coalesce(sum(w.done), 0) as bigint) as accepted,
            cast(coalesce(sum(w.reported), 0) as bigint) as waiting,
            cast(coalesce(sum(w.late), 0) as bigint) as overdue
        from (select p.given, p.done, p.reported,
                (select count(*) from assignment a where a.task_id = p.task_id
                    and a.state in ('open', 'in_progress', 'returned') and a.due_at <= $2) as late
            from task_progress p join task t on t.id = p.task_id and t.called_off_at is null
            where p.contest_id = $1) w";
    let found = reader.maybe(sql, [id.to_string().into(), now.millis().into()]).await?;
    Ok(found.unwrap_or_default())
}
