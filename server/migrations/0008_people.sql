-- A person sees where they are signed in, and ends what they do not know: what a sign-in came from, and how long a
-- session may lie unused. Told to its owner alone.
ALTER TABLE sessions
  ADD COLUMN device text NOT NULL DEFAULT '' CHECK (length(device) <= 300),
  ADD COLUMN address text NOT NULL DEFAULT '' CHECK (length(address) <= 100);
CREATE INDEX sessions_user ON sessions (user_id);

-- What is done about people is written down by the role that may do it; changes of processes stay the application's.
DROP POLICY sign_in ON audit_log;
CREATE POLICY sign_in ON audit_log FOR INSERT TO stagecraft_identity
  WITH CHECK (entity IN ('session', 'user', 'member', 'invitation'));
