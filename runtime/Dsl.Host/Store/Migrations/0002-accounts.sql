-- Who may use the service: accounts with passwords, keys of programs, and the keys that cookies are protected with.

-- Names are unique in their canonical form. Empty texts stand for what is not there.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  roles TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  password TEXT NOT NULL,
  invitation TEXT NOT NULL,
  invited_until TEXT NOT NULL,
  failures BIGINT NOT NULL,
  locked_until TEXT NOT NULL,
  stamp TEXT NOT NULL,
  totp TEXT NOT NULL,
  totp_offered TEXT NOT NULL,
  totp_step BIGINT NOT NULL,
  created_at TEXT NOT NULL
);

-- Of a secret only its SHA-256 is kept: it has 256 random bits, so that nobody finds it by trying.
CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  secret_sha256 TEXT NOT NULL,
  roles TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT NOT NULL,
  last_used_on TEXT NOT NULL
);

CREATE TABLE protection_key (
  name TEXT PRIMARY KEY,
  xml TEXT NOT NULL,
  created_at TEXT NOT NULL
);
