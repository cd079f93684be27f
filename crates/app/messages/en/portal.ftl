nav-portal = Contest portal
portal-lead = Which contests are open, until when dossiers are taken, how to enter. For everybody, without signing in.
portal-enter-house = To work
portal-time-zone = All dates and times are those of Việt Nam (UTC+7).
portal-zone = Việt Nam time (UTC+7)
portal-contest = Contest
portal-place = Place
portal-years = Years
portal-next = Next date
portal-coming = Coming
portal-running = Running
portal-closed = Over
portal-past-editions = Past editions
portal-other-editions = Other editions here
portal-none-running = No contest has been published yet. Once the organisers publish one, it stands here.
portal-none-found = There is no such contest. Try fewer words, or take off a filter.
portal-see-all = See all contests
portal-found = Find a contest
portal-search = Name of the contest or place
portal-level = Level
portal-any-level = Any level
portal-any-phase = Any state
portal-sort-next = Nearest date first
portal-sort-year = Newest year first
portal-count =
    { $count ->
        [one] One contest
       *[other] { $count } contests
    }
portal-all = See all { $count } contests
portal-level-nation = national
portal-level-province = province
portal-level-district = district
portal-level-commune = commune
portal-level-agency = agency

portal-edition = Edition { $number }
portal-parent = Part of
portal-how-to-enter = How to enter
portal-add-calendar = Add to calendar
portal-about-deadline = Dossiers are taken { $when }

portal-day = { $day }
portal-month = { $month }
portal-quarter = quarter { $quarter }
portal-year = { $year }
portal-through = through { $day }
portal-before = before { $day }
portal-from = from { $day }
portal-between = from { $start } { $end }
portal-no-date = no date yet
portal-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
portal-until-deadline = until dossiers are due
portal-opens = dossiers are taken from then on
portal-last-day = Last day
portal-for-dossiers = to hand in dossiers
portal-over = Time is up
portal-no-longer = Former date, no longer valid:
portal-extended = Extended
portal-extended-by = Extended by { $paper }
portal-moved = Date changed
portal-moved-by = Date changed by { $paper }
portal-called-off = called off
portal-past = past
portal-today = Today
portal-today-last = today is the last day
portal-in-days =
    { $count ->
        [one] begins tomorrow
       *[other] begins in { $count } days
    }
portal-days-left =
    { $count ->
        [one] 1 day left
       *[other] { $count } days left
    }
portal-by-postmark = the postmark counts
portal-by-postmark-sentence = For dossiers sent by post the day of the postmark counts.

portal-dates = Dates
portal-deadline = Dossiers due
portal-dates-in-words = The dates in words
portal-what = What
portal-when = When
portal-how-far = How far
portal-milestone-launch-ceremony = Launch ceremony
portal-milestone-publicity = Launch and publicity
portal-milestone-submission = Dossiers taken in
portal-milestone-steering-documents-due = Steering papers due
portal-milestone-council-formation = Council of judges formed
portal-milestone-judging = Judging
portal-milestone-preliminary-judging = Preliminary judging
portal-milestone-final-judging = Final judging
portal-milestone-forwarding = Dossiers sent to the contest above
portal-milestone-results = Results announced
portal-milestone-award-ceremony = Award ceremony
portal-milestone-report-due = Report due
portal-milestone-other = Other date

portal-three-steps = Enter in three steps
portal-step-check = See whether your solution fits the rules
portal-step-check-text = Read on this page who may enter, and the rules.
portal-step-check-fields =
    { $count ->
        [one] A solution of the field below that meets the conditions below may enter.
       *[other] A solution of one of the { $count } fields that meets the conditions below may enter.
    }
portal-step-write = Write the dossier on the forms
portal-step-write-with = The dossier consists of these forms: { $forms }.
portal-step-write-here = Fill in the registration form and write the description on the forms under What a dossier consists of.
portal-step-write-papers = Read the rules and take the forms under Papers and forms.
portal-step-write-ask = Ask whom you find under Whom to ask for the rules and forms.
portal-step-send = Hand it in before it is due
portal-step-send-to = Send the dossier to { $unit }.
portal-step-send-ask = Under Whom to ask you learn where to send it.
portal-step-send-when = Dossiers are taken { $when }, time of Việt Nam.

portal-eligibility = Who and what may enter
portal-applied-since = The solution has been in use since 1/1/{ $year } or later.
portal-applied-in = It is in use in { $place }.
portal-age-between = Authors are from { $min } to { $max } years old.
portal-age-from = Authors are at least { $age } years old.
portal-age-to = Authors are at most { $age } years old.
portal-born-from = Authors were born on { $day } or later.
portal-born-to = Authors were born on { $day } or earlier.
portal-fields = Fields
portal-prizes = Prizes
portal-prize = Prize
portal-prize-count = How many
portal-prize-amount = Money for each
portal-prize-sum = Money in all
portal-money = { $amount } VND

portal-papers = Papers and forms
portal-paper-dispatch = Official letter
portal-paper-plan = Plan
portal-paper-decision = Decision
portal-paper-notice = Notice
portal-paper-rules = Rules
portal-paper-guidance = Guidance
portal-paper-programme = Programme
portal-paper-other = Paper
portal-paper-number = { $kind } no. { $number }
portal-format-ics = ICS
portal-format-atom = Atom
portal-format-pdf = PDF
portal-format-svg = SVG
portal-format-png = PNG
portal-calendar = Calendar of the dates
portal-feed = Feed of changes
portal-contacts = Whom to ask
portal-contacts-none = The organisers have not named anybody yet.
portal-masked = a private number; its owner has not agreed to show it
portal-who = Who organises
portal-organiser = Organiser
portal-standing = Standing agency
portal-receiving = Dossiers go to
portal-spread = Print and share
portal-poster = Poster A4
portal-leaflet = Leaflet A5
portal-qr = QR code
portal-qr-alt = QR code that leads to this page
portal-scan = Scan the code for the rules, the forms and the date
portal-print-help = Press Ctrl+P to print, or take the PDF. The size of the paper is set.
portal-back = Back to the contest
portal-fields-list = Fields of entry
portal-prize-line = { $count } × { $name }, { $amount } each

portal-calendar-deadline = Due: { $what }
portal-instead-of = Instead of: { $date }
portal-news-published = Published: { $name }
portal-news-moved = { $what }: { $now }, instead of { $was }
portal-news-called-off = { $what }: called off (formerly { $was }, now { $now })
portal-news-rules = New version of the rules, number { $version }
portal-news = News
portal-news-of = News of { $name }
portal-news-newest = Newest news
portal-news-none = There is no news of this contest yet.
portal-news-all = Show all { $count } pieces of news
portal-to-contest = To the contest
portal-enter-online = Enter online
