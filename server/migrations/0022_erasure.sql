-- A version is written once. What a person wrote into it is taken out when the person is erased, and for nothing else.

GRANT UPDATE (document, reason) ON process_versions TO stagecraft_app;

CREATE FUNCTION only_erased() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF current_setting('app.erasing', true) IS DISTINCT FROM 'yes' THEN
    RAISE EXCEPTION 'Versions are never changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_erased BEFORE UPDATE ON process_versions FOR EACH ROW EXECUTE FUNCTION only_erased();
