-- What each entry of the ledger is about, so that the history of one thing is found without reading all.
-- An index beside the ledger, no part of it: it can be made anew from the events.

create table ledger_subject (
    seq bigint primary key references ledger_entry (seq), -- the entry
    subject text not null              -- as in its event: contest/0190…
);
create index ledger_subject_subject on ledger_subject (subject, seq);
