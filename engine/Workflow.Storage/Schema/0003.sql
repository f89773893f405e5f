-- What shows a later reader that nothing was rewritten, and who looked. Rows of these tables are added, never changed.

-- A seal: body exactly as it was hashed. It names the seal before and the root of the tree over its leaves.
create table seals (
    seal_no bigint not null primary key,
    hash text not null,
    body text not null
);

-- The heads that a seal covers, in the order of its tree: of cases, and of access logs.
create table seal_leaves (
    seal_no bigint not null,
    place bigint not null,
    kind text not null,
    name text not null,
    entry_no bigint not null,
    hash text not null,
    primary key (seal_no, place)
);
create index seal_leaves_by_name on seal_leaves (name, kind, seal_no);
create index seal_leaves_by_hash on seal_leaves (hash);

-- Time-stamp tokens of RFC 3161 over a seal's hash, as the authority gave them.
create table seal_tokens (
    seal_no bigint not null,
    authority text not null,
    received_at text not null,
    token {bytes} not null,
    primary key (seal_no, authority)
);

-- Who read what: one chain for each host, body exactly as it was hashed. The moment and the case stand beside it to be looked for.
create table access_entries (
    log text not null,
    entry_no bigint not null,
    hash text not null,
    body text not null,
    recorded_at text not null,
    case_no text,
    primary key (log, entry_no)
);
create index access_entries_by_moment on access_entries (recorded_at, log, entry_no);
create index access_entries_by_case on access_entries (case_no, recorded_at, log, entry_no) where case_no is not null;

create table access_heads (
    log text not null primary key,
    entry_no bigint not null,
    hash text not null
);
