-- Sets of policies that were served, and the audit. One text for SQLite and PostgreSQL.

-- A set of policies, by the hash over its files; the files themselves lie in the data folder.
CREATE TABLE policy_set (
  hash TEXT PRIMARY KEY,
  program_version TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  policy_numbers TEXT NOT NULL
);

-- Which set a folder of policies was last served with, so that a start without the folder goes on with it.
CREATE TABLE policy_slot (
  slot TEXT PRIMARY KEY,
  hash TEXT NOT NULL REFERENCES policy_set(hash),
  served_at TEXT NOT NULL
);

-- Append-only; hash covers the record and the hash before it.
CREATE TABLE audit (
  seq BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  request TEXT NOT NULL,
  hash TEXT NOT NULL
);

-- One row: where the chain ends. Whoever appends holds it.
CREATE TABLE audit_head (
  id BIGINT PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL
);

INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '');
