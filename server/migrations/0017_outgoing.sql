-- What leaves the company by itself: events to webhooks, mails about deals. Everything waits in one table until it was
-- sent or given up, so that neither a restart nor a second instance loses or doubles anything.

-- `secret` is sealed with the installation's key; `event_seq` is how far the company's events were put in the queue.
CREATE TABLE webhooks (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  webhook_name text NOT NULL,
  url text NOT NULL,
  kinds json NOT NULL,
  secret text NOT NULL,
  is_active boolean NOT NULL,
  event_seq bigint NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- `due_at` is also the lease: whoever takes a row moves it ahead, and nobody else takes it before then.
CREATE TABLE outgoing (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('webhook', 'moves', 'mail')),
  webhook_id text,
  user_id uuid,
  kind text NOT NULL,
  content json NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'parked')),
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  give_up_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  tried_at timestamptz,
  status integer,
  milliseconds integer,
  excerpt text,
  failure text,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, webhook_id) REFERENCES webhooks ON DELETE CASCADE,
  FOREIGN KEY (company_id, user_id) REFERENCES memberships ON DELETE CASCADE,
  CHECK ((channel = 'webhook') = (webhook_id IS NOT NULL))
);
CREATE INDEX outgoing_due ON outgoing (due_at) WHERE state = 'waiting';
CREATE INDEX outgoing_log ON outgoing (company_id, webhook_id, created_at DESC);
CREATE INDEX outgoing_age ON outgoing (created_at);

-- In which language somebody is written to, and whether about deals that move.
CREATE TABLE mail_preferences (
  company_id uuid NOT NULL,
  user_id uuid NOT NULL,
  language text NOT NULL,
  about_deals boolean NOT NULL,
  PRIMARY KEY (company_id, user_id),
  FOREIGN KEY (company_id, user_id) REFERENCES memberships ON DELETE CASCADE
);

SELECT isolate_company('webhooks');
SELECT isolate_company('outgoing');
SELECT isolate_company('mail_preferences');

GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks, outgoing TO stagecraft_app;
GRANT SELECT, INSERT, UPDATE ON mail_preferences TO stagecraft_app;

-- Which companies have something to send, and nothing of what; and forgetting what was sent a month ago.
CREATE POLICY behind ON webhooks FOR SELECT TO stagecraft_identity USING (is_active);
GRANT SELECT (company_id, is_active, event_seq) ON webhooks TO stagecraft_identity;
CREATE POLICY due ON outgoing FOR SELECT TO stagecraft_identity USING (true);
CREATE POLICY forgetting ON outgoing FOR DELETE TO stagecraft_identity
  USING (state <> 'waiting' AND created_at < now() - interval '30 days');
GRANT SELECT (company_id, state, due_at, created_at), DELETE ON outgoing TO stagecraft_identity;

-- When a move was told to us, which may be long after it happened: what `since` of the feed asks by.
ALTER TABLE stage_history ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX stage_history_recorded ON stage_history (company_id, recorded_at, id);
