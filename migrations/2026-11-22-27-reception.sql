-- The office's desk (tiếp nhận và kiểm tra hồ sơ): what came on paper, what was found of each part, what was asked
-- for again, and what was decided. Nothing is overwritten: the newest row of a thing is what holds.

-- A dossier, or more copies of it, came on paper.
create table dossier_arrival (
    id text primary key,               -- the arrival
    dossier_id text not null references dossier (id), -- of which dossier
    way text not null check (way in ('counter', 'post')), -- over the counter or by post
    came_on text not null,             -- the day on which it was here
    posted_on text,                    -- the day of the postmark; null: none, or not by post
    copies bigint not null,            -- how many sets
    late_reason text,                  -- why it is taken although it is late; null: it is in time
    remark text,                       -- whatever else
    noted_by text references account (id), -- who took it in
    noted_at bigint not null           -- when
);
create index dossier_arrival_dossier on dossier_arrival (dossier_id);
create index dossier_arrival_noted_by on dossier_arrival (noted_by);

-- The office asks for more: what opens again, why, and until when.
create table dossier_supplement (
    id text primary key,               -- the request
    dossier_id text not null references dossier (id), -- of which dossier
    version bigint not null,           -- of the version that was looked at
    opens text not null,               -- words of what opens, one on each line: a page, or file:<part of the checklist>
    why text not null,                 -- what is wrong or missing, in words
    due_at bigint not null,            -- until when
    asked_by text references account (id), -- who asked
    asked_at bigint not null,          -- when
    ended text check (ended in ('returned', 'replaced', 'decided')), -- null: it is open
    ended_at bigint                    -- since when it is not
);
create index dossier_supplement_dossier on dossier_supplement (dossier_id);
create index dossier_supplement_asked_by on dossier_supplement (asked_by);

-- What the office found of one part of a dossier.
create table dossier_verdict (
    id text primary key,               -- the verdict
    dossier_id text not null references dossier (id), -- of which dossier
    version bigint not null,           -- of which version
    item_key text not null,            -- a part of the checklist, or condition:<which>
    verdict text not null check (verdict in ('good', 'lacking', 'needless')), -- see reception/checklist.rs
    reason text,                       -- why it is lacking or needless
    made_by text references account (id), -- who found it
    made_at bigint not null            -- when
);
create index dossier_verdict_dossier on dossier_verdict (dossier_id, item_key);
create index dossier_verdict_made_by on dossier_verdict (made_by);

-- What the office decided of a dossier.
create table dossier_decision (
    id text primary key,               -- the decision
    dossier_id text not null references dossier (id), -- of which dossier
    version bigint not null,           -- of which version
    outcome text not null check (outcome in ('valid', 'ineligible')), -- what
    ground text,                       -- why it is ineligible: see reception/ground.rs
    reason text,                       -- the same in words
    basis text,                        -- the paper that says so: number and day
    made_by text references account (id), -- who wrote it down
    made_at bigint not null            -- when
);
create index dossier_decision_dossier on dossier_decision (dossier_id);
create index dossier_decision_made_by on dossier_decision (made_by);

-- By what the same person is found in two dossiers. A number is kept as its digest: it is only compared.
create table dossier_sign (
    id text primary key,               -- dossier, author and kind of sign
    dossier_id text not null references dossier (id), -- of which dossier
    contest_id text not null,          -- of which contest
    author_key text not null,          -- which author
    kind text not null check (kind in ('phone', 'email', 'birth')), -- what is the same
    digest text not null               -- SHA-256 of it, hex
);
create index dossier_sign_digest on dossier_sign (contest_id, digest);
create index dossier_sign_dossier on dossier_sign (dossier_id);
