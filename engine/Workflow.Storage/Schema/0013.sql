-- How alerts were closed, each time: what somebody answered for stays when the same is raised anew.
create table alert_closings (
    alert text not null,
    done_at text not null,
    done_by text,
    reasons text,
    message text not null
);
create index alert_closings_by_alert on alert_closings (alert, done_at);
insert into alert_closings (alert, done_at, done_by, reasons, message)
select id, done_at, done_by, done_reasons, message from alerts where done_at is not null;
alter table alerts drop column done_by;
alter table alerts drop column done_reasons;
