//! What a text must hold for a form to fit: found in the form itself.
//!
//! A paper has hundreds of paragraphs and is asked for hundreds of forms, and nearly every answer is no. A
//! form of "báo cáo … trước ngày" cannot fit where no "bao" stands, which is far quicker to see than that
//! the form does not fit.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// Letters of a word that are looked at.
const LONGEST: usize = 24;
/// Letters without which a word tells nothing.
const SHORTEST: usize = 3;
/// Letters without which a word is too frequent to be tried wherever it stands.
const SHORTEST_LEAD: usize = 2;
/// Needs of a form that are looked at.
const MOST: usize = 3;

/// A run of letters; a run of blanks is one blank, every digit is 0.
pub(super) type Word = Vec<u8>;
/// Words of which one must be there.
pub(super) type Words = Vec<Word>;

/// What an expression tells of its fits.
#[derive(Default)]
pub(super) struct Told {
    /// What every fit holds, the most telling first.
    pub needs: Vec<Words>,
    /// What every fit begins with.
    pub lead: Option<Words>,
}

pub(super) fn of(hir: &Hir) -> Told {
    let anchored = hir.properties().look_set_prefix().contains(Look::Start);
    let lead = lead(std::slice::from_ref(hir)).filter(|lead| !anchored && leads(lead));
    let mut needs = needs(hir);
    needs.sort_by_key(weight);
    needs.dedup();
    needs.truncate(MOST);
    Told { needs, lead }
}

fn leads(words: &Words) -> bool {
    words.iter().all(|word| word.len() >= SHORTEST_LEAD && word[0].is_ascii_alphabetic())
}

/// The words with one of which every fit of parts that follow one another begins.
fn lead(parts: &[Hir]) -> Option<Words> {
    let (part, rest) = parts.split_first()?;
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => lead(rest),
        HirKind::Literal(_) => {
            let mut word = Word::new();
            parts.iter().map_while(letters).for_each(|letters| word.extend(letters));
            Some(vec![settled(word)])
        }
        HirKind::Class(_) => None,
        HirKind::Capture(capture) => lead_of(&capture.sub, rest),
        HirKind::Repetition(repeated) if repeated.min > 0 => lead_of(&repeated.sub, &[]),
        HirKind::Repetition(repeated) => {
            Some([lead_of(&repeated.sub, rest)?, lead(rest)?].concat())
        }
        HirKind::Concat(inner) => lead(&[inner, rest].concat()),
        HirKind::Alternation(either) => {
            Some(either.iter().map(|one| lead_of(one, rest)).collect::<Option<Vec<_>>>()?.concat())
        }
    }
}

fn lead_of(part: &Hir, rest: &[Hir]) -> Option<Words> {
    lead(&[std::slice::from_ref(part), rest].concat())
}

/// What a part adds to a word: letters, or one blank.
fn letters(part: &Hir) -> Option<Word> {
    match part.kind() {
        HirKind::Literal(letters) => Some(letters.0.to_vec()),
        _ => is_blank(part).then(|| vec![b' ']),
    }
}

/// A word as it is looked for.
fn settled(mut word: Word) -> Word {
    word.iter_mut().for_each(|byte| *byte = plain(*byte));
    word.dedup_by(|one, other| *one == b' ' && *other == b' ');
    word.truncate(LONGEST);
    word
}

/// Blanks are alike, and so are digits.
pub(super) fn plain(byte: u8) -> u8 {
    match byte {
        b'\t'..=b'\r' => b' ',
        b'0'..=b'9' => b'0',
        _ => byte,
    }
}

/// Few and long words tell most.
fn weight(choice: &Words) -> (usize, usize) {
    let shortest = choice.iter().map(Vec::len).min().unwrap_or(0);
    (choice.len(), LONGEST.saturating_sub(shortest))
}

fn needs(hir: &Hir) -> Vec<Words> {
    match hir.kind() {
        HirKind::Capture(capture) => needs(&capture.sub),
        HirKind::Repetition(repeated) if repeated.min > 0 => needs(&repeated.sub),
        HirKind::Alternation(parts) => either(parts).into_iter().collect(),
        HirKind::Concat(parts) => in_turn(parts),
        HirKind::Literal(_) | HirKind::Class(_) => in_turn(std::slice::from_ref(hir)),
        HirKind::Empty | HirKind::Look(_) | HirKind::Repetition(_) => Vec::new(),
    }
}

/// The best that each alternative needs, if all need something.
fn either(parts: &[Hir]) -> Option<Words> {
    let best = |part: &Hir| needs(part).into_iter().min_by_key(weight);
    let mut choice: Words = parts.iter().map(best).collect::<Option<Vec<_>>>()?.concat();
    choice.sort_unstable();
    choice.dedup();
    Some(choice)
}

/// What each part needs; letters and blanks that follow one another are one word.
fn in_turn(parts: &[Hir]) -> Vec<Words> {
    let mut found = Vec::new();
    let mut word = Word::new();
    for part in parts {
        if let Some(letters) = letters(part) {
            word.extend(letters);
            continue;
        }
        end(&mut word, &mut found);
        match part.kind() {
            _ if is_digit(part) => found.push(vec![vec![b'0']]),
            HirKind::Class(_) => {}
            _ => found.extend(needs(part)),
        }
    }
    end(&mut word, &mut found);
    found
}

fn end(word: &mut Word, found: &mut Vec<Words>) {
    let word = settled(std::mem::take(word));
    if word.len() >= SHORTEST {
        found.push(vec![word]);
    } else if let Some(sign) = word.iter().find(|byte| is_sign(**byte)) {
        found.push(vec![vec![*sign]]);
    }
}

/// Neither letter nor blank, full stop nor comma: seldom enough to be looked for alone.
fn is_sign(byte: u8) -> bool {
    !byte.is_ascii_alphabetic() && !matches!(byte, b' ' | b'.' | b',')
}

fn is_digit(part: &Hir) -> bool {
    let HirKind::Class(Class::Bytes(class)) = part.kind() else { return false };
    class.ranges().iter().all(|range| range.start() >= b'0' && range.end() <= b'9')
}

/// One blank or more.
fn is_blank(part: &Hir) -> bool {
    let HirKind::Repetition(repeated) = part.kind() else { return false };
    let HirKind::Class(Class::Bytes(class)) = repeated.sub.kind() else { return false };
    let blank = |byte: u8| byte.is_ascii_whitespace() || byte == 0x0b;
    repeated.min > 0
        && class.ranges().iter().all(|range| blank(range.start()) && blank(range.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(expression: &str) -> Told {
        let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
        super::of(&parser.parse(expression).expect("it is well formed"))
    }

    fn written(words: &Words) -> Vec<String> {
        words.iter().map(|word| String::from_utf8_lossy(word).into_owned()).collect()
    }

    #[test]
    fn leads_of_forms() {
        let rows: [(&str, Option<&[&str]>); 9] = [
            (r"\bbao\s+cao\s+\d", Some(&["bao cao "])),
            (r"\b(?:(?:gui|nop)\s+)?bai", Some(&["gui bai", "nop bai", "bai"])),
            (r"(?<what>ke\s+hoach|so)\b", Some(&["ke hoach", "so"])),
            (r"(bao)+\s*cao", Some(&["bao"])),
            (r"(?:le )?(?:trao|tong ket)", Some(&["le ", "trao", "tong ket"])),
            (r"\d+\s+bai", None),
            (r"^bao", None),
            (r"(^|\W)bao", None),
            (r"(so|s)\d", None),
        ];
        for (expression, expect) in rows {
            let found = of(expression).lead.as_ref().map(written);
            let expect: Option<Vec<String>> =
                expect.map(|words| words.iter().map(|word| (*word).to_owned()).collect());
            assert_eq!(found, expect, "{expression}");
        }
    }

    #[test]
    fn needs_of_forms() {
        let rows: [(&str, &[&[&str]]); 10] = [
            (r"bao cao", &[&["bao cao"]]),
            (r"\bbao\s+cao\b", &[&["bao cao"]]),
            (r"\s+bao\s+\s+cao(o| nam 2025)", &[&[" bao cao"]]),
            (r"so\s+\d+", &[&["so "], &["0"]]),
            (r"(gui|nop)[^.;]{0,60}ho so", &[&["ho so"], &["gui", "nop"]]),
            (r"(cac )?(so|nganh)", &[]),
            (r"(?<a>thang|quy)\s*\d", &[&["0"], &["quy", "thang"]]),
            (r"(kinh phi|dt)\s*:\s*\S", &[&[":"]]),
            (r"(hang|moi)+ngay", &[&["ngay"], &["hang", "moi"]]),
            (r"[a-z]+", &[]),
        ];
        for (expression, expect) in rows {
            let written: Vec<Vec<String>> = of(expression).needs.iter().map(written).collect();
            assert_eq!(written, expect, "{expression}");
        }
    }
}
