desk = Desk
desk-open = Check the dossier
desk-lead = Dossiers that were handed in, by number. Look at each part, ask for more, then conclude.
desk-nothing-waits = There is no dossier in this drawer.
desk-own = yours, others check it
desk-received = Received
desk-whole = See the whole dossier
desk-read = Read what it says
desk-points = Part by part
desk-no-points = The rules ask for no parts.
desk-no-file = No file; it may come on paper or as an object.
desk-reason = Reason, remark
desk-save = Save what was found
desk-findings = Found by the machine
desk-no-findings = The machine found nothing to look at.
desk-compare = Compare with earlier solutions
desk-conclude = Conclude
desk-ask = Ask for more
desk-ask-send = Send the request
desk-ask-again = A request is open and not answered. The new one takes its place; to give more time, only change the day.
desk-opens = What opens again
desk-opens-help = Authors can change these parts only; the others stay as they were handed in.
desk-opens-page = The page “{ $name }”
desk-opens-file = Files of “{ $name }”
desk-why = What is needed
desk-why-help = Say what is missing or wrong, and what to do. Authors read it word for word.
desk-due-day = Not later than
desk-due-hour = Hour
desk-accept = Find it valid
desk-accept-chosen = Find the chosen ones valid
desk-accept-help = A dossier with a part that was not looked at or is lacking stays behind, and the reason is said.
desk-exclude = Find it ineligible
desk-exclusion-reason = Reason, as its authors read it
desk-ground = Ground
desk-ground-choose = Choose a ground
desk-basis = Paper that says so
desk-basis-help = Number and day, such as Minutes no. 05/BB-BTK of 10/6/2027.
desk-reopen = Take it up again
desk-again = Why it is taken up again
desk-requests = Requests for more
desk-changes = What changed since the request
desk-changed-what = Part
desk-changed-before = Before
desk-changed-after = After
desk-lists = Lists that go with a decision
desk-list-label = Annex of the decision
desk-list-valid = Valid dossiers
desk-list-ineligible = Ineligible dossiers
desk-list-number = No.
desk-list-unit = Unit
desk-list-why = Reason and paper
desk-list-sum = { $count ->
    [one] One dossier.
   *[other] { $count } dossiers.
}
desk-paper = Take in a paper dossier
desk-paper-lead = Write down what came over the counter or by post. Then fill it in on the same pages as its author would.
desk-paper-go = Go on to the dossier
notice-desk-checked = Saved.
notice-desk-asked = The request was sent; its authors get a letter.
notice-desk-accepted = The dossier is valid.
notice-desk-some-accepted = The chosen dossiers are valid.
notice-desk-excluded = The dossier is ineligible.
notice-desk-reopened = The dossier was taken up again.
notice-arrival-taken-in = The paper dossier is noted. Please go on filling it in.
notice-arrival-noted = Noted.
arrival-head = On paper
arrival-none = Nothing came on paper yet.
arrival-more = Note what came on paper
arrival-note = Note it
arrival-way = How it came
arrival-counter = Over the counter
arrival-post = By post
arrival-earlier = Out of an earlier system
arrival-came-on = Day of arrival
arrival-posted-on = Day of the postmark
arrival-posted-help = Where the rules count the postmark, this day decides whether it is in time.
arrival-copies = Sets
arrival-late-reason = Why it is taken late
arrival-late-help = Only for what came after the deadline; the reason is kept in the book.
arrival-remark = Remark
arrival-told-counter = { $count ->
    [one] One set over the counter on { $day }
   *[other] { $count } sets over the counter on { $day }
}
arrival-told-post = { $count ->
    [one] One set by post on { $day }
   *[other] { $count } sets by post on { $day }
}
arrival-told-postmark = { $count ->
    [one] One set by post on { $day }, postmark { $posted }
   *[other] { $count } sets by post on { $day }, postmark { $posted }
}
arrival-told-earlier = { $count ->
    [one] out of an earlier system, { $day }, with one set on paper
   *[other] out of an earlier system, { $day }, with { $count } sets on paper
}
dossier-asked-head = The office asks for more
dossier-asked-until = By { $moment }
dossier-asked-over = The time for it ended at { $moment }. Please call the office.
dossier-asked-opens = These parts are open again:
dossier-vouch-paper = The paper carries the signatures under these sentences
arrival-told-late = taken late: { $reason }
dossier-go-return = Review and send
supplement-returned = answered
supplement-replaced = replaced by another request
supplement-decided = concluded
verdict-good = Good
verdict-lacking = Lacking
verdict-needless = Not needed
point-place = Applied in { $place }
point-ages = The age of the authors, as the rules say
ground-late = Too late
ground-incomplete = Incomplete, not completed in time
ground-not-applied = An idea only, not applied
ground-outside = Applied outside the years or the place of the rules
ground-earlier = Entered or won before
ground-not-entitled = Its holder may not enter
ground-no-field = Of no field of the contest
ground-repeated = The same as another solution
ground-other = Another ground
finding-author-refused = { $name } does not agree to what the dossier says.
finding-author-silent = { $name } has not agreed yet.
finding-unit-refused = The unit that was asked refused to confirm.
finding-stamp-missing = No unit or commune has confirmed it.
finding-stamp-to-see = The confirmation came as a picture; please look at stamp and signature.
finding-file-closed = The file “{ $name }” cannot be opened: broken, with a password, or of another kind.
finding-file-active = The file “{ $name }” does something by itself when opened (macro, script, attachment). Open it on a protected machine only.
finding-title-differs = The title is not found in the file “{ $name }”.
finding-file-twice = The file “{ $name }” stands under two parts.
finding-same-file = The file “{ $what }” is also in dossier { $number }.
finding-same-person = { $what } has the telephone, address or birthday of an author of dossier { $number }.
finding-earlier = Many passages are those of a known solution: “{ $title }” ({ $contest } { $year }).
desk-office-only = Only who runs the contest checks dossiers, once they are handed in.
desk-own-dossier = You are an author of this dossier, so somebody else has to check it. Please ask a colleague.
desk-newer-version = It was handed in again after this page was opened. Please load the page again.
desk-decided = It is concluded. To change that, take it up again first.
desk-checked-meanwhile = A colleague has just found something else of the same part. Please load the page again, see it, then decide.
desk-reason-missing = Please say why it is lacking: { $point }.
desk-not-checked = It cannot be found valid yet; not looked at, or lacking: { $points }.
desk-nothing-opens = Please choose at least one part.
desk-why-missing = Please say what is needed.
desk-ground-missing = Please choose a ground.
desk-exclusion-reason-missing = Please write a reason that its authors understand.
desk-basis-missing = Please write number and day of the paper.
desk-again-missing = Please say why it is taken up again.
desk-none-chosen = No dossier is chosen. Please go back and mark some.
desk-some-refused = Some dossiers could not be concluded.
arrival-late = It came after the deadline, { $day }. To take it nevertheless, say why.
arrival-day-ahead = The day of arrival cannot lie ahead.
arrival-posted-after = The postmark cannot be later than the arrival.
arrival-copies-unreadable = Please write a number of sets from 1 to 50.
dossier-part-closed = This part is not open. Only what the office asked for can be changed.
way-desk = Back to the desk
mail-dossier-asked-subject = Dossier { $number }: more is needed
mail-dossier-asked-body = The dossier “{ $title }” for { $contest } needs more:

    { $why }

    By: { $moment }.
    Open it at { $link }
mail-dossier-valid-subject = Dossier { $number } is valid
mail-dossier-valid-body = The dossier “{ $title }” for { $contest } is valid and will be judged.

    See { $link }
mail-dossier-ineligible-subject = Dossier { $number }: conclusion
mail-dossier-ineligible-body = The dossier “{ $title }” for { $contest } may not take part.

    Reason: { $reason }
    Paper: { $basis }

    See { $link }
act-dossier-check = checked a dossier
act-dossier-ask = asked for more of a dossier
act-dossier-accept = found a dossier valid
act-dossier-exclude = found a dossier ineligible
act-dossier-reopen = took a dossier up again
act-dossier-take-in = took in a paper dossier
act-dossier-import = took in the dossiers of a table
act-dossier-arrival = noted what came on paper
finding-file-late = All of the file “{ $name }” was here at { $moment }, after the time for sending the rest.
finding-file-following = The file “{ $name }” is on its way, taken until { $moment }.
finding-file-missing = The file “{ $name }” was named when handing in and is not here.
finding-author-by-sheet = { $name } signed on a sheet of paper; look at the signature.
dossier-import-sheet = Dossiers
dossier-import-authors = Authors
dossier-import-notes = Notes
dossier-import-key = Row key
dossier-import-holder = Holder
dossier-import-second-field = Second field
dossier-import-author-name = Full name
dossier-import-unit = Unit that sends it
dossier-import-author = Author { $count }: { $what }
dossier-import-organisation = Organisation: { $what }
dossier-import-file = File: { $name }
dossier-import-example-key = EXAMPLE
dossier-import-example-title = Three-row maize seeder for steep fields
dossier-import-example-place = Thung Mây commune
dossier-import-example-author = Lò Văn Gieo
dossier-import-example-day = 20/11/2026
dossier-import-note-key = The row key is your own name for a dossier; each stands once. When the same table comes again, rows that are in are passed over.
dossier-import-note-authors = Authors stand in the row itself (Author 1, Author 2…), or one on a line in the sheet Authors, under the same row key.
dossier-import-note-fields = Fields: { $all }
dossier-import-note-holders = Holder: { $all }
dossier-import-note-ways = How it came: { $all }. Empty means over the counter.
dossier-import-note-files = Files lie in a folder that is called as the row key, and their names begin with the part of the dossier; or their names stand in the column of the part, with semicolons.
dossier-import-note-example = The example is not taken in; leave it or take it out.
dossier-import-headings = There is no row of headings with a row key and at least one more column. Use the form (hoithi dossier template).
dossier-import-no-rows = There is no dossier below the headings, beside the example.
dossier-import-key-wrong = A row key is needed: at most { $most } letters, no slash, no dot at its beginning.
dossier-import-authors-many = There are more than { $most } authors, which cannot be taken in.
dossier-import-way = There is no such way. Write one of those on the sheet of notes of the form.
dossier-import-no-such-folder = There is no folder { $folder }.
dossier-import-folder-unreadable = The folder of this row's files cannot be read.
dossier-import-no-folder = The table names the file “{ $name }”, but no folder of files is given. Add --files.
dossier-import-file-missing = The file “{ $name }” is not in the folder of files.
dossier-import-file-whose = It is not clear to which part this file belongs. Begin its name with the part, or write its name into the part's column.
rebase = Measure by newer rules
rebase-lead = This dossier is measured by version { $before } of the rules, which held when it was handed in. The rules are at version { $after } now. The new version holds for this dossier only if the office says so, with a reason; its authors are told.
rebase-is-newest = The dossier is measured by the newest rules, version { $version }.
rebase-effect = Different for this dossier
rebase-no-effect = Nothing becomes different for this dossier.
rebase-anew = Missing by the new rules, and not now:
rebase-no-longer = Missing now, and not by the new rules:
rebase-points = To be looked at anew:
rebase-rules = Where the rules differ
rebase-reason = Reason
rebase-reason-help = For example: Plan 12/KH-BTC of 5/8/2027 no longer asks for a disc. Authors read it word for word.
rebase-reason-missing = There is no reason for measuring by newer rules. Write a sentence; authors will read it.
rebase-do = Apply the new rules
rebase-nothing-missing = By the new rules nothing more is missing.
rebase-newer-rules = The rules were changed once more just now, so nothing was applied. Look at the differences again, then decide.
rebase-asked = The dossier waits for what its authors were asked for by the old rules. Wait for it, or decide, and apply the new rules then.
rebase-decided = The dossier was decided by the old rules. To apply the new ones, take it up again first.
rebases-lead = Dossiers that were handed in before the rules changed keep the rules of their day. Choose those that shall be measured by version { $version }.
rebases-none = Every dossier that waits is measured by the newest rules.
rebases-by = Measured by
rebases-do = Apply to those chosen
rebases-anew = { $count ->
    [one] one thing more missing
   *[other] { $count } things more missing
}
rebases-no-longer = { $count ->
    [one] one thing less missing
   *[other] { $count } things less missing
}
rebases-points = { $count ->
    [one] one point to look at anew
   *[other] { $count } points to look at anew
}
desk-behind = { $count ->
    [one] One dossier that waits is measured by earlier rules.
   *[other] { $count } dossiers that wait are measured by earlier rules.
}
desk-behind-go = Look and choose
finding-earlier-rules = The dossier is measured by version { $before } of the rules; they are at version { $after } now. See what is different for it.
notice-desk-rebased = The dossier is measured by the new rules; its authors got a letter.
notice-desk-some-rebased = The chosen dossiers are measured by the new rules; their authors got a letter.
way-rebase = Look at the differences again
mail-dossier-rebased-subject = Dossier { $number } is measured by new rules
mail-dossier-rebased-body = The dossier “{ $title }” for { $contest } is measured by the new rules of the contest from now on.

    Reason: { $reason }

    { $missing }

    Open it at { $link }
act-dossier-rebase = measured a dossier by new rules
