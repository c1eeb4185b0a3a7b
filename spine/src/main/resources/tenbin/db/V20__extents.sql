-- How much of a group's rows was told as their recipient's cursors passed them, and the position
-- behind which it was: none of the cursors has a row behind that with more. Once more may be told,
-- those rows come again.
create table told_extent (
  responsible int not null,
  purpose text not null,
  holder int not null,
  marking smallint not null,
  network int not null,
  extent text not null,
  passed bigint not null,
  primary key (responsible, purpose, holder, marking, network, extent)
);
