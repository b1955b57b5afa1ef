-- Counts its changes, as the masking policy's does: whoever changes it says from which one.
ALTER TABLE security_policies ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision > 0);
ALTER TABLE security_policies ALTER COLUMN revision DROP DEFAULT;
