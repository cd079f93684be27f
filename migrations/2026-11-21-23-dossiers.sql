-- Dossiers (hồ sơ dự thi): what authors write and hand in. What is being written changes with every key and is
-- nobody's act; what is handed in is kept for good, version by version.

create table dossier (
    id text primary key,               -- the dossier
    contest_id text not null references contest (id), -- for which contest
    number bigint,                     -- within the contest, from the first time it is handed in, for life
    state text not null check (state in ('draft', 'submitted', 'received', 'asked', 'returned', 'valid', 'ineligible', 'withdrawn')), -- see dossiers/state.rs
    rules_version bigint not null,     -- the version of the rules by which it is measured
    unit_id text references unit (id), -- who confirms it, and through whom it comes; null: nobody yet
    opened_by text references account (id), -- who began it
    opened_at bigint not null,         -- when, milliseconds since 1970 UTC
    copied_from text references dossier (id) -- the dossier of an earlier edition that it began with
);
create unique index dossier_number on dossier (contest_id, number);
create index dossier_unit on dossier (unit_id);
create index dossier_opened_by on dossier (opened_by);
create index dossier_copied_from on dossier (copied_from);

-- One page of what is being written. Each page has its own revision, so that two who write on different pages
-- do not meet.
create table dossier_part (
    id text primary key,               -- dossier and step: <dossier>/solution
    dossier_id text not null references dossier (id), -- of which dossier
    step text not null check (step in ('solution', 'people', 'description')), -- which page
    body text not null,                -- JSON
    revision bigint not null,          -- grows with each change
    saved_by text,                     -- account
    saved_at bigint not null           -- when
);
create index dossier_part_dossier on dossier_part (dossier_id);

-- Who may write it.
create table dossier_member (
    id text primary key,               -- the membership
    dossier_id text not null references dossier (id), -- of which dossier
    account_id text not null references account (id), -- who
    role text not null check (role in ('owner', 'author', 'helper')), -- began it, is an author, writes for somebody
    added_at bigint not null,          -- since when
    left_at bigint                     -- until when; null: still
);
create unique index dossier_member_once on dossier_member (dossier_id, account_id);
create index dossier_member_account on dossier_member (account_id);

-- An author is asked to agree to the entry and to the share in it.
create table dossier_invitation (
    id text primary key,               -- the invitation
    dossier_id text not null references dossier (id), -- to which dossier
    author_key text not null,          -- which author of it
    address text not null,             -- where the letter went
    token_digest text not null unique, -- SHA-256 of the token, hex
    sent_by text references account (id), -- who asked
    sent_at bigint not null,           -- when
    expires_at bigint not null         -- until when it can be answered
);
create index dossier_invitation_dossier on dossier_invitation (dossier_id);
create index dossier_invitation_sent_by on dossier_invitation (sent_by);

-- What an author answered. It holds for the name and the share that were shown, and for no others.
create table dossier_agreement (
    id text primary key,               -- the answer
    dossier_id text not null references dossier (id), -- to which dossier
    author_key text not null,          -- which author of it
    name text not null,                -- the name that was shown
    share bigint,                      -- the share that was shown, hundredths of a percent; null: none is asked
    agreed boolean not null,           -- yes or no
    reason text,                       -- why not
    way text not null check (way in ('letter', 'account', 'paper')), -- how it was given
    account_id text references account (id), -- who answered or wrote it down; null: who holds the letter
    made_at bigint not null            -- when
);
create index dossier_agreement_dossier on dossier_agreement (dossier_id);
create index dossier_agreement_account on dossier_agreement (account_id);

-- A unit or commune is asked to confirm. It holds for what was shown, and for nothing else.
create table dossier_confirmation (
    id text primary key,               -- the request
    dossier_id text not null references dossier (id), -- of which dossier
    unit_id text not null references unit (id), -- who is asked
    digest text not null,              -- SHA-256 of what is to be confirmed, hex
    code text not null unique,         -- what is printed on its page
    asked_by text references account (id), -- who asked
    asked_at bigint not null,          -- when
    answer text check (answer in ('confirmed', 'refused')), -- null: not yet
    reason text,                       -- why not, or a remark
    way text check (way in ('account', 'paper')), -- how it was given
    file_hash text references stored_file (hash), -- the scan of the page with its stamp
    answered_by text references account (id), -- who answered or wrote it down
    answered_at bigint                 -- when
);
create index dossier_confirmation_dossier on dossier_confirmation (dossier_id);
create index dossier_confirmation_unit on dossier_confirmation (unit_id, answered_at);
create index dossier_confirmation_asked_by on dossier_confirmation (asked_by);
create index dossier_confirmation_answered_by on dossier_confirmation (answered_by);
create index dossier_confirmation_file on dossier_confirmation (file_hash);

-- A file that a dossier names. Its bytes may still be on their way: a slow line must not decide a contest.
create table dossier_file (
    id text primary key,               -- the file of the dossier
    dossier_id text not null references dossier (id), -- of which dossier
    item_key text not null,            -- which part of the checklist it is
    name text not null,                -- as the sender named it
    bytes bigint not null,             -- how many
    hash text not null,                -- SHA-256 of the bytes, hex, as the sender computed or we did
    media_type text,                   -- by content; null: not here yet
    added_by text references account (id), -- who added it
    added_at bigint not null,          -- when it was named
    arrived_at bigint,                 -- when its last byte was on disk; null: not yet
    removed_at bigint                  -- since when it is no longer part of what is being written
);
create index dossier_file_dossier on dossier_file (dossier_id);
create index dossier_file_hash on dossier_file (hash);
create index dossier_file_added_by on dossier_file (added_by);

-- A version that was handed in: the manifest, which names each file by its hash.
create table dossier_version (
    id text primary key,               -- the version
    dossier_id text not null references dossier (id), -- of which dossier
    version bigint not null,           -- 1, 2, …
    rules_version bigint not null,     -- the rules by which it was measured
    body text not null,                -- JSON: the manifest
    digest text not null,              -- SHA-256 of the manifest, hex
    title text not null,               -- the title of the solution
    field text not null,               -- its field of entry; may be empty
    code text not null unique,         -- what is printed on its receipt
    closes_at bigint,                  -- the deadline that held; null: none is set
    received_at bigint not null,       -- when all of it was here
    submitted_by text references account (id) -- who handed it in
);
create unique index dossier_version_number on dossier_version (dossier_id, version);
create index dossier_version_submitted_by on dossier_version (submitted_by);

-- What became of a dossier.
create table dossier_event (
    id text primary key,               -- the event
    dossier_id text not null references dossier (id), -- of which dossier
    kind text not null check (kind in ('submit', 'receive', 'ask', 'return', 'accept', 'exclude', 'reopen', 'withdraw')), -- see dossiers/state.rs
    reason text,                       -- why, in words
    made_by text references account (id), -- who
    made_at bigint not null            -- when
);
create index dossier_event_dossier on dossier_event (dossier_id);
create index dossier_event_made_by on dossier_event (made_by);

-- What lists of dossiers are found and sorted by.
create table dossier_search (
    dossier_id text primary key references dossier (id), -- which
    contest_id text not null,          -- of which contest
    number bigint not null,            -- its number
    state text not null,               -- its state
    unit_id text,                      -- its unit
    field text not null,               -- its field; may be empty
    title text not null,               -- as it was handed in
    authors text not null,             -- names, one on each line
    folded text not null,              -- title, authors, unit and number in lower case without marks
    sort_key text not null,            -- the title, for sorting
    applied text,                      -- when it was first applied, ISO at the precision known
    received_at bigint not null        -- when its newest version was here
);
create index dossier_search_contest on dossier_search (contest_id, number);
create index dossier_search_state on dossier_search (contest_id, state, number);
create index dossier_search_unit on dossier_search (unit_id, contest_id);
