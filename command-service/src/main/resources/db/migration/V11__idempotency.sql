-- What was answered under an Idempotency-Key: written in the transaction of the changes that it speaks of.
create table idempotent_answer (
    subject         varchar(128) not null,
    key             text         not null,
    request_hash    char(64)     not null,
    status          smallint     not null,
    etag            text,
    location        text,
    change_position text,
    body            text         not null,
    answered_at     timestamptz  not null,
    primary key (subject, key)
);
create index idempotent_answer_answered_at on idempotent_answer (answered_at);
