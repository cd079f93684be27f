-- Councils: who sits in them, what stands against judging, who judges what, and the sheets.

-- A council, or one of its groups: it judges the dossiers of some fields in one round.
create table council (
    id text primary key,               -- the council
    contest_id text not null references contest (id), -- of which contest
    round text not null,               -- key of the round in the rules of judging
    name text not null,                -- as its decision calls it
    fields text not null,              -- JSON list of the fields, or judging groups, that it judges
    decision text,                     -- number of the decision
    decided_on text,                   -- day of the decision
    quorum bigint not null,            -- how many members a meeting needs
    each_dossier bigint not null,      -- judges of each dossier
    seed bigint not null,              -- the lots are drawn from it
    state text not null check (state in ('forming', 'judging', 'opened')), -- how far it is
    opening_reason text,               -- why it was opened although sheets were missing
    revision bigint not null,          -- grows with each change of the council itself
    founded_by text references account (id), -- who
    founded_at bigint not null         -- when
);
create index council_contest on council (contest_id, round);
create index council_founded_by on council (founded_by);

-- A member, from the day on which they were called.
create table council_member (
    id text primary key,               -- the member
    council_id text not null references council (id), -- of which council
    position bigint not null,          -- 1, 2, … in the order of calling; the lots know them by it
    account_id text not null references account (id), -- who
    name text not null,                -- as the decision writes it
    title text not null,               -- office and place of work; may be empty
    unit_id text references unit (id), -- where they work
    role text not null check (role in ('chair', 'vice-chair', 'secretary', 'judge')), -- what they are
    known_fields text not null,        -- JSON list of the fields that they know best; empty: all
    most bigint,                       -- dossiers at most
    replaces text references council_member (id), -- whose place they took
    called_by text references account (id), -- who called them
    called_at bigint not null,         -- when
    vouched_at bigint,                 -- when they declared their ties and undertook to keep silence
    left_at bigint,                    -- when they left
    left_by text references account (id), -- who noted it
    left_reason text                   -- why
);
create unique index council_member_position on council_member (council_id, position);
create index council_member_account on council_member (account_id);
create index council_member_unit on council_member (unit_id);
create index council_member_replaces on council_member (replaces);
create index council_member_called_by on council_member (called_by);
create index council_member_left_by on council_member (left_by);

-- What stands against judging, as somebody declared it.
create table council_tie (
    id text primary key,               -- the tie
    member_id text not null references council_member (id), -- of which member
    kind text not null check (kind in ('unit', 'family', 'advised', 'other')), -- advises a unit, has a relative, advised a dossier, something else
    unit_id text references unit (id), -- the unit
    name text,                         -- the relative
    dossier_id text references dossier (id), -- the dossier
    reason text not null,              -- in words; may be empty
    declared_by text references account (id), -- who
    declared_at bigint not null,       -- when
    ended_by text references account (id), -- who took it back
    ended_at bigint,                   -- when
    ended_reason text                  -- why
);
create index council_tie_member on council_tie (member_id);
create index council_tie_unit on council_tie (unit_id);
create index council_tie_dossier on council_tie (dossier_id);
create index council_tie_declared_by on council_tie (declared_by);
create index council_tie_ended_by on council_tie (ended_by);

-- That a dossier is judged by a member.
create table council_assignment (
    id text primary key,               -- the assignment
    council_id text not null references council (id), -- in which council
    dossier_id text not null references dossier (id), -- which dossier
    member_id text not null references council_member (id), -- by whom
    ground text not null check (ground in ('drawn', 'given')), -- by lot, or by a person
    locked boolean not null,           -- whether a new drawing leaves it
    assigned_by text references account (id), -- who
    assigned_at bigint not null,       -- when
    ended_by text references account (id), -- who took it away
    ended_at bigint,                   -- when
    ended_reason text                  -- why
);
create index council_assignment_council on council_assignment (council_id, dossier_id);
create index council_assignment_dossier on council_assignment (dossier_id);
create index council_assignment_member on council_assignment (member_id);
create index council_assignment_assigned_by on council_assignment (assigned_by);
create index council_assignment_ended_by on council_assignment (ended_by);

-- What a judge is writing and has not signed.
create table score_draft (
    assignment_id text primary key references council_assignment (id), -- of which assignment
    revision bigint not null,          -- grows with each save
    body text not null,                -- JSON of what was typed
    saved_at bigint not null           -- when
);

-- A sheet as it was signed. A later one of the same assignment takes its place, and both are kept.
create table score_sheet (
    id text primary key,               -- the sheet
    assignment_id text not null references council_assignment (id), -- of which assignment
    version bigint not null,           -- 1, 2, …
    body text not null,                -- JSON of the opinion: marks by criterion, or why there are none
    rules_version bigint not null,     -- by which rules of judging
    reason text,                       -- why it was signed again
    signed_by text not null references account (id), -- who
    signed_at bigint not null          -- when
);
create unique index score_sheet_assignment on score_sheet (assignment_id, version);
create index score_sheet_signed_by on score_sheet (signed_by);
