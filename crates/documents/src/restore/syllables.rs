//! The syllables of Vietnamese (âm tiết) by rule: initial, rime, tone, and how they are spelt.

/// The letters of the language, in the order of dictionaries; a letter is known by its place here.
pub(super) const LETTERS: &str = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợ\
                                  pqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

/// Each vowel followed by itself with grave, hook, tilde, acute, dot.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

const INITIALS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// Rimes without a tone. Those that begin with a rounded glide stand in `ROUNDED`.
const PLAIN: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât \
    âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên \
    iêng iêp iêt iêu o oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um \
    un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu y \
    yêm yên yêt yêu";

const ROUNDED: &str = "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen \
    oeo oet uân uâng uât uây uê uêch uênh uy uya uych uyên uyêt uynh uyt uyu uơ";

/// Every syllable that the rules of spelling allow, in small letters, tones where official papers
/// put them. Most of them are no word; a lexicon says which are.
pub(super) fn all() -> impl Iterator<Item = String> {
    INITIALS.into_iter().flat_map(|initial| {
        PLAIN
            .split_whitespace()
            .chain(ROUNDED.split_whitespace())
            .filter(move |rime| may_follow(initial, rime))
            .flat_map(move |rime| toned(initial, rime))
    })
}

/// Whether spelling allows the rime after the initial: k, gh, ngh before e, ê, i; c, g, ng elsewhere.
fn may_follow(initial: &str, rime: &str) -> bool {
    let front = rime.starts_with(['e', 'ê', 'i', 'y']);
    match initial {
        "k" => front,
        "gh" | "ngh" => front && !rime.starts_with('y'),
        "c" | "ng" => !front,
        "g" => !front || matches!(rime, "i" | "in" | "iêng"),
        "gi" => !rime.starts_with(['i', 'y']),
        "qu" => !rime.starts_with(['o', 'u', 'ư', 'i']) || matches!(rime, "ôc" | "it"),
        "" => !rime.starts_with("iê"),
        _ => {
            !rime.starts_with("yê")
                && (rime != "y" || matches!(initial, "h" | "l" | "m" | "s" | "t" | "v"))
        }
    }
}

/// The syllable in each tone that its end allows: before c, ch, p, t only acute and dot.
fn toned(initial: &'static str, rime: &'static str) -> impl Iterator<Item = String> {
    let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
    let tones: &[usize] = if stopped { &[4, 5] } else { &[0, 1, 2, 3, 4, 5] };
    let at = tone_place(rime);
    tones.iter().map(move |&tone| {
        let mut syllable = initial.to_owned();
        syllable.extend(
            rime.chars()
                .enumerate()
                .map(|(place, letter)| if place == at { with_tone(letter, tone) } else { letter }),
        );
        syllable
    })
}

/// The place of the tone within the rime: on ê, ơ, ô … where there is one, on the second of three
/// vowels, on the second of two before a final, else on the first ("hòa", "hoàn", "ngoài").
fn tone_place(rime: &str) -> usize {
    let letters: Vec<char> = rime.chars().collect();
    if let Some(place) = letters.iter().rposition(|letter| "ăâêôơ".contains(*letter)) {
        return place;
    }
    let vowels = letters.iter().take_while(|letter| is_vowel(**letter)).count();
    match (vowels, letters.len() > vowels) {
        (3, _) | (2, true) => 1,
        _ => 0,
    }
}

fn is_vowel(letter: char) -> bool {
    VOWELS.iter().any(|row| row.contains(letter))
}

fn with_tone(vowel: char, tone: usize) -> char {
    let row = VOWELS.iter().find(|row| row.starts_with(vowel));
    row.and_then(|row| row.chars().nth(tone)).unwrap_or(vowel)
}

/// The letter without its marks: "ậ" is "a", "đ" is "d"; any other character is `None`.
pub(super) fn bare(letter: char) -> Option<char> {
    const BASES: [char; 12] = ['a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y'];
    if letter == 'đ' {
        return Some('d');
    }
    if letter.is_ascii_lowercase() {
        return Some(letter);
    }
    let row = VOWELS.iter().position(|row| row.contains(letter))?;
    Some(BASES[row])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn syllables_follow_the_rules_of_spelling() {
        let all: HashSet<String> = all().collect();
        let rows = [
            ("nghiệp", true),
            ("quyết", true),
            ("thuật", true),
            ("giếng", true),
            ("gì", true),
            ("hòa", true),
            ("hoàn", true),
            ("thủy", true),
            ("quý", true),
            ("ngoài", true),
            ("khuyến", true),
            ("ương", true),
            ("yêu", true),
            ("ký", true),
            ("được", true),
            ("hoà", false),
            ("thuỷ", false),
            ("ngiệp", false),
            ("cế", false),
            ("thuât", false),
            ("các", true),
            ("cac", false),
            ("cằc", false),
            ("kạ", false),
            ("tion", false),
        ];
        for (syllable, allowed) in rows {
            assert_eq!(all.contains(syllable), allowed, "{syllable}");
        }
    }

    #[test]
    fn marks_come_off() {
        let rows =
            [('ậ', Some('a')), ('đ', Some('d')), ('ỹ', Some('y')), ('t', Some('t')), ('6', None)];
        for (letter, expect) in rows {
            assert_eq!(bare(letter), expect, "{letter}");
        }
    }
}
