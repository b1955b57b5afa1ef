-- Opportunities are the CRM's; this is the little that usage, impact and analytics need, fed by projection or import.

CREATE TABLE opportunities (
  company_id uuid NOT NULL,
  id text NOT NULL,
  opportunity_name text NOT NULL,
  stage_id text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'won', 'lost')),
  amount double precision NOT NULL,
  owner_name text NOT NULL,
  entered_stage_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  projected_at timestamptz NOT NULL,
  open_ref boolean GENERATED ALWAYS AS (CASE WHEN status = 'open' THEN true END) STORED,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, stage_id) REFERENCES crm_sales_stages,
  -- A stage with open deals cannot vanish by any road, and no deal can open in a stage that is archived.
  CONSTRAINT open_deal_stands_in_live_stage
    FOREIGN KEY (company_id, stage_id, open_ref) REFERENCES crm_sales_stages (company_id, id, live)
);
CREATE INDEX opportunities_open ON opportunities (company_id, stage_id) INCLUDE (amount) WHERE status = 'open';
CREATE INDEX opportunities_projected ON opportunities (company_id, projected_at);

-- Stage ids without a foreign key: history is also imported, and outlives every redesign.
CREATE TABLE stage_history (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  opportunity_id text NOT NULL,
  from_stage_id text,
  to_stage_id text NOT NULL,
  amount double precision NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, opportunity_id) REFERENCES opportunities
);
CREATE INDEX stage_history_deal ON stage_history (company_id, opportunity_id, changed_at);

SELECT isolate_company('opportunities');
SELECT isolate_company('stage_history');

GRANT SELECT, INSERT, UPDATE ON opportunities TO stagecraft_app;
GRANT SELECT, INSERT ON stage_history TO stagecraft_app;
