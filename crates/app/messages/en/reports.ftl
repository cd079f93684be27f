nav-reports = Reports
reports-own = Reports of my unit
reports-own-lead = Periodic reports of the contests; those that are due soon stand first.
reports-own-empty = No report is to be written. When a period begins, its form is here.
reports-no-unit = You coordinate no unit, so no report is yours to hand in. The units' reports are on the page of the contest.
reports-of-contest = Periodic reports
reports-open-period = Open the present period
reports-none-yet = No period was opened yet. While the contest runs each period opens by itself on its first day; it can be opened now, too.
reports-all = reports to come
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
report-accept = Accept the report
report-return = Return
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
report-sheet = Download the roll-up (XLSX)
report-sheet-figures = Figures
report-sheet-words = Words
report-all-units = All
report-own-unit-only = Only the coordinator of a unit writes its reports.
report-frozen = The report was handed in and can no longer be changed. If need be, ask the secretary to return it.
report-changed-meanwhile = Somebody else has just changed this report.
report-empty = The report says nothing yet. Write at least one part.
report-too-long = One part is longer than 20,000 letters. Shorten it, or send a file.
way-reports = To the reports
notice-report-kept = The draft was kept.
notice-report-submitted = The report was handed in.
notice-report-decided = Written down.
notice-reports-opened = The period was opened for the units.
notice-reports-open-already = This period is open for every unit already.
