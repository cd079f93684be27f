-- The book of dossiers within fifty milliseconds at a hundred thousand of them, whatever is looked for: what lists ask
-- stands in narrow indexes, so that no row of texts is read to be left out.

alter table dossier_search add column lacks bigint not null default 0; -- what its newest version lacks: 1 stamp, 2 agreement, 4 file
update dossier_search set lacks = (
    select cast(coalesce(sum(distinct case n.what when 'stamp' then 1 when 'agreement' then 2 else 4 end), 0) as bigint)
    from dossier_need n where n.dossier_id = dossier_search.dossier_id and n.met = false);

drop index dossier_search_contest;
create index dossier_search_contest on dossier_search
    (contest_id, number, state, lacks, applied, received_at, field, unit_id, dossier_id);
create index dossier_search_words on dossier_search
    (contest_id, number, state, folded, people_folded, dossier_id);
