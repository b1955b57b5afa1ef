-- Governed change: requests to publish, what is said about them, and how a company publishes.

CREATE TABLE publish_policies (
  company_id uuid PRIMARY KEY REFERENCES companies,
  four_eyes boolean NOT NULL,
  time_zone text NOT NULL
);

-- `json` as in process_versions. A process that was never published can be asked for, too.
CREATE TABLE publish_requests (
  company_id uuid NOT NULL,
  process_id text NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  state text NOT NULL CHECK (state IN ('open', 'scheduled', 'failed', 'declined', 'published', 'withdrawn')),
  reason text NOT NULL,
  round integer NOT NULL CHECK (round >= 1),
  base_revision integer NOT NULL,
  document json NOT NULL,
  publish_at timestamptz,
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  revision integer,
  refusal text,
  PRIMARY KEY (company_id, process_id, number),
  FOREIGN KEY (company_id, requested_by) REFERENCES memberships,
  FOREIGN KEY (company_id, process_id, revision) REFERENCES process_versions,
  CHECK ((state = 'published') = (revision IS NOT NULL)),
  CHECK ((state = 'failed') = (refusal IS NOT NULL)),
  CHECK (state <> 'scheduled' OR (publish_at IS NOT NULL AND decided_by IS NOT NULL))
);
CREATE UNIQUE INDEX publish_requests_revision ON publish_requests (company_id, process_id, revision);
CREATE INDEX publish_requests_due ON publish_requests (publish_at) WHERE state = 'scheduled';

CREATE TABLE publish_request_comments (
  company_id uuid NOT NULL,
  process_id text NOT NULL,
  number integer NOT NULL,
  id uuid NOT NULL,
  text text NOT NULL,
  user_id uuid NOT NULL,
  at timestamptz NOT NULL,
  round integer NOT NULL,
  PRIMARY KEY (company_id, process_id, number, id),
  FOREIGN KEY (company_id, process_id, number) REFERENCES publish_requests
);

SELECT isolate_company('publish_policies');
SELECT isolate_company('publish_requests');
SELECT isolate_company('publish_request_comments');

GRANT SELECT, INSERT, UPDATE ON publish_policies, publish_requests TO stagecraft_app;
GRANT SELECT, INSERT, DELETE ON publish_request_comments TO stagecraft_app;

-- Whatever company it is of: which requests wait for their time, and nothing of what they say.
CREATE POLICY due ON publish_requests FOR SELECT TO stagecraft_identity USING (state = 'scheduled');
GRANT SELECT (company_id, process_id, number, state, publish_at) ON publish_requests TO stagecraft_identity;
