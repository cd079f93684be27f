//! Whether a word has the shape of a Vietnamese syllable.

use super::bare;

/// How a syllable may begin; longer ones first.
const BEGINNINGS: [&str; 27] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];
/// How a syllable may end after its vowels.
const ENDINGS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
/// Its vowels without marks.
const VOWELS: [&str; 30] = [
    "a", "ai", "ao", "au", "ay", "e", "eo", "eu", "i", "ia", "ie", "ieu", "iu", "o", "oa", "oai",
    "oay", "oe", "oi", "u", "ua", "uay", "ue", "ui", "uo", "uoi", "uou", "uu", "uy", "uye",
];
const MORE_VOWELS: [&str; 7] = ["y", "ye", "yeu", "uya", "uyu", "oao", "oeo"];

/// Whether beginning, vowels and ending fit. Marks are not looked at.
pub fn is_sound(word: &str) -> bool {
    let plain: String = word.chars().flat_map(char::to_lowercase).map(bare).collect();
    BEGINNINGS.iter().filter_map(|start| plain.strip_prefix(start)).any(is_rhyme)
}

fn is_rhyme(rest: &str) -> bool {
    let end = rest.find(|letter| !"aeiouy".contains(letter)).unwrap_or(rest.len());
    let (vowels, ending) = rest.split_at(end);
    (VOWELS.contains(&vowels) || MORE_VOWELS.contains(&vowels)) && ENDINGS.contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_have_a_shape() {
        let check = |word: &str, expect: bool| assert_eq!(is_sound(word), expect, "{word}");
        for word in
            ["nghiệp", "Quyết", "ĐỊNH", "giải", "thưởng", "ủy", "khuya", "rượu", "gì", "oai"]
        {
            check(word, true);
        }
        for word in ["résumé", "für", "tỡ1", "Straße", "bcd", "hôtel", ""] {
            check(word, false);
        }
    }
}
