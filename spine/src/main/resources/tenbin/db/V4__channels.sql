-- Channels and mail. The outbox keeps requests, never bytes: a subscription says what is asked for
-- and how far it was served, an attempt says what was tried. The recipient stands first in every
-- primary key: it is the key by which a larger store would spread them.

create table subscription (
  recipient      text        not null,
  id             uuid        not null,
  purpose        text        not null,
  channel        text        not null,
  address        text        not null,
  format         text        not null,
  schedule       text        not null,
  state          text        not null check (state in ('ACTIVE', 'PAUSED', 'DEAD', 'ENDED')),
  secret_version int         not null default 1,
  after_cursor   text,
  window_rows    int         not null default 0,
  failures       int         not null default 0,
  due_at         timestamptz not null,
  made_at        timestamptz not null,
  last_success   timestamptz,
  last_error_at  timestamptz,
  last_error     text        not null default '',
  primary key (recipient, id)
);
create index subscription_due on subscription (due_at) where state = 'ACTIVE';

create table attempt (
  recipient    text        not null,
  subscription uuid        not null,
  number       bigint      not null,
  at           timestamptz not null,
  delivery     uuid        not null,
  rows         int         not null,
  receipt      uuid,
  outcome      text        not null check (outcome in ('OPEN', 'SENT', 'FAILED')),
  detail       text        not null default '',
  primary key (recipient, subscription, number)
);

-- What an answer token stands for. Only the token's digest is kept: who reads this table cannot
-- answer in a member's name.
create table answer_token (
  digest  bytea       primary key,
  member  text        not null,
  about   text        not null,
  subject text        not null,
  made_at timestamptz not null
);

create table reporter_address (
  member  text primary key,
  version int  not null
);

create table answer_mail (
  member      text        not null,
  mail        text        not null,
  about       text        not null,
  subject     text        not null,
  received_at timestamptz not null,
  state       text        not null default '',
  words       text        not null,
  primary key (member, mail)
);

create table bounce_mail (
  member      text        not null,
  mail        text        not null,
  subject     text        not null,
  received_at timestamptz not null,
  address     text        not null,
  kind        text        not null check (kind in ('FAILED', 'DELAYED', 'AUTO_REPLY')),
  status      text        not null,
  primary key (member, mail)
);

create table questionable_contact (
  member  text        not null,
  address text        not null,
  since   timestamptz not null,
  why     text        not null,
  primary key (member, address)
);

-- Mails that nobody could be found for, or that were refused; the mails themselves lie in the
-- mailbox's folder for them.
create table dead_mail (
  mail        text        primary key,
  mailbox     text        not null,
  received_at timestamptz not null,
  sender      text        not null,
  title       text        not null,
  why         text        not null
);
