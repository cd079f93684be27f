//! The nearest known word.

use kernel::text::fold;

/// A name as names are compared: without marks, blanks and hyphens.
pub fn squeezed(name: &str) -> String {
    fold(name).chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// The name that is nearest to what was typed, written as one word; nothing where none is near.
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n String>) -> Option<String> {
    let typed: Vec<char> = squeezed(typed).chars().take(LONGEST).collect();
    let far = |name: &String| steps(&typed, &squeezed(name).chars().collect::<Vec<_>>());
    let found = names.map(|name| (far(name), name)).min_by_key(|(far, _)| *far);
    let near = found.filter(|(far, _)| *far <= (typed.len() / 3).max(1));
    near.map(|(_, name)| name.replace(' ', "-"))
}

/// Letters that are compared; no name has so many.
const LONGEST: usize = 40;

/// How many letters must be put in, left out or changed to come from one word to the other.
fn steps(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (place, theirs) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != theirs);
            corner = row[place + 1];
            row[place + 1] = changed.min(corner + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted() {
        let check = |one: &str, other: &str, expect: usize| {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(steps(&letters(one), &letters(other)), expect, "{one} {other}");
        };
        check("", "abc", 3);
        check("state", "state", 0);
        check("stat", "state", 1);
        check("satte", "state", 2);
    }

    #[test]
    fn what_is_far_is_not_near() {
        let names = ["state".to_owned(), "lĩnh vực".to_owned()];
        let check = |typed: &str, expect: Option<&str>| {
            assert_eq!(nearest(typed, names.iter()).as_deref(), expect, "{typed}");
        };
        check("stat", Some("state"));
        check("linhvut", Some("lĩnh-vực"));
        check("http", None);
        check("", None);
    }
}
