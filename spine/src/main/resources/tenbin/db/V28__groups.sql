-- What happens in groups: opened among members, invited, joined, left, ended; minutes. Only ever
-- added to, until minutes are older than their group keeps them.
create table group_line (
  id       uuid        primary key,
  number   bigint      generated always as identity,
  group_id text        not null,
  kind     text        not null,
  member   text        not null,
  -- For the member's own organisation alone.
  person   text        not null,
  at       timestamptz not null,
  -- Whom it is about, where somebody is invited.
  whom     text        not null,
  head     text        not null,
  body     text        not null,
  -- Of minutes the day of the meeting, of a group its last moment.
  day      date,
  until    timestamptz
);
create index group_line_minutes on group_line (group_id, day desc, number desc)
  where kind = 'MINUTED';
create index group_line_deeds on group_line (number) where kind <> 'MINUTED';

-- What members' people can do, as each member says itself.
create table skill (
  id     uuid        primary key,
  member text        not null,
  person text        not null,
  at     timestamptz not null,
  what   text        not null,
  note   text        not null
);
create index skill_member on skill (member);
