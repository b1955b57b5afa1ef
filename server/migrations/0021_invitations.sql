-- Who was asked to come in and has not yet. The link's token is kept as a hash; a row goes once it was accepted or
-- withdrawn, so that no address is kept of somebody who never came.
CREATE TABLE invitations (
  company_id uuid NOT NULL REFERENCES companies,
  id uuid NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  token_hash text NOT NULL,
  invited_by uuid NOT NULL,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, invited_by) REFERENCES memberships
);
CREATE UNIQUE INDEX invitations_token ON invitations (token_hash);
CREATE UNIQUE INDEX invitations_email ON invitations (company_id, lower(email));

SELECT isolate_company('invitations');
CREATE POLICY sign_in ON invitations TO stagecraft_identity USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO stagecraft_identity;
