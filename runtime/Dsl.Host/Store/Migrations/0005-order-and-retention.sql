-- The order in which snapshots and jobs came, whatever the clock said, and what is too old to be kept.

-- A clock that was set back must not make an old registry the latest.
ALTER TABLE registry ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;

ALTER TABLE job ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;

-- The last day on which it was looked for what is too old, and the day before on which it was: nothing goes by a day that was seen only once.
CREATE TABLE retention (
  home TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  day_before TEXT NOT NULL
);
