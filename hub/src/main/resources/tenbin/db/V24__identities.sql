-- Who people are at their organisations' own sign-in: linked by the person, one an issuer.
create table person_identity (
  issuer text not null,
  subject text not null,
  person uuid not null references person (id),
  name text not null,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (person, issuer)
);
