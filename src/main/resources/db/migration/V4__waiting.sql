-- What a delivery that is not sent yet waits for: the receiver, a limit, the reader, and so on. Null
-- where it only waits for its turn.
alter table delivery add column waits_for varchar(20);
