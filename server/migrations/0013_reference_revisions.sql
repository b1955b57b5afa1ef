-- How often a row of reference data was written: what its ETag says, so that nobody overwrites what they have not seen.

ALTER TABLE crm_stage_categories ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE crm_stage_actions ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE approval_workflows ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE opportunity_fields ADD COLUMN revision integer NOT NULL DEFAULT 1;
