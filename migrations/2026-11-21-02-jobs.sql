-- Work that is done after the answer: mail, checkpoints, cleaning. A job is written in the transaction
-- of the verb that wants it, so it exists exactly when its reason does.

create table job (
    id text primary key,               -- the job
    kind text not null,                -- which work, e.g. mail.send
    payload text not null,             -- JSON that the work needs, ids only where possible
    -- Failed: given up after the last attempt.
    state text not null check (state in ('waiting', 'leased', 'done', 'failed')),
    unique_key text unique,            -- at most one job with this key; null when done
    run_at bigint not null,            -- not before; milliseconds since 1970 UTC
    attempts bigint not null,          -- how often it was begun
    lease_until bigint,                -- whoever holds it must be done or renew by then
    fence bigint not null,             -- grows with each lease; a late worker's result is refused
    last_error text,                   -- why the last attempt failed
    created_at bigint not null,        -- when it was wanted
    finished_at bigint                 -- when it was done or given up
);
create index job_due on job (state, run_at);

-- The outbox: every mail is a row before it is a mail.
create table mail (
    id text primary key,               -- the mail
    recipient text not null,           -- one address
    subject text not null,             -- in the recipient's language
    body text not null,                -- plain text; holds links that let somebody in, hence secret
    state text not null check (state in ('waiting', 'sent', 'failed', 'kept')), -- kept: no SMTP is set up
    created_at bigint not null,        -- when it was written
    sent_at bigint,                    -- when the server took it; null until then
    last_error text                    -- why the last attempt failed
);
create index mail_created on mail (created_at);

-- Written by the readiness probe, which must prove that writing works.
create table heartbeat (
    node text primary key,             -- address on which the node listens
    at bigint not null                 -- when it last wrote
);
