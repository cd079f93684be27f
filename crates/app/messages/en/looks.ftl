# Who saw a dossier.

looks = Who saw this
looks-lead-authors = Who saw this dossier and is none of its authors: their role and unit. Names are for secretaries and administrators. Kept for two years.
looks-lead-office = Who saw this dossier and is none of its authors. Authors see roles and units only. Kept for two years.
looks-none = Nobody but its authors has seen this dossier.
looks-open = Open the whole list
look-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
look-no-role = No role any more
look-page = The page of the dossier
look-desk = The desk
look-file = A file of the dossier
look-file-named = File: { $name }
look-table = A table taken out of the book
look-package = A package to be fetched
look-talk = The conversation about it
look-compared = Beside another solution
look-sheet = Score sheet and the dossier without names
look-confirmation = What the unit is asked to confirm
retention-look = Who saw which dossier
retention-look-since = the last look
