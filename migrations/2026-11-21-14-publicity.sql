-- Publicity (tuyên truyền, phổ biến): what units publish about a contest, planned and done, with its proof.
-- What stood before a correction is kept beside it.

create table publicity (
    id text primary key,               -- the activity
    contest_id text not null references contest (id), -- for which contest
    unit_id text not null references unit (id), -- who publishes
    assignment_id text references assignment (id), -- the unit's task that it carries out
    channel text not null check (channel in ('article', 'social', 'zalo', 'radio', 'poster', 'leaflet', 'meeting', 'newspaper', 'television', 'other')), -- by which way
    title text not null,               -- what it is, in a few words
    folded text not null,              -- lower case without marks, for search
    planned_on text,                   -- the day on which it is to be, ISO
    done_on text,                      -- the first day on which it was, ISO; null: not yet
    copies bigint,                     -- copies, broadcasts, posts: how many, by the way's own measure
    reach bigint,                      -- people who came, saw or heard
    links text not null,               -- one on each line; may be empty
    state text not null check (state in ('planned', 'done', 'asked', 'taken', 'withdrawn')), -- see publicity/state.rs
    revision bigint not null,          -- grows with each change
    changed_at bigint not null,        -- when it last changed, milliseconds since 1970 UTC
    entered_by text,                   -- account; null: the operator
    entered_at bigint not null         -- when it was written down
);
create index publicity_contest on publicity (contest_id, unit_id, state, channel, done_on, copies, reach);
create index publicity_recent on publicity (contest_id, changed_at);
create index publicity_unit on publicity (unit_id, changed_at);
create index publicity_assignment on publicity (assignment_id);

-- What became of an activity: corrected, taken, asked again, withdrawn; with what stood there before.
create table publicity_event (
    id text primary key,               -- the event
    publicity_id text not null references publicity (id), -- of which activity
    kind text not null check (kind in ('corrected', 'taken', 'asked', 'withdrawn')), -- what happened
    reason text,                       -- why, in words
    before text,                       -- JSON: what stood there before a correction
    made_by text,                      -- account; null: the operator
    made_at bigint not null            -- when
);
create index publicity_event_publicity on publicity_event (publicity_id);

-- A photo, minutes or a scan that proves it.
create table publicity_file (
    id text primary key,               -- the file of the activity
    publicity_id text not null references publicity (id), -- of which activity
    hash text not null references stored_file (hash), -- its bytes
    name text not null                 -- as the sender named it
);
create index publicity_file_publicity on publicity_file (publicity_id);
create index publicity_file_hash on publicity_file (hash);
