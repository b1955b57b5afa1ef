-- What a company has beside its processes. The code of each kind is unique within the company.

CREATE TABLE crm_stage_categories (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  category_name text NOT NULL,
  category_code text NOT NULL,
  description text,
  category_type text NOT NULL,
  is_active boolean NOT NULL,
  sort_order integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id),
  CONSTRAINT crm_stage_categories_code_key UNIQUE (company_id, category_code)
);

CREATE TABLE crm_stage_actions (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  action_name text NOT NULL,
  action_code text NOT NULL,
  description text,
  action_type text NOT NULL,
  execution_order integer NOT NULL,
  is_active boolean NOT NULL,
  parameters json NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id),
  CONSTRAINT crm_stage_actions_code_key UNIQUE (company_id, action_code)
);

CREATE TABLE approval_workflows (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  workflow_name text NOT NULL,
  is_active boolean NOT NULL,
  steps json NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id)
);

CREATE TABLE opportunity_fields (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  key text NOT NULL,
  label text NOT NULL,
  type text NOT NULL,
  options json NOT NULL,
  is_required boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id),
  CONSTRAINT opportunity_fields_key_key UNIQUE (company_id, key)
);

-- One row a setting, keyed as in `opportunities.defaultView`.
CREATE TABLE tenant_settings (
  company_id uuid NOT NULL REFERENCES companies,
  setting_key text NOT NULL,
  setting_value jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, setting_key)
);

SELECT isolate_company('crm_stage_categories');
SELECT isolate_company('crm_stage_actions');
SELECT isolate_company('approval_workflows');
SELECT isolate_company('opportunity_fields');
SELECT isolate_company('tenant_settings');

GRANT SELECT, INSERT, UPDATE, DELETE
  ON crm_stage_categories, crm_stage_actions, approval_workflows, opportunity_fields TO stagecraft_app;
GRANT SELECT, INSERT, UPDATE ON tenant_settings TO stagecraft_app;
