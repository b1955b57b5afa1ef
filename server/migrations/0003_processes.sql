-- A process, its versions (the truth: the whole document of each revision) and its stages and transitions as rows
-- (the projection that is queried and that foreign keys hold on to), written in one transaction.

CREATE TABLE sales_processes (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  process_name text NOT NULL,
  process_code text NOT NULL,
  is_default boolean NOT NULL,
  is_active boolean NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  deleted_by_user_id uuid,
  PRIMARY KEY (company_id, id)
);
CREATE UNIQUE INDEX sales_processes_code_key ON sales_processes (company_id, process_code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX sales_processes_default_key ON sales_processes (company_id)
  WHERE is_default AND deleted_at IS NULL;

-- `json`, not `jsonb`: the document comes back with its keys in the order in which it was sent.
CREATE TABLE process_versions (
  company_id uuid NOT NULL,
  process_id text NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  parent_revision integer,
  kind text NOT NULL,
  reason text,
  document json NOT NULL,
  changed_in json NOT NULL,
  added integer NOT NULL,
  updated integer NOT NULL,
  removed integer NOT NULL,
  user_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (company_id, process_id, revision),
  FOREIGN KEY (company_id, process_id) REFERENCES sales_processes,
  FOREIGN KEY (company_id, process_id, parent_revision) REFERENCES process_versions,
  CHECK (parent_revision = revision - 1 OR (revision = 1 AND parent_revision IS NULL))
);

-- The blueprint's table. Deleting is archiving: `live` flips, and the foreign keys on it refuse while a live
-- transition or an open deal still points here. An ordinary foreign key never fires on a soft delete.
CREATE TABLE crm_sales_stages (
  company_id uuid NOT NULL,
  id text NOT NULL,
  process_id text NOT NULL,
  stage_name text NOT NULL,
  stage_code text NOT NULL,
  description text,
  stage_order integer NOT NULL,
  default_probability double precision NOT NULL,
  is_active boolean NOT NULL,
  is_closed_won boolean NOT NULL,
  is_closed_lost boolean NOT NULL,
  is_entry boolean NOT NULL,
  color text NOT NULL,
  position jsonb NOT NULL,
  category_ids jsonb NOT NULL,
  forecast_category text,
  required_fields jsonb NOT NULL,
  validation_rules jsonb NOT NULL,
  transition_rules jsonb NOT NULL,
  entry_action_ids jsonb NOT NULL,
  exit_action_ids jsonb NOT NULL,
  average_duration_days double precision,
  max_duration_days double precision,
  requires_approval boolean NOT NULL,
  approval_workflow_id text,
  guidance text NOT NULL,
  exit_checklist jsonb NOT NULL,
  external_id text,
  lineage jsonb NOT NULL,
  simulation jsonb NOT NULL,
  notes text NOT NULL,
  created_by_user_id text,
  updated_by_user_id text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  deleted_by_user_id uuid,
  deletion_reason text,
  migrated_to text,
  is_deleted boolean GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
  live boolean GENERATED ALWAYS AS (deleted_at IS NULL) STORED,
  PRIMARY KEY (company_id, id),
  UNIQUE (company_id, id, live),
  FOREIGN KEY (company_id, process_id) REFERENCES sales_processes
);
CREATE UNIQUE INDEX crm_sales_stages_code_key ON crm_sales_stages (company_id, process_id, stage_code)
  WHERE deleted_at IS NULL;
CREATE INDEX crm_sales_stages_order ON crm_sales_stages (company_id, process_id, stage_order) WHERE deleted_at IS NULL;

CREATE TABLE crm_stage_transitions (
  company_id uuid NOT NULL,
  id text NOT NULL,
  process_id text NOT NULL,
  from_stage_id text,
  to_stage_id text NOT NULL,
  transition_name text NOT NULL,
  is_automatic boolean NOT NULL,
  is_global boolean NOT NULL,
  is_rework boolean NOT NULL,
  requires_validation boolean NOT NULL,
  after_days double precision,
  priority integer NOT NULL,
  conditions jsonb NOT NULL,
  actions jsonb NOT NULL,
  action_ids jsonb NOT NULL,
  weight double precision,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  deleted_by_user_id uuid,
  live_ref boolean GENERATED ALWAYS AS (CASE WHEN deleted_at IS NULL THEN true END) STORED,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, process_id) REFERENCES sales_processes,
  CONSTRAINT transition_leaves_live_stage
    FOREIGN KEY (company_id, from_stage_id, live_ref) REFERENCES crm_sales_stages (company_id, id, live),
  CONSTRAINT transition_enters_live_stage
    FOREIGN KEY (company_id, to_stage_id, live_ref) REFERENCES crm_sales_stages (company_id, id, live)
);
CREATE INDEX crm_stage_transitions_from ON crm_stage_transitions (company_id, from_stage_id) WHERE deleted_at IS NULL;
CREATE INDEX crm_stage_transitions_to ON crm_stage_transitions (company_id, to_stage_id) WHERE deleted_at IS NULL;
CREATE INDEX crm_stage_transitions_process ON crm_stage_transitions (company_id, process_id) WHERE deleted_at IS NULL;

-- Private to its owner: a backup of what is edited on a device.
CREATE TABLE drafts (
  company_id uuid NOT NULL,
  user_id uuid NOT NULL,
  id text NOT NULL,
  process_id text NOT NULL,
  base_revision integer NOT NULL,
  document json NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, user_id, id),
  FOREIGN KEY (company_id, user_id) REFERENCES memberships
);

SELECT isolate_company('sales_processes');
SELECT isolate_company('process_versions');
SELECT isolate_company('crm_sales_stages');
SELECT isolate_company('crm_stage_transitions');
SELECT isolate_company('drafts');
CREATE POLICY owner_only ON drafts AS RESTRICTIVE TO stagecraft_app
  USING (user_id = current_setting('app.user_id')::uuid)
  WITH CHECK (user_id = current_setting('app.user_id')::uuid);

-- Versions are only ever added; stages and transitions are archived, never deleted.
GRANT SELECT, INSERT ON process_versions TO stagecraft_app;
GRANT SELECT, INSERT, UPDATE ON sales_processes, crm_sales_stages, crm_stage_transitions TO stagecraft_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO stagecraft_app;
