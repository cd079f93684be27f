-- How many dossiers lack something, or were first applied when, is counted in indexes that hold
-- nothing else; words are looked for in one that holds whatever else a search may ask.

create index dossier_search_lacks on dossier_search (contest_id, lacks, state);
create index dossier_search_applied on dossier_search (contest_id, applied, state);
drop index dossier_search_words;
create index dossier_search_words on dossier_search
    (contest_id, number, state, lacks, applied, received_at, field, unit_id, folded, people_folded, dossier_id);
