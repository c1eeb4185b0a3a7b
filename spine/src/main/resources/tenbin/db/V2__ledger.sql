-- What left: append only, every line chained to the one before it.

create table ledger (
  seq bigint primary key,
  at timestamptz not null,
  recipient text not null,
  entry text not null,
  previous bytea not null,
  hash bytea not null
);
create index ledger_recipient on ledger (recipient, seq);

-- Beside the chain, so that a line's commitment can be shredded without breaking it.
create table ledger_salt (
  seq bigint primary key references ledger,
  salt bytea not null
);

create function ledger_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append only';
end $$;
create trigger ledger_row before update or delete on ledger
  for each row execute function ledger_stays();
create trigger ledger_whole before truncate on ledger
  for each statement execute function ledger_stays();
