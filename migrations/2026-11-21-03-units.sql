-- Units (đơn vị): every body that takes part, through all its names, parents and reorganisations.
-- Nothing is ever re-labelled: names and parents have days, and successors are rows.

create table unit (
    id text primary key,
    kind text not null,                -- see units/kind.rs
    code text unique,                  -- the office's own code, if it has one
    place text,                        -- code and era of the gazetteer, for people's committees
    founded_on text,                   -- first day, ISO; null when unknown
    abolished_on text,                 -- first day on which it is no more
    created_at bigint not null
);
create index unit_kind on unit (kind);

create table unit_name (
    id text primary key,
    unit_id text not null references unit (id),
    name text not null,                -- as written, NFC
    folded text not null,              -- lower case without marks, for search
    sort_key text not null,            -- Vietnamese dictionary order
    from_day text,                     -- first day of the name; null = from the beginning
    until_day text                     -- first day on which it is no more the name
);
create index unit_name_unit on unit_name (unit_id);
create index unit_name_sort on unit_name (sort_key);

create table unit_parent (
    id text primary key,
    unit_id text not null references unit (id),
    parent_id text not null references unit (id),
    from_day text,
    until_day text
);
create index unit_parent_unit on unit_parent (unit_id);
create index unit_parent_parent on unit_parent (parent_id);

create table unit_alias (
    id text primary key,
    unit_id text not null references unit (id),
    alias text not null,               -- e.g. Sở TN&MT
    folded text not null,
    unique (unit_id, folded)
);
create index unit_alias_folded on unit_alias (folded);

create table unit_contact (
    id text primary key,
    unit_id text not null references unit (id),
    name text not null,                -- the person, or the desk
    duty text,                         -- what they answer for
    email text,
    phone text,
    personal boolean not null,         -- a person's own number, not the office's: masked for others
    created_at bigint not null
);
create index unit_contact_unit on unit_contact (unit_id);

-- A reorganisation (sắp xếp): merge, split, rename or abolition, by a decision, from a day on.
create table reorganisation (
    id text primary key,
    kind text not null check (kind in ('merge', 'split', 'rename', 'abolish')),
    decision_number text not null,     -- số, ký hiệu
    decision_day text not null,        -- ISO
    issuer text not null,              -- who decided
    effective_on text not null,        -- first day of the new state, ISO
    note text,
    recorded_at bigint not null
);
create index reorganisation_effective on reorganisation (effective_on);

-- Who became whom; many to many. An abolition without successor has none.
create table succession (
    id text primary key,
    reorganisation_id text not null references reorganisation (id),
    predecessor_id text not null references unit (id),
    successor_id text references unit (id),
    extent text not null check (extent in ('whole', 'part', 'none'))
);
create index succession_reorganisation on succession (reorganisation_id);
create index succession_predecessor on succession (predecessor_id);
create index succession_successor on succession (successor_id);
