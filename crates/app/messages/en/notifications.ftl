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
mail-password-changed-subject = Your password was changed
mail-password-changed-body =
    Dear { $name },

    The password of your account was changed at { $at }. Other devices must sign in again.

    If this was not you, tell the administrator at once and set a new password.
mail-password-set-subject = Your password was set by a link
mail-password-set-body =
    Dear { $name },

    The password of your account was set anew by a one-time link at { $at }. All devices must sign in again.

    If this was not you, tell the administrator at once and set a new password.
mail-reset-link-made-subject = An administrator has made a link for a new password
mail-reset-link-made-body =
    Dear { $name },

    At { $at } an administrator made a link by which a new password can be set for your account, to be handed to you. It is not in this letter.

    If you did not ask for it, ask the administrator why.
mail-second-factor-on-subject = The second factor is on
mail-second-factor-on-body =
    Dear { $name },

    The second factor of your account was switched on at { $at }. Every sign-in now asks for six digits from the telephone.

    If this was not you, tell the administrator at once and set a new password.
mail-second-factor-off-subject = The second factor is off
mail-second-factor-off-body =
    Dear { $name },

    The second factor of your account was switched off at { $at }. Only the password guards the account now.

    If this was not you, tell the administrator at once and set a new password.
mail-new-device-subject = Signed in on a new device
mail-new-device-body =
    Dear { $name },

    Somebody signed in to your account on a device that was not used before:

    { $device }, network address { $address }, at { $at }.

    If this was not you, tell the administrator at once and set a new password.
mail-email-confirm-subject = Confirm the e-mail address
mail-email-confirm-body =
    Dear { $name },

    To use this address for your account, open this link within two hours:

    { $link }

    If you do not expect this letter, ignore it: nothing changes.
mail-email-changed-subject = Your e-mail address was changed
mail-email-changed-body =
    Dear { $name },

    The e-mail address of your account was changed to { $email } at { $at }. No more letters will come to this one.

    If this was not you, tell the administrator at once.
mail-email-taken-subject = Somebody asked for this address
mail-email-taken-body =
    Dear { $name },

    Somebody asked to use this address for another account. It belongs to yours already, so nothing has changed.

    If that was you, sign in with this address. If not, ignore this letter.
