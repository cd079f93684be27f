-- Dossiers that the office takes in as rows of a table: of paper that was typed elsewhere, and of an earlier system.

-- How a dossier came, now also out of an earlier system: not every engine changes a check in place, so the table is
-- made anew, with the same rows.
create table dossier_arrival_anew (
    id text primary key,               -- the arrival
    dossier_id text not null references dossier (id), -- of which dossier
    way text not null check (way in ('counter', 'post', 'earlier')), -- over the counter, by post, out of an earlier system
    came_on text not null,             -- the day on which it was here
    posted_on text,                    -- the day of the postmark; null: none, or not by post
    copies bigint not null,            -- how many sets; 0: none on paper
    late_reason text,                  -- why it is taken although it is late; null: it is in time
    remark text,                       -- whatever else
    noted_by text references account (id), -- who took it in
    noted_at bigint not null           -- when
);
insert into dossier_arrival_anew (id, dossier_id, way, came_on, posted_on, copies, late_reason, remark, noted_by, noted_at)
    select id, dossier_id, way, came_on, posted_on, copies, late_reason, remark, noted_by, noted_at from dossier_arrival;
drop table dossier_arrival;
alter table dossier_arrival_anew rename to dossier_arrival;
create index dossier_arrival_dossier on dossier_arrival (dossier_id);
create index dossier_arrival_noted_by on dossier_arrival (noted_by);

-- By what a row of such a table is known, so that the same row is never taken in twice.
create table dossier_import (
    dossier_id text primary key references dossier (id), -- the dossier that was made of the row
    contest_id text not null references contest (id), -- of which contest
    row_key text not null,             -- the key of the row, as the table has it
    imported_at bigint not null        -- when
);
create unique index dossier_import_key on dossier_import (contest_id, row_key);
