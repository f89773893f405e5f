-- For whom a case is, each name between line feeds: a list of cases is filtered where it is read.
-- Heads written before hold none until they are rebuilt.
alter table heads add column viewers text not null default '';
