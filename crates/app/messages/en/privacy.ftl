# Personal data: how long they are kept.

retention = Retention periods
retention-machine = Which personal data have reached their time, and their removal.
retention-lead = Personal data are kept only as long as their purpose needs them. This page says what goes, why and when.
retention-due = To be removed now
retention-later = To be removed later
retention-lots = Data by contest
retention-contest = Contest
retention-dossiers = Dossiers
retention-from = Counted from
retention-goes = Due
retention-nothing-due = Nothing that needs a confirmation is due.
retention-under-way = A run is under way. Please wait until it has ended.
retention-changed = What is due has changed since this page was opened. Please look again, then confirm.
retention-confirm = Remove what is listed above
retention-confirm-help = It cannot be taken back. Back-ups made before still hold it; let old ones go in their own time. The removal runs in the background and is written into the ledger with its counts.
retention-rules = What is kept for how long
retention-rules-lead = The law on the protection of personal data gives no years: as long as they are needed. The periods below are the program's, long enough to hear a late complaint.
retention-keeps = Kept for
retention-since = Counted from
retention-way = How it goes
retention-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
retention-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
retention-at-once = By itself, each minute
retention-daily = By itself, each day
retention-confirmed = When an administrator confirms
retention-session = Sessions, codes and links to come in
retention-session-since = the sign-in, or when it was handed out
retention-file = Files that arrived and belong to no dossier and no paper
retention-file-since = when the file arrived
retention-export = What is remembered of packages (their files are kept for 7 days)
retention-export-since = when the package was ordered
retention-draft = Dossiers that were begun and never handed in
retention-draft-since = the deadline of the contest
retention-identity = Identity numbers of authors, and the signs of one person in two dossiers
retention-identity-since = the end of the contest (its last milestone, at the earliest the end of its last year)
retention-runs = Runs
retention-by = Confirmed by
retention-by-itself = By itself
retention-gone = Removed
retention-works = At work
notice-retention-ordered = The removal is confirmed and under way.
act-retention-order = confirmed the removal of data past their time
act-retention-end = data past their time were removed
act-retention-round = data past their time were removed by themselves
act-retention-drafts = drafts past their time were removed
act-retention-identities = identity numbers past their time were removed
act-file-forget = files that belong to nothing were removed
receipt-blanked = On { $at } personal data past their time were removed from what was handed in. The fingerprint above is of what was handed in then.
