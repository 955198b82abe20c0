-- Derived from the changes, kept in their transaction, so that partners are found by title and locked in order.
create table event_title (
    schedule_id varchar(64) primary key,
    title       text not null,
    pair_key    text
);
create index event_title_lower on event_title (lower(title));
create index event_title_pair on event_title (pair_key) where pair_key is not null;

-- What is booked already is found by its title, too.
insert into event_title (schedule_id, title, pair_key)
select schedule_id, min(title), lower(substring(min(title) from '(?:^|\D)(\d{6})(?:\D|$)'))
from slot_claim group by schedule_id;

create table companion (
    primary_id   varchar(64) not null,
    companion_id varchar(64) not null,
    primary key (primary_id, companion_id)
);
