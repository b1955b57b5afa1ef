-- What happened, in the order in which it was committed. Numbers come from the company's locked counter row, taken
-- last in the transaction: a sequence hands numbers out before commit, and readers then miss rows.

CREATE TABLE company_counters (
  company_id uuid PRIMARY KEY REFERENCES companies,
  event_seq bigint NOT NULL DEFAULT 0,
  audit_seq bigint NOT NULL DEFAULT 0
);

CREATE TABLE events (
  company_id uuid NOT NULL,
  seq bigint NOT NULL,
  kind text NOT NULL,
  process_id text,
  row_id text,
  revision integer,
  op text,
  fields json NOT NULL,
  data json NOT NULL,
  user_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (company_id, seq)
);

-- Ids and field names and values of the change; never names or addresses of people.
CREATE TABLE audit_log (
  company_id uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid,
  session_id uuid,
  type text NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  revision integer,
  event_seq bigint,
  body text NOT NULL,
  PRIMARY KEY (company_id, seq)
);

-- A request that came twice gets the answer it got: the row is made and the reply stored in the same transaction.
CREATE TABLE idempotency_keys (
  company_id uuid NOT NULL,
  user_id uuid NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer,
  headers json,
  body json,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, user_id, method, path, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (company_id, created_at);

SELECT isolate_company('company_counters');
SELECT isolate_company('events');
SELECT isolate_company('audit_log');
SELECT isolate_company('idempotency_keys');

-- Ending a stolen session is audited too, by a role that may add such a row and read none.
CREATE POLICY sign_in ON company_counters TO stagecraft_identity USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON audit_log FOR INSERT TO stagecraft_identity WITH CHECK (entity = 'session');
GRANT SELECT, INSERT, UPDATE ON company_counters TO stagecraft_app, stagecraft_identity;
GRANT INSERT ON audit_log TO stagecraft_identity;

GRANT SELECT, INSERT ON events, audit_log TO stagecraft_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO stagecraft_app;
