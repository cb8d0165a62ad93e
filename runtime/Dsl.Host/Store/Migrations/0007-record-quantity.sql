-- For how much an entry was paid, where its clause counts something over the years (数量). Empty for nothing.
ALTER TABLE award_entry ADD COLUMN quantity TEXT NOT NULL DEFAULT '';
