//! What a member of a council is.

use kernel::Fault;

/// What a member is (chức danh trong hội đồng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Chủ tịch hội đồng.
    Chair,
    /// Phó chủ tịch hội đồng.
    ViceChair,
    /// Thư ký hội đồng.
    Secretary,
    /// Ủy viên giám khảo.
    Judge,
}

impl Role {
    /// Every one, in the order in which decisions list them.
    pub const ALL: [Self; 4] = [Self::Chair, Self::ViceChair, Self::Secretary, Self::Judge];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::ViceChair => "vice-chair",
            Self::Secretary => "secretary",
            Self::Judge => "judge",
        }
    }

    /// The role of a word; nothing where it is none.
    pub fn with_code(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == word)
    }

    /// The role of a word of the database.
    ///
    /// # Errors
    /// It is none.
    pub fn read(word: &str) -> Result<Self, Fault> {
        Self::with_code(word).ok_or_else(|| Fault::new("a member has a role that is none"))
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Chair => "council-chair",
            Self::ViceChair => "council-vice-chair",
            Self::Secretary => "council-secretary",
            Self::Judge => "council-judge",
        }
    }

    /// Whether the member judges; the secretary writes down what the others decide.
    pub const fn judges(self) -> bool {
        !matches!(self, Self::Secretary)
    }

    /// Whether the member may open the sheets.
    pub const fn opens(self) -> bool {
        matches!(self, Self::Chair | Self::ViceChair)
    }
}
