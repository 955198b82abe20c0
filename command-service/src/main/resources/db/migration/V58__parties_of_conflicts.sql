-- Which two compete, and for which resource: whoever takes a suggestion is asked whether it is about them. What was detected
-- before is filled in from the topic, which is read once more from its start.
alter table detected_conflict
    add column schedule_id varchar(256),
    add column other_schedule_id varchar(256),
    add column resource_id varchar(256);
