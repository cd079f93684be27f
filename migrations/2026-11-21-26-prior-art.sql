-- Whether a solution was there before can only be said beside what was: the registry of initiatives that units keep,
-- past winners, dossiers of earlier editions. They come in long lists, each taken wholly or not at all.

-- A list that somebody brought (đợt nhập). Its rows are not in the ledger one by one: the file they came from is.
create table earlier_import (
    id text primary key,               -- the list
    file_hash text not null references stored_file (hash), -- the spreadsheet, as it was brought
    file_name text not null,           -- its name, as its sender had it
    source text not null check (source in ('registry', 'winner')), -- what its rows are
    unit_id text references unit (id), -- whose list it is; null: of the whole installation
    state text not null check (state in ('reading', 'read', 'refused', 'accepted', 'withdrawn')), -- how far it is
    asked_by text references account (id), -- who brought it; null: the operator
    asked_at bigint not null,          -- when, milliseconds since 1970 UTC
    decided_by text references account (id), -- who accepted or withdrew it last
    decided_at bigint                  -- when
);
create index earlier_import_file on earlier_import (file_hash);
create index earlier_import_unit on earlier_import (unit_id);
create index earlier_import_asker on earlier_import (asked_by);
create index earlier_import_decider on earlier_import (decided_by);

-- What reading a list found; written by a job.
create table earlier_report (
    import_id text primary key references earlier_import (id), -- of which list
    trouble text,                      -- word of why the file cannot be read; null: it can
    new_rows bigint not null,          -- rows that are new
    known_rows bigint not null,        -- rows that are here already
    wrong_rows bigint not null,        -- rows that cannot be
    body text not null                 -- the first of those, JSON
);

-- A solution that was there before (giải pháp đã biết, sáng kiến). It counts once its list is accepted.
create table earlier_solution (
    id text primary key,               -- the solution
    import_id text references earlier_import (id), -- of which list; null: of a dossier
    position bigint not null,          -- its row in the list
    source text not null check (source in ('registry', 'winner', 'dossier')), -- what it is
    origin text,                       -- which dossier, as the ledger names it; null: none
    level text,                        -- word of the level that recognised it; null: not stated
    year bigint,                       -- in which year; null: not stated
    rank bigint not null,              -- by which lists are ordered: the newest first, then the highest level
    contest text not null,             -- contest or decision; may be empty
    title text not null,               -- its title
    title_key text not null,           -- the title in lower case without marks
    authors text not null,             -- as they are written; may be empty
    unit text not null,                -- as it is written; may be empty
    unit_id text references unit (id), -- the unit that is meant; null: none that is known
    prize text not null,               -- as it is written; may be empty
    field text not null,               -- as it is written; may be empty
    body text not null,                -- what it is about; may be empty
    folded text not null,              -- title, authors, unit, contest in lower case without marks, for search
    mark text not null                 -- the same for rows that say the same
);
create index earlier_solution_import on earlier_solution (import_id, id);
create index earlier_solution_unit on earlier_solution (unit_id, year);
create index earlier_solution_mark on earlier_solution (mark);
create index earlier_solution_year on earlier_solution (import_id, year);
create index earlier_solution_rank on earlier_solution (rank, id, import_id);
create index earlier_solution_spent on earlier_solution (title_key, source) where source <> 'registry';
create unique index earlier_solution_origin on earlier_solution (origin);

-- What changed, in order, so that each node keeps its index up.
create table earlier_change (
    seq bigint primary key,            -- from 1
    import_id text references earlier_import (id), -- a list was accepted or withdrawn
    solution_id text,                  -- a single solution came, changed or went
    at bigint not null                 -- when, milliseconds since 1970 UTC
);
create index earlier_change_import on earlier_change (import_id);

-- What a person says of two solutions that were shown side by side (kết luận). A later one stands beside it.
create table prior_verdict (
    id text primary key,               -- the verdict
    subject text not null,             -- what was compared, such as dossier/…
    solution_id text not null references earlier_solution (id), -- with which earlier solution
    verdict text not null check (verdict in ('same', 'derived', 'different')), -- what it is
    reason text not null,              -- why
    given_by text references account (id), -- who says so; null: the operator
    given_at bigint not null           -- when, milliseconds since 1970 UTC
);
create index prior_verdict_solution on prior_verdict (solution_id);
create index prior_verdict_subject on prior_verdict (subject);
create index prior_verdict_giver on prior_verdict (given_by);
