//! What a text must hold for a form to fit: found in the form itself.
//!
//! A paper has hundreds of paragraphs and is asked for hundreds of forms, and nearly every answer is no. A
//! form of "báo cáo … trước ngày" cannot fit where no "bao" stands, which is far quicker to see than that
//! the form does not fit.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// Letters of a word that are looked at.
const LONGEST: usize = 24;
/// Letters without which a word tells nothing.
pub(super) const SHORTEST: usize = 3;
/// Needs of a form that are looked at.
const MOST: usize = 3;

/// A run of letters, blanks being alike.
pub(in crate::read) type Word = Vec<u8>;
/// Words of which one must be there.
pub(in crate::read) type Choice = Vec<Word>;

/// Bytes that are in a set.
pub(super) type Bytes = Box<[bool; 256]>;

/// What every fit of an expression holds, the most telling first; what it begins with, where it can
/// begin only with what is looked at.
pub(super) fn of(expression: &str) -> (Vec<Choice>, Option<Bytes>) {
    let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
    let Ok(hir) = parser.parse(expression) else { return (Vec::new(), None) };
    let mut needs = needs(&hir);
    needs.sort_by_key(weight);
    needs.dedup();
    needs.truncate(MOST);
    (needs, beginning(&hir))
}

fn beginning(hir: &Hir) -> Option<Bytes> {
    let mut first = Box::new([false; 256]);
    let may_be_empty = begin(hir, &mut first);
    let anchored = hir.properties().look_set_prefix().contains(Look::Start);
    (anchored && !may_be_empty).then_some(first)
}

/// Adds the bytes that the expression may begin with; whether it may have none.
fn begin(hir: &Hir, first: &mut Bytes) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(letters) => {
            letters.0.first().into_iter().for_each(|byte| first[usize::from(*byte)] = true);
            letters.0.is_empty()
        }
        HirKind::Class(Class::Bytes(class)) => {
            let bytes = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            bytes.for_each(|byte| first[usize::from(byte)] = true);
            false
        }
        HirKind::Class(Class::Unicode(_)) => {
            first.fill(true);
            false
        }
        HirKind::Repetition(repeated) => begin(&repeated.sub, first) || repeated.min == 0,
        HirKind::Capture(capture) => begin(&capture.sub, first),
        HirKind::Concat(parts) => parts.iter().all(|part| begin(part, first)),
        HirKind::Alternation(parts) => {
            let empty = parts.iter().map(|part| begin(part, first));
            empty.fold(false, |before, this| before | this)
        }
    }
}

/// Few and long words tell most.
fn weight(choice: &Choice) -> (usize, usize) {
    let shortest = choice.iter().map(Vec::len).min().unwrap_or(0);
    (choice.len(), LONGEST.saturating_sub(shortest))
}

fn needs(hir: &Hir) -> Vec<Choice> {
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
fn either(parts: &[Hir]) -> Option<Choice> {
    let best = |part: &Hir| needs(part).into_iter().min_by_key(weight);
    let mut choice: Choice = parts.iter().map(best).collect::<Option<Vec<_>>>()?.concat();
    choice.sort_unstable();
    choice.dedup();
    Some(choice)
}

/// What each part needs; letters and blanks that follow one another are one word.
fn in_turn(parts: &[Hir]) -> Vec<Choice> {
    let mut found = Vec::new();
    let mut word = Word::new();
    for part in parts {
        match part.kind() {
            HirKind::Literal(letters) => word.extend_from_slice(&letters.0),
            _ if is_digit(part) => {
                end(&mut word, &mut found);
                found.push(vec![vec![b'0']]);
            }
            _ if is_blank(part) => {
                word.push(b' ');
                end(&mut word, &mut found);
                word.push(b' ');
            }
            HirKind::Class(_) => end(&mut word, &mut found),
            _ => {
                end(&mut word, &mut found);
                found.extend(needs(part));
            }
        }
    }
    end(&mut word, &mut found);
    found
}

fn end(word: &mut Word, found: &mut Vec<Choice>) {
    word.truncate(LONGEST);
    if word.len() >= SHORTEST {
        found.push(vec![word.clone()]);
    } else if let Some(sign) = word.iter().find(|byte| is_sign(**byte)) {
        found.push(vec![vec![*sign]]);
    }
    word.clear();
}

/// Neither letter nor blank: seldom enough to be looked for alone.
pub(super) fn is_sign(byte: u8) -> bool {
    !byte.is_ascii_alphabetic() && !byte.is_ascii_whitespace()
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

    #[test]
    fn needs_of_forms() {
        let rows: [(&str, &[&[&str]]); 9] = [
            (r"bao cao", &[&["bao cao"]]),
            (r"\bbao\s+cao\b", &[&["bao "], &[" cao"]]),
            (r"so\s+\d+", &[&["so "], &["0"]]),
            (r"(gui|nop)[^.;]{0,60}ho so", &[&["ho so"], &["gui", "nop"]]),
            (r"(cac )?(so|nganh)", &[]),
            (r"(?<a>thang|quy)\s*\d", &[&["0"], &["quy", "thang"]]),
            (r"(kinh phi|dt)\s*:\s*\S", &[&[":"]]),
            (r"(hang|moi)+ngay", &[&["ngay"], &["hang", "moi"]]),
            (r"[a-z]+", &[]),
        ];
        for (expression, expect) in rows {
            let written: Vec<Vec<String>> = of(expression)
                .0
                .iter()
                .map(|choice| {
                    choice.iter().map(|word| String::from_utf8_lossy(word).into_owned()).collect()
                })
                .collect();
            assert_eq!(written, expect, "{expression}");
        }
    }

    #[test]
    fn beginnings_of_forms() {
        let rows = [
            (r"^(a|b?c)d", Some("abc")),
            (r"^\s*[0-2]+\.", Some("\t\n\u{b}\u{c}\r 012")),
            (r"^(a|)$", None),
            (r"^a|b", None),
            (r"(^|x)a", None),
        ];
        for (expression, expect) in rows {
            let bytes = |first: Bytes| {
                let all = (0..=u8::MAX).filter(|byte| first[usize::from(*byte)]);
                all.map(char::from).collect::<String>()
            };
            assert_eq!(of(expression).1.map(bytes).as_deref(), expect, "{expression}");
        }
    }
}
