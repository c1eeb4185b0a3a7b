-- What people write into cases: comments, hand-overs, method, countermeasures, files. Only ever added to.
create table case_entry (
  id      uuid        primary key,
  case_id text        not null,
  kind    text        not null,
  -- CIRCLE: those whom the case concerns, as far as the balance lets them; OWN: the author's own.
  reach   text        not null,
  member  text        not null,
  -- For the author's own organisation alone.
  person  text        not null,
  at      timestamptz not null,
  about   text        not null,
  -- The entry that it goes on from.
  parent  uuid,
  text    text        not null,
  -- The bytes of a file.
  content bytea
);
create index case_entry_newest on case_entry (case_id, kind, at desc, id);
