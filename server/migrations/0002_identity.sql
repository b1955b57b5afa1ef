-- Who may come in. Sign-in looks people up by e-mail before a company is known, so these tables have a second policy
-- for stagecraft_identity, which is granted nothing but them.

CREATE TABLE companies (
  company_id uuid PRIMARY KEY,
  company_name text NOT NULL CHECK (length(company_name) BETWEEN 1 AND 100),
  created_at timestamptz NOT NULL
);

CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX users_email_key ON users (lower(email));

CREATE TABLE memberships (
  company_id uuid NOT NULL REFERENCES companies,
  user_id uuid NOT NULL REFERENCES users,
  role text NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, user_id)
);
CREATE INDEX memberships_user ON memberships (user_id);

-- One row is one sign-in: the family of refresh tokens that grew from it. Only hashes are kept.
CREATE TABLE sessions (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  current_hash text NOT NULL,
  previous_hash text,
  rotated_at timestamptz NOT NULL,
  signed_in_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_because text CHECK (ended_because IN ('signed_out', 'reuse', 'revoked')),
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, user_id) REFERENCES memberships
);
CREATE UNIQUE INDEX sessions_id_key ON sessions (id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

SELECT isolate_company('companies');
SELECT isolate_company('memberships');
SELECT isolate_company('sessions');

-- A person may belong to several companies: one sees those with whom one shares the company.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON users TO stagecraft_app
  USING (EXISTS (
    SELECT FROM memberships
    WHERE memberships.user_id = users.id AND memberships.company_id = stagecraft.current_company()
  ));

CREATE POLICY sign_in ON companies TO stagecraft_identity USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON users TO stagecraft_identity USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON memberships TO stagecraft_identity USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON sessions TO stagecraft_identity USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON companies, users, memberships TO stagecraft_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO stagecraft_identity;

GRANT SELECT ON companies, memberships TO stagecraft_app;
GRANT SELECT (id, email, display_name, is_active, created_at) ON users TO stagecraft_app;
