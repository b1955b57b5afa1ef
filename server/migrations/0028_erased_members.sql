-- Whom a company has erased is not its member any more, and leaves the name as soon as no other company keeps them.
-- A member who was shut out may be let in again: is_active alone does not tell the one from the other.
ALTER TABLE memberships ADD COLUMN erased_at timestamptz;

-- Who was erased before there was a mark: the trail knows.
ALTER TABLE memberships NO FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY;
UPDATE memberships SET erased_at = erased.at
  FROM (SELECT company_id, entity_id, max(at) AS at FROM audit_log WHERE type = 'person.erased' GROUP BY 1, 2) erased
  WHERE erased.company_id = memberships.company_id AND erased.entity_id = memberships.user_id::text
    AND NOT memberships.is_active;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;

-- Their name is a stranger's then, where another company keeps it.
DROP POLICY colleagues ON users;
CREATE POLICY colleagues ON users TO stagecraft_app
  USING (EXISTS (
    SELECT FROM memberships
    WHERE memberships.user_id = users.id AND memberships.company_id = stagecraft.current_company()
      AND (memberships.erased_at IS NULL OR users.email LIKE '%@erased.invalid')
  ));
