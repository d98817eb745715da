-- Double opt-in: how often an address was asked to confirm, and whether it said no.

-- The address is a keyed hash, so that it can be erased everywhere else and still not be asked again.
-- A confirmation deletes the row; without one it is kept for a year after the last question or no.
create table opt_in (
  address_hash  varchar(64) primary key,
  questions     int not null,
  asked_at      timestamp with time zone,
  refused_at    timestamp with time zone
);

-- Limits on sign-ups by form and mail together: the moment at which each account is full again. Every
-- sign-up locks the row for all of them first.
create table signup_limit (
  name     varchar(64) primary key,
  full_at  timestamp with time zone not null
);
insert into signup_limit (name, full_at) values ('all', timestamp with time zone '2000-01-01 00:00:00+00:00');
