mailings = Letters to units
mailings-lead = Letters of the organisers to many units at once: looked at before they go, and stopped while they have not left.
mailings-search = Search letters by subject and text
mailings-none-found = No letter holds these words.
mailings-all = See all letters
mailing-search-unit = Search units that were written to
mailing-no-unit-found = No unit of this name was written to.
mailings-none = No letter has been sent to the units yet.
mailing-new = Write to units
mailing-new-lead = Choose the units and write the letter; you see everybody who gets it and the exact text before it goes.
mailing-whom = To
mailing-task = About the task
mailing-body = Text
mailing-body-help = Everybody gets the same text. The name of the contest and the way to the unit's tasks are added below it.
mailing-look = Look at it, send nothing yet
mailing-preview = Look before it goes
mailing-back = Back to the text
mailing-empty = This must not be empty.
mailing-too-long = This is too long.
mailing-to-all = All units with tasks
mailing-to-not-begun = Units that have not begun
mailing-to-not-reported = Units that have not reported
mailing-to-late = Units that are late
mailing-units =
    { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
mailing-units-word = Units
mailing-mails = Mails
mailing-sent-at = Sent at
mailing-unreached =
    { $count ->
        [one] { $count } unit has no mail address: call it.
       *[other] { $count } units have no mail address: call them.
    }
mailing-no-phone = no number either
mailing-addresses =
    { $count ->
        [one] Recipients: { $count } address
       *[other] Recipients: { $count } addresses
    }
mailing-will-mail =
    { $count ->
        [one] This will mail { $count } person
       *[other] This will mail { $count } people
    }
mailing-send =
    { $count ->
        [one] Send { $count } mail
       *[other] Send { $count } mails
    }
mailing-grace = The first mail leaves after a minute, the others follow by and by. Until then they can be stopped.
mailing-kept = No mail server is set up: the mails are kept in the outbox, to be handed over.
mailing-changed-meanwhile = The recipients changed while you looked: { $before } people before, { $now } now. Nothing was sent. Look again, then send.
mailing-nobody = No unit has a mail address, so nothing can be sent. Call them, or write by post.
mailing-not-running = Units can be written to while the contest runs.
mailing-has-left = Every mail has left; there is nothing to stop.
mailing-stop =
    { $count ->
        [one] Stop { $count } mail that has not left
       *[other] Stop { $count } mails that have not left
    }
mailing-was-stopped = Stopped
mailing-recipients = Recipients
mailing-no-address = no mail address
mailing-to-phone = To be called
mailing-foot = Your unit's tasks and reports: { $link }
mailing-draft-task = { " " }“{ $task }”
mailing-draft-all-subject = About { $contest }
mailing-draft-all-body =
    Dear colleagues,

    Please carry out the task{ $task } that was given to you for { $contest } in time.

    With kind regards
mailing-draft-not-begun-subject = Please begin your task for { $contest }
mailing-draft-not-begun-body =
    Dear colleagues,

    Your unit has not begun the task{ $task } for { $contest } yet. Please begin it and note so in the system.

    With kind regards
mailing-draft-not-reported-subject = Please report on your task for { $contest }
mailing-draft-not-reported-body =
    Dear colleagues,

    Your unit has not reported on the task{ $task } for { $contest } yet. Please report before it is due.

    With kind regards
mailing-draft-late-subject = Overdue task for { $contest }
mailing-draft-late-body =
    Dear colleagues,

    The task{ $task } for { $contest } is overdue and your unit has not reported. Please report now, or say what keeps you and ask for more time in the system.

    With kind regards
mailing-write-late = Write to the units that are late
notice-mailing-sent = The order to send is taken.
notice-mailing-stopped = What had not left is stopped.
act-contest-mail = Wrote to units
act-contest-mail-stop = Stopped a letter to units
mailing-has-gone = All sent
mailing-still-waiting = { $count } mails waiting
mailing-some-failed = { $count } mails could not be sent
