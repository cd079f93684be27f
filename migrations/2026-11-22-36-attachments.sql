-- Files that are sent with a message of a conversation, and the words by which the office finds conversations.

-- A file that came with a message.
create table conversation_file (
    id text primary key,               -- the file of the message
    message_id text not null references conversation_message (id), -- of which message
    hash text not null references stored_file (hash), -- its bytes
    name text not null                 -- as its sender named it
);
create index conversation_file_message on conversation_file (message_id);
create index conversation_file_hash on conversation_file (hash);

-- The words of one conversation, each text by itself, so that one that is withdrawn goes alone.
create table conversation_search (
    id text primary key,               -- the conversation whose subject it is, the message or the remark
    conversation_id text not null references conversation (id), -- in which conversation
    folded text not null               -- the text without marks and capitals
);
create index conversation_search_of on conversation_search (conversation_id);
