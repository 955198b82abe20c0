-- The latest word of conflict-detector on each conflict. Derived: it fills again from the topic of conflicts.
create table detected_conflict (
    conflict_id varchar(64) primary key,
    sequence    bigint      not null,
    opened      bigint      not null,
    detection   bigint      not null,
    open        boolean     not null,
    level       varchar(16) not null,
    detected_at timestamptz not null,
    escalate_at timestamptz
);
create index detected_conflict_escalate_at on detected_conflict (escalate_at) where escalate_at is not null;
