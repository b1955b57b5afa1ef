-- Processes a company keeps to start others from. `json`: the document comes back as it was sent.

CREATE TABLE process_templates (
  company_id uuid NOT NULL REFERENCES companies,
  id text NOT NULL,
  template_name text NOT NULL,
  description text NOT NULL,
  category text NOT NULL,
  document json NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id),
  CONSTRAINT process_templates_name_key UNIQUE (company_id, template_name)
);

SELECT isolate_company('process_templates');

GRANT SELECT, INSERT, UPDATE, DELETE ON process_templates TO stagecraft_app;
