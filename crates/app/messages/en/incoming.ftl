nav-papers = Papers
papers-lead = Plans, dispatches and notices that came in; those that wait for review stand first.
papers-search = Find by number, issuer, subject
papers-empty = There is no paper yet. Hand in the plan of the contest, and the contest is set up from it.
papers-none-found = No paper fits. Try fewer words.
papers-count = { $count ->
    [one] { $count } paper
   *[other] { $count } papers
}
paper-new = Hand in a paper
paper-new-lead = Choose the file of a plan, dispatch or notice. It is read, and what was understood is shown to you for review.
paper-file = File
paper-file-help = Word, PDF, a scan or a photo; at most 15 MB.
paper-paste = Or paste the text of the paper
paper-text = Text of the paper
paper-read-it = Read the paper
paper-next = What happens next?
paper-next-read = The paper is read within seconds; a scan takes longer.
paper-next-review = You look over everything that was read, correct what is wrong, drop what is not needed.
paper-next-contest = One button sets up the contest with dates, tasks and units. It can be undone until a unit begins.
paper-subject = Subject
paper-number = Number
paper-day = Issued on
paper-issuer = Issued by
paper-kind = Kind
paper-untitled = Paper without a subject
paper-state-unread = Could not be read
paper-state-reading = Being read
paper-state-read = Read, waiting for review
paper-state-review = Under review
paper-state-accepted = Contest set up
paper-being-read = The paper is being read. This page opens again by itself in a few seconds.
paper-another = Hand in another file, or paste the text
paper-to-contest = Open the contest
paper-to-review = Review and set up the contest
paper-to-review-done = See what was read
paper-download = Download the file
paper-what = What this paper is
paper-public = Shown to the public
paper-hide = Hide it
paper-show = Show it
paper-found = What was read
paper-whole-text = Whole text
yes = Yes
no = No
file-empty = The file is empty. Choose a file with content, or paste the text of the paper.
file-unreadable = This file cannot be read. Check the file and who may read it.
file-too-large = The file is larger than 15 MB. Scan at a lower resolution, or split it into several files.
notice-paper-received = The paper was received.
notice-paper-again = This paper is here already; this is the copy that is kept.
notice-paper-changed = Saved.
contest-locality-empty = It is not clear whose contest this is. Write the place or agency, for example: tỉnh Sông Lam.
paper-found-milestones = { $count ->
    [one] { $count } milestone
   *[other] { $count } milestones
}
paper-found-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
paper-found-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
paper-found-citations = { $count ->
    [one] { $count } paper it rests on
   *[other] { $count } papers it rests on
}
paper-found-doubts = { $count ->
    [one] { $count } place to look at
   *[other] { $count } places to look at
}
act-paper-receive = received
act-paper-read = read
act-paper-public = shown to or hidden from the public
