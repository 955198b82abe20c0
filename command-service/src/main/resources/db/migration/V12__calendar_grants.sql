-- Who holds what on which calendar: derived from the events of calendars, kept in their transaction.
create table calendar_grant (
    calendar_id varchar(64)  not null,
    subject     varchar(128) not null,
    level       varchar(16)  not null,
    primary key (calendar_id, subject)
);
create index calendar_grant_subject on calendar_grant (subject, calendar_id);

-- Calendars that are there already belong to whom they last named as their owner.
insert into calendar_grant (calendar_id, subject, level)
select distinct on (aggregate_identifier)
       aggregate_identifier, convert_from(payload, 'UTF8')::jsonb -> 'profile' ->> 'ownerId', 'ADMIN'
from domain_event_entry
where payload_type in ('CalendarCreated.v1', 'CalendarUpdated.v1')
order by aggregate_identifier, sequence_number desc;
