-- How many rows there are, by what the balance decides alike, by kind and by day: written in the
-- transaction of the rows themselves, and gone with them.
create table row_count (
  responsible int not null,
  -- Of the time observed, days since 1970-01-01 (UTC); which of its hours have rows: bit 0 is the first.
  day int not null,
  kind int not null,
  holder int not null,
  marking smallint not null,
  attribution int not null,
  -- Whether another holder had brought the same rows before.
  again boolean not null,
  received_day date not null,
  rows bigint not null,
  hours int not null,
  from_position bigint not null,
  to_position bigint not null,
  primary key (responsible, day, kind, holder, marking, attribution, again, received_day)
) with (fillfactor = 70);
create index row_count_holder on row_count (holder);
create index row_count_received on row_count (received_day);

insert into row_count
  select responsible, day, kind, holder, marking, attribution, first > 0, received_day, count(*),
    bit_or(1 << ((observed % 86400000000000 + 86400000000000) % 86400000000000
      / 3600000000000)::int),
    min(position), max(position)
  from (
    select o.*, case when observed >= 0 then observed / 86400000000000
      else (observed + 1) / 86400000000000 - 1 end as day
    from observation o
  ) counted
  group by 1, 2, 3, 4, 5, 6, 7, 8;

-- How rows spread over holders and markings, which the planner cannot know from either alone.
do $$
declare
  part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'observation'::regclass
  loop
    execute format('create statistics %s_group on (holder * 8 + marking) from %s', part, part);
    execute format('analyze %s', part);
  end loop;
end $$;
