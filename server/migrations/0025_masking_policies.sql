-- What a company shows to some roles only, and to which; no row: everything to everybody who may read.
CREATE TABLE masking_policies (
  company_id uuid PRIMARY KEY REFERENCES companies,
  fields jsonb NOT NULL,
  sees jsonb NOT NULL,
  -- Counts its changes: an answer from which fields were left out says by which policy.
  revision integer NOT NULL CHECK (revision > 0)
);

SELECT isolate_company('masking_policies');
GRANT SELECT, INSERT, UPDATE ON masking_policies TO stagecraft_app;

-- With every request it is read who asks and what they may see.
CREATE POLICY sign_in ON masking_policies TO stagecraft_identity USING (true);
GRANT SELECT ON masking_policies TO stagecraft_identity;
