-- Indexes that hold all that is asked of them, so that a page of a country's contest does not go to the table
-- for each row that it only counts.

-- With what a task's units are late, and which units these are.
drop index assignment_due_task;
create index assignment_due_task on assignment (task_id, due_at, unit_id)
    where state in ('open', 'in_progress', 'returned');
-- Which units have something in a state, unless its task was called off.
drop index assignment_state;
create index assignment_state on assignment (contest_id, state, due_at, unit_id, task_id);
-- How the reports of a period stand, and whose they are.
drop index period_report_contest;
create index period_report_contest on period_report (contest_id, period, state, due_at, unit_id);
