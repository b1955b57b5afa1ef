-- How often a template of the company was written: what its ETag says, so that nobody overwrites what they have not seen.

ALTER TABLE process_templates ADD COLUMN revision integer NOT NULL DEFAULT 1;
