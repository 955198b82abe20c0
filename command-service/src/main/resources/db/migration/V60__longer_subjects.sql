-- Preferences are kept under the name of their user, which may have 128 characters: with their prefix more than the 64 that ids of
-- our own making need. Taking longer ones rewrites nothing.
alter table domain_event_entry alter column aggregate_identifier type varchar(200);
alter table snapshot_event_entry alter column aggregate_identifier type varchar(200);
alter table withheld_change alter column subject type varchar(200);
alter table republication alter column subject type varchar(200);
