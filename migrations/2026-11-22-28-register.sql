-- The office's book of dossiers (sổ hồ sơ): how they are found and sorted quickly, whose views are kept, and what was
-- taken out as a file.

-- Names of authors for themselves, lower case without marks: whoever looks for an author means no title.
alter table dossier_search add column people_folded text not null default '';

create index dossier_search_title on dossier_search (contest_id, sort_key, number);
create index dossier_search_received on dossier_search (contest_id, received_at, number);
create index dossier_search_field on dossier_search (contest_id, field, state, number);
create index dossier_search_in_unit on dossier_search (contest_id, unit_id, state, number);

-- What the newest version of a dossier needs beside its form, and whether it is there: the unit's confirmation of what
-- was handed in, the agreement of each author to name and share, the file of each part that is required.
create table dossier_need (
    id text primary key,               -- <dossier>/<what>/<key>
    dossier_id text not null references dossier (id), -- which dossier
    contest_id text not null,          -- of which contest
    what text not null check (what in ('stamp', 'agreement', 'file')), -- confirmation, agreement, file
    key text not null,                 -- which author, which part; empty for the confirmation
    holds_for text not null,           -- digest that is to be confirmed; name and share that are to be agreed to
    met boolean not null               -- whether it is there
);
create index dossier_need_dossier on dossier_need (dossier_id, what);
create index dossier_need_contest on dossier_need (contest_id, what, met, dossier_id);

-- A view of the book that somebody keeps.
create table dossier_view (
    id text primary key,               -- the view
    contest_id text not null references contest (id), -- of which contest's book
    account_id text not null references account (id), -- whose
    name text not null,                -- as they call it
    query text not null,               -- what is looked for
    sort text not null,                -- by what it is sorted
    columns text not null,             -- words of the columns, with commas
    kept_at bigint not null            -- since when
);
create unique index dossier_view_name on dossier_view (contest_id, account_id, name);
create index dossier_view_account on dossier_view (account_id);

-- Dossiers that somebody takes out as one file: made in the background, kept for a while, then swept.
create table dossier_export (
    id text primary key,               -- the export
    contest_id text not null references contest (id), -- of which contest
    account_id text not null references account (id), -- who asked, and alone may have it
    query text not null,               -- which dossiers: what was looked for
    sort text not null,                -- in which order
    naming text not null,              -- how the folders are named
    state text not null check (state in ('waiting', 'packing', 'ready', 'cancelled', 'failed', 'swept')), -- see register/export.rs
    dossiers bigint not null,          -- how many there were when it was asked for
    packed bigint not null,            -- how many are in it
    bytes bigint not null,             -- how large it is
    asked_at bigint not null,          -- when
    ready_at bigint,                   -- when it was whole
    ends_at bigint                     -- until when it is kept
);
create index dossier_export_contest on dossier_export (contest_id, account_id, asked_at);
create index dossier_export_account on dossier_export (account_id);
create index dossier_export_ends on dossier_export (state, ends_at);
