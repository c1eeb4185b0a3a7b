-- The people and programs of members that may enter.
create table person (
  id uuid primary key,
  member text not null,
  login text not null unique,
  password_hash text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index person_of_member on person (member);

create table api_token (
  id uuid primary key,
  hash text not null unique,
  member text not null,
  title text not null,
  scopes text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index api_token_of_member on api_token (member, created_at desc);
