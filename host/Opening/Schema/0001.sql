-- Tokens are known by their hash only. A token of the demonstration is replaced each time the demonstration starts.
create table host_tokens (
    sha256 text not null primary key,
    person text not null,
    purpose text not null,
    issued_at text not null,
    expires_at text not null
);
create index host_tokens_by_person on host_tokens (person);
