-- Rows about a customer's network can be open where others are withheld: withheld and opened by
-- network too. 0 is what is decided like rows about nobody in particular.

create table customer_network (
  id     int generated always as identity primary key,
  party  text not null,
  prefix text not null,
  unique (party, prefix)
);

-- Networks whose rows a recipient's openings know apart from others, since it first asked of them.
create table network_apart (
  responsible int not null,
  purpose text not null,
  network int not null references customer_network,
  primary key (responsible, purpose, network)
);

alter table withheld_group add column network int not null default 0;
alter table withheld_group drop constraint withheld_group_pkey;
alter table withheld_group add primary key (responsible, purpose, holder, marking, network);

alter table opening add column network int not null default 0;
alter table opening drop constraint opening_pkey;
alter table opening add primary key (responsible, purpose, at, holder, marking, network);
