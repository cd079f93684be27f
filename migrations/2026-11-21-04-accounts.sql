-- Accounts: who may sign in, how they prove it, and what they hold where.

create table account (
    id text primary key,
    email text not null unique,        -- lower case, NFC
    name text not null,
    locale text not null check (locale in ('vi', 'en')),
    created_at bigint not null,
    disabled_at bigint,
    disabled_by text references account (id)
);
create index account_disabled_by on account (disabled_by);

create table credential (
    account_id text primary key references account (id),
    password_hash text not null,       -- argon2id, PHC form
    changed_at bigint not null
);

create table second_factor (
    account_id text primary key references account (id),
    sealed_secret text not null,       -- TOTP secret, sealed with the installation's key
    confirmed_at bigint                -- null until the first code was right
);

-- The last time step that was accepted, so that a code works once.
create table second_factor_use (
    account_id text primary key references account (id),
    last_step bigint not null
);

create table recovery_code (
    id text primary key,
    account_id text not null references account (id),
    digest text not null,              -- SHA-256 of the code, hex
    used_at bigint
);
create index recovery_code_account on recovery_code (account_id);

-- A role holds somewhere and has days.
create table role_grant (
    id text primary key,
    account_id text not null references account (id),
    role text not null check (role in ('administrator', 'secretary', 'coordinator')),
    unit_id text references unit (id), -- null: holds for the installation
    from_day text not null,            -- first day, ISO
    until_day text,                    -- first day on which it no longer holds
    granted_by text references account (id),
    granted_at bigint not null,
    revoked_by text references account (id),
    revoked_at bigint
);
create index role_grant_account on role_grant (account_id);
create index role_grant_unit on role_grant (unit_id);
create index role_grant_granted_by on role_grant (granted_by);
create index role_grant_revoked_by on role_grant (revoked_by);

create table session (
    id text primary key,
    token_digest text not null unique, -- SHA-256 of the cookie's token, hex
    account_id text not null references account (id),
    stage text not null check (stage in ('code', 'full')), -- code: the second factor is still to come
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    confirmed_at bigint not null,      -- when the password was last given in this session
    address text not null,
    agent text not null
);
create index session_account on session (account_id);

-- A link that lets somebody in once: first set-up, invitation, reset.
create table one_time_link (
    id text primary key,
    token_digest text not null unique, -- SHA-256 of the token, hex
    purpose text not null check (purpose in ('setup', 'invitation', 'reset')),
    account_id text references account (id), -- null: set-up of the first administrator
    created_by text references account (id),
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
create index one_time_link_account on one_time_link (account_id);
create index one_time_link_created_by on one_time_link (created_by);

-- Failed sign-ins and requests for reset, counted per account and per address.
create table attempt (
    id text primary key,
    subject text not null,             -- SHA-256 of what is counted, hex
    at bigint not null
);
create index attempt_subject on attempt (subject, at);
