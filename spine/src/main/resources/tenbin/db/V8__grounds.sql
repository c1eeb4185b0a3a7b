-- What the balance goes by beside the circle: policy files as they were last in force, and what
-- people recorded while the hub ran.

-- The newest line stands; a folder with faults changes nothing here.
create table policy_files (
  version text        primary key,
  -- A JSON array of {"name", "text"}.
  files   text        not null,
  since   timestamptz not null
);

-- Append only: grounds given, ended, adopted, withdrawn. A line is never changed; another one says
-- what came later.
create table ground_deed (
  number      bigint      primary key,
  -- The hub's clock: from when it is on record.
  recorded_at timestamptz not null,
  -- From when it holds.
  valid_from  timestamptz not null,
  member      text        not null,
  person      text        not null,
  act         text        not null,
  -- The id of a basis, or of a register.
  about       text        not null,
  party       text        not null default '',
  until       timestamptz,
  state       text        not null default '',
  -- Entries in the format of policy files.
  entries     text        not null default '',
  evidence    text        not null
);
create index ground_deed_about on ground_deed (about, number);

create function ground_deed_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was recorded of grounds is append only';
end $$;
create trigger ground_deed_row before update or delete on ground_deed
  for each row execute function ground_deed_stays();
create trigger ground_deed_whole before truncate on ground_deed
  for each statement execute function ground_deed_stays();
