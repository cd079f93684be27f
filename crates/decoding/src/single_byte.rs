//! A byte for a letter: Windows-1252 and Windows-1258.

use unicode_normalization::UnicodeNormalization;

/// Windows-1252 from 0x80 to 0x9F; what it leaves open stays a control character.
const WESTERN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];
/// Where Windows-1258 differs from Windows-1252.
const VIETNAMESE: [(u8, char); 14] = [
    (0xC3, 'Ă'),
    (0xCC, GRAVE),
    (0xD0, 'Đ'),
    (0xD2, HOOK),
    (0xD5, 'Ơ'),
    (0xDD, 'Ư'),
    (0xDE, TILDE),
    (0xE3, 'ă'),
    (0xEC, ACUTE),
    (0xF0, 'đ'),
    (0xF2, DOT),
    (0xF5, 'ơ'),
    (0xFD, 'ư'),
    (0xFE, '₫'),
];
const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const TILDE: char = '\u{303}';
const HOOK: char = '\u{309}';
const DOT: char = '\u{323}';
const TONES: [char; 5] = [GRAVE, ACUTE, TILDE, HOOK, DOT];
/// Of a hundred tone marks so many must stand on a vowel.
const ENOUGH: usize = 95;

/// The text as Western Europe reads it; the fonts of old are told by that.
pub fn western(bytes: &[u8]) -> String {
    bytes.iter().copied().map(western_letter).collect()
}

fn western_letter(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WESTERN[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The text as Windows-1258, composed, if it is Vietnamese by that: its tone marks stand on vowels.
pub fn vietnamese(bytes: &[u8]) -> Option<String> {
    let text: Vec<char> = bytes.iter().copied().map(vietnamese_letter).collect();
    let tones = text.iter().filter(|letter| TONES.contains(letter)).count();
    let placed =
        text.windows(2).filter(|pair| TONES.contains(&pair[1]) && is_vowel(pair[0])).count();
    let plausible = tones > 0 && placed * 100 >= tones * ENOUGH;
    plausible.then(|| text.into_iter().nfc().collect())
}

fn vietnamese_letter(byte: u8) -> char {
    let found = VIETNAMESE.iter().find(|(code, _)| *code == byte);
    found.map_or_else(|| western_letter(byte), |(_, letter)| *letter)
}

fn is_vowel(letter: char) -> bool {
    "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".contains(letter)
}
