-- Published numbers. A day is counted and published once; what was published is never changed.

create table statistic_day (
  day date primary key,
  published_at timestamptz not null,
  -- The policy set by which its rows were let be counted.
  policy text not null,
  -- Whose rows were let be counted, whether or not they had any; the members it was published for.
  counted text[] not null,
  readers text[] not null
);

create table statistic_cell (
  day date not null references statistic_day on delete cascade,
  -- A figure's name: day, class, sector, network.
  name text not null,
  -- The one network that it counts and that it goes to, 0 for a number for all readers.
  asn bigint not null,
  told bigint not null,
  -- The places that it counts: a later publication of this day must form one family with it.
  places text[] not null,
  primary key (day, name)
);
