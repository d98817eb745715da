-- Mail that is fetched from a mailbox.

-- Which process reads the mailbox now, so that several on one database do not read it at once.
create table mailbox_lease (
  id           int primary key,
  lease_owner  varchar(64),
  lease_until  timestamp with time zone
);
insert into mailbox_lease (id) values (1);

-- Mails in it that could not be handled: how often it was tried, why it failed, and when it is tried
-- again. Those that were set aside have the time of it.
create table mailbox_failure (
  mail_key      varchar(64) primary key,
  tries         int not null,
  reason        varchar(500) not null,
  next_try_at   timestamp with time zone not null,
  set_aside_at  timestamp with time zone
);
create index mailbox_failure_set_aside on mailbox_failure (set_aside_at);
