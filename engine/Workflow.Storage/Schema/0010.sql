-- Several people of one party wait for the same task, one row each: whose it is belongs to what a row is known by.
create table inbox_rows_of_each (
    case_no text not null,
    step text not null,
    entitlement text not null,
    organisation text,
    role text,
    person text,
    claimed_by text,
    opened_on text not null,
    yellow_from text,
    due_on text,
    paused bigint not null,
    sort_on text not null,
    is_overdue bigint not null,
    is_floor bigint not null
);
insert into inbox_rows_of_each (case_no, step, entitlement, organisation, role, person, claimed_by, opened_on, yellow_from, due_on,
    paused, sort_on, is_overdue, is_floor)
select case_no, step, entitlement, organisation, role, person, claimed_by, opened_on, yellow_from, due_on,
    paused, sort_on, is_overdue, is_floor from inbox_rows;
drop table inbox_rows;
alter table inbox_rows_of_each rename to inbox_rows;

create unique index inbox_rows_once on inbox_rows (case_no, step, entitlement, coalesce(person, ''));
create index inbox_rows_by_post on inbox_rows (organisation, role, sort_on, case_no, step) where organisation is not null;
create index inbox_rows_by_person on inbox_rows (person, sort_on, case_no, step) where person is not null;
create index inbox_rows_by_claim on inbox_rows (claimed_by, case_no, step) where claimed_by is not null;

-- Of several people an older program kept one; the rows are computed anew from the ledger when the database is next opened.
insert into progress (name, position) select 'stale rows', '0010' where exists (select 1 from entries) and not exists (select 1 from progress where name = 'stale rows');
