-- "Trước ngày 20" leaves the day out: whoever hands in on the 20th is late. What the paper says was lost between
-- the reader and the regime.

-- Regimes written down before this kept the day alone and count it; null changes no digest of theirs.
alter table reporting_regime add column due_before boolean; -- true: "trước ngày", the day is out; null: it counts
