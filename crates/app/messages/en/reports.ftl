nav-reports = Reports
reports-own = Reports of my unit
reports-own-lead = Periodic reports of the contests; those that are due soon stand first.
reports-own-empty = No report is to be written. When a period begins, its form is here.
reports-no-unit = You coordinate no unit, so no report is yours to hand in. The units' reports are on the page of the contest.
reports-of-contest = Periodic reports
reports-open-period = Open the present period
reports-none-yet = No period was opened yet. While the contest runs each period opens by itself on its first day; it can be opened now, too.
report-not-begun = The contest has not begun, so no period can be opened: its units do not see it yet. Start the contest on its page; the period then opens by itself.
reports-all = reports to come
reports-search = Find a contest or a unit
reports-search-unit = Find a unit
reports-any-state = Any state
reports-none-found = No report fits. Use fewer words, or drop the filter.
reports-show-all = Show all
report-of = Report of { $period }
report-period = Period
report-contest = Contest
report-unit = Unit
report-changed = Updated
report-heading = Heading
report-words = What the unit reports
report-state-open = Not handed in
report-state-late = Late
report-state-returned = Returned for more
report-state-submitted = Handed in
report-state-accepted = Accepted
report-due = due { $day }
report-days-left = { $count ->
    [0] , until tonight
    [one] , { $count } day left
   *[other] , { $count } days left
}
report-known = What the system knows
report-tasks = tasks given
report-done = done
report-late = late
report-counted = counted in reports
report-keep = Keep as a draft
report-submit = Hand in the report
report-freeze-help = What is handed in is kept word for word; it can be changed only after it was returned.
report-nothing = Nothing was said.
report-verdict = Accept or return
report-reason = Reason for returning
report-reason-missing = Say why, so that the unit knows what is missing.
period-report-accept = Accept the report
period-report-return = Return
report-returned-because = The report was returned because:
report-versions = Submissions
report-version = Submission { $number }
report-outcome-accepted = accepted
report-outcome-returned = returned
report-rolled = Rolled up
report-rolled-empty = No unit has handed in yet. What they say will be gathered here by heading.
report-rolled-units = { $count ->
    [one] From { $count } unit that has handed in.
   *[other] From { $count } units that have handed in.
}
report-sheet-figures = Figures
report-sheet-words = Words
report-all-units = All
report-own-unit-only = Only the coordinator of a unit writes its reports.
report-frozen = The report was handed in and can no longer be changed. If need be, ask the secretary to return it.
report-changed-meanwhile = Somebody else has just changed this report.
report-empty = The report says nothing yet. Write at least one part.
report-too-long = One part is longer than 200,000 letters. Shorten it, or send a file.
way-reports = To the reports
notice-report-kept = The draft was kept.
notice-report-submitted = The report was handed in.
notice-report-decided = Written down.
notice-reports-opened = The period was opened for the units.
notice-reports-open-already = This period is open for every unit already.
report-state-gone = Unit is no more
report-above-only = Only the agency that gathers the reports takes or returns this one.
report-kept-now = What is kept now, written by somebody else meanwhile:
report-typed = What you have just typed was not kept
report-typed-help = The report was handed in and stays as it is. Copy what stands below, for when the report is returned.
report-chased = This report was asked for on { $day }.
report-known-then = Figures when it was handed in
report-below = Reports of the units below
report-below-in = Gathered from { $count } { $count ->
    [one] unit
   *[other] units
}
report-below-none-in = No report of a unit below is in yet.
report-below-missing = { $count } { $count ->
    [one] unit is
   *[other] units are
} missing:
report-all-with-own = All, with this unit
report-waiting = { $count } { $count ->
    [one] accepted report of a unit below is
   *[other] accepted reports of units below are
} not in this report yet.
report-gather = Write into this report
report-nothing-to-gather = There is no new report of a unit below to write in.
report-changes-help = Underlined words are new, struck words were dropped since the submission before.
reports-late = Not reported
reports-late-lead = Units whose time to report is over, and whom to call.
reports-late-none = No unit is late.
reports-chase = Remind { $count } { $count ->
    [one] unit that has
   *[other] units that have
} not reported
report-last-day = Due
report-whom-to-call = Whom to call
report-nobody-to-call = nobody is named
report-look = Look
report-chase-note = Note that they were reminded
report-chase-help = Notes today as the day of the reminder; units see it on their report. No mail goes out.
report-chase-nobody = The chosen units are no longer late, or none was chosen.
report-chase-line = - { $unit } (due { $last }, { $days } days late)
report-chase-letter =
    To: { $to }

    These units have not yet sent their report { $period } on { $contest }:
    { $lines }

    Please send your report before … Thank you.
report-escalation-letter =
    To: { $to }

    These units under you have not yet sent their report { $period } on { $contest }:
    { $lines }

    We ask { $to } to see to it that they send their reports.
report-paper = To print and sign
report-paper-lead-page = a paper laid out by Decree 30/2020/NĐ-CP, in Vietnamese
report-paper-draft = The report was not handed in: the file is a draft of what is kept now.
report-paper-files = Files
report-paper-its-number = Number
report-paper-number-help = Left empty, room is left for the registry.
report-paper-its-day = Day
report-paper-day-help = For example 20/9/2026. Left empty, room is left for the day.
report-paper-number = The number of a paper is of digits only, for example 15.
report-paper-day = Write the day of a paper like 20/9/2026.
report-paper-head = Head and signature
report-paper-head-lead = Written once, used for all later reports of the unit.
report-paper-superior = Body above
report-paper-superior-help = Printed above the name of the unit; empty for a people's committee.
report-paper-symbol = Symbol
report-paper-symbol-help = What follows the number, for example BC-SKHCN.
report-paper-place = Place
report-paper-posts = Post of who signs
report-paper-posts-help = One part on each line, for example: KT. Giám đốc; next line: Phó Giám đốc.
report-paper-signer = Name of who signs
report-paper-recipients = Recipients (one on each line)
report-paper-missing = Please fill this in.
report-paper-too-long = A part is longer than 1,000 letters. Please shorten it.
report-paper-kind = Report
report-paper-subject = Results of { $contest }, { $period }
report-paper-lead = On its tasks in { $contest }, { $unit } reports for { $period } as follows:
report-paper-figures = Figures
report-paper-known = Tasks given: { $tasks }; done: { $done }; overdue: { $late }; counted: { $counted }.
report-paper-included = { $count ->
    [0] No report of a unit below was gathered.
    [one] Gathered from the report of one unit (see annex).
   *[other] Gathered from the reports of { $count } units (see annex).
}
report-paper-without = Units without a report: { $units }.
report-paper-end = This was the report of { $unit } for { $period }.
report-paper-annex = Annex I
report-paper-annex-title = Figures of the units, { $period }
report-paper-committee = Organising committee of { $contest }
notice-report-gathered = The reports of the units below were written into this one. Read it and mend it.
notice-report-chased-noted = The reminder was noted.
notice-report-paper-kept = Head and signature were kept.
act-report-gather = reports of units below gathered
act-report-chase = reminded
act-report-letterhead = head of papers changed
report-posts-committee =
    TM. People's committee
    Chairman
report-posts-department = Director
report-posts-other = Head of the unit
report-paper-usual-recipients =
    As above
    Archive
period-month = { $month }/{ $year }
period-quarter = quarter { $quarter }/{ $year }
period-first-half = first half of { $year }
period-second-half = second half of { $year }
period-year = year { $year }
period-once = once
report-usual-spreading = Launching and publicity of the contest
report-usual-solutions = Solutions entered
report-usual-difficulties = Difficulties and proposals
act-report-open = period opened
act-report-write = written
act-report-submit = handed in
act-report-decide = accepted or returned
report-as-pdf = PDF
report-as-docx = DOCX (Word)
report-as-xlsx = XLSX (Excel)
