-- Conversations (trao đổi): between the authors of a dossier and the office, and questions about a contest before
-- anything is filed. What was said is never edited: it may be withdrawn for a short time, by a row that says so.

-- Each dossier has at most one; of questions before filing somebody may have several.
create table conversation (
    id text primary key,               -- the conversation
    contest_id text not null references contest (id), -- who runs it answers
    dossier_id text references dossier (id), -- about which dossier; null: before anything is filed
    account_id text references account (id), -- who asked before filing; null: the members of the dossier talk
    subject text not null,             -- in few words; of a dossier its title of then
    field text not null,               -- field of entry that a question is about; may be empty
    state text not null check (state in ('office', 'author', 'settled', 'reopened')), -- see conversations/state.rs
    since bigint not null,             -- since when it is so, milliseconds since 1970 UTC
    last bigint not null,              -- number of the newest message
    taken_by text references account (id), -- who of the office looks after it; null: nobody
    opened_at bigint not null          -- when it began
);
create unique index conversation_dossier on conversation (dossier_id);
create index conversation_contest on conversation (contest_id, state, since);
create index conversation_account on conversation (account_id);
create index conversation_taken_by on conversation (taken_by);

-- What was said. A message is never changed.
create table conversation_message (
    id text primary key,               -- the message
    conversation_id text not null references conversation (id), -- in which conversation
    position bigint not null,          -- 1, 2, …
    side text not null check (side in ('author', 'office')), -- who speaks
    text text not null,                -- plain text
    turned boolean not null,           -- whether it is the other side's turn since: then the other side is told
    said_by text references account (id), -- who
    said_at bigint not null            -- when
);
create unique index conversation_message_position on conversation_message (conversation_id, position);
create index conversation_message_said_by on conversation_message (said_by, said_at);
create index conversation_message_said_at on conversation_message (said_at);

-- A message that was withdrawn: nobody reads it any more, and everybody sees that there was one.
create table conversation_withdrawal (
    message_id text primary key references conversation_message (id), -- which
    withdrawn_by text references account (id), -- by whom
    withdrawn_at bigint not null       -- when
);
create index conversation_withdrawal_by on conversation_withdrawal (withdrawn_by);

-- What the office notes for itself. It stands apart from the messages, so that nothing which is counted or listed
-- for authors can touch it.
create table conversation_remark (
    id text primary key,               -- the remark
    conversation_id text not null references conversation (id), -- on which conversation
    text text not null,                -- plain text
    said_by text references account (id), -- who
    said_at bigint not null            -- when
);
create index conversation_remark_of on conversation_remark (conversation_id);
create index conversation_remark_said_by on conversation_remark (said_by);

-- Who took a conversation, gave it back, or settled it.
create table conversation_event (
    id text primary key,               -- the event
    conversation_id text not null references conversation (id), -- of which conversation
    kind text not null check (kind in ('take', 'release', 'settle')), -- what happened
    position bigint not null,          -- after which message
    side text not null check (side in ('author', 'office')), -- on which side
    made_by text references account (id), -- who
    made_at bigint not null            -- when
);
create index conversation_event_of on conversation_event (conversation_id);
create index conversation_event_made_by on conversation_event (made_by);

-- How far somebody has read a conversation.
create table conversation_reading (
    id text primary key,               -- conversation and account, with a slash between
    conversation_id text not null references conversation (id), -- which
    account_id text not null references account (id), -- who
    position bigint not null,          -- up to which message
    read_at bigint not null            -- when
);
create index conversation_reading_of on conversation_reading (conversation_id);
create index conversation_reading_account on conversation_reading (account_id);

-- Answers that the office of a contest keeps ready.
create table answer_template (
    id text primary key,               -- the template
    contest_id text not null references contest (id), -- of which contest
    title text not null,               -- by which it is chosen
    body text not null,                -- plain text with {contest}, {title}, {deadline}, {number}
    revision bigint not null,          -- grows with each change
    changed_by text references account (id), -- who wrote it last
    changed_at bigint not null,        -- when
    removed_at bigint                  -- since when nobody can choose it
);
create index answer_template_contest on answer_template (contest_id);
create index answer_template_changed_by on answer_template (changed_by);
