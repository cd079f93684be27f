ledger = Ledger
ledger-lead = Everything that matters, in order; nobody can change it unseen.
ledger-verify = Verify now
ledger-export = Download
ledger-size =
    { $count ->
        [one] { $count } entry
        *[other] { $count } entries
    }
ledger-seq = No.
ledger-at = When
ledger-act = Act
ledger-subject = Subject
ledger-actor = By
ledger-erased = The content was erased on request; its trace remains.
ledger-seal = Newest seal
ledger-seal-lead = Keep a copy of it outside, for example in printed minutes: whoever alters or shortens the ledger later is found out.
ledger-key = Key to verify it with:
verdict = Result of the verification
verdict-sound = The data are as the ledger says.
verdict-findings =
    { $count ->
        [one] { $count } place differs. Leave everything as it is and call whoever is responsible for security.
        *[other] { $count } places differ. Leave everything as it is and call whoever is responsible for security.
    }
verdict-entries = entries
verdict-rows = rows compared
verdict-checkpoints = seals compared
ledger-entry-altered = Entry { $seq } of the ledger was altered.
ledger-entry-missing = Entries { $first } to { $last } of the ledger are missing.
ledger-entry-out-of-place = Entry { $seq } is out of its place.
ledger-entry-redated = Entry { $seq } was re-dated.
ledger-event-altered = The event of entry { $seq } was altered.
ledger-event-malformed = The event of entry { $seq } is malformed.
ledger-event-erased-undeclared = The event of entry { $seq } was erased, and nothing says so.
ledger-event-not-erased = Entry { $seq } is declared erased and still has its event.
ledger-node-altered = Node { $position } of level { $level } was altered.
ledger-checkpoint-mismatch = The seal over { $size } entries does not fit the ledger.
ledger-checkpoint-bad-signature = Seal number { $nth } is not signed by this installation.
ledger-checkpoint-beyond-log = A seal covers { $size } entries and the ledger is shorter: it was cut, or replaced by an older copy.
ledger-row-altered = Row { $id } of table { $table } was altered behind the system's back (last written by entry { $last_seq }).
ledger-row-missing = Row { $id } of table { $table } is missing (last written by entry { $last_seq }).
ledger-row-unlogged = Row { $id } of table { $table } is not in the ledger: it was inserted behind the system's back.
ledger-row-should-be-gone = Row { $id } of table { $table } should be gone (entry { $last_seq }).
ledger-key-foreign = The key in the file is not the known one.
ledger-line-unreadable = Line { $line } cannot be read.
ledger-operator = operator of the machine
act-account-add = account made
act-account-disable = account disabled
act-account-enable = account enabled
act-account-password = password set
act-account-profile = name or language changed
act-account-email = e-mail address changed
act-account-reset-link = reset link made
act-role-grant = role given
act-role-revoke = role revoked
act-second-factor-begin = second factor begun
act-second-factor-on = second factor on
act-second-factor-off = second factor off
act-unit-found = unit added
act-unit-move = unit moved
act-unit-alias = name added
act-unit-contact = contact added
act-unit-remove-part = name or contact removed
act-ledger-erase = content erased on request
act-unit-correct = unit corrected
act-unit-import = units imported
act-unit-reorganise = units reorganised
act-author-open = opened an account for an author
act-author-code = handed a code to an author
act-consent-give = gave consent
act-consent-withdraw = took consent back
