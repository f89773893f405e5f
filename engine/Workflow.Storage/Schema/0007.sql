-- What people must look at is stored as a code with its values; the sentences stand in tables, in every language. What older
-- programs stored as a sentence goes on as a quotation.
alter table alerts rename column words to message;
update alerts set message = json_object('code', 'alert.quoted', 'values', json_object('text', json_object('text', message)));

alter table sweep_faults rename column last_error to error;
update sweep_faults set error = json_object('code', 'alert.quoted', 'values', json_object('text', json_object('text', error)));

alter table pending_rows rename column last_error to error;
update pending_rows set error = json_object('code', 'alert.quoted', 'values', json_object('text', json_object('text', error)))
where error is not null;
