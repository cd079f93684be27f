//! The letters of both charsets.

use super::{Charset, capital};

/// VNI: a vowel, the marks that may follow it, and what each makes of it.
const PAIRS: [(char, &str, &str); 7] = [
    ('a', "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    ('e', "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    ('o', "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ('ô', "ùøûõï", "ớờởỡợ"),
    ('u', "ùøûõï", "úùủũụ"),
    ('ö', "ùøûõï", "ứừửữự"),
    ('y', "ùøûõ", "ýỳỷỹ"),
];
/// VNI: letters of their own, and what they are.
const SINGLES: [(char, char); 9] = [
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('î', 'ỵ'),
    ('ñ', 'đ'),
];
/// VNI: signs that sound text does not have inside words, in any language that Vietnamese offices write.
const VNI_SIGNS: &str = "äåïëûøñöüÄÅÏËÛØÑÖÜ";

/// TCVN3 from 0xA1 to 0xFE; `_` where it leaves one open.
const ABC: &str = concat!(
    "ĂÂÊÔƠƯĐăâêôơưđ______àảãáạ_ằẳẵắ__",
    "_____ặầẩẫấậè_ẻẽéẹềểễếệìỉ___ĩíịò_",
    "ỏõóọồổỗốộờởỡớợù_ủũúụừửữứựỳỷỹýỵ",
);
/// TCVN3: the code that the table begins with.
const ABC_BEGINS: u32 = 0xA1;
/// TCVN3: signs that sound text does not have inside words.
const ABC_SIGNS: &str = "¡¢£¤¥¦§¨©ª«¬\u{AD}®µ¶·¸¹»¼½¾ÆËÖ×Øßåæ÷øþ";

/// The letter that a vowel and a mark after it are; capitals are alike, and a small mark may follow one.
pub fn pair(charset: Charset, vowel: char, mark: char) -> Option<char> {
    if charset != Charset::Vni {
        return None;
    }
    let (_, marks, letters) = PAIRS.iter().find(|(small, ..)| *small == lower(vowel))?;
    let at = marks.chars().position(|one| one == lower(mark))?;
    let letter = letters.chars().nth(at)?;
    Some(if vowel.is_uppercase() { capital(letter) } else { letter })
}

/// What a letter of its own is.
pub fn single(charset: Charset, letter: char) -> Option<char> {
    match charset {
        Charset::Vni => {
            let (_, found) = SINGLES.iter().find(|(code, _)| *code == lower(letter))?;
            Some(if letter.is_uppercase() { capital(*found) } else { *found })
        }
        Charset::Tcvn3 => {
            let at = u32::from(letter).checked_sub(ABC_BEGINS)?;
            ABC.chars().nth(usize::try_from(at).ok()?).filter(|found| *found != '_')
        }
    }
}

/// Whether a sign inside a word speaks for the charset.
pub fn tells(charset: Charset, letter: char) -> bool {
    match charset {
        Charset::Vni => VNI_SIGNS.contains(letter),
        Charset::Tcvn3 => ABC_SIGNS.contains(letter),
    }
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}
