-- Periodic reports (báo cáo định kỳ): for each period of a reporting regime one report of each unit. What
-- was submitted is frozen; a report that was returned keeps what it had said as a version.

create table period_report (
    id text primary key,               -- the report
    contest_id text not null references contest (id), -- of which contest
    regime_id text not null references reporting_regime (id), -- by which regime
    unit_id text not null references unit (id), -- whose
    period text not null,              -- 2025-03, 2025-Q1, 2025-H1, 2025, once
    due_at bigint,                     -- the instant after which it is late; null: not stated
    state text not null check (state in ('open', 'submitted', 'accepted', 'returned')), -- see reports/state.rs
    revision bigint not null,          -- grows with each change
    changed_at bigint not null,        -- when it last changed, milliseconds since 1970 UTC
    opened_at bigint not null,         -- when it was opened
    unique (regime_id, unit_id, period)
);
create index period_report_contest on period_report (contest_id, period, state);
create index period_report_unit on period_report (unit_id, state, due_at);

-- What a unit writes under one heading.
create table report_answer (
    id text primary key,               -- the answer
    report_id text not null references period_report (id), -- of which report
    position bigint not null,          -- its place
    heading text not null,             -- what is asked, as the regime has it
    words text not null,               -- what the unit writes; may be empty
    unique (report_id, position)
);

-- A submission: what was said then, word for word, and what became of it.
create table report_version (
    id text primary key,               -- the version
    report_id text not null references period_report (id), -- of which report
    version bigint not null,           -- 1, 2, …
    body text not null,                -- JSON: answers and figures of that moment
    submitted_by text,                 -- account; null: the operator
    submitted_at bigint not null,      -- when
    outcome text check (outcome in ('accepted', 'returned')), -- null: not decided
    reason text,                       -- why it was returned
    decided_by text,                   -- account
    decided_at bigint,                 -- when
    unique (report_id, version)
);
