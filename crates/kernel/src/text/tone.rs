//! Where the tone stands in a syllable.

use super::letter::{Letter, Tone};
use super::nfc;

/// Rewrites each Vietnamese syllable so that its tone stands where official place names and most
/// papers of the state put it: `hoà` → `hòa`, `thuỷ` → `thủy`, but `hoàn`, `quý`, `già`.
///
/// Both placements are in use and schoolbooks prefer the other; only one may be kept where texts
/// are compared. Words that are no Vietnamese syllable stay as they are. The result is NFC.
pub fn modern_tone(text: &str) -> String {
    let text = nfc(text);
    if text.is_ascii() {
        return text;
    }
    let mut written = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(char::is_alphabetic) {
        let word = &rest[start..];
        let (word, after) = word.split_at(word.find(|c| !is_of_word(c)).unwrap_or(word.len()));
        written.push_str(&rest[..start]);
        push_syllable(&mut written, word);
        rest = after;
    }
    written.push_str(rest);
    written
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

fn push_syllable(written: &mut String, word: &str) {
    let mut letters: Vec<Letter> = word.chars().map(Letter::read).collect();
    if word.is_ascii() || move_tone(&mut letters).is_none() {
        written.push_str(word);
    } else {
        written.extend(letters.into_iter().filter_map(Letter::write));
    }
}

/// Moves the tone to its place; `None` if the word is no syllable with exactly one tone on a vowel.
fn move_tone(letters: &mut [Letter]) -> Option<()> {
    let mut toned = (0..letters.len()).filter(|&at| letters[at].tone != Tone::Level);
    let (from, None) = (toned.next()?, toned.next()) else { return None };
    drop(toned);
    let to = place(letters)?;
    let tone = letters[from].tone;
    let moved = Letter { tone, ..letters[to] };
    moved.write()?;
    letters[from].tone = Tone::Level;
    letters[to].tone = tone;
    Some(())
}

/// The index of the letter that carries the tone.
fn place(letters: &[Letter]) -> Option<usize> {
    let start = onset(letters);
    let nucleus = letters[start..].iter().take_while(|letter| letter.is_vowel()).count();
    let end = start + nucleus;
    let coda = letters.len() - end;
    let closed = coda > 0;
    if !(1..=3).contains(&nucleus) || coda > 2 || !letters[end..].iter().all(is_consonant) {
        return None;
    }
    if let Some(marked) = letters[start..end].iter().rposition(|letter| letter.is_marked_vowel()) {
        return Some(start + marked);
    }
    Some(match nucleus {
        1 => start,
        2 if !closed => start,
        _ => start + 1,
    })
}

fn is_consonant(letter: &Letter) -> bool {
    letter.plain.is_alphabetic() && !letter.is_vowel() && letter.tone == Tone::Level
}

/// How many letters open the syllable. The `u` of `qu` and the `i` of `gi` belong to the opening
/// when a vowel follows: `quý`, `già`, but `gì`, `gìn`.
fn onset(letters: &[Letter]) -> usize {
    let consonants = letters.iter().take_while(|letter| is_consonant(letter)).count();
    let opening: String = letters.iter().map(|letter| letter.plain.to_ascii_lowercase()).collect();
    let followed = letters.get(consonants + 1).is_some_and(|letter| letter.is_vowel());
    let glide = consonants == 1 && (opening.starts_with("qu") || opening.starts_with("gi"));
    consonants + usize::from(glide && followed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tones_stand_in_one_place() {
        let rows = [
            ("hoà", "hòa"),
            ("Hoà Bình", "Hòa Bình"),
            ("HOÀ", "HÒA"),
            ("thuỷ", "thủy"),
            ("Uỷ ban", "Ủy ban"),
            ("khoẻ", "khỏe"),
            ("hoàn thoả hoạch", "hoàn thỏa hoạch"),
            ("hòan", "hoàn"),
            ("quý quỳ quỷ quá", "quý quỳ quỷ quá"),
            ("qúy", "quý"),
            ("già giá gì gìn giếng giữa", "già giá gì gìn giếng giữa"),
            ("thuở thuế ngoèo khuỷu ngoáy khuyến", "thuở thuế ngoèo khuỷu ngoáy khuyến"),
            ("mía của lúa nghĩa cứu người", "mía của lúa nghĩa cứu người"),
            ("xoóc", "xoóc"),
            ("Ea H'Đing, Kon Rẫy, Sóc-Trăng", "Ea H'Đing, Kon Rẫy, Sóc-Trăng"),
            ("hoa\u{300}", "hòa"),
            ("Beyoncé résumé Noël", "Beyoncé résumé Noël"),
            ("số 12/QĐ-UBND", "số 12/QĐ-UBND"),
            ("", ""),
        ];
        for (input, expect) in rows {
            assert_eq!(modern_tone(input), expect, "{input:?}");
        }
    }

    proptest! {
        #[test]
        fn placing_twice_is_placing_once(text in "\\PC*|[qghoauyieàủýịêơ n]{0,12}") {
            let once = modern_tone(&text);
            prop_assert_eq!(modern_tone(&once), once.clone());
            prop_assert_eq!(nfc(&once), once);
        }
    }
}
