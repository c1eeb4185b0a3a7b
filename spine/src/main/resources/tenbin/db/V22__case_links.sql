-- That the secretariat joined cases or divided one. A link lies over the cases; nothing is moved.
create table case_link (
  number    bigint generated always as identity,
  id        uuid        primary key,
  -- JOIN: from_case went into into_case; SPLIT: members of from_case went over to into_case.
  kind      text        not null,
  from_case text        not null,
  into_case text        not null,
  members   text[]      not null,
  by        text        not null,
  at        timestamptz not null,
  undone_by text,
  undone_at timestamptz
);
