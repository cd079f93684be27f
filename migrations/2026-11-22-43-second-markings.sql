-- Second markings: a dossier is marked again, and which of both values counts is declared before.

-- That a dossier of an opened council is marked again. The first sheets stay as they are.
create table second_marking (
    id text primary key,               -- the second marking
    council_id text not null references council (id), -- by which council
    dossier_id text not null references dossier (id), -- which dossier
    form text not null check (form in ('panel', 'further-judge', 'vote')), -- by those who judged it, by one more, or by a vote
    counts text not null check (counts in ('first', 'second', 'both')), -- which value counts
    reason text not null,              -- why
    points bigint,                     -- the total that was voted, in hundredths
    votes_for bigint,                  -- votes for that total
    votes_against bigint,              -- votes against it
    members bigint,                    -- how many members the council had, present or not
    state text not null check (state in ('open', 'closed', 'cancelled')), -- how far it is; only what is closed counts
    ordered_by text not null references account (id), -- who ordered it
    ordered_at bigint not null,        -- when
    ended_by text references account (id), -- who closed or cancelled it
    ended_at bigint,                   -- when
    ended_reason text                  -- why it was cancelled, or closed although sheets were missing
);
create index second_marking_council on second_marking (council_id, dossier_id);
create index second_marking_dossier on second_marking (dossier_id);
create index second_marking_ordered_by on second_marking (ordered_by);
create index second_marking_ended_by on second_marking (ended_by);

-- An assignment of a second marking is one by itself: it has its own draft and its own sheets.
alter table council_assignment add column second_id text references second_marking (id); -- for which second marking; null: the first time
create index council_assignment_second on council_assignment (second_id);
