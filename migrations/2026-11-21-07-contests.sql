-- Contests (hội thi): one edition at one level, its milestones, rules, people to call, papers cited.
-- What changes later is a new version tied to the paper that made it so; nothing is overwritten.

create table contest (
    id text primary key,               -- the contest
    slug text not null unique,         -- the last part of its portal's address
    parent_id text references contest (id), -- the contest above, where it runs here
    higher text,                       -- name of the contest above as the paper has it
    name text not null,                -- the whole name, as papers have it
    folded text not null,              -- lower case without marks, for search
    sort_key text not null,            -- Vietnamese dictionary order
    series text not null check (series in ('technical_innovation', 'youth_creativity', 'other')), -- which series
    level text not null check (level in ('nation', 'province', 'district', 'commune', 'agency')), -- at which level
    locality text not null,            -- tỉnh Sông Lam, toàn quốc, name of the agency
    organiser_id text references unit (id), -- who organises; null while not known
    standing_id text references unit (id), -- cơ quan thường trực
    receiving_id text references unit (id), -- cơ quan tiếp nhận hồ sơ
    edition bigint,                    -- lần thứ; null where the office does not count
    first_year bigint,                 -- years of the edition
    last_year bigint,                  -- the same as the first for one year
    summary text,                      -- what the public reads first
    state text not null check (state in ('preparing', 'running', 'closed')), -- see contests/state.rs
    created_at bigint not null         -- when it was written down, milliseconds since 1970 UTC
);
create index contest_parent on contest (parent_id);
create index contest_organiser on contest (organiser_id);
create index contest_standing on contest (standing_id);
create index contest_receiving on contest (receiving_id);
create index contest_sort on contest (sort_key, id);
create index contest_years on contest (first_year, id);

-- When a contest is to be seen by everybody: from an instant, until it is taken back.
create table publication (
    id text primary key,               -- the publication
    contest_id text not null references contest (id), -- which contest
    from_at bigint not null,           -- from when on
    ordered_by text,                   -- account; null: the operator
    ordered_at bigint not null,        -- when it was ordered
    ended_at bigint,                   -- when it was taken back; null: it holds
    ended_by text                      -- by whom
);
create index publication_contest on publication (contest_id);

-- Fields, eligibility, prizes, money: one document for each version, never changed.
create table rule_set (
    id text primary key,               -- the version
    contest_id text not null references contest (id), -- whose rules
    version bigint not null,           -- 1, 2, …
    body text not null,                -- JSON, see contests/rules.rs
    paper_id text references paper (id), -- which paper made it so
    reason text,                       -- why, in words
    made_by text,                      -- account; null: the operator
    made_at bigint not null,           -- when
    unique (contest_id, version)
);
create index rule_set_paper on rule_set (paper_id);

-- A milestone (mốc) through all its versions.
create table milestone (
    id text primary key,               -- the milestone
    contest_id text not null references contest (id), -- of which contest
    kind text not null,                -- documents::MilestoneKind, or other
    title text,                        -- its own name; null: that of its kind
    created_at bigint not null         -- when it was written down
);
create index milestone_contest on milestone (contest_id);

-- Version 1 sets it, a later one moves it or calls it off and names the paper that did so.
create table milestone_version (
    id text primary key,               -- the version
    milestone_id text not null references milestone (id), -- of which milestone
    version bigint not null,           -- 1, 2, …
    called_off boolean not null,       -- whether it is no more to take place
    starts text,                       -- at the precision stated: 2025-05-31, 2025-05, 2025-Q2, 2025
    ends text,                         -- likewise
    ends_inclusive boolean not null,   -- "đến hết ngày" against "trước ngày"
    by_postmark boolean not null,      -- theo dấu bưu điện
    opens_at bigint,                   -- the instant of the start, milliseconds since 1970 UTC
    closes_at bigint,                  -- the instant of the end
    sentence text,                     -- the words of the paper
    paper_id text references paper (id), -- which paper says so
    reason text,                       -- why, in words
    made_by text,                      -- account; null: the operator
    made_at bigint not null,           -- when
    unique (milestone_id, version)
);
create index milestone_version_paper on milestone_version (paper_id);
create index milestone_version_closes on milestone_version (closes_at);

-- Whom to call. Personal numbers are masked for strangers until the person has cleared them.
create table contest_contact (
    id text primary key,               -- the contact
    contest_id text not null references contest (id), -- for which contest
    unit_id text references unit (id), -- at which unit
    person text,                       -- who
    title text,                        -- post
    organisation text,                 -- as the paper has it
    phones text not null,              -- digits, commas between two; may be empty
    emails text not null,              -- lower case, commas between two; may be empty
    address text,                      -- where
    personal boolean not null,         -- whether phone or mail belong to a person, not to an office
    cleared_at bigint,                 -- when the person agreed to be shown; null: not yet
    cleared_by text,                   -- who wrote the consent down
    paper_id text references paper (id), -- which paper names it
    created_at bigint not null         -- when it was written down
);
create index contest_contact_contest on contest_contact (contest_id);
create index contest_contact_unit on contest_contact (unit_id);
create index contest_contact_paper on contest_contact (paper_id);

-- A paper that made or changed a contest.
create table contest_paper (
    id text primary key,               -- the tie
    contest_id text not null references contest (id), -- which contest
    paper_id text not null references paper (id), -- which paper
    role text not null check (role in ('founding', 'amending', 'related')), -- what it did
    tied_at bigint not null,           -- when
    unique (contest_id, paper_id)
);
create index contest_paper_paper on contest_paper (paper_id);

-- What a paper of the contest rests on (căn cứ).
create table citation (
    id text primary key,               -- the citation
    contest_id text not null references contest (id), -- in whose paper
    paper_id text references paper (id), -- which paper cites
    cited_id text references paper (id), -- the cited paper, where it is here
    kind text not null,                -- law, decree, plan …
    number text,                       -- whole: 06/KH-UBND
    issued_on text,                    -- ISO
    created_at bigint not null         -- when it was written down
);
create index citation_contest on citation (contest_id);
create index citation_paper on citation (paper_id);
create index citation_cited on citation (cited_id);

-- When and what units report (chế độ báo cáo).
create table reporting_regime (
    id text primary key,               -- the regime
    contest_id text not null references contest (id), -- of which contest
    frequency text not null check (frequency in ('monthly', 'quarterly', 'half_yearly', 'yearly', 'once')), -- how often
    due_day bigint,                    -- day of the month; null: its last
    due_month text,                    -- first, middle, last month of the period; null for monthly and once
    once_on text,                      -- the day, ISO, where it is due once
    to_unit text,                      -- to whom, as the paper has it
    via text,                          -- by which way, as the paper has it
    contents text not null,            -- JSON list: what is to be reported
    paper_id text references paper (id), -- which paper says so
    ended_at bigint,                   -- when it ceased to hold; null: it holds
    created_at bigint not null         -- when it was written down
);
create index reporting_regime_contest on reporting_regime (contest_id);
create index reporting_regime_paper on reporting_regime (paper_id);
