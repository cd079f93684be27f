-- Rules of judging (quy chế chấm): scales, rounds, ties and prizes of a contest, declared before anybody marks. They
-- change by versions of which each is kept whole, until judging begins: from then on they stay as they are.

-- A version of the rules of judging.
create table rubric (
    id text primary key,               -- the version
    contest_id text not null references contest (id), -- whose rules
    version bigint not null,           -- 1, 2, …
    body text not null,                -- JSON of judging::rules::Rules
    paper_id text references paper (id), -- which paper made it so
    reason text,                       -- why, in words; the first version needs none
    made_by text references account (id), -- who; null: the operator
    made_at bigint not null,           -- when, milliseconds since 1970 UTC
    unique (contest_id, version)
);
create index rubric_paper on rubric (paper_id);
create index rubric_made_by on rubric (made_by);

-- The moment from which no further version is taken: somebody has begun to mark.
create table rubric_seal (
    contest_id text primary key references contest (id), -- whose rules
    version bigint not null,           -- the version by which is judged
    sealed_at bigint not null,         -- since when
    sealed_by text references account (id) -- who began; null: the operator
);
create index rubric_seal_by on rubric_seal (sealed_by);
