//! What a paragraph begins with: "Điều 1.", "II.", "1.2.", "a)", "-".

use std::sync::LazyLock;

use crate::read::form::{Form, Found};
use crate::read::layout::is_all_caps;
use crate::read::text::{Span, Text};

/// The beginning of a paragraph, Annex I of Decree 30/2020/NĐ-CP (phần, chương, mục, điều, khoản, điểm)
/// and what typists add to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    /// Phần.
    Part,
    /// Chương.
    Chapter,
    /// `A.`
    Capital,
    /// `II.`, or a heading in capitals without a number.
    Roman,
    /// Điều.
    Article(u16),
    /// `1.`, `1.2.`: the numbers.
    Number(Vec<u16>),
    /// `a)`
    Letter(char),
    /// `*`
    Star,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// A row of a table, `|`.
    Row,
    /// Nothing.
    Plain,
}

/// The marker that a form stands for, and the form.
type Reading = (fn(&Text, &Found) -> Option<Marker>, Form);

static READINGS: LazyLock<Vec<Reading>> = LazyLock::new(|| {
    vec![
        (|_, _| Some(Marker::Part), Form::new(r"^phần (thứ [a-z]+|[ivx]+|\d+)\s*[.:-]?\s*")),
        (|_, _| Some(Marker::Chapter), Form::new(r"^chương ([ivx]+|\d+)\s*[.:-]?\s*")),
        (article, Form::new(r"^điều (?<n>\d{1,3})\s*[.:]?\s*")),
        (roman, Form::new(r"^(?<n>[ivx]{1,6})\s*[.)/:-]\s*")),
        (number, Form::new(r"^(?<n>\d{1,2}(\.\d{1,2}){1,3})\s*[.)/]?\s+")),
        (number, Form::new(r"^(mục )?(?<n>\d{1,2})\s*([.)/]\s+|[.)](?<next>[a-z\x22(]))")),
        (letter, Form::new(r"^(?<n>[a-z])\s*(\)|[.,/]\s)\s*(?<next>[a-z(\x22])")),
        (|_, _| Some(Marker::Dash), Form::new(r"^-+\s*")),
        (|_, _| Some(Marker::Plus), Form::new(r"^\+\s*")),
        (|_, _| Some(Marker::Star), Form::new(r"^\*+\s*")),
        (|_, _| Some(Marker::Row), Form::new(r"^\|\s*")),
    ]
});

/// The marker of a paragraph and what follows it.
pub(super) fn read(text: &Text, paragraph: Span) -> (Marker, Span) {
    for (marker, form) in READINGS.iter() {
        let Some(found) = form.find(text, paragraph) else { continue };
        if let Some(marker) = marker(text, &found) {
            let end = found.part("next").map_or(found.span().end, |next| next.start);
            return (marker, text.trim(Span::new(end, paragraph.end), b""));
        }
    }
    let titled = is_all_caps(text, paragraph) && paragraph.len() > 5;
    (if titled { Marker::Roman } else { Marker::Plain }, paragraph)
}

fn article(text: &Text, found: &Found) -> Option<Marker> {
    text.folded(found.part("n")?).parse().ok().map(Marker::Article)
}

/// In capitals only: "v.v." and "x." are words.
fn roman(text: &Text, found: &Found) -> Option<Marker> {
    text.raw(found.part("n")?).chars().all(char::is_uppercase).then_some(Marker::Roman)
}

fn number(text: &Text, found: &Found) -> Option<Marker> {
    let numbers = text.folded(found.part("n")?);
    numbers
        .split('.')
        .map(|part| part.parse().ok())
        .collect::<Option<Vec<u16>>>()
        .map(Marker::Number)
}

fn letter(text: &Text, found: &Found) -> Option<Marker> {
    let letter = text.raw(found.part("n")?).chars().next()?;
    Some(if letter.is_uppercase() { Marker::Capital } else { Marker::Letter(letter) })
}

impl Marker {
    /// `-`, `+`, `*`.
    pub(crate) fn is_bullet(&self) -> bool {
        matches!(self, Self::Dash | Self::Plus | Self::Star)
    }

    /// How deep it stands when nothing else is known.
    fn rank(&self) -> usize {
        match self {
            Self::Part => 0,
            Self::Chapter => 1,
            Self::Capital => 2,
            Self::Roman => 3,
            Self::Article(_) => 4,
            Self::Number(parts) => 4 + parts.len(),
            Self::Letter(_) => 10,
            Self::Star => 11,
            Self::Dash => 12,
            Self::Plus => 13,
            Self::Row => 14,
            Self::Plain => 11,
        }
    }

    pub(super) fn same_rank(&self, other: &Self) -> bool {
        self.rank() == other.rank() && *self != Self::Plain && *other != Self::Plain
    }

    pub(super) fn is_above(&self, other: &Self) -> bool {
        self.rank() < other.rank()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn markers() {
        let rows = [
            ("Điều 12. Giải thưởng", Marker::Article(12), "Giải thưởng"),
            ("PHẦN THỨ NHẤT. CHUNG", Marker::Part, "CHUNG"),
            ("Chương II QUY ĐỊNH", Marker::Chapter, "QUY ĐỊNH"),
            ("IV. TỔ CHỨC", Marker::Roman, "TỔ CHỨC"),
            ("A. PHẦN", Marker::Capital, "PHẦN"),
            ("1. Sở Y tế", Marker::Number(vec![1]), "Sở Y tế"),
            ("1.Sở Y tế", Marker::Number(vec![1]), "Sở Y tế"),
            ("2.1. Thời gian", Marker::Number(vec![2, 1]), "Thời gian"),
            ("3) Hồ sơ", Marker::Number(vec![3]), "Hồ sơ"),
            ("a) Công nghệ", Marker::Letter('a'), "Công nghệ"),
            ("c, Tài nguyên", Marker::Letter('c'), "Tài nguyên"),
            ("- Như trên;", Marker::Dash, "Như trên;"),
            ("+ cộng", Marker::Plus, "cộng"),
            ("• chấm", Marker::Star, "chấm"),
            ("15/4/2025 là hạn", Marker::Plain, "15/4/2025 là hạn"),
            ("v.v. và", Marker::Plain, "v.v. và"),
            ("MỤC ĐÍCH, YÊU CẦU", Marker::Roman, "MỤC ĐÍCH, YÊU CẦU"),
            ("Hội thi", Marker::Plain, "Hội thi"),
        ];
        for (source, marker, rest) in rows {
            let text = Text::new(normalise(source));
            let (read, span) = read(&text, text.whole());
            assert_eq!((read, text.raw(span)), (marker, rest), "{source}");
        }
    }
}
