-- What a process was made from, so that a draft that is gone on with elsewhere still knows where its values come from.

ALTER TABLE drafts ADD COLUMN beginning json;
