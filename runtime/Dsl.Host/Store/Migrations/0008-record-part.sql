-- Which part of which award an entry was paid for, where awards are paid in parts (期次). Empty for an award.
ALTER TABLE award_entry ADD COLUMN part TEXT NOT NULL DEFAULT '';
