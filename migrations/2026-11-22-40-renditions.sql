-- Clerks see the first pages of a file before they open it, and judges are given a copy that does not say who made it.
-- Both are made of a file when it arrives, and go with it.

-- What was made of a file (ảnh xem trước, bản cho giám khảo).
create table rendition (
    id text primary key,               -- hash, kind and page, by strokes
    hash text not null references stored_file (hash), -- the file of which it was made
    kind text not null,                -- page: a picture of a page; copy: without a trace of who made the file
    page bigint not null,              -- which page, from 1; 0: the whole file
    made_hash text references stored_file (hash), -- what was made; null: none could be, or the file is its own copy
    reason text,                       -- why there is none; null: there is
    made_at bigint not null,           -- when, milliseconds since 1970 UTC
    unique (hash, kind, page)
);
create index rendition_made on rendition (made_hash);
