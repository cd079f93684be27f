begin-heading = Begin your entry
begin-lead = An e-mail address or a telephone number is enough. No password is needed first. To come back later, use this page again.
begin-login = E-mail address or telephone number
begin-login-help = With an e-mail address the code comes at once. Without one, give your telephone number, like 0912 345 678.
begin-login-no-mail = No mail leaves from here yet: give a telephone number, like 0912 345 678. If you have a card, give its number, like HT 4829 1376.
begin-go = Go on
begin-have-password = I have a password
begin-code-heading = Type the code
begin-code-mailed = A letter was sent to { $login }. Type its six digits on this device within 15 minutes.
begin-code-kept = Type the six digits of { $login } on this device within 15 minutes.
begin-code-handed = Type the eight digits that your commune, your unit or the standing agency has given you for { $login }.
begin-code-spam = If there is no letter, look into the spam folder too, or wait a minute.
begin-code = Code
begin-code-wrong = The code is wrong, was used or is too old. Look again and type it again; after five wrong ones you begin again.
begin-enter = Come in
begin-again = Begin again with another address or number
begin-no-mail = No mail leaves from here yet. Call the standing agency, who can read the code to you, or begin again with a telephone number.
begin-gone = This was begun more than 15 minutes ago, is finished, or belongs to another device. Begin again.
begin-too-many = Codes were asked for many times in the last 15 minutes. Wait 15 minutes and try again.
begin-too-many-today = Codes were asked for too many times today. Wait until tomorrow, or call the standing agency.
begin-help-heading = No code yet?
begin-help-lead = Choose where you can get a code, and send. The people there see your name and number, and hand you the code or read it to you. Then open this page again and give this number and the code.
begin-help-unit = Get the code at
begin-help-office = The contest's standing agency
begin-help-ask = Ask for a code
begin-waits-at = { $unit } has been told. Call or go there to get your code.
begin-waits-office = The contest's standing agency has been told. Call or go there to get your code.
way-begin = Begin again
login-unreadable = This could not be read. Give an e-mail address (like name@unit.vn) or a telephone number of ten digits (like 0912 345 678).
login-taken = There is an account with this address or number. Its person comes in by "Begin your entry".
sign-in-begin = Authors: come in without a password
password-first-heading = Set a password for the next time
password-first-lead = You are in. With a password you need no code the next time.
password-digits = Digits alone are fine, as long as they are not your telephone number.
password-repeated-first = The password again
password-later = Later
password-none = This account has no password: each time you come in needs a new code.
confirm-lead-mail = What you are about to do is important. Six digits are sent to your e-mail address; they count for ten minutes.
confirm-lead-helper = What you are about to do is important, and this account has no password. Type a new code that somebody of the office has given you; it counts for ten minutes.
confirm-send-code = Send me a code
confirm-have-code = I have a new code
nav-requests = Waiting for a code
requests-lead = People without e-mail who wait for a code to enter the contest. Hand it over or read it by telephone; each time is written into the ledger.
requests-empty = Nobody waits. Whoever begins with a telephone number and chooses this place appears here.
requests-look = Give a code only to somebody you know or whose papers you have seen: whoever has it gets into the account.
request-login = Comes in by
request-unit = Asked at
request-since = Since
request-answer = Make a code
help-office = The standing agency
help-opened = Opened the account
help-code = Handed a code over
helped-heading = Who was helped of late
helped-how = What
helped-by = Helped by
helped-at = When
author-open = Open an account for an author
author-open-lead = For somebody who cannot do it alone. The account says who helped; what is filled in for them they must still confirm.
author-open-go = Open the account and make a code
author-login = Their telephone number or e-mail address
author-login-help = If there is neither, leave it empty: the number of a card is made, to be printed.
author-unit = Helped at
author-needs-administrator = This account has a role or a second factor, or is disabled. Ask the administrator for help.
author-needs-office = This number has an account that was opened elsewhere. Ask the contest's standing agency to make the code.
grant-email-missing = Roles are given only to accounts with an e-mail address. The person adds one on the page of the account first.
card-heading = Code to come in
card-lead = Hand this page to { $name }, or read the code.
card-lead-mail = { $name } has an e-mail address and needs no code from you: open the page below, give the address, and the code comes by mail.
card-address = Open
card-until = Good until
card-once = The code works once and is shown only now. It cannot be shown again; if need be make another, which ends this one.
card-done = Handed over
privacy = My data
privacy-lead = What is kept about you, what for, until when, and who saw or did what with this account.
privacy-look = See my data
privacy-kept = What is kept
privacy-what = What
privacy-for = What for
privacy-until = Until when
privacy-name-for = To know whose a dossier is, and for the name on the receipt.
privacy-login-for = For you to come in, and to tell you news.
privacy-password-for = For you to come in by yourself. Only its hash is kept; nobody can read it.
privacy-account-until = Until you ask for your account to be erased.
privacy-sessions-for = For you to see which devices are signed in: network address, kind of device, time.
privacy-sessions-until = At most seven days.
privacy-seen = Who did what
privacy-seen-lead = From the ledger, which nobody can alter. The latest comes first.
consents = What you agree to
consents-lead = Nothing is chosen for you. Agree or take it back at any time; what was rightly done before stays.
consent-entry = Use of personal data to take part
consent-entry-text = Name, day of birth, place of work and telephone number in the dossier are read by those who receive and judge it. Without this no dossier can be filed.
consent-publication = Name in public
consent-publication-text = The author's name, the unit and the title of the solution stand in the contest's public lists.
consent-ethnicity = Use of ethnicity
consent-ethnicity-text = Only to count authors by ethnicity in reports. Judges do not see it and it never counts.
consent-invitation = Tell me of later contests
consent-invitation-text = The organisers send word when a new contest fits your solution.
consent-give = I agree
consent-withdraw = Take back
consent-was-given = Given at { $at }
consent-was-withdrawn = Taken back at { $at }
notice-help-asked = Sent. Call or go there to get the code.
notice-password-first = The password is set. Next time you can come in by yourself.
notice-consent-given = Your consent is kept.
notice-consent-withdrawn = Taken back.
mail-begin-code-subject = Your code for the contest
mail-begin-code-body =
    Dear { $name },

    Your code is:

    { $code }

    Type it on the device on which you opened the page, within 15 minutes. Give it to nobody, not even to somebody who claims to be of the contest.

    If you did not ask for it, ignore this letter.
mail-begin-password-subject = This address comes in by password
mail-begin-password-body =
    Dear { $name },

    Somebody has asked to enter the contest with this address. It has an account with a password, so no code was sent. Open:

    { $link }

    If the password is forgotten, press "Forgotten password" there. If you cannot get in, call the administrator. If you did not ask, ignore this letter.
