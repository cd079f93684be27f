-- Authors who have no address agree on a sheet of paper, signed and scanned by whoever writes for them.

alter table dossier_agreement add column file_hash text references stored_file (hash); -- the scan of the sheet; null: none
create index dossier_agreement_file on dossier_agreement (file_hash);
