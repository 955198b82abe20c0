-- The rule ledger: derived from the events of recurring rules, kept in their transaction. Counts the rules of each user,
-- remembers what pause-all paused, and tells which rules there are to whoever reports on a run.
create table recurring_rule (
    rule_id varchar(64)  primary key,
    owner   varchar(128) not null,
    status  varchar(16)  not null
);
create index recurring_rule_owner on recurring_rule (owner);
