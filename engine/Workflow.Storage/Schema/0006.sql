-- The number that a case had in another system, found by that number. A function of the ledger; there is at most one row for each case.
create table adoption_rows (
    case_no text not null primary key,
    system text not null,
    number text not null
);
create index adoption_rows_by_number on adoption_rows (number, system);

-- Taking over is always the first entry of a case, so those of an older database are read once, here.
insert into adoption_rows (case_no, system, number)
select case_no, json_extract(body, '$.command.system'), json_extract(body, '$.command.number') from entries
where entry_no = 1 and json_extract(body, '$.command.do') = 'adopt';
