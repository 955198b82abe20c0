-- Subjects whose changes are all sent once more, because they were missing on their topic: those under way, and who asked for which.
create table republication (
    republication_id varchar(36)  primary key,
    kind             varchar(16)  not null,
    subject          varchar(64)  not null,
    requested_by     varchar(128) not null,
    requested_at     timestamptz  not null,
    reason           text,
    status           varchar(16)  not null,
    changes          bigint,
    ended_at         timestamptz,
    detail           text
);
create unique index republication_under_way on republication (subject) where status = 'REQUESTED';
create index republication_subject on republication (subject, requested_at);
