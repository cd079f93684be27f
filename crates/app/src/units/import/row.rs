//! A row of a spreadsheet, read into what it says about a unit. Pure.

use kernel::{Day, Message, Refusal, text};

use crate::frame::{Locale, Words};
use crate::units::draft::code;
use crate::units::sheet::{Cell, Row};
use crate::units::{Alias, Kind, UnitName};

/// A column that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The office's own code.
    Code,
    /// Full name.
    Name,
    /// Kind of body.
    Kind,
    /// Code or name of the parent.
    Parent,
    /// First day.
    Founded,
    /// First day on which the unit is no more.
    Abolished,
    /// Other names, between semicolons.
    Aliases,
}

impl Column {
    /// Every column, in the order in which files are written.
    pub const ALL: [Self; 7] = [
        Self::Code,
        Self::Name,
        Self::Kind,
        Self::Parent,
        Self::Founded,
        Self::Abolished,
        Self::Aliases,
    ];

    /// Key of its heading in the message files.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Code => "unit-code",
            Self::Name => "unit-name",
            Self::Kind => "unit-kind",
            Self::Parent => "unit-parent",
            Self::Founded => "unit-founded",
            Self::Abolished => "unit-abolished",
            Self::Aliases => "unit-aliases",
        }
    }

    /// Other headings that are seen for it, folded.
    const fn others(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["ma don vi", "ma so", "ky hieu"],
            Self::Name => &["ten", "ten don vi", "don vi", "co quan", "name", "unit"],
            Self::Kind => &["loai don vi", "loai hinh", "type"],
            Self::Parent => &["don vi cap tren", "cap tren", "don vi chu quan", "parent"],
            Self::Founded => &["tu ngay", "ngay thanh lap", "thanh lap", "founded", "from"],
            Self::Abolished => &["den ngay", "ngay giai the", "giai the", "abolished", "until"],
            Self::Aliases => &["ten goi tat", "ten viet tat", "ten khac", "aliases"],
        }
    }

    fn of_heading(heading: &str) -> Option<Self> {
        let folded = text::fold(heading);
        let is = |column: &Self| {
            let labels = Locale::ALL.map(|locale| text::fold(&Words(locale).say(column.label())));
            labels.contains(&folded) || column.others().contains(&folded.as_str())
        };
        Self::ALL.into_iter().find(is)
    }
}

/// Rows in which headings are looked for; above them stand titles.
const HEADING_ROWS: usize = 10;

/// Where the columns stand in a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headings(Vec<(Column, usize)>);

impl Headings {
    /// Finds the headings, in Vietnamese or English: the first row that names a column for names.
    /// Answers with the rows below them, too.
    ///
    /// # Errors
    /// A refusal beside the field `file` when there are none, or one column stands twice.
    pub fn find(rows: &[Row]) -> Result<(Self, &[Row]), Refusal> {
        for (at, row) in rows.iter().take(HEADING_ROWS).enumerate() {
            let found = row.cells.iter().enumerate();
            let found =
                found.filter_map(|(at, cell)| Some((Column::of_heading(cell.shown())?, at)));
            let found: Vec<(Column, usize)> = found.collect();
            if !found.iter().any(|(column, _)| *column == Column::Name) || found.len() < 2 {
                continue;
            }
            let twice = |(column, _): &&(Column, usize)| {
                found.iter().filter(|(other, _)| other == column).count() > 1
            };
            if let Some((column, _)) = found.iter().find(twice) {
                let heading = Words::default().say(column.label());
                let message = Message::new("import-heading-twice").with("column", heading);
                return Err(Refusal::field("file", message));
            }
            return Ok((Self(found), &rows[at + 1..]));
        }
        Err(Refusal::field("file", "import-headings-missing"))
    }

    /// The cell of a column, if the sheet has the column.
    pub fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r Cell> {
        let (_, at) = self.0.iter().find(|(found, _)| *found == column)?;
        row.cells.get(*at)
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which cell.
    pub column: Column,
    /// What is wrong, and what to do.
    pub message: Message,
}

impl Problem {
    /// A problem with a cell.
    pub fn new(column: Column, message: impl Into<Message>) -> Self {
        Self { column, message: message.into() }
    }
}

/// What a row says about a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Its number in the sheet.
    pub number: u32,
    /// The office's own code.
    pub code: Option<String>,
    /// Full name.
    pub name: UnitName,
    /// Kind of body; nothing when the cell is empty.
    pub kind: Option<Kind>,
    /// Code or name of the parent.
    pub parent: Option<String>,
    /// First day.
    pub founded_on: Option<Day>,
    /// First day on which it is no more.
    pub abolished_on: Option<Day>,
    /// Other names.
    pub aliases: Vec<Alias>,
}

impl UnitRow {
    /// Reads a row.
    ///
    /// # Errors
    /// Every cell that is wrong.
    pub fn read(headings: &Headings, row: &Row) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let text = |column: Column| match plain(headings, row, column) {
            Ok(text) => text,
            Err(problem) => {
                problems.push(problem);
                String::new()
            }
        };
        let texts = Column::ALL.map(text);
        let [code_text, name, kind, parent, founded, abolished, aliases] = texts;
        if !problems.is_empty() {
            return Err(problems);
        }
        let code = told(Column::Code, code(&code_text));
        let name = told(Column::Name, UnitName::read(&name));
        let kind = read_kind(&kind);
        let founded = read_day(Column::Founded, &founded);
        let abolished = read_day(Column::Abolished, &abolished);
        let aliases = aliases.split([';', '\n']).filter(|alias| !alias.trim().is_empty());
        let aliases = aliases.map(Alias::read).collect::<Result<Vec<_>, _>>();
        let aliases = told(Column::Aliases, aliases);
        match (code, name, kind, founded, abolished, aliases) {
            (Ok(code), Ok(name), Ok(kind), Ok(founded_on), Ok(abolished_on), Ok(aliases)) => {
                let parent = Some(text::clean(&parent)).filter(|parent| !parent.is_empty());
                let number = row.number;
                Ok(Self { number, code, name, kind, parent, founded_on, abolished_on, aliases })
            }
            (code, name, kind, founded, abolished, aliases) => {
                let wrong = [
                    code.err(),
                    name.err(),
                    kind.err(),
                    founded.err(),
                    abolished.err(),
                    aliases.err(),
                ];
                Err(wrong.into_iter().flatten().collect())
            }
        }
    }
}

/// The text of a cell; formulas and errors are none.
fn plain(headings: &Headings, row: &Row, column: Column) -> Result<String, Problem> {
    match headings.cell(row, column) {
        None => Ok(String::new()),
        Some(Cell::Text(text) | Cell::Day(text)) => Ok(text.clone()),
        Some(Cell::Formula(_)) => Err(Problem::new(column, "import-formula")),
        Some(Cell::Error(_)) => Err(Problem::new(column, "import-cell-error")),
    }
}

fn told<T>(column: Column, read: Result<T, Refusal>) -> Result<T, Problem> {
    read.map_err(|refusal| {
        let first = refusal.fields.into_iter().next();
        Problem::new(column, first.map_or(refusal.message, |(_, message)| message))
    })
}

fn read_day(column: Column, typed: &str) -> Result<Option<Day>, Problem> {
    match typed.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Problem::new(column, "day-unreadable")),
    }
}

/// Reads the word for a kind in either language, or its code.
fn read_kind(typed: &str) -> Result<Option<Kind>, Problem> {
    let folded = text::fold(typed);
    if folded.is_empty() {
        return Ok(None);
    }
    let words = |kind: Kind| {
        let said = Locale::ALL.map(|locale| text::fold(&Words(locale).say(&kind.label())));
        said.into_iter().chain([text::fold(kind.code())])
    };
    let exact = Kind::ALL.into_iter().find(|kind| words(*kind).any(|word| word == folded));
    if exact.is_some() {
        return Ok(exact);
    }
    let shown = text::clean(typed);
    let near = Kind::ALL.into_iter().find(|kind| words(*kind).any(|word| is_near(&word, &folded)));
    let message = match near {
        Some(kind) => {
            let meant = Words::default().say(&kind.label());
            Message::new("import-kind-near").with("kind", shown).with("meant", meant)
        }
        None => Message::new("import-kind-unknown").with("kind", shown),
    };
    Err(Problem::new(Column::Kind, message))
}

/// Whether two folded words differ by one letter in five at most.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let most = one.len() / 5;
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let changed = before[column] + usize::from(letter != against);
            now.push(changed.min(before[column + 1] + 1).min(now[column] + 1));
        }
        before = now;
    }
    most > 0 && before[other.len()] <= most
}

#[cfg(test)]
#[path = "row_tests.rs"]
mod tests;
