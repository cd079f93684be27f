//! How the folders of an export are named.

use kernel::{Refusal, text};

use super::store::RegisterRow;
use crate::files::name_of;

/// A pattern for names of folders (mẫu đặt tên): `{number}-{title}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Number,
    Title,
    Author,
    Field,
    Unit,
}

/// What may stand in a pattern.
const PLACES: [(&str, Piece); 5] = [
    ("number", Piece::Number),
    ("title", Piece::Title),
    ("author", Piece::Author),
    ("field", Piece::Field),
    ("unit", Piece::Unit),
];

/// The usual pattern.
pub const USUAL: &str = "{number}-{title}";
/// Letters of a pattern.
const LONGEST: usize = 100;
/// Letters of a name: paths of some machines end at 260.
const LONGEST_NAME: usize = 80;
/// Digits of a number, so that folders stand in the order of numbers.
const DIGITS: usize = 4;

impl Naming {
    /// Reads a pattern; an empty one is the usual.
    ///
    /// # Errors
    /// It is too long, names something else, or leaves out the number, without which two folders could meet.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let refused = |key: &'static str| Refusal::field("naming", key);
        let typed = text::clean(typed);
        let typed = if typed.is_empty() { USUAL } else { typed.as_str() };
        if typed.chars().count() > LONGEST {
            return Err(refused("register-naming-long"));
        }
        let (mut pieces, mut rest) = (Vec::new(), typed);
        while let Some((before, after)) = rest.split_once('{') {
            let (place, after) =
                after.split_once('}').ok_or_else(|| refused("register-naming-unknown"))?;
            let known = PLACES.into_iter().find(|(name, _)| *name == place);
            let (_, piece) = known.ok_or_else(|| refused("register-naming-unknown"))?;
            pieces.extend([Piece::Words(before.to_owned()), piece]);
            rest = after;
        }
        pieces.push(Piece::Words(rest.to_owned()));
        match pieces.contains(&Piece::Number) {
            true => Ok(Self(pieces)),
            false => Err(refused("register-naming-number")),
        }
    }

    /// The name of a dossier's folder; no two numbers have the same, for what is too long is cut before the
    /// number is lost.
    pub fn name(&self, row: &RegisterRow, unit: &str) -> String {
        let number = format!("{:0DIGITS$}", row.number);
        let first_author = row.authors.lines().next().unwrap_or_default();
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Number => number.clone(),
            Piece::Title => row.title.clone(),
            Piece::Author => first_author.to_owned(),
            Piece::Field => row.field.clone(),
            Piece::Unit => unit.to_owned(),
        };
        let whole: String = self.0.iter().map(piece).collect();
        // What parts folders is no part of a name.
        let whole = whole.replace(['/', '\\'], " ");
        // Cut first: of what is too long for a file, the end is kept, for there is its ending.
        let short: String = whole.chars().take(LONGEST_NAME).collect();
        let name = name_of(&short);
        let name = name.trim_matches([' ', '.', '-']);
        match name.starts_with(&number) {
            true => name.to_owned(),
            false => format!("{number} {name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(title: &str) -> RegisterRow {
        RegisterRow {
            dossier_id: String::new(),
            number: 7,
            state: String::new(),
            unit_id: None,
            field: "Cơ khí".to_owned(),
            title: title.to_owned(),
            authors: "Lò Văn Gieo\nVàng Thị Hạt".to_owned(),
            applied: None,
            received_at: 0,
        }
    }

    #[test]
    fn folders_are_named_safely() {
        let check = |pattern: &str, title: &str, expect: &str| {
            let naming = Naming::read(pattern).unwrap();
            assert_eq!(naming.name(&row(title), "Sở Y tế"), expect, "{pattern}");
        };
        check("", "Máy gieo", "0007-Máy gieo");
        check("{number} {author} ({unit})", "x", "0007 Lò Văn Gieo (Sở Y tế)");
        check("{field}/{number}", "x", "0007 Cơ khí 0007");
        check("{number}-{title}", "../../etc: <passwd>", "0007-.. .. etc passwd");
        check("{number}-{title}", &"a".repeat(200), &format!("0007-{}", "a".repeat(75)));
        check("{title}{number}", &"a".repeat(200), &format!("0007 {}", "a".repeat(80)));
        check("{number}", "", "0007");
    }

    #[test]
    fn patterns_that_do_not_fit_are_refused() {
        let check = |pattern: &str, expect: &str| {
            let refusal = Naming::read(pattern).unwrap_err();
            assert_eq!(refusal.fields[0].1.key, expect, "{pattern}");
        };
        check("{title}", "register-naming-number");
        check("{number", "register-naming-unknown");
        check("{number}{state}", "register-naming-unknown");
        check(&"{number}".repeat(20), "register-naming-long");
    }
}
