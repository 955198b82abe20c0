-- Where runs stand that are not over, as rule-expander says on the topic of occurrences: what is going on, and what was
-- missed. Derived: it fills again from the topic. What was asked for and not answered yet is here, too.
create table run (
    occurrence_id varchar(200) primary key,
    rule_id       varchar(64)  not null,
    state         varchar(16)  not null,
    attempt       integer      not null,
    sequence      bigint       not null
);
create index run_rule on run (rule_id, state, sequence);

-- The last that was heard of each rule's runs: what comes again is older.
create table run_heard (
    rule_id  varchar(64) primary key,
    sequence bigint      not null
);

-- Whether all rules are paused, so that one which is created meanwhile is paused as well.
create table all_rules_paused (
    everywhere boolean primary key check (everywhere),
    paused_by  varchar(128) not null,
    reason     varchar(256)
);
insert into all_rules_paused (everywhere, paused_by)
select true, 'pause-all' where exists (select from recurring_rule where status = 'PAUSED_WITH_ALL');

-- Whose calendar a rule's runs are on: who may book there may change the rule.
alter table recurring_rule add column queue varchar(128) not null default '';
update recurring_rule set queue = said.queue
from (
    select distinct on (aggregate_identifier)
           aggregate_identifier as rule_id, convert_from(payload, 'UTF8')::jsonb -> 'profile' ->> 'queue' as queue
    from domain_event_entry
    where payload_type in ('RuleCreated.v1', 'RuleUpdated.v1')
    order by aggregate_identifier, sequence_number desc
) said
where said.rule_id = recurring_rule.rule_id;

-- Only a calendar of type QUEUE takes runs.
alter table lane add column calendar_type varchar(16);
update lane set calendar_type = said.calendar_type
from (
    select distinct on (aggregate_identifier)
           aggregate_identifier as calendar_id,
           convert_from(payload, 'UTF8')::jsonb -> 'profile' ->> 'calendarType' as calendar_type
    from domain_event_entry
    where payload_type in ('CalendarCreated.v1', 'CalendarUpdated.v1')
    order by aggregate_identifier, sequence_number desc
) said
where said.calendar_id = lane.calendar_id;
