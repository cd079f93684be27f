-- Notices (thông báo): what is told to whom, once, in the product and by mail as each person chose.

create table notice (
    seq bigint primary key,            -- order of making, over everybody
    account_id text not null references account (id), -- to whom
    kind text not null,                -- see notices/kind.rs
    subject text not null,             -- the thing, as the ledger names it: assignment/…
    mark text not null,                -- what caused it: a row, or the stage and the instant of a reminder
    contest_id text not null references contest (id), -- of which contest
    unit_id text references unit (id), -- about which unit; null: none
    via text not null,                 -- the role by which the person learns of it: coordinator/<unit>
    about text not null,               -- words of the task, milestone or period of that day
    words text,                        -- what was said: a reason, an answer, a remark
    due_at bigint,                     -- the end that is spoken of, milliseconds since 1970 UTC
    created_at bigint not null,        -- when it was made
    read_at bigint,                    -- when it was read; null: not yet
    mail text not null check (mail in ('none', 'at_once', 'digest', 'sent')), -- how it goes by mail
    unique (account_id, kind, subject, mark)
);
create index notice_unread on notice (account_id, read_at, seq);
create index notice_mail on notice (mail, account_id, seq);
create index notice_of_contest on notice (contest_id);
create index notice_unit on notice (unit_id);

-- How somebody wants to hear of a kind; without a row as the kind has it.
create table notice_choice (
    id text primary key,               -- account and kind, with a slash between
    account_id text not null references account (id), -- whose
    kind text not null,                -- see notices/kind.rs
    how text not null check (how in ('product', 'at_once', 'digest', 'never')), -- by which way
    unique (account_id, kind)
);

-- At which hours somebody wants mail; without a row at the usual ones. Hours of Asia/Ho_Chi_Minh.
create table notice_hours (
    account_id text primary key references account (id), -- whose
    digest_hour bigint not null,       -- the daily mail leaves at this hour, 0 to 23
    quiet_from bigint,                 -- from this hour on no mail leaves; null: always
    quiet_until bigint                 -- until this hour
);

-- How far the making of notices has come.
create table notice_cursor (
    name text primary key,             -- events, reminders
    at bigint not null                 -- milliseconds since 1970 UTC
);

-- Up to when the units of a running contest were told what is assigned to them. A contest that has never
-- run has no row: its units hear of everything when it starts.
create table notice_contest (
    contest_id text primary key references contest (id), -- which contest
    told_at bigint not null            -- milliseconds since 1970 UTC
);

-- The secret link by which a calendar program reads what somebody has to do.
create table calendar_link (
    account_id text primary key references account (id), -- whose
    token_digest text not null unique, -- SHA-256 of the link's token, hex
    created_at bigint not null         -- when it was made; a new one replaces it
);

-- What has just happened is looked up by its moment.
create index assignment_created on assignment (contest_id, created_at);
create index assignment_due on assignment (due_at, state);
create index assignment_report_reported on assignment_report (reported_at);
create index assignment_report_decided on assignment_report (decided_at);
create index extension_asked on extension (asked_at);
create index extension_answered on extension (answered_at);
create index remark_said on remark (said_at);
create index task_change_made on task_change (made_at);
create index period_report_opened on period_report (opened_at);
create index period_report_due on period_report (due_at, state);
create index report_version_submitted on report_version (submitted_at);
create index report_version_decided on report_version (decided_at);
create index milestone_version_made on milestone_version (made_at);
create index publication_from on publication (from_at);
