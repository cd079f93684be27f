-- A dossier may be handed in by its manifest while bytes of its files are still on their way: a slow line must not
-- decide a contest.

alter table dossier_version add column bytes_until bigint; -- until when files that were named may follow; null: all were here
