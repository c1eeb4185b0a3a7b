-- What the secretariat's office sees and does: how fast reports are read, what came by which way,
-- dead letters and mails that a person put aside, what retention removed.

alter table report
  add column read_at     timestamptz, -- when its last row could be pulled
  add column raw_gone_at timestamptz; -- when retention removed its bytes; the line stays
create index report_read on report (read_at);

create index report_arrival_report on report_arrival (report);

create table way_in (
  name    text        primary key,
  last_at timestamptz not null,
  reports bigint      not null
);

-- A dead letter that a person gave up, with the reason; it can be brought back.
alter table subscription
  add column put_aside_at  timestamptz,
  add column put_aside_why text not null default '';
alter table dead_mail
  add column put_aside_at  timestamptz,
  add column put_aside_why text not null default '';

-- Append only: what was removed because its time was over.
create table removal (
  at     timestamptz not null,
  what   text        not null,
  -- All that is older than this.
  before timestamptz not null,
  things bigint      not null,
  bytes  bigint      not null,
  primary key (at, what)
);
