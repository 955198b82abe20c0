-- When resources are out, so that nothing is booked on them then. Derived: kept with the changes of the resources.
create table resource_outage (
    resource_id varchar(64) not null,
    outage_id   varchar(96) not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    reason      text,
    primary key (resource_id, starts_at)
);
-- Those of resources that an earlier build registered are collected once, after the start.
alter table resource
    add column outages_known boolean not null default true;
update resource set outages_known = false;
