-- What the pages and the search look up. The search reads the papers of the newest dumps.
create index paper_last_dump on paper (last_dump);
