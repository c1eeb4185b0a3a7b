-- Keys of the names under which addresses are told where an address itself may not be: one for each
-- recipient, replaced in time. A replaced key is destroyed, its line stays to say so.
create table pseudonym_key (
  recipient  text        not null,
  made_at    timestamptz not null,
  -- Null when it is destroyed: nobody can make or try its names again.
  key        bytea,
  destroyed_at timestamptz,
  primary key (recipient, made_at)
);

create unique index one_living_pseudonym_key on pseudonym_key (recipient) where key is not null;
