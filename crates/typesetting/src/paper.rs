//! What an official paper says.

use kernel::Day;

use crate::qr::Code;

/// An official paper (văn bản hành chính), Articles 7 and 8 of Decree 30/2020/NĐ-CP.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// Cơ quan chủ quản: the body above the issuer, where one is printed.
    pub superior: Option<String>,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// Số; nothing while the registry has not given one: then room is left for it.
    pub number: Option<u32>,
    /// Ký hiệu: what follows the slash, `BC-SKHCN`.
    pub symbol: String,
    /// Địa danh.
    pub place: String,
    /// Ngày ban hành.
    pub dated: Dated,
    /// Tên loại và trích yếu.
    pub title: Title,
    /// Kính gửi.
    pub to: Vec<String>,
    /// Nội dung.
    pub body: Vec<Block>,
    /// Chữ ký: one stands at the right, several side by side (minutes).
    pub signatures: Vec<Signature>,
    /// Nơi nhận, without dashes.
    pub recipients: Vec<String>,
    /// Phụ lục, each on a page of its own.
    pub annexes: Vec<Annex>,
}

/// The day of issue; what is not known yet is left blank for a pen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dated {
    /// Ngày.
    pub day: Option<i8>,
    /// Tháng.
    pub month: Option<i8>,
    /// Năm.
    pub year: Option<i16>,
}

impl Dated {
    /// A whole day.
    pub fn on(day: Day) -> Self {
        Self { day: Some(day.day_of_month()), month: Some(day.month()), year: Some(day.year()) }
    }

    /// The month of a day; the day itself is blank.
    pub fn in_month_of(day: Day) -> Self {
        Self { day: None, ..Self::on(day) }
    }
}

/// Name of the kind and what the paper is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title {
    /// A kind with a name (tên loại): `Báo cáo`, and below it the subject (trích yếu).
    Named {
        /// Tên loại.
        kind: String,
        /// Trích yếu; may be empty.
        subject: String,
    },
    /// An official letter (công văn), which has no name: `V/v …` below its number.
    Letter {
        /// Trích yếu, without `V/v`.
        subject: String,
    },
}

impl Default for Title {
    fn default() -> Self {
        Self::Letter { subject: String::new() }
    }
}

/// Words in one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub slanted: bool,
}

impl Run {
    /// Words as they come.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Bold words.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { strong: true, ..Self::plain(text) }
    }

    /// Italic words.
    pub fn slanted(text: impl Into<String>) -> Self {
        Self { slanted: true, ..Self::plain(text) }
    }
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// One line of the legal basis (căn cứ), in italics.
    Basis(String),
    /// A heading with its number, as it is to be read.
    Heading(Heading, String),
    /// A paragraph: justified, its first line set in.
    Paragraph(Vec<Run>),
    /// A table.
    Table(Table),
    /// Room for a pen.
    Blank(Blank),
    /// Boxes to tick, each with its words, one below the other.
    Choices(Vec<String>),
    /// A code for phones, and the words beside it.
    Code(Code, String),
}

/// Room for a pen: words, and dots after them to the right margin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blank {
    /// The words; may be empty.
    pub label: String,
    /// How many lines of dots below the one with the words.
    pub more: u8,
}

impl Block {
    /// A paragraph in one look.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Run::plain(text)])
    }
}

/// How a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// In the middle: phần, chương, `QUYẾT ĐỊNH:`.
    Centred,
    /// Where paragraphs begin: mục `I.`, khoản `1.`, `Điều 1.`
    Flush,
    /// At the left margin: the parts of a form.
    Edge,
}

/// A table; it goes on over pages, with its heads on each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, one text for each column; missing ones are empty.
    pub rows: Vec<Vec<String>>,
    /// Whether the last row is a sum, set in bold.
    pub sum: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands over it.
    pub head: String,
    /// Its part of the width, in the sum of all parts.
    pub share: u16,
    /// Where its texts stand.
    pub align: Align,
}

/// Where a text stands in its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right: figures.
    Right,
    /// At both edges.
    Justified,
}

/// By what right somebody signs (thẩm quyền ký), Article 13.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// TM.: for a collective.
    Collective,
    /// KT.: for the head.
    Head,
    /// TL.: by order of the head.
    Order,
    /// TUQ.: by power of the head.
    Power,
    /// Q.: acting head.
    Acting,
}

impl Authority {
    /// Every one.
    pub const ALL: [Self; 5] =
        [Self::Collective, Self::Head, Self::Order, Self::Power, Self::Acting];

    /// What is printed before the post.
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Collective => "TM.",
            Self::Head => "KT.",
            Self::Order => "TL.",
            Self::Power => "TUQ.",
            Self::Acting => "Q.",
        }
    }
}

/// One line over a name: `KT. CHỦ TỊCH`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// By what right.
    pub authority: Option<Authority>,
    /// Chức vụ, or the collective.
    pub title: String,
}

impl Post {
    /// A line as people type it: `KT. Chủ tịch`.
    pub fn read(typed: &str) -> Self {
        let typed = typed.trim();
        let found = Authority::ALL.into_iter().find_map(|authority| {
            let rest = typed.get(authority.printed().len()..)?;
            let head = &typed[..authority.printed().len()];
            head.eq_ignore_ascii_case(authority.printed()).then_some((authority, rest))
        });
        match found {
            Some((authority, rest)) => {
                Self { authority: Some(authority), title: rest.trim().to_owned() }
            }
            None => Self { authority: None, title: typed.to_owned() },
        }
    }
}

/// Who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// Lines over the name, the collective first.
    pub posts: Vec<Post>,
    /// What stands in brackets below the posts: `Ký, ghi rõ họ tên`.
    pub note: Option<String>,
    /// Họ và tên, without academic titles; nothing while it is open.
    pub name: Option<String>,
}

/// An annex (phụ lục).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annex {
    /// `Phụ lục I`.
    pub label: String,
    /// Its title.
    pub title: String,
    /// What it holds.
    pub body: Vec<Block>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_read_as_they_are_typed() {
        let check = |typed: &str, authority: Option<Authority>, title: &str| {
            assert_eq!(Post::read(typed), Post { authority, title: title.to_owned() });
        };
        check("TM. Ủy ban nhân dân", Some(Authority::Collective), "Ủy ban nhân dân");
        check(" kt. Chủ tịch ", Some(Authority::Head), "Chủ tịch");
        check("Q. Giám đốc", Some(Authority::Acting), "Giám đốc");
        check("Phó Giám đốc", None, "Phó Giám đốc");
        check("Ủy", None, "Ủy");
        check("", None, "");
    }
}
