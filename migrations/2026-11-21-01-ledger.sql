-- The ledger: what happened, in order, so that nobody can change it unseen.
-- crates/ledger/FORMAT.md says how the digests are made and how to verify them without hoithi.

create table ledger_entry (
    seq bigint primary key,            -- position in the log, from 0, without gaps
    at bigint not null,                -- when it happened, milliseconds since 1970 UTC
    commitment text not null,          -- SHA-256 of salt and event, hex
    nodes text not null                -- leaf hash and the hashes of the subtrees it completed, hex, by level
);

-- What the commitment commits to. Erased, with its salt, when a person's data must go; the entry stays.
create table ledger_event (
    seq bigint primary key references ledger_entry (seq), -- the entry
    salt text not null,                -- 32 random bytes, hex
    body text not null                 -- the event in canonical form
);

-- Signed states of the log.
create table ledger_checkpoint (
    size bigint primary key,           -- entries covered
    note text not null,                -- signed note (C2SP tlog-checkpoint)
    signed_at bigint not null          -- milliseconds since 1970 UTC
);
