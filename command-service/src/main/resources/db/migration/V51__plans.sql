-- When the rules run whose queue is a calendar, so that bookings there count their runs. Null where nothing is counted: the
-- queue is a mere name, or the rule does not run.
alter table recurring_rule add column plan jsonb;
create index recurring_rule_planned on recurring_rule (queue) where plan is not null;
update recurring_rule rule
set plan = jsonb_build_object('ruleId', rule.rule_id, 'profile', said.profile, 'paused', rule.status <> 'ACTIVE')
from (
    select distinct on (aggregate_identifier)
           aggregate_identifier as rule_id, convert_from(payload, 'UTF8')::jsonb -> 'profile' as profile
    from domain_event_entry
    where payload_type in ('RuleCreated.v1', 'RuleUpdated.v1')
    order by aggregate_identifier, sequence_number desc
) said
where said.rule_id = rule.rule_id
  and rule.status in ('ACTIVE', 'PAUSED', 'PAUSED_WITH_ALL')
  and rule.queue ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
