-- Who works on which process: told to everybody in the company. What they changed stays in `drafts`, for them alone.
CREATE TABLE editors (
  company_id uuid NOT NULL,
  process_id text NOT NULL,
  user_id uuid NOT NULL,
  draft_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (company_id, user_id, draft_id),
  FOREIGN KEY (company_id, user_id) REFERENCES memberships ON DELETE CASCADE
);
CREATE INDEX editors_recent ON editors (company_id, at);

SELECT isolate_company('editors');
GRANT SELECT, INSERT, UPDATE, DELETE ON editors TO stagecraft_app;
