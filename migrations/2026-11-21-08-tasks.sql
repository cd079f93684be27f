-- Tasks (nhiệm vụ): what a paper tells units to do, and how far each unit is. Overdue is computed, never stored.

create table task (
    id text primary key,               -- the task
    contest_id text not null references contest (id), -- of which contest
    position bigint not null,          -- its place among the tasks of the contest
    text text not null,                -- the sentence that orders it
    folded text not null,              -- lower case without marks, for search
    deliverable text,                  -- kết quả, sản phẩm
    starts text,                       -- at the precision stated
    ends text,                         -- likewise
    ends_inclusive boolean not null,   -- "đến hết ngày" against "trước ngày"
    closes_at bigint,                  -- the instant of the end; null: not stated
    recurrence text check (recurrence in ('monthly', 'quarterly', 'half_yearly', 'yearly')), -- null: once
    paper_id text references paper (id), -- which paper orders it
    sentence_start bigint,             -- where the sentence stands in the text of the paper, in characters
    sentence_end bigint,               -- where it ends
    called_off_at bigint,              -- when it was called off; null: it holds
    created_at bigint not null         -- when it was written down
);
create index task_contest on task (contest_id, position);
create index task_paper on task (paper_id);
create index task_recurrence on task (recurrence);

-- What was changed of a task, with what stood there before, and why.
create table task_change (
    id text primary key,               -- the change
    task_id text not null references task (id), -- of which task
    kind text not null check (kind in ('changed', 'called_off', 'given')), -- what was done
    reason text not null,              -- why, in words; empty where none was asked
    text text not null,                -- the sentence before
    deliverable text,                  -- likewise
    starts text,                       -- likewise
    ends text,                         -- likewise
    ends_inclusive boolean not null,   -- likewise
    made_by text,                      -- account; null: the operator
    made_at bigint not null            -- when
);
create index task_change_task on task_change (task_id);

-- A task of one unit; a recurring task has one for each period.
create table assignment (
    id text primary key,               -- the assignment
    task_id text not null references task (id), -- which task
    contest_id text not null references contest (id), -- as in task: lists walk this table alone
    unit_id text not null references unit (id), -- whose
    part text not null check (part in ('lead', 'coordinate')), -- chủ trì or phối hợp
    period text not null,              -- 2025-Q1; empty where the task does not recur
    named text not null,               -- as the paper names the unit, or the collective it stands in
    state text not null check (state in ('open', 'in_progress', 'reported', 'accepted', 'returned')), -- see tasks/state.rs
    due_at bigint,                     -- of the task, or as extended; null: no end stated
    chases bigint not null,            -- how often the unit was reminded
    chased_at bigint,                  -- when last; null: never
    changed_at bigint not null,        -- when its state last changed
    created_at bigint not null,        -- when it was given
    unique (task_id, unit_id, period)
);
create index assignment_contest on assignment (contest_id, unit_id, task_id, state, due_at);
create index assignment_unit on assignment (unit_id, state, due_at);
create index assignment_task on assignment (contest_id, task_id, state, due_at);
create index assignment_state on assignment (contest_id, state, due_at, unit_id);

-- What a unit reported, and what became of it. Its words are never changed; of two decisions the later
-- stands here and both stand in the ledger.
create table assignment_report (
    id text primary key,               -- the report
    assignment_id text not null references assignment (id), -- on what
    number bigint not null,            -- 1, 2, …
    text text not null,                -- what was done
    figure bigint,                     -- one count, where the task asks for it (solutions registered, posts …)
    links text not null,               -- one on each line; may be empty
    reported_by text,                  -- account; null: the operator
    reported_at bigint not null,       -- when
    outcome text check (outcome in ('accepted', 'returned')), -- null: not decided
    reason text,                       -- why it was returned
    decided_by text,                   -- account
    decided_at bigint,                 -- when
    unique (assignment_id, number)
);

-- A file that proves a report.
create table report_file (
    id text primary key,               -- the file of the report
    report_id text not null references assignment_report (id), -- of which report
    hash text not null references stored_file (hash), -- its bytes
    name text not null                 -- as the sender named it
);
create index report_file_report on report_file (report_id);
create index report_file_hash on report_file (hash);

-- More time, asked for and answered.
create table extension (
    id text primary key,               -- the request
    assignment_id text not null references assignment (id), -- for what
    until_day text not null,           -- last day wished for, ISO
    reason text not null,              -- why
    asked_by text,                     -- account
    asked_at bigint not null,          -- when
    granted boolean,                   -- null: not answered
    granted_until text,                -- last day granted, ISO
    answer text,                       -- in words
    answered_by text,                  -- account
    answered_at bigint                 -- when
);
create index extension_assignment on extension (assignment_id);

-- What people say to one another about a task.
create table remark (
    id text primary key,               -- the remark
    task_id text not null references task (id), -- about which task
    assignment_id text references assignment (id), -- of which unit; null: to all
    text text not null,                -- the words
    said_by text,                      -- account; null: the operator
    said_at bigint not null            -- when
);
create index remark_task on remark (task_id);
create index remark_assignment on remark (assignment_id);
