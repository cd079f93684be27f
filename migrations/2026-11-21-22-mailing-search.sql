-- Letters are looked for by words of their subject and text. A letter is never changed, and the ledger knows its
-- row, so what it is found by stands apart.
create table mailing_search (
    mailing_id text primary key references mailing (id), -- the letter
    folded text not null               -- subject and text in lower case without marks
);
