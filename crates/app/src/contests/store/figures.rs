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

/// The numbers about a contest at a moment; one statement, which walks one index: a national contest
/// has twenty thousand assignments.
pub async fn figures(reader: &Reader, id: ContestId, now: Instant) -> Result<Figures, Fault> {
    let sql = "select
            (select count(*) from task where contest_id = $1 and called_off_at is null) as tasks,
            (select count(*) from contest_paper where contest_id = $1) as papers,
            (select count(*) from contest_contact where contest_id = $1) as contacts,
            count(*) as units,
            cast(coalesce(sum(given), 0) as bigint) as assignments,
            cast(coalesce(sum(done), 0) as bigint) as accepted,
            cast(coalesce(sum(reported), 0) as bigint) as waiting,
            cast(coalesce(sum(late), 0) as bigint) as overdue
        from (select count(*) as given,
                count(case when state = 'accepted' then 1 end) as done,
                count(case when state = 'reported' then 1 end) as reported,
                count(case when state in ('open', 'in_progress', 'returned') and due_at <= $2
                    then 1 end) as late
            from assignment
            where contest_id = $1 and task_id not in (select id from task
                where contest_id = $1 and called_off_at is not null)
            group by unit_id) of_one_unit";
    let found = reader.maybe(sql, [id.to_string().into(), now.millis().into()]).await?;
    Ok(found.unwrap_or_default())
}
