-- Sheets on paper: printed with a code, filled in by pen, and keyed in by two people who do not see one another's entry.

-- A sheet that was printed for a judge.
create table paper_sheet (
    id text primary key,               -- the sheet of paper
    code text not null,                -- what is printed on it, its check character last
    assignment_id text not null references council_assignment (id), -- which judge and which dossier
    rules_version bigint not null,     -- by which rules of judging it was printed
    entries bigint not null,           -- how often it was keyed in, corrections too
    body text,                         -- JSON of the opinion on which two people agreed; null: they have not
    agreed_at bigint,                  -- when they did
    printed_by text not null references account (id), -- who gave out the code
    printed_at bigint not null,        -- when
    ended_by text references account (id), -- who set the sheet aside
    ended_at bigint,                   -- when
    ended_reason text                  -- why
);
create unique index paper_sheet_code on paper_sheet (code);
create index paper_sheet_assignment on paper_sheet (assignment_id);
create index paper_sheet_printed_by on paper_sheet (printed_by);
create index paper_sheet_ended_by on paper_sheet (ended_by);

-- What one person read on a sheet of paper. A correction is another row, and all are kept.
create table paper_entry (
    id text primary key,               -- the entry
    paper_id text not null references paper_sheet (id), -- of which sheet of paper
    position bigint not null,          -- 1, 2, … among all entries of the sheet
    body text not null,                -- JSON of the opinion: marks by criterion, or why there are none
    keyed_by text not null references account (id), -- who
    keyed_at bigint not null           -- when
);
create unique index paper_entry_paper on paper_entry (paper_id, position);
create index paper_entry_keyed_by on paper_entry (keyed_by);

-- A scan of a sheet of paper. A later one takes its place, and all are kept.
create table paper_scan (
    id text primary key,               -- the scan
    paper_id text not null references paper_sheet (id), -- of which sheet of paper
    position bigint not null,          -- 1, 2, … among all scans of the sheet
    file_hash text not null references stored_file (hash), -- its bytes
    sent_by text not null references account (id), -- who
    sent_at bigint not null            -- when
);
create unique index paper_scan_paper on paper_scan (paper_id, position);
create index paper_scan_file on paper_scan (file_hash);
create index paper_scan_sent_by on paper_scan (sent_by);

-- A sheet that was signed by pen says which paper it is.
alter table score_sheet add column paper_id text references paper_sheet (id); -- the sheet of paper; null: signed on the screen
create index score_sheet_paper on score_sheet (paper_id);
