-- Within what anybody books on a calendar for themselves; null when that takes a share.
alter table lane add column bookable jsonb;

-- What was booked on such calendars, by whom, and until when it lasts. Derived: kept with the changes of the events.
create table own_booking (
    schedule_id varchar(64)  primary key,
    calendar_id varchar(64)  not null,
    booked_by   varchar(128) not null,
    ends_at     timestamptz  not null
);
create index own_booking_of on own_booking (calendar_id, booked_by, ends_at);
