-- Releases of zone data that were gone through, the last one last: by the last of them what is ahead was placed.
create table zone_passage (
    passage_id       bigint generated always as identity primary key,
    release          varchar(32) not null,
    previous_release varchar(32),
    begun_at         timestamptz not null,
    looked_to        varchar(64) not null default '',
    looked           boolean     not null default false,
    finished_at      timestamptz
);

-- What a release moves: found first, then moved, each with the changes that move it.
create table zone_move (
    move_id     bigint generated always as identity primary key,
    passage_id  bigint       not null references zone_passage,
    calendar_id varchar(64)  not null,
    schedule_id varchar(64)  not null,
    item_id     varchar(128) not null,
    time_zone   varchar(64)  not null,
    local_start varchar(32)  not null,
    from_start  timestamptz  not null,
    from_end    timestamptz  not null,
    to_start    timestamptz  not null,
    to_end      timestamptz  not null,
    outcome     varchar(16)  not null,
    reason      text,
    in_the_way  text[],
    unique (passage_id, item_id)
);
create index zone_move_outcome on zone_move (passage_id, outcome, calendar_id, schedule_id);
