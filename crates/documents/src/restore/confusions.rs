//! What a reader without Vietnamese prints for each letter, and at what cost it may be undone.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::hashing::Quick;
use super::syllables::LETTERS;

/// Costs are hundredths of a natural logarithm: 100 is a chance of e⁻¹.
pub(super) type Cost = u16;

/// Larger than any cost that is ever added up.
pub(super) const NEVER: Cost = 20_000;

/// What an arbitrary character costs in place of a letter, or a letter that left no trace, where that
/// was never seen.
pub(super) const STRANGE: Cost = 650;

/// The longest text that one letter was printed as.
pub(super) const WIDEST: usize = 3;

/// How many letters there are.
pub(super) const COUNT: usize = 89;

/// The costs of every letter for a text of each width, `[width][letter]`; width 0 is a lost letter.
pub(super) type Grid = [[Cost; COUNT]; WIDEST + 1];

/// The case in which a word is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "tỉnh".
    Small,
    /// "Tỉnh".
    Title,
    /// "TỈNH".
    Capital,
}

/// What small letters or capitals are printed as.
#[derive(Debug, Default)]
struct Case {
    printed: HashMap<[char; WIDEST], Vec<(u8, Cost)>, Quick>,
    lost: Vec<(u8, Cost)>,
}

/// The table of confusions.
#[derive(Debug)]
pub(super) struct Confusions {
    small: Case,
    capital: Case,
}

static TABLE: &str = include_str!("../../lexicon/confusions.tsv");

static SHARED: LazyLock<Confusions> = LazyLock::new(Confusions::load);

/// The place of a small letter in [`LETTERS`].
pub(super) fn letter(c: char) -> Option<u8> {
    static PLACES: LazyLock<HashMap<char, u8, Quick>> =
        LazyLock::new(|| LETTERS.chars().zip(0..).collect());
    PLACES.get(&c).copied()
}

impl Confusions {
    /// The one table.
    pub(super) fn shared() -> &'static Self {
        &SHARED
    }

    fn load() -> Self {
        let mut table = Self { small: Case::default(), capital: Case::default() };
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(source), Some(printed), Some(cost)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let (Some(source), Ok(cost)) = (source.chars().next(), cost.parse()) else { continue };
            table.learn(source, printed, cost);
        }
        table
    }

    fn learn(&mut self, source: char, printed: &str, cost: Cost) {
        let small = source.to_lowercase().next().unwrap_or(source);
        let Some(letter) = letter(small) else { return };
        let case = if small == source { &mut self.small } else { &mut self.capital };
        if printed.is_empty() {
            case.lost.push((letter, cost));
        } else {
            let printed: Vec<char> = printed.chars().collect();
            case.printed.entry(key(&printed)).or_default().push((letter, cost));
        }
    }

    /// The costs at `token[at..]` for small letters, or for capitals.
    pub(super) fn grid(&self, token: &[char], at: usize, capital: bool) -> Grid {
        let case = if capital { &self.capital } else { &self.small };
        let mut grid = [[NEVER; COUNT]; WIDEST + 1];
        for &(letter, cost) in &case.lost {
            grid[0][usize::from(letter)] = cost;
        }
        for (width, row) in grid.iter_mut().enumerate().skip(1).take(token.len().saturating_sub(at))
        {
            for &(letter, cost) in
                case.printed.get(&key(&token[at..at + width])).into_iter().flatten()
            {
                row[usize::from(letter)] = cost;
            }
        }
        grid
    }
}

fn key(printed: &[char]) -> [char; WIDEST] {
    let mut key = ['\0'; WIDEST];
    for (to, from) in key.iter_mut().zip(printed) {
        *to = *from;
    }
    key
}

/// A character as the table knows it: one form for each kind of quotation mark and dash.
pub(super) fn plain(c: char) -> char {
    match c {
        '’' | '‘' | '`' | '´' => '\'',
        '“' | '”' => '"',
        '—' | '–' | '‑' => '-',
        _ => c,
    }
}

impl Shape {
    /// The case of a token: capital if nearly all its letters are, or most of them among other
    /// capitals; a mark may have been misread as a letter of the other case. No syllable begins with a J:
    /// it is a small "l".
    pub(super) fn of(token: &[char], among: bool) -> Self {
        let large = token.iter().filter(|c| c.is_uppercase()).count();
        let small = token.iter().filter(|c| c.is_lowercase()).count();
        let first = token.iter().find(|c| c.is_alphanumeric());
        let capital = match (among, token.len()) {
            (true, _) => large > small,
            (false, 0..=2) => false,
            (false, _) => large >= 2 && large >= 3 * small,
        };
        if capital {
            Self::Capital
        } else if first.is_some_and(|c| c.is_uppercase() && *c != 'J') {
            Self::Title
        } else {
            Self::Small
        }
    }

    /// The syllable in this case.
    pub(super) fn dress(self, syllable: &str) -> String {
        match self {
            Self::Small => syllable.to_owned(),
            Self::Capital => syllable.to_uppercase(),
            Self::Title => {
                let mut letters = syllable.chars();
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_place() {
        assert_eq!(LETTERS.chars().count(), COUNT);
        assert_eq!(letter('a'), Some(0));
        assert_eq!(letter('ỵ'), Some(88));
        assert_eq!(letter('w'), None);
    }

    #[test]
    fn shape_is_that_of_most_letters() {
        let rows = [
            ("TiNH", false, Shape::Capital),
            ("CHi", true, Shape::Capital),
            ("HQi", false, Shape::Title),
            ("HO", false, Shape::Title),
            ("Séng", true, Shape::Title),
            ("s6", true, Shape::Small),
            ("14n", false, Shape::Small),
            ("Jan", false, Shape::Small),
            ("", false, Shape::Small),
        ];
        for (token, line, expect) in rows {
            let token: Vec<char> = token.chars().collect();
            assert_eq!(Shape::of(&token, line), expect, "{token:?}");
        }
    }

    #[test]
    fn known_confusions_are_cheaper_than_strange_ones() {
        let token: Vec<char> = "s6".chars().collect();
        let grid = Confusions::shared().grid(&token, 1, false);
        let cost = |c| grid[1][usize::from(letter(c).expect("a letter"))];
        assert!(cost('ố') < 300, "{}", cost('ố'));
        assert_eq!(cost('m'), NEVER);
    }
}
