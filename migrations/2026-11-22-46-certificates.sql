-- Certificates: who holds one, under which number, and whether it still holds.

-- That certificates of a list were issued at once, all headed and signed alike.
create table certificate_run (
    id text primary key,               -- the run
    contest_id text not null references contest (id), -- of which contest
    list_id text not null references award_list (id), -- by which list of prizes
    form text not null check (form in ('author', 'dossier')), -- one for each author, or one for each dossier
    is_framed boolean not null,        -- whether a frame is printed
    superior text,                     -- the body above the issuer, where one is printed
    issuer text not null,              -- the body that issues them
    symbol text not null,              -- what follows the number
    decision text,                     -- number and day of the decision that they follow
    place text not null,               -- the place before the day
    dated text not null,               -- the day that they carry
    posts text not null,               -- lines over the name, one on each line
    signer text,                       -- who signs
    issued_by text references account (id), -- who issued them
    issued_at bigint not null          -- when
);
create index certificate_run_contest on certificate_run (contest_id);
create index certificate_run_list on certificate_run (list_id);
create index certificate_run_issued_by on certificate_run (issued_by);

-- A certificate, as it is printed.
create table certificate (
    id text primary key,               -- the certificate
    run_id text not null references certificate_run (id), -- headed and signed as which run
    contest_id text not null references contest (id), -- of which contest
    number bigint not null,            -- its number in the book of the contest
    code text not null,                -- by which anybody checks it
    dossier_id text not null references dossier (id), -- for which dossier
    author bigint not null,            -- 1, 2, … among its authors; 0: all of them together
    holder text not null,              -- names, one on each line
    unit text not null,                -- of which unit; may be empty
    field text not null,               -- of which field; may be empty
    prize text not null,               -- which prize
    title text not null,               -- for which solution
    replaces_id text references certificate (id), -- the one in whose place it was issued
    ended_by text references account (id), -- who declared it void
    ended_at bigint,                   -- when
    ended_reason text,                 -- why
    ended_list_id text references award_list (id) -- the list that gives the prize no longer; nothing: a person did
);
create unique index certificate_number on certificate (contest_id, number);
create unique index certificate_code on certificate (code);
create unique index certificate_replaces on certificate (replaces_id);
create index certificate_run_of on certificate (run_id);
create index certificate_dossier on certificate (dossier_id);
create index certificate_ended_by on certificate (ended_by);
create index certificate_ended_list on certificate (ended_list_id);
