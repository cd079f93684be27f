notices = Notices
notices-lead = What has just happened to your unit's tasks and your contests, and reminders of what is due. Choose a notice to open what it is about.
notices-waiting = { $count } unread notices
notices-count =
    { $count ->
        [one] { $count } notice
       *[other] { $count } notices
    }
notices-none = There are no notices here.
notices-show = Show
notices-all = All
notices-new = Unread
notices-kind = Kind of notice
notices-any-kind = Any kind
notices-contest = Contest
notices-any-contest = Any contest
notices-read-all = Mark all as read
notice-read = Mark as read
notice-unread = Mark as unread
notice-is-new = New:
notice-notices-read = All notices are marked as read.
notice-choices = How you are notified
notice-choices-lead = Notices are always here. Choose which of them also go to { $email }, at once or in one daily mail.
notice-choices-no-mail = No mail server is set up: for now notices are only shown here.
notice-notice-choices = Your choices are saved.
notice-not-silenced = This kind tells what your unit has to do and until when, so it cannot be switched off. You may choose “only here”.
notice-how = How
notice-how-product = Only here
notice-how-at-once = Also by mail, at once
notice-how-digest = Also in the daily mail
notice-how-never = Not at all
notice-hours = Hours for mail
notice-hours-lead = In the time of Việt Nam (Asia/Ho_Chi_Minh), from 0 to 23.
notice-digest-hour = The daily mail leaves at
notice-digest-hour-help = One mail with what is new, by contest. On a day without news there is none.
notice-quiet-from = Quiet hours from
notice-quiet-until = Quiet hours until
notice-quiet-help = In quiet hours no mail leaves; it waits until they end. Leave both empty if mail may come at any time.
notice-hour-unreadable = Write an hour from 0 to 23.
told-report = report for { $period }
told-assigned = A task was given to you, due { $day }: { $about }
told-assigned-endless = A task was given to you: { $about }
told-reported = { $unit } reported: { $about }
told-accepted = The report was accepted: { $about }
told-returned = The report was returned, more is asked for: { $about }
told-extension-asked = { $unit } asks for more time: { $about }
told-extension-answered = More time was granted, through { $day }: { $about }
told-extension-answered-endless = More time was refused: { $about }
told-remark = A new remark: { $about }
told-author-wrote = An author asks: { $about }
told-office-wrote = The office wrote: { $about }
told-task-changed = A task was changed, it is now due { $day }: { $about }
told-task-changed-endless = A task was changed: { $about }
told-task-called-off = A task was called off: { $about }
told-period-opened = To be written, due { $day }: { $about }
told-period-opened-endless = To be written: { $about }
told-period-submitted = { $unit } handed in: { $about }
told-period-accepted = Accepted: { $about }
told-period-returned = Returned, more is asked for: { $about }
told-deadline-moved = A milestone was moved, now through { $day }: { $about }
told-deadline-moved-endless = A milestone was called off: { $about }
told-contest-published = The contest was published
told-due-soon = Due soon, on { $day } ({ $distance }): { $about }
told-overdue = Overdue since { $day } ({ $distance }): { $about }
notice-kind-assigned = A task is given
notice-kind-reported = A unit reports on a task
notice-kind-accepted = A report on a task is accepted
notice-kind-returned = A report on a task is returned
notice-kind-extension-asked = A unit asks for more time
notice-kind-extension-answered = An answer to a request for more time
notice-kind-remark = Remarks
notice-kind-author-wrote = Questions of authors
notice-kind-office-wrote = Answers of the office
notice-kind-task-changed = A task is changed
notice-kind-task-called-off = A task is called off
notice-kind-period-opened = A periodic report is to be written
notice-kind-period-submitted = A unit hands in a periodic report
notice-kind-period-accepted = A periodic report is accepted
notice-kind-period-returned = A periodic report is returned
notice-kind-deadline-moved = A milestone is moved
notice-kind-contest-published = A contest is published
notice-kind-due-soon = Reminders before something is due
notice-kind-overdue = Reminders of what is overdue
notices-about = { $count } new notices of the contest
notices-about-late = Overdue: { $late } of { $count } new notices of the contest
digest-about = Contest notices of { $day }: { $count }
digest-about-late = Overdue: { $late } – contest notices of { $day }: { $count }
mail-notices-subject = { $about }
mail-notices-body =
    Dear { $name },

    { $lines }

    All notices: { $link }
    How you are notified: { $choices }
mail-digest-subject = { $about }
mail-digest-body =
    Dear { $name },

    What is new since the last daily mail:

    { $lines }

    All notices: { $link }
    How you are notified: { $choices }
calendar = Your calendar
calendar-lead = A secret link by which the calendar on your telephone or computer shows when your unit's tasks and reports are due, and the milestones of the contests that you run.
calendar-once = Copy this link into your calendar program (“add calendar from URL”). It is shown only once; whoever has it can read your calendar.
calendar-made = The present link was made at { $at }.
calendar-make = Make a calendar link
calendar-again = Make a new link, end the old one
calendar-revoke = Revoke the link
calendar-name = Contest work of { $name }
calendar-due = Due: { $what }
notice-calendar-revoked = The calendar link is revoked.
act-account-calendar-link = Made a link of their calendar
act-account-calendar-link-off = Revoked the link of their calendar
