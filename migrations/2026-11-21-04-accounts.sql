-- Accounts: who may sign in, how they prove it, and what they hold where.

create table account (
    id text primary key,               -- the account
    email text not null unique,        -- lower case, NFC
    name text not null,                -- as its person writes it
    locale text not null check (locale in ('vi', 'en')), -- language of pages and mail
    created_at bigint not null,        -- when it was made
    disabled_at bigint,                -- since when nobody may sign in with it
    disabled_by text references account (id) -- by whom; null: from the shell
);
create index account_disabled_by on account (disabled_by);

-- The password, apart from the account so that lists never carry it along.
create table credential (
    account_id text primary key references account (id), -- whose
    password_hash text not null,       -- argon2id, PHC form
    changed_at bigint not null         -- when it was set
);

-- The second factor (xác thực hai lớp) of whoever has set one up.
create table second_factor (
    account_id text primary key references account (id), -- whose
    sealed_secret text not null,       -- TOTP secret, sealed with the installation's key
    confirmed_at bigint                -- null until the first code was right
);

-- The last time step that was accepted, so that a code works once.
create table second_factor_use (
    account_id text primary key references account (id), -- whose
    last_step bigint not null          -- half minutes since 1970 UTC
);

-- Codes for when the telephone is lost.
create table recovery_code (
    id text primary key,               -- the code
    account_id text not null references account (id), -- whose
    digest text not null,              -- SHA-256 of the code, hex
    used_at bigint                     -- when it let somebody in; it does so once
);
create index recovery_code_account on recovery_code (account_id);

-- A role holds somewhere and has days.
create table role_grant (
    id text primary key,               -- the grant
    account_id text not null references account (id), -- who holds the role
    role text not null check (role in ('administrator', 'secretary', 'coordinator')), -- see accounts/actor.rs
    unit_id text references unit (id), -- null: holds for the installation
    from_day text not null,            -- first day, ISO
    until_day text,                    -- first day on which it no longer holds
    granted_by text references account (id), -- null: from the shell, or at set-up
    granted_at bigint not null,        -- when it was written down
    revoked_by text references account (id), -- null: from the shell, or not revoked
    revoked_at bigint                  -- since when it no longer holds, whatever its days
);
create index role_grant_account on role_grant (account_id);
create index role_grant_unit on role_grant (unit_id);
create index role_grant_granted_by on role_grant (granted_by);
create index role_grant_revoked_by on role_grant (revoked_by);

-- Who is signed in where. A row that is gone is a session that has ended, on every node at once.
create table session (
    id text primary key,               -- the session; the page "my sessions" ends it by this
    token_digest text not null unique, -- SHA-256 of the cookie's token, hex
    account_id text not null references account (id), -- who is signed in
    stage text not null check (stage in ('code', 'full')), -- code: the second factor is still to come
    created_at bigint not null,        -- when it began
    seen_at bigint not null,           -- when it was last used, to five minutes
    expires_at bigint not null,        -- when it ends, used or not
    confirmed_at bigint not null,      -- when the password was last given in this session
    address text not null,             -- network address at its beginning
    agent text not null                -- what the browser said that it is
);
create index session_account on session (account_id);

-- A link that lets somebody in once: first set-up, invitation, reset.
create table one_time_link (
    id text primary key,               -- the link
    token_digest text not null unique, -- SHA-256 of the token, hex
    purpose text not null check (purpose in ('setup', 'invitation', 'reset')), -- what it lets somebody do
    account_id text references account (id), -- null: set-up of the first administrator
    created_by text references account (id), -- null: by the installation, or from the shell
    created_at bigint not null,        -- when it was made
    expires_at bigint not null,        -- when it is no longer good
    used_at bigint                     -- when it was used; it works once
);
create index one_time_link_account on one_time_link (account_id);
create index one_time_link_created_by on one_time_link (created_by);

-- Failed sign-ins and requests for reset, counted per account and per address.
create table attempt (
    id text primary key,               -- the attempt
    subject text not null,             -- SHA-256 of what is counted, hex
    at bigint not null                 -- when
);
create index attempt_subject on attempt (subject, at);
