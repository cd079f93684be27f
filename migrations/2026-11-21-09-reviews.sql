-- Reviews (xem lại văn bản đã đọc): what the reader found in a paper, line by line, as a person leaves it
-- before it becomes a contest, or an amendment of one.

create table review (
    id text primary key,               -- the review
    paper_id text not null unique references paper (id), -- of which paper
    state text not null check (state in ('open', 'accepted')), -- see intake/state.rs
    revision bigint not null,          -- grows with each change of the review or a line of it
    amends_id text references contest (id), -- the contest that the paper amends; null: it founds one
    contest_id text references contest (id), -- what was made or amended; null while open
    opened_by text,                    -- account; null: the operator
    opened_at bigint not null,         -- when, milliseconds since 1970 UTC
    accepted_by text,                  -- account
    accepted_at bigint                 -- when; null while open
);
create index review_amends on review (amends_id);
create index review_contest on review (contest_id);

-- One fact, name or doubt.
create table review_line (
    id text primary key,               -- the line
    review_id text not null references review (id), -- of which review
    section text not null,             -- see intake/line.rs
    position bigint not null,          -- its place within the section
    body text not null,                -- JSON, by section
    dropped boolean not null,          -- left out by a person; a doubt: settled
    revision bigint not null,          -- grows with each change of the line
    edited_by text,                    -- account that changed it last; null: as it was read
    edited_at bigint                   -- when
);
create index review_line_review on review_line (review_id, section, position);
