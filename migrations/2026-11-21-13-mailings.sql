-- Mailings (thư gửi các đơn vị): one letter of whoever runs a contest to many units, looked at before it goes.

create table mailing (
    id text primary key,               -- the mailing; made with its preview, so that one preview is sent once
    contest_id text not null references contest (id), -- of which contest
    task_id text references task (id), -- about which task; null: all
    audience text not null check (audience in ('all', 'not_begun', 'not_reported', 'late')), -- which units
    subject text not null,             -- as it was sent
    body text not null,                -- as it was sent
    units bigint not null,             -- how many units belong to the audience
    mails bigint not null,             -- how many mails were written
    sent_by text,                      -- account; null: the operator
    sent_at bigint not null,           -- when it was ordered, milliseconds since 1970 UTC
    stopped_by text,                   -- account that stopped what had not left
    stopped_at bigint                  -- when
);
create index mailing_contest on mailing (contest_id, id);
create index mailing_task on mailing (task_id);

-- To whom, for which unit. A unit without an address stands here too, so that it can be phoned.
create table mailing_recipient (
    id text primary key,               -- the line
    mailing_id text not null references mailing (id), -- of which mailing
    unit_id text not null references unit (id), -- which unit
    recipient text,                    -- one address; null: there is none
    person text,                       -- whose
    mail_id text,                      -- the mail; gone where it was stopped
    stopped boolean not null           -- whether it was stopped before it left
);
create index mailing_recipient_mailing on mailing_recipient (mailing_id);
create index mailing_recipient_unit on mailing_recipient (unit_id);
create index mailing_recipient_mail on mailing_recipient (mail_id);
