-- What each person does for its member. Those who were there before keep all that they could do.
alter table person add column offices text not null
  default 'administrator analyst approver customer-desk reader';
alter table person alter column offices drop default;

-- Who was invited has no password yet.
alter table person alter column password_hash set default '';

-- Rights to choose a password, once, by the hash of their secret.
create table invitation (
  hash text primary key,
  person uuid not null references person (id),
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_of_person on invitation (person);

-- Second factors. Their secrets are derived from the hub's own secret and the nonce.
create table second_factor (
  person uuid primary key references person (id),
  nonce text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  used_recovery integer not null default 0
);
