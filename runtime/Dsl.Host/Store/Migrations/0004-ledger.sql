-- 核定 and the ledger of awards. Both only grow: what holds now follows from the entries. They belong to the data folder whose number they
-- bear, as jobs do.

-- One row per data folder; whoever appends holds it. Versions count what was appended, so that a run can say what it has read.
CREATE TABLE ledger_head (
  home TEXT PRIMARY KEY,
  ledger_version BIGINT NOT NULL,
  decision_version BIGINT NOT NULL,
  -- What the registry brought when it was looked at first; empty while it never was.
  source_print TEXT NOT NULL
);

-- place: subject, 文号, 条款, 事项行, 年度 in canonical form, whichever way they are written. The last entry of a place holds.
CREATE TABLE decision (
  home TEXT NOT NULL,
  seq BIGINT NOT NULL,
  place TEXT NOT NULL,
  subject TEXT NOT NULL,
  policy TEXT NOT NULL,
  clause TEXT NOT NULL,
  row_key TEXT NOT NULL,
  year BIGINT NOT NULL,
  -- As exact text; empty where the decision is taken back.
  amount TEXT NOT NULL,
  sheet_check TEXT NOT NULL,
  run TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (home, seq)
);

CREATE INDEX decision_place ON decision (home, place, seq);

CREATE TABLE publication (
  home TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Empty where it is of no run.
  run TEXT NOT NULL,
  year BIGINT NOT NULL,
  takes_back_missing BIGINT NOT NULL,
  without_failed BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  -- SHA-256 over the entries that were proposed, and what they come to, as JSON.
  digest TEXT NOT NULL,
  summary TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  -- The version of the ledger that it made; 0 while it is only proposed.
  ledger_version BIGINT NOT NULL,
  PRIMARY KEY (home, id)
);

CREATE UNIQUE INDEX publication_run ON publication (home, run) WHERE run <> '';

CREATE UNIQUE INDEX publication_version ON publication (home, ledger_version) WHERE ledger_version > 0;

-- What was paid or taken back, never changed: a mistake is mended by another entry.
CREATE TABLE award_entry (
  home TEXT NOT NULL,
  ledger_version BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  place TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  policy TEXT NOT NULL,
  clause TEXT NOT NULL,
  row_key TEXT NOT NULL,
  year BIGINT NOT NULL,
  amount TEXT NOT NULL,
  PRIMARY KEY (home, ledger_version, seq)
);

CREATE INDEX award_entry_subject ON award_entry (home, subject_id);

-- The sum of the entries of a place: one row each, so that the database itself refuses to pay one thing a second time.
CREATE TABLE award (
  home TEXT NOT NULL,
  place TEXT NOT NULL,
  net TEXT NOT NULL,
  PRIMARY KEY (home, place)
);

-- Who brought a draft of policies, and who approved a set: not the same person.
CREATE TABLE draft_upload (
  hash TEXT NOT NULL,
  uploaded_by TEXT NOT NULL,
  uploaded_at TEXT NOT NULL,
  PRIMARY KEY (hash, uploaded_by)
);

CREATE TABLE set_approval (
  hash TEXT PRIMARY KEY,
  approved_by TEXT NOT NULL,
  approved_at TEXT NOT NULL
);

-- What a run has read; -1 while it has read nothing.
ALTER TABLE job ADD COLUMN ledger_version BIGINT NOT NULL DEFAULT -1;

ALTER TABLE job ADD COLUMN decision_version BIGINT NOT NULL DEFAULT -1;
