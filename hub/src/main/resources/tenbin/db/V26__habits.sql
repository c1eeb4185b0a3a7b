-- What readers chose for themselves: the order of a table, a word to filter by, a time zone.
create table habit (
  actor  text        not null,
  what   text        not null,
  choice text        not null,
  at     timestamptz not null,
  primary key (actor, what)
);
create index habit_old on habit (at);
