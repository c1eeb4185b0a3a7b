-- What was withheld when a recipient asked, and comes behind its cursor once it may go.

-- A group that was withheld when its recipient last asked for this purpose, and the position that
-- the recipient's cursors had passed by then: none of them has a row of it behind that.
create table withheld_group (
  responsible int not null,
  purpose text not null,
  holder int not null,
  marking smallint not null,
  passed bigint not null,
  primary key (responsible, purpose, holder, marking)
);

-- A group that was opened: its rows behind "passed" up to "position" come at that position.
create table opening (
  responsible int not null,
  purpose text not null,
  at timestamptz not null,
  holder int not null,
  marking smallint not null,
  passed bigint not null,
  position bigint not null,
  primary key (responsible, purpose, at, holder, marking)
);

-- Where the cursors that were given out lie in the hub's order; goes with the rows' own days.
create table cursor_place (
  responsible int not null,
  purpose text not null,
  day int not null,
  second bigint not null,
  mark bigint not null,
  opened bigint not null,
  -- 0, and more where the same row came again from another position.
  number int not null,
  position bigint not null,
  primary key (responsible, purpose, day, second, mark, opened, number)
);
create index cursor_place_day on cursor_place (day);
