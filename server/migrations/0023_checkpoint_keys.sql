-- Where the key that signs changed: which one it was before, and that one's word that it goes over.
ALTER TABLE audit_checkpoints ADD COLUMN former_key text, ADD COLUMN handover text,
  ADD CHECK ((former_key IS NULL) = (handover IS NULL));
