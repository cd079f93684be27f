-- Awards: the meeting that decides on prizes, what it decided, and when the public reads it.

-- A meeting of the members of a contest's last councils.
create table award_meeting (
    id text primary key,               -- the meeting
    contest_id text not null references contest (id), -- of which contest
    begins_at bigint not null,         -- when it is called for
    place text not null,               -- where
    town text not null,                -- the place that its papers name before the day
    agenda text not null,              -- one item on each line
    chaired_by text not null references council_member (id), -- who chairs it
    kept_by text not null references council_member (id), -- who keeps the minutes
    reason text,                       -- why the contest decides again; nothing the first time
    state text not null check (state in ('called', 'sitting', 'closed', 'cancelled')), -- how far it is
    called_by text references account (id), -- who called it
    called_at bigint not null,         -- when
    sat_at bigint,                     -- when it began
    ended_at bigint,                   -- when it was closed or cancelled
    ended_by text references account (id), -- by whom
    ended_reason text,                 -- why it was cancelled
    in_favour bigint,                  -- votes for the list
    against bigint,                    -- votes against it
    remarks text                       -- what the minutes say besides
);
create index award_meeting_contest on award_meeting (contest_id);
create index award_meeting_chaired_by on award_meeting (chaired_by);
create index award_meeting_kept_by on award_meeting (kept_by);
create index award_meeting_called_by on award_meeting (called_by);
create index award_meeting_ended_by on award_meeting (ended_by);

-- That a member is there, as it was noted last.
create table award_presence (
    id text primary key,               -- the note
    meeting_id text not null references award_meeting (id), -- at which meeting
    member_id text not null references council_member (id), -- who
    came_at bigint not null,           -- when it was noted that they are there
    left_at bigint,                    -- when it was noted that they are there no longer
    noted_by text references account (id) -- who noted it
);
create index award_presence_meeting on award_presence (meeting_id, member_id);
create index award_presence_member on award_presence (member_id);
create index award_presence_noted_by on award_presence (noted_by);

-- A decision against the ranking, with its votes.
create table award_motion (
    id text primary key,               -- the motion
    meeting_id text not null references award_meeting (id), -- of which meeting
    position bigint not null,          -- 1, 2, … in the order of voting
    dossier_id text not null references dossier (id), -- for which dossier
    prize text,                        -- key of the prize that it gets; nothing: none
    reason text not null,              -- why
    members bigint not null,           -- members of the meeting, there or not
    in_favour bigint not null,         -- votes for it
    against bigint not null,           -- votes against it
    noted_by text references account (id), -- who noted it
    noted_at bigint not null,          -- when
    ended_by text references account (id), -- who took it back
    ended_at bigint,                   -- when
    ended_reason text                  -- why
);
create unique index award_motion_position on award_motion (meeting_id, position);
create index award_motion_dossier on award_motion (dossier_id);
create index award_motion_noted_by on award_motion (noted_by);
create index award_motion_ended_by on award_motion (ended_by);

-- Who stepped out while a motion was spoken of.
create table award_stepping_out (
    id text primary key,               -- the note
    motion_id text not null references award_motion (id), -- from which motion
    member_id text not null references council_member (id), -- who
    reason text not null               -- what stands between them and the dossier
);
create index award_stepping_out_motion on award_stepping_out (motion_id);
create index award_stepping_out_member on award_stepping_out (member_id);

-- The list of a meeting that was closed; a later one of the same contest corrects it, and both are kept.
create table award_list (
    id text primary key,               -- the list
    contest_id text not null references contest (id), -- of which contest
    meeting_id text not null references award_meeting (id), -- decided by which meeting
    version bigint not null,           -- 1, 2, …
    body text not null,                -- the bundle in its one spelling: rules, records, list
    digest text not null,              -- SHA-256 of it
    made_at bigint not null            -- when
);
create unique index award_list_contest on award_list (contest_id, version);
create unique index award_list_meeting on award_list (meeting_id);

-- A prize of a list.
create table award (
    id text primary key,               -- the award
    list_id text not null references award_list (id), -- of which list
    dossier_id text not null references dossier (id), -- which dossier
    position bigint not null,          -- 1, 2, … from the highest prize down
    prize text not null,               -- key of the prize
    name text not null,                -- what it is called
    money bigint not null,             -- what the dossier gets, in đồng
    rank bigint not null,              -- its rank among all
    is_forwarded boolean not null      -- whether it is proposed for the next level
);
create unique index award_dossier on award (list_id, dossier_id);
create index award_of_dossier on award (dossier_id);

-- That a list becomes public at a moment.
create table award_publication (
    id text primary key,               -- the order
    contest_id text not null references contest (id), -- of which contest
    list_id text not null references award_list (id), -- which list
    decision text,                     -- number and day of the decision that it follows
    shown_from bigint not null,        -- from when on everybody reads it
    ordered_by text references account (id), -- who
    ordered_at bigint not null,        -- when
    ended_by text references account (id), -- who called it off before that moment
    ended_at bigint,                   -- when
    ended_reason text,                 -- why
    told_at bigint                     -- when the letters to authors were written
);
create index award_publication_contest on award_publication (contest_id, shown_from);
create index award_publication_list on award_publication (list_id);
create index award_publication_ordered_by on award_publication (ordered_by);
create index award_publication_ended_by on award_publication (ended_by);
