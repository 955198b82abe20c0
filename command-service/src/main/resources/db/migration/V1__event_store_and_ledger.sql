-- The event store: append only. global_index is the position that readers wait for.
create table domain_event_entry (
    global_index         bigserial primary key,
    event_identifier     varchar(64)  not null unique,
    aggregate_identifier varchar(64)  not null,
    sequence_number      bigint       not null,
    type                 varchar(64),
    time_stamp           varchar(64)  not null,
    payload_type         varchar(128) not null,
    payload_revision     varchar(32),
    payload              bytea        not null,
    meta_data            bytea,
    unique (aggregate_identifier, sequence_number)
);

create table snapshot_event_entry (
    event_identifier     varchar(64)  not null unique,
    aggregate_identifier varchar(64)  not null,
    sequence_number      bigint       not null,
    type                 varchar(64)  not null,
    time_stamp           varchar(64)  not null,
    payload_type         varchar(128) not null,
    payload_revision     varchar(32),
    payload              bytea        not null,
    meta_data            bytea,
    primary key (aggregate_identifier, sequence_number, type)
);

-- How far each event processor has read.
create table token_entry (
    processor_name varchar(128) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    time_stamp     varchar(64),
    owner          varchar(128),
    primary key (processor_name, segment)
);

-- The slot ledger: derived from the events, kept in their transaction, checked before a claim is admitted.
-- A lane's row is locked while its claims are counted, so that no two commands count at once.
create table lane (
    calendar_id       varchar(64) primary key,
    capacity          integer not null check (capacity > 0),
    allow_overbooking boolean not null,
    active            boolean not null,
    time_zone         varchar(64) not null
);

-- span groups claims by length, so that an overlap query looks back no further than the longest of its group:
-- 0 up to an hour, 1 up to four hours, 2 up to a day, 3 up to a week, 4 up to a month.
create table slot_claim (
    claim_id    varchar(128) primary key,
    calendar_id varchar(64)  not null,
    schedule_id varchar(64)  not null,
    title       text         not null,
    span        smallint     not null,
    starts_at   timestamptz  not null,
    ends_at     timestamptz  not null,
    check (starts_at < ends_at)
);
create index slot_claim_overlap on slot_claim (calendar_id, span, starts_at) include (ends_at);
create index slot_claim_schedule on slot_claim (schedule_id);

create table resource (
    resource_id varchar(64) primary key
);
