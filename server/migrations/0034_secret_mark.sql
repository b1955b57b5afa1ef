-- With which master secret the database is used: derived from it, and of no use to find it.
ALTER TABLE installation ADD COLUMN secret_mark text;
