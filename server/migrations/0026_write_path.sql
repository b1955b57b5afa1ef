-- The write path's statements, kept where they run: planned once a connection, and asked together. A write that took
-- thirty round trips under the lock of its process takes four. Row security binds them as it binds who calls them.

-- Grows with every change of what a company has beside its processes, by whatever road: who remembers those rows
-- sees by it whether they still hold.
ALTER TABLE company_counters ADD COLUMN reference_mark bigint NOT NULL DEFAULT 0;
CREATE FUNCTION mark_reference() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stagecraft.company_counters SET reference_mark = reference_mark + 1
    WHERE company_id = CASE TG_OP WHEN 'DELETE' THEN OLD.company_id ELSE NEW.company_id END;
  RETURN NULL;
END $$;
CREATE TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON crm_stage_categories
  FOR EACH ROW EXECUTE FUNCTION mark_reference();
CREATE TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON crm_stage_actions
  FOR EACH ROW EXECUTE FUNCTION mark_reference();
CREATE TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON approval_workflows
  FOR EACH ROW EXECUTE FUNCTION mark_reference();
CREATE TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON opportunity_fields
  FOR EACH ROW EXECUTE FUNCTION mark_reference();

-- Null where the request is new and claimed by this; else what it was claimed for before, and the reply as far as there
-- is one. Who runs the same request elsewhere holds the row: waited for three seconds, then error 55P03.
CREATE FUNCTION claim_request(who uuid, verb text, address text, mark text, said text, at timestamptz)
  RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  claimed bigint;
  had json;
BEGIN
  DELETE FROM stagecraft.idempotency_keys WHERE created_at < at - interval '30 days';
  PERFORM set_config('lock_timeout', '3s', true);
  INSERT INTO stagecraft.idempotency_keys (company_id, user_id, method, path, key, fingerprint, created_at)
    VALUES (stagecraft.current_company(), who, verb, address, mark, said, at)
    ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS claimed = ROW_COUNT;
  PERFORM set_config('lock_timeout', '0', true);
  IF claimed = 0 THEN
    SELECT json_build_object('fingerprint', fingerprint, 'status', status, 'headers', headers, 'body', body) INTO had
      FROM stagecraft.idempotency_keys WHERE user_id = who AND method = verb AND path = address AND key = mark;
    had := coalesce(had, '{}');
  END IF;
  RETURN had;
END $$;

CREATE FUNCTION keep_reply(who uuid, verb text, address text, mark text, code integer, heads json, content json)
  RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stagecraft.idempotency_keys SET status = code, headers = heads, body = content
    WHERE user_id = who AND method = verb AND path = address AND key = mark;
END $$;

-- Locks a process until the end of the transaction and tells what a write of it has to know: the process (revision
-- null where there is none), whether the company has another default, how far its reference data has come, whether
-- changes need a second person, and open deals by stage.
CREATE FUNCTION lock_process(
  asked text, OUT revision integer, OUT is_default boolean, OUT is_archived boolean, OUT has_default boolean,
  OUT reference_mark bigint, OUT four_eyes boolean, OUT usage json
) LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.revision, p.is_default, p.deleted_at IS NOT NULL INTO revision, is_default, is_archived
    FROM stagecraft.sales_processes p WHERE p.id = asked FOR UPDATE;
  has_default := coalesce(is_default, false) OR EXISTS (
    SELECT FROM stagecraft.sales_processes p WHERE p.is_default AND p.deleted_at IS NULL
  );
  SELECT c.reference_mark INTO reference_mark FROM stagecraft.company_counters c;
  SELECT p.four_eyes INTO four_eyes FROM stagecraft.publish_policies p;
  SELECT json_object_agg(deals.stage_id, json_build_object('openDeals', deals.count, 'openAmount', deals.amount))
    INTO usage
    FROM (
      SELECT o.stage_id, count(*) AS count, sum(o.amount) AS amount
        FROM stagecraft.crm_sales_stages s JOIN stagecraft.opportunities o
          ON o.company_id = s.company_id AND o.stage_id = s.id AND o.status = 'open'
        WHERE s.process_id = asked
        GROUP BY o.stage_id
    ) deals;
END $$;

-- A process's row and its new version. `document` apart: it is stored as the very text that was sent.
CREATE FUNCTION keep_revision(head json, version json, document json) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  now_is stagecraft.sales_processes := json_populate_record(null::stagecraft.sales_processes, head);
BEGIN
  UPDATE stagecraft.sales_processes SET
      process_name = now_is.process_name, process_code = now_is.process_code, is_default = now_is.is_default,
      is_active = now_is.is_active, revision = now_is.revision, updated_at = now_is.updated_at,
      deleted_at = now_is.deleted_at, deleted_by_user_id = now_is.deleted_by_user_id
    WHERE id = now_is.id;
  IF NOT FOUND THEN
    INSERT INTO stagecraft.sales_processes SELECT now_is.*;
  END IF;
  INSERT INTO stagecraft.process_versions (company_id, process_id, revision, parent_revision, kind, reason, document,
      changed_in, added, updated, removed, user_id, at)
    SELECT now_is.company_id, now_is.id, now_is.revision, v.parent_revision, v.kind, v.reason, keep_revision.document,
        v.changed_in, v.added, v.updated, v.removed, v.user_id, now_is.updated_at
      FROM json_populate_record(null::stagecraft.process_versions, version) v;
END $$;

-- What a change leaves behind: events (numbered from 1 as they are sent), one audit row, and apart from its chain what
-- people wrote. Takes the company's counter and holds it to the commit: call it last.
CREATE FUNCTION record_change(company uuid, news json, entry json, apart text) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  many integer := json_array_length(news);
  line stagecraft.audit_log := json_populate_record(null::stagecraft.audit_log, entry);
  last bigint;
  salt bytea;
BEGIN
  UPDATE stagecraft.company_counters SET audit_seq = audit_seq + 1, event_seq = event_seq + many
    WHERE company_id = company RETURNING event_seq, audit_seq INTO STRICT last, line.seq;
  IF many > 0 THEN
    line.event_seq := last;
    INSERT INTO stagecraft.events (company_id, seq, kind, process_id, row_id, revision, op, fields, data, user_id, at)
      SELECT company, last - many + e.seq, e.kind, e.process_id, e.row_id, e.revision, e.op, e.fields, e.data,
          e.user_id, e.at
        FROM json_populate_recordset(null::stagecraft.events, news) e;
  END IF;
  IF apart IS NOT NULL THEN
    -- Salted, so that nobody finds erased words again by trying likely ones against the chain.
    salt := uuid_send(gen_random_uuid());
    line.private_commit := sha256(salt || convert_to(apart, 'UTF8'));
    INSERT INTO stagecraft.audit_private (company_id, seq, salt, content) VALUES (company, line.seq, salt, apart);
  END IF;
  INSERT INTO stagecraft.audit_log (company_id, seq, at, user_id, session_id, type, entity, entity_id, revision,
      event_seq, body, private_commit)
    VALUES (company, line.seq, line.at, line.user_id, line.session_id, line.type, line.entity, line.entity_id,
      line.revision, line.event_seq, line.body, line.private_commit);
END $$;
