-- A file is promised with its size and hash, and its bytes follow in pieces over whatever line there is. Until the
-- last piece has come they are nobody's file; what they are promised for names them by the id of the promise.

-- Bytes on their way (tệp đang gửi).
create table upload (
    id text primary key,               -- the promise
    account_id text not null references account (id), -- who sends
    purpose text not null,             -- what for, as kind of thing and its id
    name text not null,                -- what its sender calls the file
    bytes bigint not null,             -- how many bytes are promised
    hash text not null,                -- SHA-256 that is promised, hex
    received bigint not null,          -- how many bytes are on disk
    state text not null,               -- open, finished, refused, withdrawn, expired
    began_at bigint not null,          -- when it was promised, milliseconds since 1970 UTC
    expires_at bigint not null,        -- until when bytes are waited for, while it is open
    finished_at bigint                 -- when the last byte was there and the hash was right
);
create index upload_sender on upload (account_id, began_at);
create index upload_purpose on upload (purpose);
create index upload_expiry on upload (expires_at) where state = 'open';

-- What was found in a file that arrived, when a child process looked at it (kết quả xem tệp).
create table inspection (
    hash text primary key references stored_file (hash), -- the file
    found text not null,               -- why it cannot be opened, pages, what it does by itself, its text; JSON
    looked_at bigint not null          -- when, milliseconds since 1970 UTC
);
