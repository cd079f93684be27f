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
