-- Mails about people's own access: invitations, a forgotten password, a second factor that somebody reset. They are
-- written where people sign in, in one transaction with what they tell of.
CREATE POLICY about_people ON outgoing FOR INSERT TO stagecraft_identity WITH CHECK (channel = 'mail');
GRANT INSERT ON outgoing TO stagecraft_identity;
CREATE POLICY sign_in ON mail_preferences FOR SELECT TO stagecraft_identity USING (true);
GRANT SELECT (company_id, user_id, language) ON mail_preferences TO stagecraft_identity;

-- When somebody came by a link that only their mailbox had. A link that was copied proves nothing.
ALTER TABLE users ADD COLUMN address_proven_at timestamptz;
GRANT SELECT (address_proven_at) ON users TO stagecraft_app;

-- The link in the mail is another one than the link that is copied; either lets in, once.
ALTER TABLE invitations ADD COLUMN mailed_token_hash text;
CREATE UNIQUE INDEX invitations_mailed_token ON invitations (mailed_token_hash);

-- Who asked for another password: the last link alone counts, once.
CREATE TABLE password_resets (
  user_id uuid PRIMARY KEY REFERENCES users,
  token_hash text NOT NULL UNIQUE,
  requested_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
ALTER TABLE password_resets ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_resets FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON password_resets TO stagecraft_identity USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON password_resets TO stagecraft_identity;

-- Failed tries to sign in of the last minute (milliseconds since 1970), by a hash of account and address, for all
-- instances together.
CREATE TABLE sign_in_tries (
  key text PRIMARY KEY,
  tries json NOT NULL,
  over_at timestamptz NOT NULL
);
CREATE INDEX sign_in_tries_over ON sign_in_tries (over_at);
ALTER TABLE sign_in_tries ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_tries FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON sign_in_tries TO stagecraft_identity USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_tries TO stagecraft_identity;

-- How each try to deliver something went; `outgoing` has the last one.
CREATE TABLE outgoing_tries (
  company_id uuid NOT NULL,
  outgoing_id text NOT NULL,
  attempt integer NOT NULL,
  at timestamptz NOT NULL,
  status integer,
  milliseconds integer,
  failure text,
  PRIMARY KEY (company_id, outgoing_id, attempt),
  FOREIGN KEY (company_id, outgoing_id) REFERENCES outgoing ON DELETE CASCADE
);
SELECT isolate_company('outgoing_tries');
GRANT SELECT, INSERT ON outgoing_tries TO stagecraft_app;
