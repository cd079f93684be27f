council-papers = Paper sheets
paper-sheets-lead = Print sheets with a code for judges who mark on paper. Two people key in each sheet on their own; where both agree it becomes the judge’s signed sheet.
papers-none = There is no sheet to print now: the council does not judge yet, or no dossier is being judged.
papers-all = The whole council
papers-issue-all = Give out codes for all unsigned sheets
papers-issue-help = A sheet that has a code and is still awaited keeps it. Then download the PDF and print it.
papers-issue-one = Give out codes for this judge
papers-issue-again = Print another sheet of paper
papers-download =
    { $count ->
        [one] Download { $count } sheet to print (PDF)
       *[other] Download { $count } sheets to print (PDF)
    }
notice-papers-issued = The codes are given out. Download the PDF and print it.
paper-nothing-to-print = No sheet is left unsigned, so nothing needs to be printed.
paper-nothing-printed = No sheet has a code and is still awaited. Give out codes before you download the PDF.
paper-find = Key in a sheet by its code
paper-find-lead = The code has 8 signs and stands at the upper right of the sheet; small letters, blanks and dashes are fine.
paper-code = Code of the sheet
paper-find-act = Open the sheet
paper-code-wrong = A sign of this code is wrong, or two changed places. Look at the 8 signs on the sheet again.
paper-code-printed = Code of the sheet: { $code }
paper-not-printed = not printed
paper-printed = printed, awaited
paper-keyed-by-one = keyed in by one person
paper-apart = the two differ
paper-agreed = the two agree
paper-on-screen = signed on the screen
paper-keyers-only = Only the office, the chair, vice-chairs and the secretary of the council print sheets and key them in. If you need a sheet on paper, ask the secretary of the council.
paper-own = This is your own sheet: two others key in what stands on paper. You can mark and sign on the screen, on the page of your sheet.
way-sheet-own = Open my sheet
way-paper-sheet = Back to the sheet
way-paper-sheets = Back to the paper sheets
paper-set-aside-already = This sheet of paper was set aside; what was keyed in is kept. If the judge still judges, print another.
paper-agreed-already = This sheet of paper is done: two people keyed in the same. If the judge wants to change it, they sign again on the screen or fill in another sheet of paper.
paper-judge-gone = This judge does not judge the dossier on the sheet any more, so it cannot be keyed in. What was keyed in is kept; look at the assignment.
paper-other-rules = The sheet was printed by earlier rules of judging. Print another, so that the judge marks by the rules in force.
paper-two-already = Two people have keyed in this sheet; a third cannot. One of them corrects their entry, or the sheet is set aside and another is printed.
notice-paper-keyed-once = Your entry is saved. The sheet waits for a second person.
notice-paper-keyed-differs = Saved. The two entries differ; look at the paper again and correct the one that is wrong.
notice-paper-keyed-signed = The two entries agree: the sheet of paper is now the judge’s signed sheet.
notice-paper-keyed-beside = The two entries agree and are kept. The judge has signed on the screen, and that sheet still counts.
paper-set-aside = Set this sheet of paper aside
paper-set-aside-reason = Why it is set aside
paper-set-aside-help = For a sheet that is lost or spoilt, or that was keyed in by somebody who left. What was keyed in is kept; the next one has another code.
paper-set-aside-why = Say why the sheet is set aside.
paper-set-aside-too-late = This sheet is done or was set aside already, so it cannot be set aside any more.
paper-set-aside-because = The sheet was set aside. Reason: { $reason }
notice-paper-set-aside-done = The sheet of paper is set aside. Give out a code and print another if the judge still judges.
paper-not-yet = The sheet cannot be keyed in so. If the paper really says this, let the judge correct and sign it again.
paper-agreed-by = { $one } and { $other } keyed in the same at { $moment }.
paper-judge-signed = The judge has signed this sheet on the screen. What is signed on the screen counts; the paper can still be keyed in and is kept beside it, and takes its place only if the judge withdraws that signature.
paper-waits = You have keyed in this sheet. It waits for another person; nobody sees your entry before.
paper-first-is-in = One person has keyed in this sheet. Key it in from the paper on your own; the two are compared only when you are done.
paper-blind = Nobody has keyed in this sheet. Two people have to, and neither sees the other’s entry before both are done.
paper-differences = Where the two differ
paper-differences-help = Look at the sheet again for these. Whoever read it wrongly corrects their own entry below; until the opening nobody sees the other's. Old and new entries are kept.
paper-own-entry = Your entry
paper-criterion = Criterion
paper-key = Key in from the paper
paper-correct = Correct my entry
paper-key-help = Key in exactly what the judge wrote on paper, remarks too. What stands in the margin is on the scan alone.
paper-key-act = Save the entry
paper-correct-act = Save the correction
paper-logged = Whoever keys in a sheet knows points before the opening, so it is written into the ledger with your name. Tell nobody.
paper-abstains = The judge does not judge this dossier
paper-abstains-words = The paper says that they do not judge it
paper-scan = Scan
paper-scan-none = There is no scan yet.
paper-scan-see = Download the scan
paper-scan-sealed = The scan is as secret as the sheet: you can download it once you have keyed in the sheet yourself, or after the opening.
paper-scan-file = Scan or photo of the signed sheet (PDF, PNG, JPEG)
paper-scan-send = Attach the scan
paper-scan-kind = The scan has to be a PDF, PNG or JPEG. Scan the sheet again or take a photo.
notice-paper-scan-sent = The scan is attached.
paper-entries = All entries
paper-points = Points
paper-most = At most
paper-step = Step
paper-sum = Total
paper-post-judge = Judge
paper-name = Score sheet
paper-name-again = Score sheet (second marking)
paper-council = Council
paper-keyed-at = Code { $code }. The secretary of the council keys the sheet in at { $address }; two people do so on their own.
paper-abstain = I do not judge this dossier, because: 
sheet-paper = Your sheet of paper
sheet-paper-keyed = Sheet of paper { $code }, keyed in alike by { $people } at { $moment }. If it is not what you signed by pen, mark and sign again below and tell the secretary of the council.
sheet-paper-counts = This sheet of paper counts. If you sign on the screen, that sheet counts instead.
sheet-paper-waits = What you signed on the screen counts, not this sheet of paper. If you want the paper, withdraw your signature on the screen.
sheet-withdraw = Withdraw my signature on the screen, take the paper
sheet-withdraw-reason = Why you withdraw it
sheet-withdraw-help = The sheet of paper takes the place of the one signed on the screen. Both are kept.
sheet-withdraw-why = Say why you withdraw your signature on the screen.
sheet-nothing-to-withdraw = No sheet of paper waits to take the place of what you signed on the screen, so there is nothing to withdraw. To change points, mark and sign again.
notice-sheet-withdrawn = Your signature on the screen is withdrawn; the sheet of paper counts.
result-on-paper = Marked on the sheet of paper { $code }, keyed in by { $people }.

act-paper-sheet-print = Give out codes of paper sheets
act-paper-sheet-key = Key in a paper sheet
act-paper-sheet-set-aside = Set a paper sheet aside
act-paper-sheet-scan = Attach the scan of a paper sheet
act-sheet-withdraw = Withdraw a signature on the screen for a paper sheet

mail-council-paper-subject = Paper sheet keyed in, dossier { $number }: { $council }
mail-council-paper-body =
    Dear { $name },

    Your paper sheet for dossier { $number } in “{ $council }” ({ $contest }) was keyed in alike by two people.

    Please look at it here; if it is not right, mark and sign again on the screen:
    { $link }
