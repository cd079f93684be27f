-- Indexes for pages that look across a country: what is late, what came in since a day, how periodic
-- reports stand. Each is walked alone, without its table.

-- Only what is still to be done: the late are a range of it.
create index assignment_late on assignment (due_at, contest_id, unit_id, task_id, state)
    where state in ('open', 'in_progress', 'returned');
create index assignment_report_time on assignment_report (reported_at, assignment_id);
create index period_report_state on period_report (contest_id, state, due_at);
