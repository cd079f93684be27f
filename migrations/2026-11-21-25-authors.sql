-- Authors come in by themselves: with an address that a code is mailed to, or with no more than a telephone number,
-- with a code that somebody of their commune or of the office hands over. And what they have agreed to is kept.
--
-- account.email holds what somebody signs in with: an address; or a number as +84912345678; or the number of a
-- card, HT and eight digits. Its name stays, because the ledger's digests of rows name the columns.

-- A sign-in without a password that is under way in one browser.
create table beginning (
    token_digest text primary key,     -- SHA-256 of the token in the browser's cookie, hex
    login text not null,               -- with what they want to sign in
    name text not null,                -- what they say that they are called
    sealed_code text,                  -- the six digits that went by mail, sealed; null: none is right
    tries bigint not null,             -- how many codes were wrong
    onward text not null,              -- where they wanted to go
    created_at bigint not null,        -- when it began
    expires_at bigint not null         -- when it is no longer good
);
create index beginning_login on beginning (login);

-- Somebody without mail waits for a code.
create table help_request (
    id text primary key,               -- the request
    login text not null unique,        -- with what they want to sign in
    name text not null,                -- what they say that they are called
    unit_id text references unit (id), -- whose coordinator is asked; null: the office
    asked_at bigint not null           -- when
);
create index help_request_unit on help_request (unit_id);

-- A code that was handed over and not yet used; one for each account.
create table handed_code (
    account_id text primary key references account (id), -- whom it lets in, once
    sealed_code text not null,         -- its eight digits, sealed
    created_at bigint not null,        -- when it was made
    expires_at bigint not null         -- when it is no longer good
);

-- Who helped whom to come in.
create table author_help (
    id text primary key,               -- the help
    account_id text not null references account (id), -- who was helped
    kind text not null check (kind in ('opened', 'code')), -- the account was opened, or a code handed over
    unit_id text references unit (id), -- for which unit; null: for the office
    helped_by text references account (id), -- who helped; null: the operator
    helped_at bigint not null          -- when
);
create index author_help_account on author_help (account_id);
create index author_help_unit on author_help (unit_id, helped_at);
create index author_help_helper on author_help (helped_by);

-- What somebody has agreed to, and taken back: each time a row, the last one counts.
create table consent (
    id text primary key,               -- the statement
    account_id text not null references account (id), -- whose
    purpose text not null check (purpose in ('entry', 'publication', 'ethnicity', 'invitation')), -- see accounts/consent.rs
    version bigint not null,           -- of the text that they read
    kind text not null check (kind in ('given', 'withdrawn')), -- which
    stated_at bigint not null          -- when
);
create index consent_account on consent (account_id, purpose);
