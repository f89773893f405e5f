-- Columns are text or bigint; instants are UTC text of fixed width, so that they sort as text. {bytes} is the dialect's type for bytes.

-- The truth: one row is one decision, body exactly as it was hashed.
create table entries (
    case_no text not null,
    entry_no bigint not null,
    hash text not null,
    body text not null,
    primary key (case_no, entry_no)
);

-- Everything down to file_rows is a function of the ledger; rebuild proves it.
create table heads (
    case_no text not null primary key,
    entry_no bigint not null,
    hash text not null,
    last_at text not null,
    stage text not null,
    process text not null,
    definition text not null,
    lodged_on text not null,
    result text,
    due_on text,
    party text
);
create index heads_by_moment on heads (last_at, case_no);

create table clock_rows (
    case_no text not null,
    clock text not null,
    step text,
    status text not null,
    fires_at text,
    yellow_from text not null,
    due_on text not null,
    due_at text not null,
    provisional bigint not null,
    paused bigint not null,
    awaits_calendar bigint not null,
    calendar text not null,
    primary key (case_no, clock)
);
create index clock_rows_by_firing on clock_rows (fires_at) where fires_at is not null;
create index clock_rows_by_due on clock_rows (due_at, case_no, clock);

create table inbox_rows (
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
    primary key (case_no, step, entitlement)
);
create index inbox_rows_by_post on inbox_rows (organisation, role, sort_on, case_no, step) where organisation is not null;
create index inbox_rows_by_person on inbox_rows (person, sort_on, case_no, step) where person is not null;

create table outbox_rows (
    case_no text not null,
    entry_no bigint not null,
    place bigint not null,
    kind text not null,
    recorded_at text not null,
    sent_at text,
    tries bigint not null default 0,
    next_try text,
    last_error text,
    primary key (case_no, entry_no, place)
);
create index outbox_rows_waiting on outbox_rows (recorded_at, case_no, entry_no, place) where sent_at is null;

create table pending_rows (
    case_no text not null,
    entry_no bigint not null,
    place bigint not null,
    target text,
    actor text not null,
    command text not null,
    tries bigint not null default 0,
    next_try text not null,
    dead bigint not null default 0,
    last_error text,
    done_at text,
    primary key (case_no, entry_no, place)
);
create index pending_rows_waiting on pending_rows (next_try) where done_at is null and dead = 0;

create table file_rows (
    case_no text not null,
    entry_no bigint not null,
    place bigint not null,
    sha256 text not null,
    primary key (case_no, entry_no, place)
);
create index file_rows_by_content on file_rows (sha256);

create table serials (
    series text not null primary key,
    next bigint not null
);

create table requests (
    actor text not null,
    key text not null,
    request_hash text not null,
    case_no text not null,
    entry_no bigint not null,
    kept_until text not null,
    primary key (actor, key)
);

create table definitions (
    digest text not null primary key,
    process text not null,
    in_force_from text not null,
    in_force_to text,
    published_at text not null,
    json text not null,
    source text
);
create index definitions_by_process on definitions (process, in_force_from);

create table calendars (
    digest text not null primary key,
    canonical text not null
);

-- A case that the sweep could not bring through the door.
create table sweep_faults (
    case_no text not null primary key,
    tries bigint not null,
    next_try text not null,
    dead bigint not null,
    last_error text not null
);

create table alerts (
    id text not null primary key,
    kind text not null,
    case_no text,
    raised_at text not null,
    words text not null,
    done_at text
);

-- Where a resumable run stands.
create table progress (
    name text not null primary key,
    position text not null
);

create table vault (
    case_no text not null,
    hash text not null,
    salt text not null,
    value text not null,
    primary key (case_no, hash)
);

create table attachments (
    sha256 text not null primary key,
    size bigint not null,
    media_type text not null,
    stored_at text not null
);

create table attachment_chunks (
    sha256 text not null,
    place bigint not null,
    bytes {bytes} not null,
    primary key (sha256, place)
);
