-- Between two papers the organisers tell everybody what happens: dossiers may be brought, the jury met, where the
-- ceremony is. Papers and milestones do not hold that.

-- A piece of news of a contest (tin hội thi).
create table news (
    id text primary key,               -- the news
    contest_id text not null references contest (id), -- of which contest
    title text not null,               -- one line
    folded text not null,              -- title and text in lower case without marks, for search
    body text not null,                -- paragraphs, an empty line between two
    day text not null,                 -- the day under which it stands, ISO
    file_hash text references stored_file (hash), -- the file that goes with it; null: none
    file_name text,                    -- its name, as its sender had it
    shown_at bigint,                   -- since when everybody reads it; null: nobody outside does
    revision bigint not null,          -- grows with each change
    written_by text references account (id), -- who wrote it; null: the operator
    created_at bigint not null,        -- when it was written, milliseconds since 1970 UTC
    changed_at bigint not null         -- when it last changed
);
create index news_contest on news (contest_id, day);
create index news_shown on news (shown_at);
create index news_file on news (file_hash);
create index news_writer on news (written_by);

-- Lists of mailings say how many of their letters have not left; nearly all letters have.
create index mail_unsent on mail (state) where state <> 'sent';
