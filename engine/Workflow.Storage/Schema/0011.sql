-- Why somebody closed an alert: what is meant for audit is not closed without a word.
alter table alerts add column done_reasons text;
