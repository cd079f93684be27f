nav-assignments = Tasks
tasks = Tasks
task = Task
tasks-contests = Contests
tasks-contest = Contest
tasks-contest-any = All contests
tasks-any = All tasks
tasks-matrix = Units by tasks
tasks-list = List of tasks
tasks-late = Overdue
tasks-of-units = Tasks of the units
tasks-matrix-lead = One row for each unit, one column for each task. Follow a cell to see the report, and to accept or return it.
tasks-matrix-own = Your unit and what it was given. Follow a cell to begin and to report.
tasks-list-lead = Everything that the contest orders, in the order of its papers.
tasks-late-title = Units that are overdue and have not reported
tasks-late-lead = Choose units, copy the letter, send it as your office sends letters, then note that they were reminded. The units see the reminder beside their task.
tasks-late-none = No unit is overdue.
tasks-late-none-help = Everything that was due has been reported. A unit that is overdue appears here, with letters ready to send.
tasks-late-none-given = This contest has no tasks yet. When a task is overdue, the units that are late appear here.
tasks-late-none-found = No overdue unit matches. Use fewer words or remove the filter.
tasks-late-all = See all overdue units
tasks-late-with = Not reported
tasks-chased = Last reminded
tasks-chased-never = never
tasks-given = tasks given to { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
tasks-done = done
tasks-reported = reported, to be accepted
tasks-soon = due within 30 days
tasks-overdue = overdue, at { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
tasks-search-unit = Search units by name or code
tasks-search = Search the words of tasks
tasks-export = Download XLSX
tasks-units-count =
    { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
tasks-count =
    { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
tasks-columns = Columns
tasks-columns-before = Earlier columns
tasks-columns-after = Later columns
tasks-columns-all = All columns, narrow
tasks-columns-few = Fewer columns, with words
tasks-empty = There are no tasks yet. They come from the plan that was read, or are ordered by hand.
tasks-none-found = No unit fits. Try fewer words or filters.
tasks-no-task-found = No task fits. Try fewer words or filters.
tasks-holding = In force
tasks-recurring = Recurring
tasks-called-off = Called off
tasks-sort = Sort by
tasks-sort-number = Number
tasks-sort-due = Due day
tasks-done-of = Done
task-number = No.
task-text = Task
task-unit = Unit
task-turn = Period
task-due = Due
task-part = Part
task-since = Since
task-paper = Paper
task-window = Time
task-no-end = no due day
task-deliverable = Result
task-deliverable-help = For example “list of registered solutions”. May stay empty.
task-recurrence = Repeats
task-recurrence-help = A recurring task comes anew in each period and is due on its last day. A new period opens by itself.
task-source = Ordered by
task-source-none = Ordered by hand, by no paper that is here.
task-units = Units that have it
task-units-own = Your unit's part
task-is-called-off = Called off
task-show = Show the task
task-order = Order a task
task-order-lead = Write what, until when, and to whom. Each unit gets a part of its own on which it reports.
task-order-do = Order the task
task-change = Change the task
task-change-lead = The old words and day stay in the history with the reason. A unit that was granted a later day keeps it.
task-text-help = One sentence as a paper would have it: who does what.
task-text-empty = Write what is to be done.
task-start = From
task-end = Until
task-limit = The last day
task-limit-through = belongs to it
task-limit-before = does not belong to it
task-period-help = A day, month, quarter or year: 31/5/2027, 5/2027, Q2/2027, 2027. Empty where the paper does not say.
period-unreadable = Write it like 31/5/2027, 5/2027, Q2/2027 or 2027.
task-whom = To whom
task-units-lines = Units
task-units-help = One unit on each line: code, whole name or another name.
task-units-empty = Name at least one unit, or one above so that all below it get the task.
task-units-too-many = At most { $most } lines. To give it to all units below one, use the field beside.
task-unit-unknown = “{ $unit }”: there is no such unit, or several have this name. Use the code.
task-under = All units below
task-under-help = Code or name of the unit above; choose a kind to give it only to the committees of communes.
task-give = Give it to more units
task-given-already = These units have it already.
task-call-off = Call it off
task-call-off-help = The task is no more to be done; reports that came in stay. Say why, so that the units understand.
task-called-off = This task was called off.
task-reason = Reason
task-reason-help = For example “extended by letter 12/BTC”. The units can read it.
task-reason-empty = Say why.
task-changes = History
task-change-changed = Changed
task-change-called-off = Called off
task-before = Before:
task-last-day = today is the last day
task-days-left = { $days } days left
task-days-late = { $days } days overdue
task-late-days =
    { $count ->
        [one] { $count } day overdue
       *[other] { $count } days overdue
    }
task-secretary-only = Only secretaries of the organiser order, change and accept. Ask them, or go back to the tasks.
task-unit-only = Only the unit's coordinator and the secretaries of the contest may do this.
task-contest-not-running = The contest has not begun. Units begin and report once a secretary has started it.
task-step-not-now = This is in another state by now. Look at it again and go on from there.
task-does-not-recur = This task does not recur.
task-turns-ended = There is no unit for a new period, or the time of the task is over.
task-start-do = Begin
way-tasks = To the tasks
way-assignment = Look at it again
window-from = from { $day }
window-through = through { $day }
window-before = before { $day }
recurrence-once = Once
recurrence-monthly = Monthly
recurrence-quarterly = Quarterly
recurrence-half-yearly = Every six months
recurrence-yearly = Yearly
turn-month = { $month }/{ $year }
turn-quarter = quarter { $quarter } of { $year }
turn-first-half = first half of { $year }
turn-second-half = second half of { $year }
turn-year = { $year }
turn-open = Open the next period
turn-open-help = A new period opens by itself when it begins; this opens it earlier.
part-lead = leads
part-coordinate = helps
mark-done = done
mark-reported = reported
mark-in-progress = under way
mark-open = not begun
mark-returned = returned
mark-late = overdue
mark-none = not given
mark-any = All states
mark-to-do = To be done
assignments-own = My unit's tasks
assignments-lead = What is due first stands first, over all contests in which the unit takes part.
assignments-late =
    { $count ->
        [one] { $count } task is overdue.
       *[other] { $count } tasks are overdue.
    }
assignments-late-show = Show what is overdue
assignments-count =
    { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
assignments-empty = The unit has not been given anything. Once a contest runs, its tasks are here.
assignments-all-done = Nothing is left to do. Choose “All states” to see what is done.
assignments-no-unit = You coordinate no unit. This page is for coordinators; secretaries find tasks in each contest.
report-do = Report
report-on-behalf = You write for { $unit }, for example when its report came on paper. The log keeps your name.
report-text = What was done
report-text-help = A few sentences will do.
report-text-empty = Write what was done.
report-figure = Figure
report-figure-help = Where the task asks for one count: solutions, posts, leaflets … May stay empty.
report-figure-unreadable = Digits only, for example 120.
report-links = Links
report-links-help = One address on each line, beginning with https://. May stay empty.
report-links-unreadable = One address on each line, beginning with https:// or http://, at most 20.
report-files = Files
report-files-help = Photos, PDF, documents; at most 10 files, 15 MB together. May stay empty.
report-files-too-many = At most 10 files in one report. Put some together.
report-files-too-large = The files are too large together. Make photos smaller, or give a link to where they are.
report-send = Send the report
report-number = Report
reports-sent = Reports sent
reports-none = No report yet.
report-decide = A new report is waiting for you
report-accept-task = Accept
report-return-task = Return it
report-return-after-all = Accepted by mistake? Return it
report-return-reason = What is missing
report-return-help = The unit reads this and reports again.
report-is-accepted = Accepted
report-is-waiting = Waiting
extension = More time
extension-ask = Ask for more time
extension-wish = Last day wished for
extension-until = Wished through { $day }
extension-granted = Granted through { $day }
extension-refused = Refused
extension-is-waiting = Waiting for an answer
extension-grant = Grant
extension-grant-until = Grant through
extension-refuse = Refuse
extension-words = Answer
extension-words-help = Needed when you refuse.
extension-nothing-due = This has no due day or is no more to be done, so no time is needed.
extension-not-later = This day must come after the present one and not lie in the past.
extension-waiting = A request is waiting for its answer already.
extension-answered = This request was answered already.
day-example = For example 1/7/2027.
remarks = Discussion
remarks-none = Nothing was said yet.
remark-to-all = to all units
remark-to-one = to this unit alone
remark-to-all-units = Say something to all its units
remark-words = Message
remark-words-help = Only this unit and the secretaries of the contest can read it.
remark-send = Send
remark-empty = Write a message.
remark-ask-there = To ask something, open your unit's part below.
chase-units =
    { $count ->
        [one] Remind { $count } late unit
       *[other] Remind { $count } late units
    }
chase-note = Note that they were reminded
chase-note-help = Notes the day for the chosen units; no mail is sent.
chase-nobody = The chosen units are no more overdue, or none was chosen.
chase-letters = Letters to copy
chase-letters-lead = Drafts for the filter above; change them in your own letter.
chase-unnamed = The letter names the 300 that are latest; there are { $count } more.
chase-direct =
    { $count ->
        [one] To { $count } unit itself
       *[other] To { $count } units themselves
    }
chase-escalate = To the unit above:
chased-on = Reminded on { $day }
chase-unit = - { $unit}:
chase-line = {"    "}+ { $task } (due { $last }, { $days } days overdue)
notice-task-ordered = The task was ordered.
notice-task-changed = The task was changed.
notice-task-called-off = The task was called off.
notice-task-given = More units have the task now.
notice-turn-opened = The next period is open.
notice-task-started = It is noted that the unit has begun.
notice-reported = The report was sent. The secretary will look at it.
notice-report-accepted = The report was accepted.
notice-report-returned = The report was returned with your words.
notice-time-asked = The request was sent.
notice-time-answered = The request was answered.
notice-remark-said = Your message is there.
notice-chased = It is noted that they were reminded.
act-task-order = Tasks ordered
act-task-change = Task changed
act-task-call-off = Task called off
act-task-give = Task given to more units
act-task-turn = Period of a task opened
act-task-start = Unit began
act-task-report = Unit reported
act-task-accept = Report accepted
act-task-return = Report returned
act-task-ask-time = More time asked for
act-task-answer-time = Request for time answered
act-task-remark = Remark on a task
act-task-chase = Units reminded
chase-letter =
    To: { $to }

    For { $contest }, the units were given tasks with a due day. On { $day } these were overdue and not reported:

    { $lines }

    Please carry them out and report in the system, or say what stands in the way and when they will be done.

    Yours faithfully
escalation-letter =
    To: { $to }

    For { $contest }, on { $day } these units below yours were overdue and had not reported:

    { $lines }

    Please see to it that they carry out their tasks and report.

    Yours faithfully
