-- Units (đơn vị): every body that takes part, through all its names, parents and reorganisations.
-- Nothing is ever re-labelled: names and parents have days, and successors are rows.

create table unit (
    id text primary key,               -- the unit, through all its names
    kind text not null,                -- see units/kind.rs
    code text unique,                  -- the office's own code, if it has one
    place text,                        -- code and era of the gazetteer, for people's committees
    founded_on text,                   -- first day, ISO; null when unknown
    abolished_on text,                 -- first day on which it is no more
    created_at bigint not null         -- when it was written down, milliseconds since 1970 UTC
);

-- What a unit is found, filtered and ordered by, derived from its row, its names of all times, aliases and
-- code: lists read this one narrow table instead of four, and every verb on a unit writes it anew.
create table unit_search (
    unit_id text primary key references unit (id), -- the unit
    folded text not null,              -- folded texts, a vertical bar between two
    sort_key text not null,            -- of the newest name
    kind text not null,                -- as in unit
    founded_on text,                   -- as in unit
    abolished_on text                  -- as in unit
);
-- Lists walk this one in order, without touching the table.
create index unit_search_sort on unit_search (sort_key, unit_id, founded_on, abolished_on, kind);

-- A name holds from a day until a day; a new one never overwrites the old.
create table unit_name (
    id text primary key,               -- the name
    unit_id text not null references unit (id), -- whose name
    name text not null,                -- as written, NFC
    folded text not null,              -- lower case without marks, for search
    sort_key text not null,            -- Vietnamese dictionary order
    from_day text,                     -- first day of the name; null = from the beginning
    until_day text                     -- first day on which it is no more the name
);
create index unit_name_unit on unit_name (unit_id);
create index unit_name_folded on unit_name (folded);

-- Under which unit a unit stands, and when.
create table unit_parent (
    id text primary key,               -- the place
    unit_id text not null references unit (id), -- the unit below
    parent_id text not null references unit (id), -- the unit above
    from_day text,                     -- first day; null = from the beginning
    until_day text                     -- first day on which it stands elsewhere
);
create index unit_parent_unit on unit_parent (unit_id);
create index unit_parent_parent on unit_parent (parent_id, until_day, from_day, unit_id);

-- Shorter and older ways to write a name, for search.
create table unit_alias (
    id text primary key,               -- the alias
    unit_id text not null references unit (id), -- whose alias
    alias text not null,               -- e.g. Sở TN&MT
    folded text not null,              -- lower case without marks, for search
    unique (unit_id, folded)
);
create index unit_alias_folded on unit_alias (folded);

-- Whom to call.
create table unit_contact (
    id text primary key,               -- the contact
    unit_id text not null references unit (id), -- for which unit
    name text not null,                -- the person, or the desk
    duty text,                         -- what they answer for
    email text,                        -- lower case
    phone text,                        -- for dialling
    personal boolean not null,         -- a person's own number, not the office's: masked for others
    created_at bigint not null         -- when it was written down
);
create index unit_contact_unit on unit_contact (unit_id);

-- A reorganisation (sắp xếp): merge, split, rename, abolition, or several of them at once ('rearrange'),
-- by a decision, from a day on.
create table reorganisation (
    id text primary key,               -- the reorganisation
    kind text not null check (kind in ('merge', 'split', 'rename', 'abolish', 'rearrange')), -- what happens to the units
    decision_number text not null,     -- số, ký hiệu
    decision_day text not null,        -- ISO
    issuer text not null,              -- who decided
    effective_on text not null,        -- first day of the new state, ISO
    note text,                         -- what else the decision says
    recorded_at bigint not null        -- when it was written down, milliseconds since 1970 UTC
);
create index reorganisation_effective on reorganisation (effective_on);

-- Who became whom; many to many. An abolition without successor has none.
create table succession (
    id text primary key,               -- the succession
    reorganisation_id text not null references reorganisation (id), -- by which reorganisation
    predecessor_id text not null references unit (id), -- who went on
    successor_id text references unit (id), -- as whom; null: as nobody
    extent text not null check (extent in ('whole', 'part', 'none')) -- how much of the predecessor went there
);
create index succession_reorganisation on succession (reorganisation_id);
create index succession_predecessor on succession (predecessor_id);
create index succession_successor on succession (successor_id);
