-- The webhook ledger: derived from the events of webhooks, kept in their transaction. Counts those of each user.
create table webhook (
    webhook_id varchar(64)  primary key,
    owner      varchar(128) not null
);
create index webhook_owner on webhook (owner);
