-- A request may bring an earlier revision back: then its document is that one, and what later ones did with open deals
-- is undone when it is published.
ALTER TABLE publish_requests
  ADD COLUMN restores integer,
  ADD FOREIGN KEY (company_id, process_id, restores) REFERENCES process_versions;
