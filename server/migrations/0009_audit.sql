-- The audit trail as a chain: each row's hash covers all its columns and the hash before it, so a row that is changed,
-- removed, inserted or moved breaks the chain from there on. Rows are chained by the database itself, whoever adds
-- them; signed checkpoints, kept outside as well, show a chain that was cut or rebuilt.

ALTER TABLE audit_log
  ADD COLUMN private_commit bytea,
  ADD COLUMN prev bytea,
  ADD COLUMN hash bytea;
-- The hash of the last row, and how far checkpoints reach.
ALTER TABLE company_counters
  ADD COLUMN audit_hash bytea,
  ADD COLUMN checkpoint_seq bigint NOT NULL DEFAULT 0,
  ADD COLUMN checkpoint_at timestamptz;

-- What may say something about a person (reasons, comments, justifications) stands here and can be erased; the chain
-- holds SHA-256(salt || content) alone.
CREATE TABLE audit_private (
  company_id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (company_id, seq)
);

CREATE TABLE audit_checkpoints (
  company_id uuid NOT NULL,
  seq bigint NOT NULL,
  epoch text NOT NULL,
  hash text NOT NULL,
  at text NOT NULL,
  previous text NOT NULL,
  key text NOT NULL,
  signature text NOT NULL,
  PRIMARY KEY (company_id, seq)
);

SELECT isolate_company('audit_private');
SELECT isolate_company('audit_checkpoints');

CREATE FUNCTION audit_genesis(company uuid) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(convert_to('stagecraft-audit-genesis-v1:' || company::text, 'UTF8'));

-- 32 bytes a column, whatever it holds, so that no two rows share an encoding; 32 zeros where it is null.
CREATE FUNCTION audit_part(value text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(sha256(convert_to(value, 'UTF8')), decode(repeat('00', 32), 'hex'));

CREATE FUNCTION audit_instant(at timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

CREATE FUNCTION audit_hash(entry audit_log) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(
    convert_to('stagecraft-audit-v1', 'UTF8') || decode('00', 'hex') || (entry).prev
    || stagecraft.audit_part((entry).company_id::text)
    || stagecraft.audit_part((entry).seq::text)
    || stagecraft.audit_part(stagecraft.audit_instant((entry).at))
    || stagecraft.audit_part((entry).user_id::text)
    || stagecraft.audit_part((entry).session_id::text)
    || stagecraft.audit_part((entry).type)
    || stagecraft.audit_part((entry).entity)
    || stagecraft.audit_part((entry).entity_id)
    || stagecraft.audit_part((entry).revision::text)
    || stagecraft.audit_part((entry).event_seq::text)
    || stagecraft.audit_part((entry).body)
    || coalesce((entry).private_commit, decode(repeat('00', 32), 'hex'))
  );

-- Rows that were written before there was a chain are chained in their order. Row security is forced upon the owner
-- as well, and there is no policy for it: lifted for this transaction alone.
ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY;
ALTER TABLE company_counters NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
  entry audit_log;
  company uuid;
  last bytea;
BEGIN
  FOR entry IN SELECT * FROM audit_log ORDER BY company_id, seq LOOP
    IF company IS DISTINCT FROM entry.company_id THEN
      company := entry.company_id;
      last := stagecraft.audit_genesis(company);
    END IF;
    entry.prev := last;
    last := stagecraft.audit_hash(entry);
    UPDATE audit_log SET prev = entry.prev, hash = last WHERE company_id = company AND seq = entry.seq;
    UPDATE company_counters SET audit_hash = last WHERE company_id = company;
  END LOOP;
END $$;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
ALTER TABLE company_counters FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_log ALTER COLUMN prev SET NOT NULL, ALTER COLUMN hash SET NOT NULL;

-- Whoever adds a row gets the next link and no other: number and hashes are the database's own. The counter is locked
-- from where its number was taken to the commit.
CREATE FUNCTION chain_audit_row() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  expected bigint;
BEGIN
  SELECT audit_seq, coalesce(audit_hash, stagecraft.audit_genesis(NEW.company_id)) INTO expected, NEW.prev
    FROM stagecraft.company_counters WHERE company_id = NEW.company_id FOR UPDATE;
  IF expected IS DISTINCT FROM NEW.seq THEN
    RAISE EXCEPTION 'An audit row has the number %, but % is next', NEW.seq, expected USING ERRCODE = '42501';
  END IF;
  NEW.hash := stagecraft.audit_hash(NEW);
  UPDATE stagecraft.company_counters SET audit_hash = NEW.hash WHERE company_id = NEW.company_id;
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION chain_audit_row();

CREATE FUNCTION refuse_audit_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'Audit rows are only ever added' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
-- In a session that replicates (where ordinary triggers are off) as well.
ALTER TABLE audit_log ENABLE ALWAYS TRIGGER chain;
ALTER TABLE audit_log ENABLE ALWAYS TRIGGER only_added;
ALTER TABLE audit_log ENABLE ALWAYS TRIGGER never_emptied;

CREATE INDEX audit_log_person ON audit_log (company_id, user_id, seq);
CREATE INDEX audit_log_entity ON audit_log (company_id, entity, entity_id, seq);

GRANT SELECT, INSERT, DELETE ON audit_private TO stagecraft_app;
GRANT SELECT, INSERT ON audit_checkpoints TO stagecraft_app;
