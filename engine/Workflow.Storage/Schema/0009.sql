-- The list of cases by what few of them share: those few are looked up, not searched for. Without the moment, which each entry changes.
create index heads_by_process on heads (process, case_no);
create index heads_by_stage on heads (stage, case_no);
create index heads_by_party on heads (party, case_no) where party is not null;
