-- Changes that the brokers refuse, and those of the same subjects behind them, until they are taken.
create table withheld_change (
    global_index     bigint primary key,
    subject          varchar(64) not null,
    sequence_number  bigint      not null,
    event_identifier varchar(64) not null unique,
    reason           text        not null,
    since            timestamptz not null
);
create index withheld_change_subject on withheld_change (subject, sequence_number);
