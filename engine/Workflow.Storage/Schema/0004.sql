-- What the colour of an inbox row depends on, so that one rule decides it for clocks and rows alike.
alter table inbox_rows add column is_overdue bigint not null default 0;
alter table inbox_rows add column is_floor bigint not null default 0;

-- For whom a case is, one row each: a list of cases is found by its reader, not filtered out of all cases.
create table viewer_rows (
    viewer text not null,
    case_no text not null,
    primary key (viewer, case_no)
);
create index viewer_rows_by_case on viewer_rows (case_no);

-- What the sweep did later than its legal day: which clock, on which day it took effect, on which it was recorded.
alter table alerts add column clock text;
alter table alerts add column due_on text;
alter table alerts add column recorded_on text;
alter table alerts add column done_by text;

-- An older database holds rows without these columns; they are computed anew from the ledger when it is next opened.
insert into progress (name, position) select 'stale rows', '0004' where exists (select 1 from entries);
