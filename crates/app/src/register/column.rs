//! What the book shows of a dossier, and by what it is sorted.

/// A column of the book (cột của sổ), beside number and title, which are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Tác giả.
    Authors,
    /// Lĩnh vực.
    Field,
    /// Đơn vị.
    Unit,
    /// Trạng thái.
    State,
    /// Thời điểm nhận.
    Received,
    /// Áp dụng từ.
    Applied,
    /// Còn thiếu.
    Missing,
}

impl Column {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Authors,
        Self::Field,
        Self::Unit,
        Self::State,
        Self::Received,
        Self::Applied,
        Self::Missing,
    ];
    /// Those that are shown where nobody has chosen.
    pub const USUAL: [Self; 6] =
        [Self::Authors, Self::Field, Self::Unit, Self::State, Self::Received, Self::Missing];

    /// Its word in addresses and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Authors => "authors",
            Self::Field => "field",
            Self::Unit => "unit",
            Self::State => "state",
            Self::Received => "received",
            Self::Applied => "applied",
            Self::Missing => "missing",
        }
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("register-column-{}", self.code())
    }

    /// The columns with these words; the usual ones where there are none.
    pub fn chosen<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Vec<Self> {
        let is_chosen = |column: &Self| words.clone().any(|word| word == column.code());
        let chosen: Vec<Self> = Self::ALL.into_iter().filter(is_chosen).collect();
        match chosen.is_empty() {
            true => Self::USUAL.to_vec(),
            false => chosen,
        }
    }

    /// Words of columns, with commas; empty for the usual ones.
    pub fn written(columns: &[Self]) -> String {
        match columns == Self::USUAL {
            true => String::new(),
            false => columns.iter().map(|column| column.code()).collect::<Vec<_>>().join(","),
        }
    }
}

/// By what the book is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// Số hồ sơ.
    #[default]
    Number,
    /// Tên giải pháp.
    Title,
    /// Thời điểm nhận.
    Received,
    /// Lĩnh vực.
    Field,
    /// Trạng thái.
    State,
}

impl By {
    /// Every one.
    pub const ALL: [Self; 5] =
        [Self::Number, Self::Title, Self::Received, Self::Field, Self::State];

    /// Its word in addresses and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Received => "received",
            Self::Field => "field",
            Self::State => "state",
        }
    }

    /// What holds for every row, and leads SQLite, which keeps no statistics, to the index of this order.
    pub const fn bound(self) -> &'static str {
        match self {
            Self::Number => "s.number > 0",
            Self::Title => "s.sort_key >= ''",
            Self::Received => "s.received_at > 0",
            Self::Field => "s.field >= ''",
            Self::State => "s.state >= ''",
        }
    }

    /// The columns of `dossier_search` that make this order, one that an index has.
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["number"],
            Self::Title => &["sort_key", "number"],
            Self::Received => &["received_at", "number"],
            Self::Field => &["field", "state", "number"],
            Self::State => &["state", "number"],
        }
    }
}

/// An order (thứ tự).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// By what.
    pub by: By,
    /// Whether the last comes first.
    pub is_down: bool,
}

impl Sort {
    /// The order that a word names: `title`, `-title`; the usual one where it names none.
    pub fn read(word: &str) -> Self {
        let (is_down, word) = match word.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, word),
        };
        match By::ALL.into_iter().find(|by| by.code() == word) {
            Some(by) => Self { by, is_down },
            None => Self::default(),
        }
    }

    /// Its word; empty for the usual one.
    pub fn written(self) -> String {
        let sign = if self.is_down { "-" } else { "" };
        match self == Self::default() {
            true => String::new(),
            false => format!("{sign}{}", self.by.code()),
        }
    }

    /// The order after a click on a heading: the same the other way round, or another one.
    #[must_use]
    pub fn clicked(self, by: By) -> Self {
        Self { by, is_down: self.by == by && !self.is_down }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_read_and_written() {
        let check = |word: &str, expect: &str| assert_eq!(Sort::read(word).written(), expect);
        check("", "");
        check("number", "");
        check("-number", "-number");
        check("title", "title");
        check("nonsense", "");
        assert_eq!(Sort::read("title").clicked(By::Title).written(), "-title");
        assert_eq!(Sort::read("-title").clicked(By::Title).written(), "title");
        assert_eq!(Sort::read("-title").clicked(By::Field).written(), "field");
    }

    #[test]
    fn columns_are_read_and_written() {
        let check = |words: &str, expect: &str| {
            assert_eq!(Column::written(&Column::chosen(words.split(','))), expect, "{words}");
        };
        check("", "");
        check("nonsense", "");
        check("missing,authors", "authors,missing");
        check("authors,field,unit,state,received,missing", "");
    }
}
