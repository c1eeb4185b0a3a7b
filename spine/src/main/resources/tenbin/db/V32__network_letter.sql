-- Letters to contacts that a registry names for a network: is it this member's?
create table network_letter (
  -- SHA-256 of what opens it.
  secret      text        primary key,
  member      text        not null,
  network     text        not null,
  mail        text        not null,
  -- Where the registry names that address.
  place       text        not null,
  sent_at     timestamptz not null,
  until       timestamptz not null,
  yes         boolean     not null,
  answered_at timestamptz
);
