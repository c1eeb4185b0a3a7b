-- What followed for what had gone out when a ground ended: recalls, with their acknowledgements, and
-- the deliveries concerned. Made of the book of grounds and the ledger; neither is changed.

create table recall (
  recipient       text        not null,
  id              uuid        not null,
  -- The line of the book of grounds that ended it.
  deed            bigint      not null references ground_deed,
  basis           text        not null,
  made_at         timestamptz not null,
  acknowledge_by  timestamptz not null,
  -- Deliveries that rested on nothing else; 0 when all of them rest on something else now.
  recalled        int         not null,
  rows            bigint      not null,
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  told_at         timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text        not null default '',
  how             text        not null default '' check (how in ('', 'DELETED', 'STOPPED')),
  primary key (recipient, id),
  unique (deed, basis, recipient)
);

create table recall_delivery (
  recipient text        not null,
  recall    uuid        not null,
  -- As the recipient knows it.
  receipt   uuid        not null,
  at        timestamptz not null,
  outlet    text        not null,
  rows      bigint      not null,
  fate      text        not null check (fate in ('RECALLED', 'ANNOTATED', 'STAYS')),
  -- The bases that it rests on now.
  rests_on  text        not null,
  primary key (recipient, recall, receipt)
);

-- Lines of the book whose consequences are worked out.
create table recall_worked (
  deed bigint      primary key references ground_deed,
  at   timestamptz not null
);
