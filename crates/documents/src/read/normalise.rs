//! First stage: one spelling of each letter, no marks of other programs, the way back kept.
//!
//! Composes to NFC, puts tones where they are put today (`hoà` → `hòa`), takes out what extraction
//! leaves behind: Markdown emphasis and heading signs, invisible characters, carriage returns.

use kernel::text::{modern_tone, nfc};

use super::letters::{is_letter, is_mark, shade};
use super::text::Letter;
use crate::legacy;

/// The characters of a source, normalised.
pub(crate) fn normalise(source: &str) -> Vec<Letter> {
    let mut letters = letters_of(source);
    settle_tones(&mut letters);
    settle_bullets(drop_markup(resolve_entities(letters)))
}

/// A letter and the characters of the source that it stands for.
type Read = (char, (u32, u32));

/// The letters of a source; what was typed in a font of old (VNI, TCVN3) is put into Unicode.
fn letters_of(source: &str) -> Vec<Letter> {
    let count = source.chars().count();
    match legacy::recognise(source) {
        Some(charset) => compose(converted(source, charset).into_iter(), count),
        None => compose(source.chars().zip(0u32..).map(|(char, at)| (char, (at, at + 1))), count),
    }
}

/// What was typed in a font of old, in Unicode.
fn converted(source: &str, charset: legacy::Charset) -> Vec<Read> {
    let mut read = Vec::with_capacity(source.len());
    let mut at = 0;
    for piece in legacy::pieces(source, charset) {
        let characters = source.get(piece.source).map_or(1, |stretch| stretch.chars().count());
        let end = at + u32::try_from(characters).unwrap_or(1);
        read.push((piece.letter, (at, end)));
        at = end;
    }
    read
}

/// Each base letter with the marks that follow it, composed.
fn compose(source: impl Iterator<Item = Read>, count: usize) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(count);
    let mut chars = source.peekable();
    while let Some((first, (start, mut end))) = chars.next() {
        if !chars.peek().is_some_and(|(next, _)| is_mark(*next)) {
            push(&mut letters, first, (start, end));
            continue;
        }
        let mut cluster = String::from(first);
        while let Some((mark, (_, after))) = chars.next_if(|(next, _)| is_mark(*next)) {
            cluster.push(mark);
            end = after;
        }
        for part in nfc(&cluster).chars() {
            push(&mut letters, part, (start, end));
        }
    }
    letters
}

fn push(letters: &mut Vec<Letter>, char: char, source: (u32, u32)) {
    let mut put = |char| letters.push(Letter { char, source, certainty: 1.0 });
    match char {
        '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{0}' => {}
        '\u{b}' | '\u{2028}' | '\u{2029}' | '\u{85}' => put('\n'),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => put(' '),
        '\u{fb01}' => ['f', 'i'].into_iter().for_each(put),
        '\u{fb02}' => ['f', 'l'].into_iter().for_each(put),
        _ => put(char),
    }
}

/// Scanning reads a dash at the head of a line as one of these.
const BULLETS: [char; 8] = ['~', '=', '»', '¬', '°', '¢', '–', '—'];

/// The sign at the head of a line that lists something is a dash.
fn settle_bullets(mut letters: Vec<Letter>) -> Vec<Letter> {
    let mut at_head = true;
    for at in 0..letters.len() {
        let char = letters[at].char;
        if !at_head {
            at_head = char == '\n';
            continue;
        }
        let before_blank = letters.get(at + 1).is_some_and(|next| next.char == ' ');
        if before_blank && BULLETS.contains(&char) {
            letters[at].char = '-';
        }
        at_head = char.is_whitespace();
    }
    letters
}

/// What a web page writes for a character that it could not hold.
const ENTITIES: [(&str, char); 9] = [
    ("<br>", '\n'),
    ("<br/>", '\n'),
    ("<br />", '\n'),
    ("&nbsp;", ' '),
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&#39;", '\''),
];

fn resolve_entities(letters: Vec<Letter>) -> Vec<Letter> {
    if !letters.iter().any(|letter| matches!(letter.char, '&' | '<')) {
        return letters;
    }
    let mut resolved = Vec::with_capacity(letters.len());
    let (mut at, mut row) = (0, false);
    while at < letters.len() {
        let fits = |name: &str| {
            name.chars().eq(letters[at..].iter().take(name.len()).map(|letter| letter.char))
        };
        match ENTITIES.iter().find(|(name, _)| matches!(letters[at].char, '&' | '<') && fits(name))
        {
            Some((name, char)) => {
                let source = (letters[at].source.0, letters[at + name.len() - 1].source.1);
                let in_row = *char == '\n' && row;
                resolved.push(Letter {
                    char: if in_row { ' ' } else { *char },
                    source,
                    certainty: 1.0,
                });
                at += name.len();
            }
            None => {
                row = match letters[at].char {
                    '\n' => false,
                    '|' => true,
                    _ => row,
                };
                resolved.push(letters[at]);
                at += 1;
            }
        }
    }
    resolved
}

/// Moves tones inside each word; the number of characters stays.
fn settle_tones(letters: &mut [Letter]) {
    for last in 1..letters.len() {
        if !may_move(letters, last) {
            continue;
        }
        let length = letters[..=last].iter().rev().take_while(|letter| is_letter(letter.char));
        let word = last + 1 - length.count();
        let word = &mut letters[word..=last];
        let written: String = word.iter().map(|letter| letter.char).collect();
        for (letter, char) in word.iter_mut().zip(modern_tone(&written).chars()) {
            letter.char = char;
        }
    }
}

/// Whether a word ends here as those do whose tone has two places: hoà, khoẻ, thuỷ.
fn may_move(letters: &[Letter], last: usize) -> bool {
    let char = letters[last].char;
    !char.is_ascii()
        && is_letter(char)
        && [*b"oa", *b"oe", *b"uy"].contains(&[shade(letters[last - 1].char), shade(char)])
        && is_letter(letters[last - 1].char)
        && letters.get(last + 1).is_none_or(|next| !is_letter(next.char))
}

/// Takes out `**bold**`, `*italic*`, `_italic_`, `### headings`, `` `code` `` and escapes.
fn drop_markup(mut letters: Vec<Letter>) -> Vec<Letter> {
    let gone: Vec<usize> = (0..letters.len()).filter(|at| is_markup(&letters, *at)).collect();
    let (mut at, mut next) = (0, gone.into_iter().peekable());
    if next.peek().is_some() {
        letters.retain(|_| {
            at += 1;
            next.next_if_eq(&(at - 1)).is_none()
        });
    }
    letters
}

fn is_markup(letters: &[Letter], at: usize) -> bool {
    if !matches!(letters[at].char, '*' | '#' | '_' | '\\' | '`') {
        return false;
    }
    let char =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).map_or('\n', |letter| letter.char);
    let (before, after) = (char(at.checked_sub(1)), char(Some(at + 1)));
    match letters[at].char {
        '*' => before == '*' || after == '*' || !after.is_whitespace() || !before.is_whitespace(),
        '#' => (before == '\n' || before == '#') && matches!(after, '#' | ' '),
        '_' => before.is_whitespace() != after.is_whitespace() && (before == '_') == (after == '_'),
        '\\' => after.is_ascii_punctuation(),
        '`' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(source: &str) -> String {
        normalise(source).iter().map(|letter| letter.char).collect()
    }

    #[test]
    fn one_spelling_and_no_markup() {
        let rows = [
            ("Uỷ ban xã Hoà Bình", "Ủy ban xã Hòa Bình"),
            ("Ho\u{31b}\u{301}n Qua\u{309}n", "Hớn Quản"),
            ("**TM. BAN TỔ CHỨC**  \r\n**PHÓ**", "TM. BAN TỔ CHỨC  \nPHÓ"),
            ("### 1. Phòng *Kinh tế*", " 1. Phòng Kinh tế"),
            ("* một\n* hai", "* một\n* hai"),
            ("an\u{ad}h \u{200b}em", "anh em"),
            ("Sở KH&amp;CN&nbsp;tỉnh & A", "Sở KH&CN tỉnh & A"),
            ("lien_hiep@a.vn _nghiêng_", "lien_hiep@a.vn nghiêng"),
        ];
        for (source, expect) in rows {
            assert_eq!(written(source), expect, "{source:?}");
        }
    }

    #[test]
    fn every_letter_knows_its_source() {
        let letters = normalise("a Ho\u{31b}\u{301}n");
        let sources: Vec<(u32, u32)> = letters.iter().map(|letter| letter.source).collect();
        assert_eq!(sources, [(0, 1), (1, 2), (2, 3), (3, 6), (6, 7)]);
    }
}
