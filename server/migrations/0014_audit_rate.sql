-- What they call (convert_to, to_char) is STABLE: declared IMMUTABLE, none of them could be inlined, and every audit row
-- paid for a dozen function calls instead of one expression.
ALTER FUNCTION audit_genesis(uuid) STABLE;
ALTER FUNCTION audit_part(text) STABLE;
ALTER FUNCTION audit_instant(timestamptz) STABLE;
ALTER FUNCTION audit_hash(audit_log) STABLE;
