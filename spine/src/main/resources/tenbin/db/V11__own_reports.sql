-- The same bytes of two reporters are two reports: each is read under its own reporter's name,
-- marking and mapping, and what became of it tells nothing of the other. On disk they lie once.
alter table report drop constraint report_digest_key;
alter table report add constraint report_of_reporter unique (digest, reporter);
