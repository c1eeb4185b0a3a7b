-- What customers of members tell, the links by which they come, and what is asked of whom.

create table incident_report (
  id       uuid        primary key,
  -- To whom it happened, and who knows it: a member, or the organisation itself.
  subject  text        not null,
  holder   text        not null,
  told_at  timestamptz not null,
  zone     text        not null,
  marking  text        not null,
  -- Whether its teller may be asked to permit more.
  asking   text        not null,
  -- A JSON object of field to value.
  content  text        not null
);
create index incident_subject on incident_report (subject, told_at);

-- What patterns cut out of a field, looked at by a person.
create table incident_review (
  report  uuid        not null references incident_report on delete cascade,
  field   text        not null,
  -- The digest of the proposal that was looked at: another proposal needs another look.
  digest  text        not null,
  person  text        not null,
  at      timestamptz not null,
  refused boolean     not null,
  primary key (report, field, digest)
);

-- What of a report left to whom, for the statement of the one whom it is about; the ledger has the
-- line, this says which fields.
create table incident_left (
  report     uuid        not null references incident_report on delete cascade,
  recipient  text        not null,
  purpose    text        not null,
  outlet     text        not null,
  fields     text        not null,
  bases      text        not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  times      bigint      not null,
  primary key (report, recipient, purpose, outlet, fields, bases)
);

-- Organisations for which a member's customer desk or the secretariat keeps a way in.
create table customer (
  id        text        primary key,
  desk      text        not null,
  name      text        not null,
  mail      text        not null,
  made_at   timestamptz not null,
  ended_at  timestamptz
);
create index customer_desk on customer (desk, made_at);

-- Signed links: the digest only. One organisation each, with an end, revocable.
create table portal_link (
  id          uuid        primary key,
  digest      bytea       not null unique,
  customer    text        not null references customer,
  -- Empty for the portal itself, else the one thing that it asks.
  task        uuid,
  -- Of the code that is told by another way; null where none is.
  code        bytea,
  made_by     text        not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  ended_at    timestamptz,
  last_used   timestamptz,
  failures    int         not null default 0
);
create index portal_link_customer on portal_link (customer, made_at);

-- What was asked of whom, once for one thing.
create table ask_task (
  id          uuid        primary key,
  -- Holder, subject or group, gate, purpose, class of recipients: never two open ones.
  digest      text        not null unique,
  rule        text        not null,
  whom        text        not null,
  holder      text        not null,
  subject     text        not null,
  about       text        not null,
  gate        text        not null,
  categories  text        not null,
  purpose     text        not null,
  recipients  text        not null,
  approvals   int         not null,
  opened_at   timestamptz not null,
  due_at      timestamptz not null,
  mailed_at   timestamptz,
  reminded_at timestamptz,
  state       text        not null,
  decided_at  timestamptz,
  -- The ground that the answer made.
  ground      text        not null default ''
);
create index ask_task_holder on ask_task (holder, opened_at);
create index ask_task_open on ask_task (due_at) where state = 'OPEN';

-- Append only: who said what to a task.
create table ask_word (
  task    uuid        not null references ask_task,
  number  int         not null,
  person  text        not null,
  said    text        not null,
  note    text        not null,
  at      timestamptz not null,
  primary key (task, number)
);
