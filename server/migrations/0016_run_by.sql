-- Who may make a move by hand, and the way that a refused approval leads. Absent on transitions that say neither.
ALTER TABLE crm_stage_transitions
  ADD COLUMN run_by jsonb,
  ADD COLUMN on_refusal boolean;
