//! What of a dossier was looked at.

use serde::{Deserialize, Serialize};

/// What of a dossier was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thing {
    /// Its page.
    Page,
    /// The office's desk.
    Desk,
    /// A file.
    File,
    /// A row of a table that was taken out of the book.
    Table,
    /// A package with all of it that was ordered from the book.
    Package,
    /// The conversation about it.
    Talk,
    /// Its text beside another solution.
    Compared,
    /// What a unit is asked to confirm.
    Confirmation,
    /// The sheet of a judge, with the dossier beside it. Authors are never told: neither who judges, nor when, nor
    /// how many.
    Sheet,
}

impl Thing {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Page,
        Self::Desk,
        Self::File,
        Self::Table,
        Self::Package,
        Self::Talk,
        Self::Compared,
        Self::Confirmation,
        Self::Sheet,
    ];

    /// Its word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Desk => "desk",
            Self::File => "file",
            Self::Table => "table",
            Self::Package => "package",
            Self::Talk => "talk",
            Self::Compared => "compared",
            Self::Confirmation => "confirmation",
            Self::Sheet => "sheet",
        }
    }

    /// Key of what is told of it.
    pub fn label(self) -> String {
        format!("look-{}", self.code())
    }
}
