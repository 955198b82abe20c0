-- Rules and events are found by the words of their names, for whoever asks for a change in a sentence. Words are without case
-- and accents; what is there already is folded here, and what is recorded from now on by the service.
create function pg_temp.words_of(name text) returns text[] language sql immutable as $$
    select coalesce(array_agg(distinct word) filter (where word <> ''), '{}')
    from unnest(regexp_split_to_array(
        lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036F]', '', 'g')), '[^[:alnum:]]+')) as word
$$;

alter table event_title
    add column words text[] not null default '{}',
    add column booked_by varchar(128) not null default '';
update event_title set words = pg_temp.words_of(title);
update event_title set booked_by = booked.by
from (select distinct on (aggregate_identifier)
             aggregate_identifier as id, convert_from(payload, 'UTF8')::jsonb ->> 'scheduledBy' as by
      from domain_event_entry
      where type = 'ScheduledEvent' and payload_type = 'EventScheduledOnCalendar.v1'
      order by aggregate_identifier, sequence_number desc) booked
where booked.id = event_title.schedule_id and booked.by is not null;
create index event_title_words on event_title using gin (words);

alter table recurring_rule
    add column name text not null default '',
    add column words text[] not null default '{}';
update recurring_rule set name = said.name, words = pg_temp.words_of(said.name)
from (select distinct on (aggregate_identifier)
             aggregate_identifier as id, convert_from(payload, 'UTF8')::jsonb -> 'profile' ->> 'name' as name
      from domain_event_entry
      where type = 'RecurringRule' and payload_type in ('RuleCreated.v1', 'RuleUpdated.v1')
      order by aggregate_identifier, sequence_number desc) said
where said.id = recurring_rule.rule_id and said.name is not null;
create index recurring_rule_words on recurring_rule using gin (words);
