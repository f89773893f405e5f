-- What this ledger is: one that was begun for a demonstration says so for ever.
create table host_marks (
    name text not null primary key,
    value text not null
);
insert into host_marks (name, value)
select 'demonstration', issued_at from host_tokens where purpose = 'demo' order by issued_at limit 1;

-- Tokens of a demonstration had no end.
delete from host_tokens where purpose = 'demo';
