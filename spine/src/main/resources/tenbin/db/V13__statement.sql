-- What left of a customer's reports stands in the ledger, as leaves of the customer's own tree: the
-- second book of the same goes.

drop table incident_left;

-- What of a recall stands in the ledger already: that it was made, answered, not answered in time.
create table recall_written (
  recipient text not null,
  recall    uuid not null,
  word      text not null check (word in ('MADE', 'ANSWERED', 'OVERDUE')),
  primary key (recipient, recall, word),
  foreign key (recipient, recall) references recall
);
