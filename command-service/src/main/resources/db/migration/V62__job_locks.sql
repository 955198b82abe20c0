-- What ShedLock keeps: which instance runs a background job, and until when nobody else does.
create table shedlock (
    name varchar(64) primary key,
    lock_until timestamp not null,
    locked_at timestamp not null,
    locked_by varchar(255) not null
);
