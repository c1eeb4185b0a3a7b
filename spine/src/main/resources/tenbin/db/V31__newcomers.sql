-- A circle that was grown out of a circle file, beside the files themselves: replays need it.
alter table circle add column grown boolean not null default false;

-- Organisations that the secretariat invited into the circle.
create table newcomer (
  member       text        primary key,
  name         text        not null,
  name_ja      text        not null,
  class        text        not null,
  carrier      boolean     not null,
  -- Networks that the secretariat knows it to have, one a line.
  expected     text        not null,
  mail         text        not null,
  sent_at      timestamptz not null,
  until        timestamptz not null,
  invited_by   text        not null,
  arrived_at   timestamptz,
  withdrawn_at timestamptz,
  joined_at    timestamptz,
  first_row_at timestamptz
);

-- Networks that members say are their own, and how far that is proved.
create table own_range (
  member     text        not null,
  network    text        not null,
  entered_at timestamptz not null,
  means      text        not null,
  standing   text        not null,
  -- Empty until something proved it.
  method     text        not null,
  since      timestamptz,
  proved_at  timestamptz,
  until      timestamptz,
  evidence   text        not null,
  primary key (member, network)
);

-- What a member lays where only the holder of a network can.
create table range_mark (
  member text        primary key,
  token  text        not null,
  until  timestamptz not null
);

-- Who signed which agreement of the circle, and in which words it stood.
create table signature (
  member    text        not null,
  agreement text        not null,
  text      text        not null,
  person    text        not null,
  at        timestamptz not null,
  primary key (member, agreement)
);

-- What newcomers gave as their contacts before they stood in the circle.
create table newcomer_contact (
  member   text not null,
  role     text not null,
  name     text not null,
  mail     text not null,
  phone    text not null,
  given_on date not null,
  primary key (member, role)
);
