-- How far the tasks of a contest are (tiến độ), counted when something is written, not when it is looked at:
-- a table of a country's units is read far more often than a unit reports. Derived from `assignment`,
-- `assignment_report` and `task`; whatever writes these counts again what it touched, and `hoithi check`
-- compares. What is late depends on the moment, so it is not counted here: indexes answer it.

-- A unit in a contest. It takes part even where each of its tasks was called off: then it has none.
create table unit_progress (
    id text primary key,               -- contest and unit, with a slash between
    contest_id text not null references contest (id), -- which contest
    unit_id text not null references unit (id), -- which unit
    given bigint not null,             -- assignments of tasks that hold
    done bigint not null,              -- accepted ones
    reported bigint not null,          -- reported, not decided
    first_due bigint,                  -- the first end of what is still to be done; null: there is none
    unique (contest_id, unit_id)
);
create index unit_progress_unit on unit_progress (unit_id, contest_id, given, first_due);

-- A task that somebody has, also one that was called off.
create table task_progress (
    task_id text primary key references task (id), -- which task
    contest_id text not null references contest (id), -- as in task
    given bigint not null,             -- assignments
    done bigint not null,              -- accepted ones
    reported bigint not null           -- reported, not decided
);
create index task_progress_contest on task_progress (contest_id, task_id, given, done, reported);

-- Reports on tasks that came in on a day.
create table report_day (
    id text primary key,               -- contest and day, with a slash between
    contest_id text not null references contest (id), -- of which contest
    day bigint not null,               -- days since 1970 by the clock of Việt Nam
    reports bigint not null,           -- how many
    unique (contest_id, day)
);
create index report_day_day on report_day (day, reports);

insert into unit_progress (id, contest_id, unit_id, given, done, reported, first_due)
select a.contest_id || '/' || a.unit_id, a.contest_id, a.unit_id, count(t.id),
    count(case when t.id is not null and a.state = 'accepted' then 1 end),
    count(case when t.id is not null and a.state = 'reported' then 1 end),
    min(case when t.id is not null and a.state in ('open', 'in_progress', 'returned') then a.due_at end)
from assignment a left join task t on t.id = a.task_id and t.called_off_at is null
group by a.contest_id, a.unit_id;

insert into task_progress (task_id, contest_id, given, done, reported)
select task_id, contest_id, count(*), count(case when state = 'accepted' then 1 end),
    count(case when state = 'reported' then 1 end)
from assignment group by task_id, contest_id;

insert into report_day (id, contest_id, day, reports)
select a.contest_id || '/' || cast((r.reported_at + 25200000) / 86400000 as text), a.contest_id,
    (r.reported_at + 25200000) / 86400000, count(*)
from assignment_report r join assignment a on a.id = r.assignment_id
group by a.contest_id, (r.reported_at + 25200000) / 86400000;

-- With what a task's units are late is a range of it.
create index assignment_due_task on assignment (task_id, due_at)
    where state in ('open', 'in_progress', 'returned');
-- The same of a unit, walked without its table.
drop index assignment_unit;
create index assignment_unit on assignment (unit_id, state, due_at, contest_id, task_id);
