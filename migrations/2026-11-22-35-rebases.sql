-- Measuring a dossier by newer rules (xét theo thể lệ mới): what was handed in keeps the rules of its day until the
-- office says otherwise, and why.

create table dossier_rebase (
    id text primary key,               -- the act
    dossier_id text not null references dossier (id), -- of which dossier
    version bigint not null,           -- which version of it was the newest
    before bigint not null,            -- the version of the rules by which it was measured
    after bigint not null,             -- and by which it is since
    reason text not null,              -- why
    made_by text references account (id), -- who
    made_at bigint not null            -- when, milliseconds since 1970 UTC
);
create index dossier_rebase_dossier on dossier_rebase (dossier_id);
create index dossier_rebase_made_by on dossier_rebase (made_by);

-- A verdict is of a point of these rules; null: of those under which the version came.
alter table dossier_verdict add column rules_version bigint;

-- The dossiers of a contest that are measured by earlier rules than its newest.
create index dossier_rules on dossier (contest_id, rules_version);
