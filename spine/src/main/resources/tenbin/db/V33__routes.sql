-- What happened to routes: one incident a cause, with every prefix of it, who told it, what people
-- did about it and who was told. Where its paths begin, and by which feed something came, betrays
-- who saw it (C8): of these columns only the balance tells anything.

create sequence route_change;

create table route_incident (
  id        uuid        primary key,
  kind      text        not null,
  -- 0 where nobody can be named.
  by_asn    bigint      not null,
  about     text        not null,
  state     text        not null,
  begin_at  timestamptz not null,
  last_at   timestamptz not null,
  ended_at  timestamptz,
  prefixes  int         not null,
  now       int         not null,
  vantages  int         not null,
  vantages_of int       not null,
  score     int         not null,
  -- A JSON array of [name, score, detail].
  evidence  text        not null,
  others    int         not null,
  reopened  int         not null,
  -- Whether enough spoke for it that people are to be told.
  worth     boolean     not null default false,
  steps_cut bigint      not null default 0,
  -- In which order incidents changed, for whoever tells people.
  change    bigint      not null default nextval('route_change')
);
create index route_incident_last on route_incident (last_at desc, id);
create index route_incident_change on route_incident (change);

-- How it stood before, oldest first.
create table route_version (
  incident uuid        not null references route_incident on delete cascade,
  number   int         not null,
  at       timestamptz not null,
  state    text        not null,
  prefixes int         not null,
  now      int         not null,
  vantages int         not null,
  score    int         not null,
  primary key (incident, number)
);

create table route_impact (
  incident uuid not null references route_incident on delete cascade,
  member   text not null,
  prefixes int  not null,
  now      int  not null,
  primary key (incident, member)
);
create index route_impact_member on route_impact (member, incident);

create table route_affected (
  incident uuid        not null references route_incident on delete cascade,
  prefix   cidr        not null,
  of       cidr        not null,
  -- Empty where it is nobody's in the circle.
  member   text        not null,
  expected bigint      not null,
  observed bigint      not null,
  begin_at timestamptz not null,
  ended_at timestamptz,
  vantages int         not null,
  most     int         not null,
  path     text        not null,
  primary key (incident, prefix)
);
create index route_affected_member on route_affected (incident, member, prefix);

-- Whose feeds saw a prefix of it, and since when; empty for the hub's own feeds.
create table route_seen (
  incident uuid        not null references route_incident on delete cascade,
  prefix   cidr        not null,
  owner    text        not null,
  since    timestamptz not null,
  primary key (incident, prefix, owner)
);

-- The routers that saw it; an incident has as many as there are feeds' sessions.
create table route_vantage (
  incident uuid        not null references route_incident on delete cascade,
  feed     text        not null,
  asn      bigint      not null,
  address  inet        not null,
  owner    text        not null,
  first_at timestamptz not null,
  primary key (incident, feed, asn, address)
);

-- The picture's steps: the first ones of each incident, the others are counted.
create table route_step (
  incident uuid        not null references route_incident on delete cascade,
  number   int         not null,
  at       timestamptz not null,
  feed     text        not null,
  asn      bigint      not null,
  address  inet        not null,
  prefix   cidr        not null,
  path     text        not null,
  primary key (incident, number)
);

-- Append only: what members' people did about it, each for its own member.
create table route_act (
  number   bigint      generated always as identity primary key,
  incident uuid        not null references route_incident on delete cascade,
  member   text        not null,
  person   text        not null,
  at       timestamptz not null,
  act      text        not null,
  reason   text        not null
);
create index route_act_incident on route_act (incident, member, number);

-- What members declare of their routing, every version.
create table route_declaration (
  member  text        not null,
  version int         not null,
  at      timestamptz not null,
  person  text        not null,
  source  text        not null,
  content text        not null,
  primary key (member, version)
);

-- Whether a member wants notices by mail; append only, the last word counts.
create table route_wish (
  number bigint      generated always as identity primary key,
  member text        not null,
  at     timestamptz not null,
  person text        not null,
  wanted boolean     not null
);
create index route_wish_member on route_wish (member, number);

-- What there was to tell a member, in its own numbering.
create table route_told (
  member   text        not null,
  number   int         not null,
  incident uuid        not null references route_incident on delete cascade,
  what     text        not null,
  prefixes int         not null,
  at       timestamptz not null,
  mailed   boolean     not null default false,
  primary key (member, number)
);
create index route_told_incident on route_told (incident, member, number);
