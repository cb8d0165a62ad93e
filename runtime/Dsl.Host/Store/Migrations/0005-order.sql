-- The order in which snapshots and jobs came: a clock that was set back must not make an old registry the latest.

ALTER TABLE registry ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;

ALTER TABLE job ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;
