cli = The contest system: from the signed plan to the certificate.
cli-examples =
    Examples:
      hoithi serve --data /srv/hoithi --listen 127.0.0.1:8080
      hoithi backup /mnt/usb/hoithi.zip
      hoithi verify

    Exit codes: 0 done · 1 refused, or something was found · 2 wrong usage · 3 our own fault
cli-usage = Usage
cli-commands = Commands
cli-command = COMMAND
cli-arguments = Arguments
cli-options = Options
cli-option = OPTIONS
cli-variable = variable { $name }
cli-default = default { $value }
cli-wrong = It cannot be called like this.
cli-wrong-argument = There is no argument { $argument }.
cli-wrong-command = There is no command { $command }.
cli-wrong-no-command = The name of a command is missing.
cli-wrong-missing = The argument { $argument } is missing.
cli-wrong-no-value = The value of { $argument } is missing.
cli-wrong-value = The value { $value } does not do for { $argument }.
cli-wrong-twice = The argument { $argument } does not do here, or stands twice.
cli-wrong-meant = Is it: { $meant }?
cli-wrong-help = Add --help to see the usage.
cli-arg-data = Folder of everything that this installation keeps
cli-arg-database = PostgreSQL URL; without it SQLite in the data folder
cli-arg-config = Configuration file; hoithi.toml in the data folder by default
cli-arg-lang = Language: vi or en
cli-arg-json = Print JSON for programs
cli-arg-help = Print help
cli-arg-version = Print the version
cli-serve = Run the service
cli-serve-arg-listen = Where to listen, e.g. 0.0.0.0:8080
cli-serve-arg-public_url = The address that people type; links in letters begin with it
cli-serve-arg-demo = Load the demo world, and let anybody in with one click
cli-migrate = Bring the database up to this version
cli-demo = Load the demo world into an empty place
cli-place = Look up a place, old or new
cli-place-arg-text = The name, with or without marks
cli-read = Reads papers: dispatches, plans, decisions… into facts
cli-read-arg-file = File or folder: text, .docx, .pdf, scan, picture
cli-read-arg-json = Writes a JSON file for each paper into this folder
cli-read-arg-text = Also writes the decoded text (NAME.decoded.txt) beside the JSON
cli-read-arg-verbose = Says how a paper was decoded and how far the decoder was shut in
cli-read-examples =
    Examples:
      hoithi read plan.pdf
      hoithi read incoming/ --json facts/

    Exit codes: 0 all read · 1 some could not be read, the others were written · 2 wrong usage · 3 our own fault
cli-user = Accounts
cli-user-list = List accounts
cli-user-invite = Make an account and print its one-time link
cli-user-reset = Print a link for a new password
cli-user-disable = Disable an account
cli-user-enable = Enable an account
cli-arg-email = E-mail address
cli-arg-name = Name
cli-arg-role = Role
cli-arg-unit = Id of the unit, for a coordinator
cli-unit = Units
cli-unit-list = List units
cli-contest = Contests
cli-contest-examples =
    Examples:
      hoithi contest receive plan.pdf
      hoithi contest list "sáng tạo" --state running
      hoithi contest move hoi-thi-tinh-lan-thu-9 submission --end 31/5/2027 --reason "Letter of extension"
      hoithi contest late hoi-thi-tinh-lan-thu-9 --json

    CONTEST is an id, the last part of the public page's address, or words that only one name has.
cli-contest-list = List contests
cli-contest-list-arg-text = Words of the name
cli-contest-list-arg-state = Only contests that are this far
cli-contest-show = Show a contest: its milestones, and how far its units are
cli-contest-receive = Take in a paper, read it and open its review
cli-contest-receive-arg-file = A plan, letter, notice…: .docx, .pdf, a scan, a photograph, text
cli-contest-receive-arg-accept = Found the contest at once if nothing is doubtful
cli-contest-accept = Accept a review: found a contest, or amend the one that is there
cli-contest-undo = Take the founding back while nobody has acted on the contest
cli-contest-start = Start: units see their tasks
cli-contest-close = Close
cli-contest-reopen = Open again
cli-contest-publish = Publish the contest's page
cli-contest-publish-arg-day = From this day on instead of now
cli-contest-publish-arg-hour = The hour of that day, such as 7:30
cli-contest-unpublish = Take the public page back
cli-contest-move = Move a milestone; the old date stays among its versions
cli-contest-move-arg-milestone = The kind as contest show prints it (submission, judging…), or the milestone's id
cli-contest-move-arg-start = New start: 1/3/2027, 3/2027, Q1/2027
cli-contest-move-arg-end = New end
cli-contest-move-arg-reason = Why; everybody who sees the milestone can read it
cli-contest-late = List late units and what they are late with
cli-contest-table = Write the table of units and tasks into an XLSX file
cli-contest-table-arg-file = The file to be written
cli-contest-reports = Open a period of reports
cli-contest-reports-arg-day = The period of this day instead of the present one
cli-arg-contest = Id, last part of the public page's address, or words of the name
cli-arg-paper = Id of the paper
cli-arg-despite_doubts = Accept although something is doubtful
cli-contest-no-state = There is no such stage. Write preparing, running or closed.
cli-contest-doubts = { $doubts } things are doubtful. Look at them at { $page }, or add --despite-doubts.
cli-contest-review = Paper { $paper } waits for review at { $page }
cli-contest-made = Paper { $paper } became { $name } ({ $id }).
cli-contest-not-public = Not published
cli-contest-public = Published from { $from }: { $address }
cli-contest-figures = { $tasks } tasks · { $units } units · { $accepted } of { $assignments } done · { $waiting } to be decided · { $overdue } overdue
cli-contest-table-written = The table was written into { $file }.
cli-no-milestone = This contest has no milestone “{ $typed }”. contest show prints its milestones.
cli-many-milestones = There are several milestones “{ $typed }”. Write the id, from contest show --json.
cli-dossier = Dossiers
cli-dossier-examples =
    Examples:
      hoithi dossier template form.xlsx --contest sa-linh
      hoithi dossier import dossiers.xlsx --contest sa-linh --as secretary@salinh.example --files files --dry-run
      hoithi dossier list --contest sa-linh --query 'state:valid'
      hoithi dossier show 12 --contest sa-linh
      hoithi dossier export --contest sa-linh --to dossiers.zip
      hoithi dossier check --contest sa-linh
cli-dossier-import = Take in dossiers on paper that were typed into a table, with their files: all of them or none. Whoever imports says that the paper is signed
cli-dossier-import-arg-file = XLSX table
cli-dossier-import-arg-member = E-mail address of the member of the office who takes them in
cli-dossier-import-arg-files = Folder of files: one folder in it for each row key
cli-dossier-import-arg-dry_run = Checks every row and writes nothing
cli-dossier-template = Write the form of the table, by the rules of the contest
cli-dossier-template-arg-file = The XLSX file to be written
cli-dossier-check = Compare all that is kept of a contest's dossiers with what was handed in
cli-dossier-checked = All dossiers of { $name } are as they were: manifests, receipts, files, states, book and conversations.
cli-dossier-export = Take dossiers out: a table (.xlsx, .csv), one package (.zip), or folders
cli-dossier-export-arg-to = The .xlsx, .csv or .zip to be written, or a folder that is empty
cli-dossier-export-arg-naming = How the folder of each dossier is called: { "{" }number{ "}" }, { "{" }title{ "}" }, { "{" }author{ "}" }, { "{" }field{ "}" }, { "{" }unit{ "}" }
cli-dossier-exported = { $dossiers } dossiers were taken out into { $place }.
cli-dossier-list = List the dossiers of a contest
cli-dossier-show = Show a dossier: what it says, its files, receipts and what became of it
cli-dossier-show-arg-number = Number of the dossier
cli-arg-query = What to look for, as in the book: state:valid unit:"health"
cli-arg-sort = Sort by number, title, received, field or state; a minus before it turns the order round
cli-dossier-template-written = The form was written into { $file }.
cli-dossier-row-new = dossier { $number }
cli-dossier-row-known = taken in before, dossier { $number }
cli-dossier-columns-unknown = Columns that mean nothing here: { $names }
cli-dossier-folders-stray = Folders of files that belong to no row: { $names }
cli-dossier-imported = { $new } dossiers taken in; { $known } were taken in before; { $wrong } wrong.
cli-dossier-not-imported = Nothing written: { $new } new dossiers, { $known } taken in before, { $wrong } wrong.
cli-file-unreadable = The file { $file } cannot be read.
cli-backup = Write everything into one file
cli-backup-arg-file = The file to write
cli-restore = Restore a back-up into an empty place, and verify it
cli-restore-arg-file = The back-up
cli-copy-files = Copy all files between folder and S3 bucket, comparing each; nothing is removed
cli-copy-files-arg-to = Where to: bucket or folder
cli-check = Ask the live data what must always hold
cli-verify = Compare the database with the ledger
cli-verify-arg-checkpoint = A seal that was kept outside
cli-verify-arg-export = Write the ledger to this file for another verifier
cli-verify-arg-results = Count a file of published results again (no database is needed)
cli-results-unreadable = This is no file of results of hoithi, or its rules and sheets cannot be counted. Download it from the page of results and try again.
cli-results-agree = Counted again from { $sheets } sheets: all { $lines } lines and { $prizes } prizes are as published. SHA-256 of the file: { $digest }
cli-results-differ = Counted again from { $sheets } sheets: { $count } differences from the published list ({ $lines } lines, { $prizes } prizes). SHA-256 of the file: { $digest }
cli-results-line = Dossier { $code }: the published line is not what follows.
cli-results-missing = Dossier { $code }: it follows, and is not on the list.
cli-results-surplus = Dossier { $code }: it is on the list, and does not follow.
cli-results-order = The order differs from line { $place } on.
cli-migrated = The database is at this version.
cli-demo-loaded = The demo world is loaded.
cli-serving = hoithi is at { $url }
cli-serving-demo = Demonstration: open { $url }/sign-in and choose somebody.
cli-serving-setup = There is no administrator yet. Open this link, once, within 24 hours: { $link }
cli-link = One-time link: { $link }
cli-backed-up = { $rows } rows and { $files } files were backed up into { $file }.
cli-restored = { $rows } rows and { $files } files were restored and compared.
cli-copied-files = { $files } files were copied and compared; { $there } were there already.
cli-copy-files-where = Where to? Write bucket or folder.
cli-bucket-none = No S3 bucket is set. Write the part [bucket] into hoithi.toml, and do this again.
cli-bucket-away = The bucket { $name } at { $endpoint } cannot be reached. Look at the address, the network and the server, and start again ({ $why }).
cli-bucket-forbidden = The bucket { $name } at { $endpoint } lets us neither read nor write. Look at key, secret, region and what the key may do: read, write, delete, list ({ $why }).
cli-bucket-absent = There is no bucket { $name } at { $endpoint }. Make it, or correct its name in hoithi.toml ({ $why }).
cli-bucket-refuses = The bucket { $name } at { $endpoint } does not do what it is asked, and cannot be used ({ $why }).
cli-checked = All { $rules } rules hold.
cli-verified = Sound: { $entries } entries, { $rows } rows, { $checkpoints } seals.
cli-fault = A fault of ours: { $fault }
cli-no-installation = There is no installation in { $folder }. Check --data, or run hoithi serve or hoithi migrate first.
