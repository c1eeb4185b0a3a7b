-- The way of the data: reports in, observations in one order, the circle, the ledger.
-- No GiST, EXCLUDE or LISTEN; the shard key stands in every primary key of what grows.

create table circle (
  version text primary key,
  yaml text not null,
  since timestamptz not null
);

-- Dictionaries: short numbers for what repeats in every row. Small; replicated when sharded.
create table party (
  id int generated always as identity primary key,
  name text not null unique
);
-- The one writer gives these numbers; the digest finds them again after a restart.
create table kind (
  id int primary key,
  digest uuid not null unique,
  content text not null
);
create table attribution (
  id int primary key,
  digest uuid not null unique,
  content text not null
);
create table columns_kept (
  id int primary key,
  digest uuid not null unique,
  content text not null
);

-- One line per distinct report; its bytes lie in a file named by the digest.
create table report (
  id int generated always as identity primary key,
  digest text not null unique,
  reporter int not null references party,
  name text not null,
  feed text not null,
  marking text,
  mapping text,
  size bigint not null,
  received_at timestamptz not null,
  state text not null check (state in ('WAITING', 'READING', 'READ', 'REFUSED')),
  format text not null default '',
  -- Calls of the reader that are committed: observations and warnings together.
  progress bigint not null default 0,
  rows_read bigint not null default 0,
  rows_refused bigint not null default 0,
  rows_folded bigint not null default 0,
  warnings_kept int not null default 0
);
create index report_waiting on report (id) where state in ('WAITING', 'READING');

-- Who sent it and when: the first reporter's line and one for every other who sent the same bytes.
create table report_arrival (
  reporter int not null references party,
  report int not null references report,
  name text not null,
  received_at timestamptz not null,
  primary key (reporter, report)
);
create index report_arrival_newest on report_arrival (reporter, received_at desc);

create table report_fault (
  report int not null references report,
  fault text not null,
  times bigint not null,
  primary key (report, fault)
);
create table report_warning (
  report int not null references report,
  ordinal int not null,
  fault text not null,
  part text not null,
  place_row bigint not null,
  place_offset bigint not null,
  detail text not null,
  primary key (report, ordinal)
);

-- Append only, by day of receipt (UTC). responsible is the shard key; 0 is nobody in the circle.
create table observation (
  position bigint not null,
  received_day date not null,
  responsible int not null,
  holder int not null,
  marking smallint not null,
  report int not null,
  kind int not null,
  attribution int not null,
  -- Nanoseconds since 1970-01-01T00:00Z.
  observed bigint not null,
  transport smallint not null,
  source_address inet,
  source_port int not null,
  destination_address inet,
  destination_port int not null,
  fingerprint uuid not null,
  -- The position of another holder's row of the same identity, 0 when this is the first.
  first bigint not null,
  -- Exact duplicates inside its own chunk, itself included.
  times int not null,
  -- Everything else, packed: see PackedRest.
  rest bytea not null,
  primary key (responsible, position, received_day)
) partition by range (received_day);
create index observation_observed on observation using brin (observed);
create index observation_position on observation using brin (position);
create index observation_again on observation (responsible, first) where first > 0;

-- Later exact duplicates of a stored row, by that row's position. Append only.
create table fold (
  responsible int not null,
  position bigint not null,
  report int not null,
  progress bigint not null,
  times int not null,
  primary key (responsible, position, report, progress)
);

-- Whose rows somebody may ask for: the groups that the balance decides alike.
create table contribution (
  responsible int not null,
  holder int not null,
  marking smallint not null,
  primary key (responsible, holder, marking)
);

-- The one writer's place in the order.
create table hub_order (
  one boolean primary key default true check (one),
  next_position bigint not null
);
insert into hub_order (next_position) values (1);
