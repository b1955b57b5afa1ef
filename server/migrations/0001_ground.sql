-- Roles, the isolation of companies, and the installation's own row. Everything lives in the schema `stagecraft`, so
-- that a database which already holds other tables can be used. Runs on PostgreSQL 15 and newer and on PGlite.

-- The application works as stagecraft_app, sign-in (which cannot know the company yet) as stagecraft_identity. Neither
-- logs in, owns a table, is a superuser or may bypass row security. Roles belong to the whole cluster: another
-- database may have made them, perhaps at this very moment.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['stagecraft_app', 'stagecraft_identity'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
    -- Who made a role may hand it out but not take it (PostgreSQL 16 and newer). Who may do neither was given it by
    -- somebody else, or is told so by the start-up self-test.
    BEGIN
      EXECUTE format('GRANT %I TO %I', wanted, session_user);
    EXCEPTION WHEN insufficient_privilege THEN
      NULL;
    END;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA stagecraft TO stagecraft_app, stagecraft_identity;

-- The company of this transaction. Never set: error 42704. Empty, as after a pooled transaction: error 22P02.
CREATE FUNCTION current_company() RETURNS uuid
  LANGUAGE sql STABLE
  RETURN current_setting('app.company_id')::uuid;

-- Every table with a company_id goes through here: rows of other companies do not exist, not even for the owner.
CREATE FUNCTION isolate_company(target regclass) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY company ON %s TO stagecraft_app USING (company_id = stagecraft.current_company()) '
    'WITH CHECK (company_id = stagecraft.current_company())',
    target
  );
END $$;

REVOKE EXECUTE ON FUNCTION isolate_company(regclass) FROM PUBLIC;

-- Changes after every restore, so that clients load afresh instead of waiting for numbers that never come.
CREATE TABLE installation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch text NOT NULL
);
INSERT INTO installation (epoch) VALUES (gen_random_uuid()::text);
GRANT SELECT ON installation TO stagecraft_app, stagecraft_identity;

-- Two rows of two companies that belong to nobody: the start-up self-test reads them through the policy.
CREATE TABLE isolation_probe (company_id uuid PRIMARY KEY);
INSERT INTO isolation_probe VALUES
  ('00000000-0000-0000-0000-00000000000a'), ('00000000-0000-0000-0000-00000000000b');
GRANT SELECT ON isolation_probe TO stagecraft_app;
SELECT isolate_company('isolation_probe');
