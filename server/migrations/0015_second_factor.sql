-- A second factor is a person's own, whatever company they work for: read and written where people sign in, by nobody
-- else. The secret is sealed with a key that is not in the database; of recovery codes only keyed hashes are kept.

CREATE TABLE second_factors (
  user_id uuid PRIMARY KEY REFERENCES users,
  secret text NOT NULL,
  -- Null while it is being set up.
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: none is taken twice.
  last_step bigint NOT NULL DEFAULT 0,
  -- Wrong codes in a row, and since when.
  tries integer NOT NULL DEFAULT 0,
  tries_since timestamptz
);

CREATE TABLE recovery_codes (
  user_id uuid NOT NULL REFERENCES second_factors,
  hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, hash)
);

ALTER TABLE second_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_factors FORCE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON second_factors TO stagecraft_identity USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON recovery_codes TO stagecraft_identity USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes TO stagecraft_identity;

-- When this sign-in last proved a second factor.
ALTER TABLE sessions ADD COLUMN factor_at timestamptz;
