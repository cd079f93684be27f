-- Reports by level: what an agency gathers from the units below, who was reminded, and how a unit's papers
-- are headed and signed, so that the next one is not typed again.

-- A submission of a unit below that was gathered into a report.
create table report_source (
    id text primary key,               -- the tie
    report_id text not null references period_report (id), -- the report of the unit above
    version_id text not null references report_version (id), -- what was gathered
    gathered_at bigint not null,       -- when, milliseconds since 1970 UTC
    unique (report_id, version_id)
);
create index report_source_version on report_source (version_id);

-- A reminder (đôn đốc) of a unit that has not reported.
create table report_chase (
    id text primary key,               -- the reminder
    report_id text not null references period_report (id), -- of which report
    chased_by text,                    -- account; null: the operator
    chased_at bigint not null          -- when
);
create index report_chase_report on report_chase (report_id, chased_at);

-- Head and signature of the papers of a unit (thể thức văn bản).
create table letterhead (
    unit_id text primary key references unit (id), -- whose papers
    superior text,                     -- cơ quan chủ quản, as printed; null: none
    symbol text not null,              -- ký hiệu after the slash: BC-SKHCN
    place text not null,               -- địa danh
    posts text not null,               -- lines over the name, one on each line: KT. Giám đốc
    signer text,                       -- họ và tên; null: open
    recipients text not null,          -- nơi nhận, one on each line
    changed_at bigint not null         -- when it last changed
);
