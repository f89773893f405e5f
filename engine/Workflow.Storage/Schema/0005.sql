-- Tasks that rules gave to people, one row each: at a post it is the turn of who had one longest ago. Functions of the ledger.
create table assignment_rows (
    case_no text not null,
    entry_no bigint not null,
    place bigint not null,
    organisation text not null,
    role text not null,
    person text not null,
    turn bigint not null,
    primary key (case_no, entry_no, place)
);
create index assignment_rows_by_turn on assignment_rows (organisation, role, person, turn);

-- What somebody has in hand is counted whenever a rule looks for the least loaded.
create index inbox_rows_by_claim on inbox_rows (claimed_by, case_no, step) where claimed_by is not null;

-- What somebody has begun to fill in at a run of a step: private, overwritten, no part of the ledger.
create table drafts (
    case_no text not null,
    step text not null,
    run bigint not null,
    person text not null,
    saved_at text not null,
    body text not null,
    primary key (case_no, step, person)
);
create index drafts_by_person on drafts (person, case_no, step);

-- Copies that were sent: to a person, or to whoever holds a post. Functions of the ledger.
create table copy_rows (
    case_no text not null,
    entry_no bigint not null,
    place bigint not null,
    reader text not null,
    step text not null,
    sent_at text not null,
    primary key (case_no, entry_no, place, reader)
);
create index copy_rows_by_reader on copy_rows (reader, sent_at, case_no, entry_no, place);

-- Who got a copy finds the case in the list of cases. Rows of an older database are computed anew when it is next opened.
insert into progress (name, position) select 'stale rows', '0005' where exists (select 1 from entries) and not exists (select 1 from progress where name = 'stale rows');
