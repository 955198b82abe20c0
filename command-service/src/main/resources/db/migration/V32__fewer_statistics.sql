-- Autovacuum samples a growing table about once a minute. Thirty thousand changes took it half a second of a core, and commands
-- waited. Every statement goes by an index whatever the values are (plan_cache_mode, enable_seqscan), so that a tenth of the
-- sample will do, and none of what no index holds.
alter table domain_event_entry
    alter column global_index set statistics 10,
    alter column event_identifier set statistics 10,
    alter column aggregate_identifier set statistics 10,
    alter column sequence_number set statistics 10,
    alter column type set statistics 0,
    alter column time_stamp set statistics 0,
    alter column payload_type set statistics 0,
    alter column payload_revision set statistics 0,
    alter column payload set statistics 0,
    alter column meta_data set statistics 0;
alter table slot_claim
    alter column claim_id set statistics 10,
    alter column calendar_id set statistics 10,
    alter column schedule_id set statistics 0,
    alter column title set statistics 0,
    alter column span set statistics 10,
    alter column starts_at set statistics 10,
    alter column ends_at set statistics 10;
alter table event_title
    alter column schedule_id set statistics 10,
    alter column title set statistics 0,
    alter column pair_key set statistics 10;
alter index event_title_lower alter column 1 set statistics 10;
