units-lead = Every agency, organisation, school and company with a part in the contests. Those that were merged remain, and lead to their successors.
units-search = Name, former name or code
units-count =
    { $count ->
        [one] { $count } unit
        *[other] { $count } units
    }
units-empty = No units yet. Add one, or import them from an XLSX file.
units-none-found = No unit matches. Try fewer words, or show abolished ones too.
units-import = Import from XLSX
units-export = Download XLSX
units-office-only = Only secretaries and administrators add, move and reorganise units. Ask one of them, or go to the list.
way-units = Go to the list of units
unit-own-only = Only secretaries and this unit's own coordinator change its aliases and contacts.
unit-found = Add a unit
unit-found-lead = Only what is needed to name it rightly and to reach it.
unit-name = Full name
unit-name-help = As in the decision that founded it.
unit-name-empty = Give the unit's full name.
unit-kind = Kind
unit-kind-any = Every kind
unit-kind-missing = Choose a kind.
unit-kind-committee = People's committee
unit-kind-party = Party body
unit-kind-department = Department
unit-kind-division = Division
unit-kind-association = Association
unit-kind-mass-organisation = Mass organisation
unit-kind-school = School
unit-kind-health = Health facility
unit-kind-institute = Institute
unit-kind-company = Company, cooperative
unit-kind-forces = Armed forces
unit-kind-media = Media
unit-kind-other = Other
unit-code = Code
unit-code-help = Your office's own code, if there is one.
unit-code-taken = Another unit has this code.
unit-parent = Under
unit-parent-none = None
unit-parent-circle = A unit cannot stand under itself or under one of its own.
unit-unknown = There is no such unit. Choose from the list.
unit-founded = Since
unit-founded-help = Leave it empty if it has long been there. For example 1/7/2025.
unit-aliases = Other names
unit-aliases-help = One on each line. They count when searching and when papers are read.
unit-aliases-change = Change other names
unit-alias = Another name
unit-alias-add = Add the name
unit-alias-empty = Give the name.
unit-alias-taken = The unit has this name already.
unit-living = Present
unit-is-living = Active
unit-all = Abolished ones too
unit-abolished = Abolished on
unit-since = since
unit-children = Units under it
unit-contacts = Contacts
unit-contacts-none = Nobody to call yet.
unit-contact-add = Add a contact
unit-contact-personal = private, shown to the unit and the office only
contact-name = Person or desk
contact-name-empty = Give the person or the desk.
contact-duty = Answers for
contact-personal = A person's own number
contact-personal-help = Shown only to secretaries and this unit's coordinator.
unit-history = History
unit-history-what = What
unit-history-value = Was
notice-unit-founded = The unit was added.
notice-unit-moved = The unit was moved.
notice-unit-changed = Saved.
unit-edit = Edit
unit-edit-lead = Puts right what was written wrongly: a misspelt name, the kind, the code, a day. No former name is kept.
unit-rename-by-decision = Rename by a decision
unit-correct-help = For typing errors only.
unit-founded-late = This is not before the unit's first change, on { $day }.
unit-name-shared = Several units have this name. Give the unit's code.
unit-parent-help = Code or full name. Leave it empty if there is none.
unit-move = Move to another parent
unit-move-help = Empty means from today.
unit-reorganise = Reorganise
unit-today = Today it is:
unit-today-nobody = There is no successor.
unit-origins = Came from:
unit-steps = through { $steps } reorganisations
unit-former = formerly: { $name }
unit-children-all = Show everything below
unit-contact-change = Edit the contact
units-under = Below the unit
units-under-unknown = No unit has the name or code “{ $under }”, or several share the name. Give the code.
units-sort = Order by
units-sort-name = Name
units-sort-kind = Kind
notice-units-imported = The units were imported.
notice-reorganised = The reorganisation is written down. See which units below need to be moved, if any.
reorganisations = Reorganisations
reorganisations-lead = Mergers, splits, new names, abolitions: by which paper, from which day, what became what.
reorganisations-empty = None yet. When there is a decision, write it down here, so that old entries find the successors.
reorganisations-count =
    { $count ->
        [one] { $count } reorganisation
        *[other] { $count } reorganisations
    }
reorganisation-new = Write down a reorganisation
reorganisation-lead = No name is written over: old units keep theirs and lead to their successors.
reorganisation-kind = Kind of reorganisation
reorganisation-kind-missing = Choose a kind.
reorganisation-merge = Merger
reorganisation-merge-help = Several become one, new or already there.
reorganisation-split = Split
reorganisation-split-help = One becomes several, or gives a part away.
reorganisation-rename = New name
reorganisation-rename-help = The same unit under another name.
reorganisation-abolish = Abolition
reorganisation-abolish-help = It ends; whoever keeps its records, if anybody, is the successor.
reorganisation-rearrange = Rearrangement
reorganisation-rearrange-help = Several become several, wholly or in part.
reorganisation-ahead = to come
reorganisation-done = In force
reorganisation-from-search = Look for old units
reorganisation-to-search = Look for successors that there are
reorganisation-search-help = Type a name or code, press Search, then tick.
reorganisation-names = Units to be founded, or the new name
reorganisation-names-help = One on each line. For a new name, one line only.
reorganisation-as-before = As the old unit
reorganisation-parent-help = Code or name. Empty means as the old unit.
reorganisation-stays-help = Tick the units that go on after giving a part away.
reorganisation-stays = { $unit } goes on
reorganisation-links-help = Needed only where several become several: choose both sides, then say whether wholly or in part.
reorganisation-links-show = Show the table
reorganisation-carry-out = Write it down
reorganisation-from-empty = Choose at least one old unit.
reorganisation-to-empty = Choose or name at least one successor.
reorganisation-twice = A unit was chosen twice. Take one away.
reorganisation-both-sides = A unit stands on both sides. One that takes others over belongs to the successors only; for another name choose “New name”.
reorganisation-name-twice = Two new units share a name. Tell them apart.
reorganisation-too-many = At most { $most } units on each side. Write it down in several parts.
reorganisation-merge-one = A merger has one successor. For more choose “Rearrangement”.
reorganisation-merge-several = Founding a unit by merger takes at least two old ones. With one, choose “New name”.
reorganisation-merge-stays = A merged unit ends. If only a part moves, choose “Rearrangement”.
reorganisation-split-one = Only one unit is split at a time. For more choose “Rearrangement”.
reorganisation-split-several = A split has at least two successors; with one, tick that the old unit goes on.
reorganisation-rename-one = One unit at a time gets a new name.
reorganisation-one-name = Give exactly one new name.
reorganisation-abolish-stays = An abolished unit does not go on. Take the tick away.
reorganisation-gone = It is decided that { $unit } ends on { $day }.
reorganisation-before-founded = { $unit } is there only since { $day }. The day of effect must come after.
reorganisation-before-name = { $unit } has this name since { $day }. The day of effect must come after.
reorganisation-parent-ends = { $unit } would stand under a unit that ends on the same day. Choose another parent.
reorganisation-link-missing = Each old unit must pass on to at least one successor.
reorganisation-link-twice = The same two units are linked twice.
reorganisation-successor-unreached = A successor takes over nothing.
reorganisation-whole-once = A whole goes to one place. Divided among several, each gets a part.
reorganisation-whole-stays = A unit that passes on wholly does not go on.
reorganisation-circle = { $unit } later goes back into the old unit: a circle. Look at both sides again.
decision = Paper
decision-number = Number
decision-number-help = For example 1660/NQ-UBTVQH15.
decision-number-empty = Give the number of the paper.
decision-day = Signed on
decision-day-help = For example 12/6/2025.
decision-day-empty = Give the day on which it was signed.
decision-issuer = Issued by
decision-issuer-empty = Say who issued it.
decision-effective = Takes effect on
decision-effective-help = First day of the new state; usually after it was signed.
decision-effective-empty = Give the day on which it takes effect.
decision-note = Note
became = What became what
became-before = Before { $day }
became-after = From { $day }
became-table = Show as a table
became-old = Old units
became-new = Successors
became-how = How
became-stays = goes on
became-nobody = no successor
became-end = abolished, who keeps the records
became-renamed = renamed
extent-whole = wholly
extent-part = in part
extent-none = ends
orphans = Units to be moved
orphans-lead =
    { $count ->
        [one] { $count } unit still stands under one that has ended. It does not move by itself; choose a new parent.
        *[other] { $count } units still stand under one that has ended. They do not move by themselves; choose a new parent for each.
    }
orphan-under = stands under { $parent }
import-lead = A file is imported wholly or not at all. The first step only checks it and shows every row.
import-template = Download the form
import-file = XLSX file
import-file-help = At most 8 MB and 10,000 rows. The first row holds the headings, in Vietnamese or English.
import-check = Check the file
import-rules = How the file is read
import-rule-columns = Name and kind are needed; other columns may be missing. Several other names stand between semicolons.
import-rule-code = A known code: kind and parent are changed, other names added. Names are not changed by a file.
import-rule-parent = The parent is a code or a full name, known already or in a row above.
import-rule-day = Days are date cells or text such as 1/7/2025. Formulas are not taken.
import-report = What the file holds
import-not-yet = Not imported yet
import-fix = Nothing was written. Put the wrong rows right in the file and upload it again.
import-confirm-lead = Every row can be read. Press the button to import.
import-nothing = Every row is there already, nothing to import
import-carry-out =
    { $count ->
        [one] Import { $count } row
        *[other] Import { $count } rows
    }
import-other-file = Upload another file
import-count-new = new units
import-count-changed = changed units
import-count-same = rows without change
import-count-wrong = wrong rows
import-rows =
    { $count ->
        [one] { $count } row of the file
        *[other] { $count } rows of the file
    }
import-hidden =
    { $count ->
        [one] { $count } more row is not shown here.
        *[other] { $count } more rows are not shown here.
    }
import-row = Row
import-result = Result
import-new = new
import-same = no change
import-changed = changes: { $what }
import-headings-missing = There is no row of headings with a name and at least one more column, such as the kind. Use the form.
import-heading-twice = The column “{ $column }” stands twice. Take one away.
import-has-wrong-rows = { $wrong } rows are wrong, so nothing was imported.
import-formula = The cell holds a formula. Type text, or paste values only.
import-cell-error = The cell shows an error. Type text.
import-kind-near = There is no such kind. Is it “{ $meant }”?
import-kind-unknown = There is no such kind. Use one of the list, for example “School”.
import-row-twice = The same as row { $row }.
import-name-shared = Several units have this name. Give the code or the parent.
import-name-differs = This code belongs to “{ $name }”. For another name use Reorganise, for a typing error Edit.
import-parent-unknown = There is no such unit, known already or in a row above.
import-parent-shared = Several units have this name. Give the code.
import-parent-gone = This unit has ended. Give its successor.
import-unit-gone = The unit has ended; a file does not change it.
import-abolished = An end is written down as a reorganisation, for it needs a paper. Leave the cell empty.
import-founded-differs = It differs from the day that is known. Change it on the unit's page.
sheet-empty = There is no file, or it is empty. Choose an XLSX file.
sheet-too-large = The file has more than { $megabytes } MB. Take out pictures and formats, or split it.
sheet-old-format = This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.
sheet-locked = The file has a password. Open it in Excel, take the password away and save it.
sheet-plain-text = This is a text or CSV file. Open it in Excel and save it as .xlsx.
sheet-not-a-sheet = This is no XLSX spreadsheet. Choose another file, or use the form.
sheet-damaged = The file is cut off or damaged. Upload it again, or open it in Excel and save it.
sheet-bomb = Unpacked, the file is unusually large. Copy the cells you need into the form.
sheet-too-many-rows = The file has more than { $rows } rows. Split it.
sheet-no-rows = There is no row below the headings. Fill in at least one unit.
sheet-too-hard = Reading this file takes too long or too much. Copy the cells you need into the form.
cli-unit-list-arg-text = Words of a name, former name, alias or code
cli-unit-list-arg-all = Units that are no more, too
cli-unit-add = Adds a unit
cli-unit-add-arg-name = Full name
cli-unit-add-arg-kind = Kind: committee, department, school…
cli-unit-add-arg-code = The office's own code
cli-unit-add-arg-parent = Code or name of the parent
cli-unit-add-arg-founded = Since, for example 1/7/2025
cli-unit-add-arg-alias = Another name; may be given several times
cli-unit-show = Who a unit was and who it is now
cli-unit-show-arg-unit = Id, code or full name
cli-unit-import = Imports an XLSX file, wholly or not at all
cli-unit-import-arg-file = XLSX file
cli-unit-import-arg-check = Checks only, writes nothing
cli-unit-export = Writes every unit into an XLSX file
cli-unit-export-arg-file = XLSX file to be written
cli-unit-examples =
    Examples:
      hoithi unit add "UBND xã Suối Ngà" --kind committee --code 99017
      hoithi unit import don-vi.xlsx --check
      hoithi unit show 99017 --json
cli-imported = Imported: { $new } new, { $changed } changed, { $same } without change.
cli-import-checked = Nothing written: { $new } new, { $changed } changed, { $same } without change, { $wrong } wrong.
cli-exported = { $rows } units were written to { $file }.
