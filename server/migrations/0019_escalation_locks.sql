-- Who is told of deals that stay too long, what may not be changed in a stage and while it is asked for.
ALTER TABLE crm_sales_stages
  ADD COLUMN escalation jsonb,
  ADD COLUMN locked_fields jsonb,
  ADD COLUMN lock_while_pending boolean;
