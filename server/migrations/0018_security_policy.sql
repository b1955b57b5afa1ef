-- What a company asks of its people beyond their sign-in; no row: nothing.
CREATE TABLE security_policies (
  company_id uuid PRIMARY KEY REFERENCES companies,
  fresh_second_factor boolean NOT NULL
);

SELECT isolate_company('security_policies');
GRANT SELECT, INSERT, UPDATE ON security_policies TO stagecraft_app;
