-- Numbers that people entered, on valid papers: no two cases of a process share one. A function of the ledger.
-- The case is part of the key, because an older program let two cases have the same: both stand, and verify tells of them.
create table number_rows (
    process text not null,
    document text not null,
    number text not null,
    case_no text not null,
    primary key (process, document, number, case_no)
);
create index number_rows_by_case on number_rows (case_no);

-- The rows of what is there already are computed from the ledger when the database is next opened.
insert into progress (name, position) select 'stale rows', '0012' where exists (select 1 from entries) and not exists (select 1 from progress where name = 'stale rows');
