-- What a job was asked for beside day, policies and registry, as JSON: the values of a 参数 that are tried. Empty for nothing.
ALTER TABLE job ADD COLUMN asked TEXT NOT NULL DEFAULT '';
