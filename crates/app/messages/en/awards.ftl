awards = Prizes
awards-lead = The council meets over the ranking, the minutes are kept, and everything becomes public at one moment.
awards-office-only = Only the office of the contest does this.
awards-not-whole = Some councils have not opened their sheets. Prizes are decided once every council of the last round has.
awards-in-conflict = You have a conflict of interest with a dossier of this contest, so the ranking and the prizes are kept from you until they are public. Another member keeps the minutes.
awards-no-list = There is no list of prizes yet. Hold a meeting and close it first.
awards-decided-again = The council meets again. Close or cancel that meeting before you publish.
awards-contest-unseen = The contest is not on the portal, so there is nowhere to publish. Publish the contest first.
awards-ordered-already = This list is ordered to be published already.
awards-no-order = No order to publish is waiting.
way-awards = Back to the prizes
way-meeting = Back to the meeting
way-publication = Publish the contest
plenary-without-council = No council judges the last round yet.
awards-public-since = The results are public since { $moment }.
awards-look-outside = See them on the portal
awards-ordered = The order to publish waits
awards-public-from = The results appear on the portal at { $moment }. Before, nobody but the council and the office reads them.
awards-call-off = Call the order off
awards-call-off-do = Call it off
awards-publish = Publish the results
awards-publish-lead = From the moment that you choose everybody reads the list on the portal, and authors get a letter.
awards-publish-do = Publish
awards-publish-for-good = What is public is not taken back; to correct it, the council meets again and a new list is published.
awards-decision = Decision on the results
awards-decision-help = Number and day, shown with the results. For example: 45/QĐ-BTC of 20/11/2026.
awards-when = When
awards-when-now = Now
awards-when-later = At the day and hour below
notice-awards-published = The results are public.
notice-awards-ordered-done = The publication is ordered.
notice-awards-called-off = The order is called off.
meetings = Meetings on prizes
meetings-none = No meeting yet.
meeting-of = Meeting of { $moment }
meeting-moment = When
meeting-place = Where
meeting-town = Place on papers
meeting-town-help = Stands before the day of the minutes, for example: Sông Lam.
meeting-day = Day
meeting-hour = Hour
meeting-hour-help = For example: 8h30
meeting-chair = Chaired by
meeting-keeper = Minutes kept by
meeting-keeper-choose = Choose who keeps the minutes
meeting-agenda = Agenda
meeting-agenda-help = One item on each line; it stands in the invitation and in the minutes.
meeting-agenda-usual =
    The secretary reports the scores
    The council discusses and votes on departures from the ranking
    Vote on the list of prizes
meeting-again = Why the council meets again
meeting-again-help = There is a list of prizes already; the new one takes its place, the old one is kept.
meeting-again-reason = There is a list of prizes already. Say why the council meets again.
meeting-call = Call a meeting
meeting-call-help = All members of the councils of the last round are invited by mail.
meeting-call-do = Call it and send the invitations
meeting-field-missing = This must be filled in.
meeting-votes-unreadable = Write the number of votes in digits.
meeting-open-already = Another meeting has not ended yet.
meeting-chair-missing = Choose who chairs among the members.
meeting-keeper-missing = Choose who keeps the minutes among the members, not the one who chairs.
meeting-called = Called
meeting-sitting = Sitting
meeting-closed = Closed
meeting-cancelled = Cancelled
meeting-about = About
meeting-sat-at = Began at
meeting-closed-at = Closed at
meeting-cancelled-at = Cancelled at
meeting-cancel-reason = Why it is cancelled
meeting-remarks = Other remarks
meeting-remarks-help = Reservations, dossiers that were turned down and why, what is to be noted; it stands in the minutes as it is.
meeting-people = Members
meeting-who-is-there = Who is there
meeting-presence-help = Tick who is there now. When somebody comes late or leaves, tick again.
meeting-begin = Begin the meeting
meeting-presence-note = Note who is there
meeting-there =
    { $count ->
        [one] { $count } member is there.
       *[other] { $count } members are there.
    }
meeting-members =
    { $count ->
        [one] The council has { $count } member.
       *[other] The council has { $count } members.
    }
meeting-is-there = is there
meeting-ranking = Ranking and prizes
meeting-ranking-lead = “By the rules” is what scores and the structure of prizes give; “After votes” is what the council decides.
meeting-by-rules = By the rules
meeting-decided = After votes
meeting-motions = Departures from the ranking
meeting-motions-none = None. The list follows the ranking.
meeting-motion-for = Dossier { $number }
meeting-move = Put down a vote
meeting-move-help = Who is in conflict with the dossier steps out and does not vote; their names are put down by themselves. Reason and votes stand in the published bundle.
meeting-move-do = Put it down
meeting-prize-decided = Proposed prize
meeting-motion-reason = Why
meeting-in-favour = Votes for
meeting-against = Votes against
meeting-stepped-out = stepped out: { $names }
meeting-take-back = Take this vote back
meeting-take-back-do = Take it back
meeting-papers = Papers of the meeting
meeting-papers-lead = Made from the meeting's own data.
meeting-papers-draft = Drafts as things stand; the papers are final once the meeting is closed.
meeting-close = Adopt the list and close
meeting-close-lead = The council votes on the whole list of prizes.
meeting-close-for-good = The list is locked together with the rules and all sheets. To correct it, the council meets again.
meeting-cancel = Cancel the meeting
meeting-cancel-help = No vote of this meeting holds any longer; all of them are kept.
meeting-cancel-do = Cancel the meeting
meeting-keepers-only = Only who chairs, who keeps the minutes and the office put down what happens in a meeting.
meeting-not-begun = The meeting has not begun. Note who is there first.
meeting-has-ended = The meeting is closed or cancelled; nothing more is put down.
meeting-chair-absent = Who chairs is not there.
meeting-not-quorate = “{ $council }” has { $there } members there and needs at least { $quorum }.
meeting-marked-again = A dossier is being marked again. Close or cancel that before the list is adopted.
way-results = See the scores
meeting-list-not-adopted = That is no majority of { $members } members. Discuss, vote on departures, then vote on the list again.
motion-dossier-unknown = The ranking has no dossier of this number.
motion-prize-unknown = There is no such prize.
motion-stands-already = A vote stands for this dossier already. Take it back before you vote again.
motion-votes-too-many =
    { $count ->
        [one] Only { $count } person may vote (who is there and need not step out).
       *[other] Only { $count } people may vote (who is there and need not step out).
    }
motion-beyond-band = The rules do not give this prize below its least points.
motion-beyond-places = That is more prizes than there are. First vote another one away.
motion-not-ranked = This dossier has no rank, so it has no prize.
motion-no-reason = Say why.
award-motion-no-prize = No prize
award-motion-carried = Carried
award-motion-lost = Lost
award-motion-taken-back = Taken back
award-motion-votes = { $favour } for, { $against } against, of { $members } members
notice-meeting-called-done = The meeting is called and the invitations are sent.
notice-meeting-presence-noted = Noted who is there.
notice-meeting-motion-noted = The vote is put down.
notice-meeting-motion-taken-back = The vote is taken back.
notice-meeting-cancelled-done = The meeting is cancelled.
notice-meeting-closed-done = The list of prizes is adopted and the meeting is closed.
award-lists = Lists of prizes
award-lists-lead = Each list is locked together with the rules and the sheets; the minutes carry its SHA-256.
award-list-version = List { $version }
award-paper-minutes = Minutes
award-paper-scores = Table of scores
award-paper-proposal = Submission
award-paper-decision = Draft decision
award-paper-minutes-kind = Minutes
award-paper-decision-kind = Decision
award-paper-council = Council of judges
award-paper-digest = SHA-256 of the list of prizes
award-paper-checkpoint = Checkpoint of the ledger
award-paper-sign = Signature and name
award-paper-counts = Prizes: { $prizes }. Money in all: { $money }.
award-column-position = No.
award-column-prize = Prize
award-column-money = Money (đồng)
award-column-sum = Sum
award-column-sheets = Judges' scores (by code)
award-symbol-minutes = BB-HĐGK
award-symbol-scores = BTH-HĐGK
award-symbol-proposal = TTr-HĐGK
award-symbol-decision = QĐ-BTC
award-post-chair = Chair
award-post-keeper = Secretary
award-post-head = For the organisers
award-recipients-article = As in Article 3
award-recipients-above = As above
award-recipients-file = File
award-minutes-subject = Meeting of the council of judges on the prizes of { $contest }
award-minutes-opening = Today, { $moment }, at { $place }, the council of judges met on the prizes.
award-minutes-people = I. Who was there
award-minutes-chair = Chair: { $name }.
award-minutes-keeper = Secretary: { $name }.
award-minutes-present = { $count } of { $all } members were there:
award-minutes-away = Absent: { $names }.
award-minutes-agenda = II. Agenda
award-minutes-results = III. Scores
award-minutes-judged = Dossiers: { $count }; ranked: { $ranked }; signed sheets: { $sheets }. The table of scores is attached.
award-minutes-motions = IV. Departures from the ranking
award-minutes-no-motion = None; the list follows the ranking.
award-minutes-motion = { $position }. Dossier { $number }, “{ $title }”. Proposed: { $prize }. Why: { $reason }. Votes: { $favour } for, { $against } against, of { $members } members. Result: { $verdict }.
award-minutes-out = Stepped out and did not vote: { $names }.
award-minutes-prizes = V. Proposed prizes
award-minutes-forwarded = VI. Proposed for the next level
award-minutes-remarks = Other remarks
award-minutes-vote = Vote on the list: { $favour } for, { $against } against, of { $members } members.
award-minutes-end = The meeting ended at { $moment }. The minutes were read and approved.
award-scores-subject = { $contest }
award-decision-subject = On the results and prizes of { $contest }
award-decision-decides = DECIDES:
award-decision-article = Article { $number }
award-decision-first = The results of { $contest } are recognised, and prizes given to the solutions on the attached list. { $counts }
award-decision-second = The money comes from the approved budget of the contest.
award-decision-third = The organisers, the office of the contest and the authors named in Article 1 carry out this decision.
award-basis-council = According to Decision { $number } of { $day } on { $council };
award-basis-council-undated = According to Decision { $number } on { $council };
award-basis-minutes = According to the minutes of the council of judges of { $day };
award-annex = Annex
award-annex-title = Solutions that get prizes of { $contest }
award-proposal-subject = On the results and prizes of { $contest }
award-proposal-lead = After its meeting of { $day } the council of judges submits the results and prizes of { $contest } for the solutions on the attached list.
award-proposal-end = The council of judges asks for a decision.
mail-meeting-called-subject = Meeting on prizes: { $contest }
mail-meeting-called-body =
    Dear { $name },

    You are invited to the meeting on the prizes of { $contest }, { $moment }, at { $place }.

    Agenda:
    { $agenda }

    The meeting: { $link }
mail-award-won-subject = Congratulations: dossier { $number } has won a prize
mail-award-won-body =
    The solution “{ $title }” (dossier { $number }) has won { $prize } at { $contest }.

    All prizes: { $results }
    Your dossier: { $link }
mail-award-none-subject = Results of { $contest }
mail-award-none-body =
    The results of { $contest } are public. The solution “{ $title }” (dossier { $number }) has not won a prize this time. Thank you for taking part.

    All prizes: { $results }
    Your dossier: { $link }
portal-results = Results
portal-results-lead = Solutions that won a prize, published { $moment }.
portal-results-corrected = This list takes the place of the one published before.
portal-results-decision = By Decision { $decision }
portal-results-see = See the results
portal-results-none = No prize was given.
portal-results-check = Check the results yourself
portal-results-check-lead = The file below holds the rules, the sheets under codes, the votes and the list. Whoever has it can count the whole list again with “hoithi verify --results”.
portal-results-bundle = Bundle of results (JSON)
portal-results-news = Results of { $name }
dossier-award-won = This dossier has won { $prize }.
dossier-award-none = The results are public; this dossier has not won a prize this time.
act-award-call = Called a meeting on prizes
act-award-presence = Noted who is there
act-award-cancel = Cancelled a meeting on prizes
act-award-motion = Put down a vote against the ranking
act-award-take-back = Took a vote back
act-award-close = Adopted a list of prizes
act-award-publish = Ordered the publication of results
act-award-call-off = Called the publication of results off
act-award-tell = Wrote to authors about results
award-paper-money = List of prize money
award-paper-money-kind = List
award-money-subject = Prize money of { $contest }
award-money-sum = In all: { $money }. The money of a solution is split among its authors by the shares they confirmed; equally where none are told.
award-symbol-money = BK-BTC
award-column-author = Author
award-column-share = Share
award-post-made = Made by
award-post-accountant = Accountant
award-post-approves = Head of the committee
award-paper-ceremony = Order of the ceremony
award-paper-ceremony-kind = Order of the ceremony
award-ceremony-subject = Prizes of { $contest }
award-ceremony-lead = Prizes are announced from the lowest to the highest. For each, the host reads the authors, their unit and the solution, and calls them onto the stage.
award-ceremony-prize = { $at }. { $prize } (prizes: { $count })
award-ceremony-call = { $authors }{ $unit }, for the solution “{ $title }”.
award-ceremony-none = No prize.
award-ceremony-end = All winners are called together for a photograph.
award-symbol-ceremony = KB-BTC
