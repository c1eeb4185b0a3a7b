-- What stands in the ledger once, whoever writes it again: a name for the line, written with it.
create table ledger_once (
  name text primary key,
  seq bigint not null
);
