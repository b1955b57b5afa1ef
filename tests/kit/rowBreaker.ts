/**
 * Breaks a transaction at the n-th row that it writes, wherever in the database that happens: what runs inside the
 * database's own functions is cut as well, and the commit of a request that is kept under its key.
 */
import type { Database } from '../../server/database/database.ts'

interface RowBreaker {
  /** From now on the n-th row that a transaction writes fails it, or ends its connection. */
  breakAt(nth: number, how: 'error' | 'death'): Promise<void>
  never(): Promise<void>
}

export async function rowBreaker(database: Database): Promise<RowBreaker> {
  const script = (text: string) => database.owner((session) => session.script(text))
  // What a transaction counted is forgotten with it: each begins anew.
  await script(`
    CREATE TABLE breaking (rows integer, deadly boolean);
    INSERT INTO breaking VALUES (NULL, false);
    CREATE FUNCTION break_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = stagecraft AS $$
    DECLARE
      now_is breaking;
    BEGIN
      UPDATE breaking SET rows = rows - 1 WHERE rows IS NOT NULL RETURNING * INTO now_is;
      IF now_is.rows = 0 AND now_is.deadly THEN
        PERFORM pg_terminate_backend(pg_backend_pid());
      ELSIF now_is.rows = 0 THEN
        RAISE EXCEPTION 'the line was cut';
      END IF;
      RETURN coalesce(NEW, OLD);
    END $$;
    DO $$
    DECLARE
      target regclass;
    BEGIN
      FOR target IN SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'stagecraft' AND c.relkind = 'r' AND c.relname <> 'breaking'
      LOOP
        EXECUTE format('CREATE TRIGGER breaking BEFORE INSERT OR UPDATE OR DELETE ON %s
          FOR EACH ROW EXECUTE FUNCTION break_row()', target);
      END LOOP;
    END $$;
    CREATE CONSTRAINT TRIGGER breaking_at_commit AFTER INSERT ON idempotency_keys
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION break_row();`)
  return {
    breakAt: (nth, how) => script(`UPDATE breaking SET rows = ${nth}, deadly = ${how === 'death'}`),
    never: () => script('UPDATE breaking SET rows = NULL'),
  }
}
