-- Who stored a file: until it belongs to a case, it is theirs alone. Files that were stored before and belong to no case are nobody's.
create table uploads (
    sha256 text not null,
    person text not null,
    uploaded_at text not null,
    primary key (sha256, person)
);
