-- How far a company's trail goes, asked before most reads: one statement instead of a transaction, within the same row
-- security. It sets whose rows are seen until its transaction ends, so it is asked by itself alone.
CREATE FUNCTION trail_end(company uuid) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.company_id', company::text, true);
  RETURN (SELECT audit_seq FROM stagecraft.company_counters WHERE company_id = company);
END $$;
