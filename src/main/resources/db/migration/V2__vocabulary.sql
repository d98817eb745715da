-- What the papers teach about words.

-- One row, with the number of papers learned from. Whoever adds papers or learns locks it first.
create table vocabulary (
  id      int primary key,
  papers  int not null
);
insert into vocabulary (id, papers) values (1, 0);

-- How many of them have a word with this stem. When stems change, a migration empties these tables
-- and sets vocabulary.papers = 0, and paper.to_learn = true where there is an abstract.
create table stem (
  stem    varchar(64) primary key,
  papers  int not null
);

-- How many of them say that the short form stands for the long form, written so.
create table definition (
  short_form  varchar(20) not null,
  long_form   varchar(300) not null,
  papers      int not null,
  primary key (short_form, long_form)
);

-- A paper waits to be learned from: it has an abstract and has not been counted.
alter table paper add column to_learn boolean default false not null;
update paper set to_learn = true where abstract <> '';
create index paper_to_learn on paper (to_learn);

-- The same abstract under another title is the same paper. Null until it is computed, empty where
-- the abstract is too short.
alter table paper add column abstract_hash varchar(64);
create index paper_abstract on paper (abstract_hash);
