-- The ledger as evidence: a Merkle tree for each party, a place for each tree, heads over all
-- places. Every line of the ledger is a leaf of its recipient's tree; lines that were written
-- before are given their leaves, in their order, when the hub starts the first time.

create table ledger_tree (
  id    int   primary key, -- 0 is the public log, whose leaves are the heads
  -- These three go when the party is to be forgotten; what hangs on the commitment stays.
  party text  unique,
  salt  bytea,             -- opens the commitment to its name
  key   bytea,             -- seals what the party's leaves commit to; itself sealed by the hub
  named bytea not null,
  place int   not null unique
);

create table ledger_leaf (
  tree  int    not null,
  index bigint not null,
  seq   bigint not null, -- the ledger's line; for a head the last line before it
  hash  bytea  not null,
  told  text,            -- what the subject is told; for a recipient it is the line itself
  primary key (tree, index)
);
create unique index ledger_leaf_line on ledger_leaf (seq, tree) where tree > 0;

-- 256 hashes that lie beside each other, with the root over them.
create table ledger_tile (
  tree   int      not null,
  level  smallint not null,
  index  bigint   not null,
  root   bytea    not null,
  hashes bytea    not null,
  primary key (tree, level, index)
);
alter table ledger_tile alter column hashes set storage external;

-- The newest signed head.
create table ledger_head (
  one      boolean primary key default true check (one),
  slot     bigint not null,
  places   bytea  not null,
  last_seq bigint not null,
  note     text   not null
);

-- What a line commits to and does not say, sealed under its recipient's key; goes with the salts.
create table ledger_content (
  seq    bigint primary key references ledger,
  sealed bytea  not null
);
