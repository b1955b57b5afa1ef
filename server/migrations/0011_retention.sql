-- What has had its time is forgotten by sign-in's role, across companies and without reading what it forgets. However
-- the program is called, nothing younger than 30 days can go.
CREATE POLICY forgetting ON events TO stagecraft_identity USING (at < now() - interval '30 days');
CREATE POLICY forgetting ON idempotency_keys TO stagecraft_identity USING (created_at < now() - interval '30 days');
GRANT SELECT (company_id, at), DELETE ON events TO stagecraft_identity;
GRANT SELECT (company_id, created_at), DELETE ON idempotency_keys TO stagecraft_identity;
CREATE INDEX events_age ON events (at);
CREATE INDEX idempotency_keys_forgetting ON idempotency_keys (created_at);
