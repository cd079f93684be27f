-- Personal data (dữ liệu cá nhân): what goes when its time is over, and who saw to it.

-- A run over what need not be kept any longer (rà soát thời hạn lưu giữ).
create table retention_run (
    id text primary key,               -- the run
    ordered_by text references account (id), -- who confirmed it; null: it is the round of a day
    ordered_at bigint not null,        -- when, milliseconds since 1970 UTC
    gone text not null,                -- how many of each class went so far; JSON
    ended_at bigint                    -- when it had done all; null: it still works
);
create index retention_run_ordered_by on retention_run (ordered_by);
create index retention_run_ordered_at on retention_run (ordered_at);

-- What was looked through and need not be looked through again.
create table retention_mark (
    name text primary key,             -- what: the round of a day, the identity numbers of a contest
    at bigint not null                 -- when
);

-- Since when personal data that were in a version are gone; null: it is as it was handed in.
alter table dossier_version add column blanked_at bigint;

-- Which uploads brought a file.
create index upload_hash on upload (hash);

-- Who saw what of a dossier (ai đã xem): looks by people who do not write it.
create table look (
    id text primary key,               -- the look
    dossier_id text not null references dossier (id), -- at which dossier
    account_id text not null references account (id), -- who
    role text not null,                -- the role in which they looked; may be empty
    unit_id text references unit (id), -- at which unit they hold it; null: for the installation
    thing text not null,               -- at what: see looks/thing.rs
    part text not null,                -- which file; empty for all else
    first_at bigint not null,          -- when, for the first time
    last_at bigint not null,           -- and for the last: looks that follow one another soon are one row
    count bigint not null              -- how often
);
create index look_dossier on look (dossier_id, account_id, thing, last_at);
create index look_account on look (account_id);
create index look_unit on look (unit_id);
create index look_last_at on look (last_at);

-- Everything that is kept about one person, taken out as one file (xuất dữ liệu của một người).
create table person_export (
    id text primary key,               -- the export
    account_id text not null references account (id), -- about whom
    ordered_by text not null references account (id), -- who asked, and alone may have it
    reason text,                       -- why somebody else asked; null: the person did
    state text not null check (state in ('waiting', 'packing', 'ready', 'failed', 'swept')), -- see privacy/extract.rs
    steps bigint not null,             -- how many steps there are; 0: not known yet
    done bigint not null,              -- how many are done
    bytes bigint not null,             -- how large it is
    asked_at bigint not null,          -- when
    ends_at bigint                     -- until when it is kept
);
create index person_export_account on person_export (account_id, asked_at);
create index person_export_ordered_by on person_export (ordered_by, asked_at);
create index person_export_ends on person_export (state, ends_at);

-- Somebody asks that their data be erased (xóa dữ liệu của một người), and an administrator decides.
create table erasure_request (
    id text primary key,               -- the request
    account_id text not null references account (id), -- whose data
    asked_at bigint not null,          -- when
    answer text check (answer in ('withdrawn', 'refused', 'erased')), -- null: it waits
    ground text,                       -- by which ground of the law: see privacy/ground.rs
    reason text,                       -- why, in words
    answered_by text references account (id), -- who decided; who asked, where they took it back
    answered_at bigint                 -- when
);
create index erasure_request_account on erasure_request (account_id, asked_at);
create index erasure_request_answered_by on erasure_request (answered_by);
create index erasure_request_answer on erasure_request (answer, asked_at);
