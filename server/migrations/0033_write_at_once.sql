-- A write whose state the server knew beforehand is one statement and its own transaction; the marks tell whether the
-- server was right. Row security binds it as it binds every other.

-- Grows with the commit of every change of open deals, by whatever road: who remembers their sums sees by it whether
-- they still hold. Deferred, so that nobody waits for the counter's row before the end of a transaction.
ALTER TABLE company_counters ADD COLUMN deals_mark bigint NOT NULL DEFAULT 0;
CREATE FUNCTION mark_deals() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  company uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.company_id ELSE NEW.company_id END;
BEGIN
  IF current_setting('app.deals_marked', true) IS DISTINCT FROM company::text THEN
    UPDATE stagecraft.company_counters SET deals_mark = deals_mark + 1 WHERE company_id = company;
    PERFORM set_config('app.deals_marked', company::text, true);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON opportunities
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_deals();

-- Locks a process until the end of the transaction and tells how far that goes which a write of it has to know: the
-- process (revision null where there is none), whether the company has another default, its reference data and its
-- deals, and whether changes need a second person.
DROP FUNCTION lock_process(text);
CREATE FUNCTION lock_process(
  asked text, OUT revision integer, OUT is_default boolean, OUT is_archived boolean, OUT has_default boolean,
  OUT reference_mark bigint, OUT deals_mark bigint, OUT four_eyes boolean
) LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.revision, p.is_default, p.deleted_at IS NOT NULL INTO revision, is_default, is_archived
    FROM stagecraft.sales_processes p WHERE p.id = asked FOR UPDATE;
  has_default := is_default;
  IF has_default IS NOT TRUE OR is_archived THEN
    SELECT true INTO has_default FROM stagecraft.sales_processes p WHERE p.is_default AND p.deleted_at IS NULL;
  END IF;
  SELECT c.reference_mark, c.deals_mark INTO reference_mark, deals_mark FROM stagecraft.company_counters c;
  SELECT p.four_eyes INTO four_eyes FROM stagecraft.publish_policies p;
END $$;

-- Open deals of a process by stage. Ask after the mark: newer than it says at most.
CREATE FUNCTION open_deals(asked text) RETURNS json LANGUAGE plpgsql AS $$
BEGIN
  RETURN (
    SELECT json_object_agg(deals.stage_id, json_build_object('openDeals', deals.count, 'openAmount', deals.amount))
    FROM (
      SELECT o.stage_id, count(*) AS count, sum(o.amount) AS amount
        FROM stagecraft.crm_sales_stages s JOIN stagecraft.opportunities o
          ON o.company_id = s.company_id AND o.stage_id = s.id AND o.status = 'open'
        WHERE s.process_id = asked
        GROUP BY o.stage_id
    ) deals
  );
END $$;

-- Begins a transaction that is one statement: says whose it is, claims the request (null: nothing is claimed) and
-- locks the process. Null where all is as it was foreseen, and where it is not, error SC001; else what the request was
-- claimed for before. It sets whose rows are seen until its transaction ends, so it is asked by itself alone.
CREATE FUNCTION begin_at_once(
  company uuid, who uuid, verb text, address text, mark text, said text, at timestamptz, asked text, foreseen jsonb
) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  had json;
BEGIN
  PERFORM set_config('app.company_id', company::text, true), set_config('app.user_id', who::text, true);
  IF mark IS NOT NULL THEN
    had := stagecraft.claim_request(who, verb, address, mark, said, at);
  END IF;
  IF had IS NULL AND (SELECT to_jsonb(locked) FROM stagecraft.lock_process(asked) locked) IS DISTINCT FROM foreseen THEN
    RAISE EXCEPTION 'Not as it was foreseen' USING ERRCODE = 'SC001';
  END IF;
  RETURN had;
END $$;

-- Rows of the projection, inserted or changed; where another process has one of them, error SC002. Made of the tables'
-- own columns: a migration that adds one makes them again.
CREATE PROCEDURE make_puts() LANGUAGE plpgsql AS $make$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['crm_sales_stages', 'crm_stage_transitions'] LOOP
    EXECUTE (
      SELECT format(
        'CREATE OR REPLACE FUNCTION put_%1$s(given json) RETURNS void LANGUAGE plpgsql AS $put$
        DECLARE
          done bigint;
        BEGIN
          INSERT INTO stagecraft.%1$I AS kept (%2$s)
            SELECT %2$s FROM json_populate_recordset(null::stagecraft.%1$I, given)
            ON CONFLICT (company_id, id) DO UPDATE SET %3$s WHERE kept.process_id = excluded.process_id;
          GET DIAGNOSTICS done = ROW_COUNT;
          IF done < json_array_length(given) THEN
            RAISE EXCEPTION ''Another process has one of these'' USING ERRCODE = ''SC002'', TABLE = ''%1$s'';
          END IF;
        END $put$',
        name,
        string_agg(quote_ident(attname), ', '),
        string_agg(format('%1$I = excluded.%1$I', attname), ', ')
          FILTER (WHERE attname NOT IN ('company_id', 'id', 'process_id'))
      )
      FROM pg_attribute
      WHERE attrelid = format('stagecraft.%I', name)::regclass AND attnum > 0 AND NOT attisdropped
        AND attgenerated = ''
    );
  END LOOP;
END $make$;
CALL make_puts();
REVOKE EXECUTE ON PROCEDURE make_puts() FROM PUBLIC;

-- Whole documents, packed on every write: lz4 takes a tenth of the time. Not every PostgreSQL was built with it.
DO $$
BEGIN
  ALTER TABLE process_versions ALTER COLUMN document SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;
