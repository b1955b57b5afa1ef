-- An event is told as it was written. The reason that a person gave is taken out when the person is erased.

GRANT UPDATE (data) ON events TO stagecraft_app;

CREATE OR REPLACE FUNCTION only_erased() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF current_setting('app.erasing', true) IS DISTINCT FROM 'yes' THEN
    RAISE EXCEPTION 'Versions and events are never changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_erased BEFORE UPDATE OF data ON events FOR EACH ROW EXECUTE FUNCTION only_erased();
