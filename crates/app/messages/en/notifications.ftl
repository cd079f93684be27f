outbox = Outbox
outbox-lead = Every letter that was written, sent or not.
outbox-no-smtp = No mail server is set up: letters are kept here, for you to read and hand over. Set [smtp] in hoithi.toml to send them.
outbox-empty = No letters yet. The first is usually an invitation.
outbox-count =
    { $count ->
        [one] { $count } letter
        *[other] { $count } letters
    }
mail-subject = Subject
mail-recipient = To
mail-written = Written
mail-sent = Sent
mail-failed = Failed
mail-kept = Kept
mail-waiting = Waiting
mail-error = Last attempt
mail-invitation-subject = Invitation to the contest system
mail-invitation-body =
    Dear { $name },

    You are invited to the contest system. To take up your account and set a password, open this link within seven days:

    { $link }

    It works once. If you did not expect this letter, you may ignore it.
mail-reset-subject = Link for a new password
mail-reset-body =
    Dear { $name },

    Somebody has asked for a new password for your account. If it was you, open this link within two hours:

    { $link }

    If it was not, ignore this letter: your password stays as it is.
