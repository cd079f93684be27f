//! Why a dossier does not take part.

/// A ground (lý do không đủ điều kiện).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Nộp muộn.
    Late,
    /// Thiếu thành phần hồ sơ, không bổ sung.
    Incomplete,
    /// Mới là ý tưởng, chưa áp dụng.
    NotApplied,
    /// Áp dụng ngoài thời gian hoặc địa bàn quy định.
    Outside,
    /// Đã dự thi hoặc đã đoạt giải.
    Earlier,
    /// Sai đối tượng dự thi.
    NotEntitled,
    /// Không thuộc lĩnh vực dự thi.
    NoField,
    /// Trùng với giải pháp khác.
    Repeated,
    /// Lý do khác.
    Other,
}

impl Ground {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::Late,
        Self::Incomplete,
        Self::NotApplied,
        Self::Outside,
        Self::Earlier,
        Self::NotEntitled,
        Self::NoField,
        Self::Repeated,
        Self::Other,
    ];

    /// The word in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Incomplete => "incomplete",
            Self::NotApplied => "not-applied",
            Self::Outside => "outside",
            Self::Earlier => "earlier",
            Self::NotEntitled => "not-entitled",
            Self::NoField => "no-field",
            Self::Repeated => "repeated",
            Self::Other => "other",
        }
    }

    /// The ground with a word.
    pub fn with_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.code() == code)
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("ground-{}", self.code())
    }
}
