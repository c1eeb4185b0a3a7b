-- Cases: what concerns several members, and what each of them said. The case is the shard key.

create table casefile (
  id text primary key,
  detector text not null,
  rsit text not null,
  identifier text not null,
  family text not null,
  joined_by text[] not null,
  seen_from timestamptz not null,
  seen_to timestamptz not null,
  sightings bigint not null,
  score double precision not null,
  why text not null,
  deadline timestamptz not null,
  deadline_zone text not null,
  marking text not null,
  opened timestamptz not null
);

create table case_member (
  case_id text not null references casefile,
  member text not null,
  primary key (case_id, member)
);
create index case_member_by_member on case_member (member, case_id);

-- Only ever added to: the history of who said what when.
create table case_answer (
  case_id text not null references casefile,
  member text not null,
  at timestamptz not null,
  state text not null,
  note text not null,
  primary key (case_id, member, at, state)
);

create table case_reminded (
  case_id text not null references casefile,
  member text not null,
  step text not null,
  at timestamptz not null,
  primary key (case_id, member, step)
);
