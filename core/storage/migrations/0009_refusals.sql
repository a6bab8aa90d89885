-- refusal.kept: 1 where the county keeps the refused change itself, as it came, because it wants this tablet erased. Only then may the
-- tablet forget it.
ALTER TABLE refusal ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;

-- refusal.put_aside: when its adviser put it aside; null while it counts as refused.
ALTER TABLE refusal ADD COLUMN put_aside INTEGER;
