-- What was published (tuyên truyền), counted when it is written, as progress is: derived from `publicity`,
-- counted again by whatever writes it, compared by `hoithi check`. Only what is done counts.

-- What a unit did for a contest.
create table publicity_progress (
    id text primary key,               -- contest and unit, with a slash between
    contest_id text not null references contest (id), -- which contest
    unit_id text not null references unit (id), -- which unit
    done bigint not null,              -- activities; a unit without one has no row
    taken bigint not null,             -- of these, taken ones
    waiting bigint not null,           -- of these, those that wait for a verdict
    channels bigint not null,          -- channels used
    copies bigint not null,            -- copies, broadcasts, posts
    reach bigint not null,             -- people
    first_on text,                     -- the first day, ISO
    unique (contest_id, unit_id)
);
create index publicity_progress_unit on publicity_progress (unit_id, contest_id);

-- What was done for a contest by one channel.
create table publicity_by_channel (
    id text primary key,               -- contest and channel, with a slash between
    contest_id text not null references contest (id), -- which contest
    channel text not null,             -- by which way
    done bigint not null,              -- activities
    copies bigint not null,            -- copies, broadcasts, posts
    reach bigint not null,             -- people
    unique (contest_id, channel)
);

insert into publicity_progress (id, contest_id, unit_id, done, taken, waiting, channels, copies,
    reach, first_on)
select contest_id || '/' || unit_id, contest_id, unit_id, count(*), count(case when state = 'taken' then 1 end),
    count(case when state = 'done' then 1 end), count(distinct channel), coalesce(sum(copies), 0),
    coalesce(sum(reach), 0), min(done_on)
from publicity where state in ('done', 'asked', 'taken') group by contest_id, unit_id;

insert into publicity_by_channel (id, contest_id, channel, done, copies, reach)
select contest_id || '/' || channel, contest_id, channel, count(*), coalesce(sum(copies), 0), coalesce(sum(reach), 0)
from publicity where state in ('done', 'asked', 'taken') group by contest_id, channel;

-- Walked in order when the channels of a contest are counted.
create index publicity_channel on publicity (contest_id, channel, state, copies, reach);
