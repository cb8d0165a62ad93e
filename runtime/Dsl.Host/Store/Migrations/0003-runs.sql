-- Snapshots of registries, and the queue of jobs: imports and runs. What they hold lies in the data folder whose number they bear.

CREATE TABLE registry (
  home TEXT NOT NULL,
  id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  subjects BIGINT NOT NULL,
  partitions BIGINT NOT NULL,
  rejected_rows BIGINT NOT NULL,
  imported_at TEXT NOT NULL,
  PRIMARY KEY (home, id)
);

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  home TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  set_hash TEXT NOT NULL,
  registry TEXT NOT NULL,
  as_of TEXT NOT NULL,
  year BIGINT NOT NULL,
  -- How often it was begun; who reports for an earlier time is not heard.
  epoch BIGINT NOT NULL,
  wants_cancel BIGINT NOT NULL,
  -- How much of it is done.
  permille BIGINT NOT NULL,
  subjects BIGINT NOT NULL,
  rejected_rows BIGINT NOT NULL,
  failed_subjects BIGINT NOT NULL,
  -- The folder of its result below the data folder; empty while there is none.
  result TEXT NOT NULL,
  problem_code TEXT NOT NULL,
  problem TEXT NOT NULL,
  remedy TEXT NOT NULL
);

CREATE INDEX job_queue ON job (home, state, created_at);
