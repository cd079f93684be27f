-- Addresses and devices of accounts: a new address counts once its owner has opened a link that was
-- sent there, and a sign-in from a device that was not seen before is told to the account's person.

-- An address that somebody wants for their account; the row goes when the link is used.
create table email_change (
    account_id text primary key references account (id), -- whose
    email text not null,               -- the wanted address: lower case, NFC
    token_digest text not null unique, -- SHA-256 of the link's token, hex
    created_at bigint not null,        -- when it was asked for
    expires_at bigint not null         -- when the link is no longer good
);

-- Browsers in which an account has signed in, known by a cookie that outlives the session.
create table known_device (
    id text primary key,               -- the device, for this account
    account_id text not null references account (id), -- whose
    token_digest text not null,        -- SHA-256 of the cookie's token, hex
    created_at bigint not null,        -- when it signed in first
    seen_at bigint not null,           -- when it signed in last
    unique (account_id, token_digest)
);
