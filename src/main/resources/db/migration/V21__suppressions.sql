-- What a subscriber was before mail to them was refused, so that a wrong suppression can be undone.
alter table subscriber add column state_before varchar(20);
alter table subscriber add column paused_before date;
