-- Who holds which role of a working group from when to when. A seat is never taken back, it ends.
create table group_seat (
  id           uuid        primary key,
  number       bigint      generated always as identity,
  group_id     text        not null,
  role         text        not null,
  member       text        not null,
  -- As the audit names people: for their own organisation alone.
  person       text        not null,
  -- As the group's members read it.
  name         text        not null,
  begins       timestamptz not null,
  -- Null for a participant without a term.
  ends         timestamptz,
  given_by     text        not null,
  given_person text        not null,
  -- OWN, CHAIR, SECRETARIAT, ELECTION.
  given_how    text        not null,
  given_at     timestamptz not null,
  -- Before its term, where it ended so.
  ended_at     timestamptz,
  ended_why    text
);
create index group_seat_group on group_seat (group_id, number);

-- Documents of groups: each line a version; the first version's id is the document's.
create table group_document (
  id         uuid        primary key,
  number     bigint      generated always as identity,
  group_id   text        not null,
  document   uuid        not null,
  member     text        not null,
  person     text        not null,
  at         timestamptz not null,
  title      text        not null,
  file       text        not null,
  type       text        not null,
  size       integer     not null,
  -- SHA-256 of the bytes.
  digest     text        not null,
  marking    text        not null,
  -- GROUP, or CIRCLE where the circle reads the title.
  reach      text        not null,
  -- Null once it is removed: the line stays as its trace.
  content    bytea,
  removed_at timestamptz,
  removed_by text,
  removed_why text
);
create index group_document_group on group_document (group_id, number desc);

-- Elections of roles in working groups.
create table group_election (
  id              uuid        primary key,
  number          bigint      generated always as identity,
  group_id        text        not null,
  role            text        not null,
  member          text        not null,
  person          text        not null,
  at              timestamptz not null,
  nominations_end timestamptz not null,
  voting_end      timestamptz not null,
  term_begins     timestamptz not null,
  term_ends       timestamptz not null,
  quorum          integer     not null,
  -- The members that may vote: those of the group when it was opened.
  electors        text[]      not null,
  -- The election that this is the second ballot of.
  second_of       uuid,
  withdrawn_at    timestamptz,
  outcome         text,
  elected         uuid,
  votes_cast      integer,
  -- Votes by candidate, where they may be told at all.
  counts          text
);
create index group_election_group on group_election (group_id, number);

create table group_candidate (
  id       uuid    primary key,
  number   bigint  generated always as identity,
  election uuid    not null,
  -- The participant's seat.
  seat     uuid    not null,
  member   text    not null,
  by       text    not null,
  -- NOMINATED, STANDS, DECLINED.
  state    text    not null,
  unique (election, seat)
);

-- Who has voted: no time, no person, and gone when the result stands.
create table group_turnout (
  election uuid not null,
  member   text not null,
  primary key (election, member)
);

-- What was voted, of all together under a key of the hub's that is not in the database; gone when
-- the result stands.
create table group_box (
  election uuid  primary key,
  sealed   bytea not null
);
