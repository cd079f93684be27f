-- Papers (văn bản) and the bytes that people hand in. A file is known by its hash: the same bytes are
-- kept once, whoever brings them.

create table stored_file (
    hash text primary key,             -- SHA-256 of the bytes, hex
    bytes bigint not null,             -- how many
    media_type text not null,          -- by content, never by what the sender said
    stored_at bigint not null          -- when it was first kept, milliseconds since 1970 UTC
);

-- An official paper, incoming or outgoing.
create table paper (
    id text primary key,               -- the paper
    hash text references stored_file (hash), -- its file; null when only cited or typed
    file_name text,                    -- as the sender named the file
    kind text,                         -- dispatch, plan, decision … (documents::Kind); null when not known
    number text,                       -- before the slash; null while blank
    symbol text,                       -- after the slash
    issuer text,                       -- who issued it
    issued_on text,                    -- ISO at the precision stated
    subject text,                      -- trích yếu
    folded text not null,              -- what it is found by: number, issuer, subject, file name
    trouble text,                      -- code of why its file gives no text; null: it did, or is being read
    public boolean not null,           -- whether the portal of its contest shows it once published
    added_by text,                     -- account; null: the operator
    added_at bigint not null           -- when it came in, milliseconds since 1970 UTC
);
create index paper_hash on paper (hash);
create index paper_added on paper (added_at);

-- What the reader found in a paper: written once, corrected only in a review.
create table paper_reading (
    paper_id text primary key references paper (id), -- which paper
    text text not null,                -- as decoded, the source of every span
    facts text not null,               -- hoithi.facts/1
    read_at bigint not null            -- when it was read
);
