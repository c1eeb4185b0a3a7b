-- Keys of the names that the members of one case share for addresses, beside those of recipients
-- (V10): made when one of them first asks, destroyed when somebody says so and when the case is over.
create table pseudonym_case_key (
  number     bigint generated always as identity primary key,
  case_id    text        not null,
  made_at    timestamptz not null,
  -- From then on the case has no names, and no further key is made.
  ends_at    timestamptz not null,
  -- Null when it is destroyed: nobody can make or try its names again.
  key        bytea,
  destroyed_at timestamptz
);

create unique index one_living_pseudonym_case_key on pseudonym_case_key (case_id)
  where key is not null;
