-- Passkeys of people: public keys, no secret among them.
create table passkey (
  credential text primary key,
  person uuid not null references person (id),
  public_key bytea not null,
  signatures bigint not null,
  verified boolean not null,
  transports text not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  attestation bytea,
  client_data bytea,
  label text not null,
  made_at timestamptz not null,
  used_at timestamptz not null
);
create index passkey_of_person on passkey (person);
