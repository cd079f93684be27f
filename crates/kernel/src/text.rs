//! Vietnamese text: normal form, folding, dictionary order, placement of tones.
//!
//! Text enters in NFC ([`clean`], [`clean_lines`]); names are searched by [`fold()`] and listed by
//! [`sort_key`], both stored beside the name, because the two engines disagree on case and marks.

mod fold;
mod letter;
mod sort;
mod tone;

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use fold::fold;
pub use sort::sort_key;
pub use tone::modern_tone;

/// Canonical composition (NFC, "dựng sẵn"), the one form in which text is kept. Nothing else changes.
pub fn nfc(text: &str) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    }
}

/// One-line text as it is kept: NFC, no invisible characters, blanks collapsed and trimmed.
///
/// A name of nothing but blanks becomes the empty text.
pub fn clean(text: &str) -> String {
    let visible = nfc(&visible(text));
    let mut line = String::with_capacity(visible.len());
    for word in visible.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    with_few_marks(&line)
}

/// Marks that one letter may bear; Vietnamese has two.
const MOST_MARKS: usize = 4;

/// The line without marks that stand on no letter, and without those that pile up on one.
fn with_few_marks(line: &str) -> String {
    let is_mark = unicode_normalization::char::is_combining_mark;
    let line = line.trim_start_matches(|c| is_mark(c) || c == ' ');
    let mut marks = 0;
    let bears = |c: &char| {
        marks = if is_mark(*c) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    };
    line.chars().filter(bears).collect()
}

/// Text of several lines as it is kept: each line as [`clean`] leaves it, at most one empty line
/// between two others, none at either end. Tabs become blanks; CR LF and CR become LF.
pub fn clean_lines(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut kept = String::with_capacity(unified.len());
    let mut gap = "";
    for line in unified.lines().map(clean) {
        if line.is_empty() {
            gap = if kept.is_empty() { "" } else { "\n\n" };
            continue;
        }
        kept.push_str(gap);
        kept.push_str(&line);
        gap = "\n";
    }
    kept
}

/// The text without characters that nobody sees but that make two equal names differ, or turn the
/// line round. They go before composition: one between a letter and its mark would prevent it.
fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_invisible) {
        Cow::Owned(text.chars().filter(|&c| !is_invisible(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        // Letters that are drawn as nothing.
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => true,
        // No letters at all, and never any.
        '\u{fdd0}'..='\u{fdef}' => true,
        _ if u32::from(c) & 0xFFFE == 0xFFFE => true,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nfc_composes_and_touches_nothing_else() {
        let rows = [
            ("Hớn Quản", "Hớn Quản"),
            ("Ho\u{31b}\u{301}n Qua\u{309}n", "Hớn Quản"),
            ("ê\u{323}", "ệ"),
            ("a\u{0}\u{200b} b\n", "a\u{0}\u{200b} b\n"),
            ("", ""),
        ];
        for (input, expect) in rows {
            assert_eq!(nfc(input), expect, "{input:?}");
        }
    }

    #[test]
    fn clean_leaves_one_visible_line() {
        let rows = [
            ("  Sở\u{a0}\u{a0}Y tế \n", "Sở Y tế"),
            ("Qua\u{200b}\u{309}ng\u{ad} Ninh", "Quảng Ninh"),
            ("a\u{0}b\u{7}c", "abc"),
            ("\u{202e}gnort\u{202c}", "gnort"),
            ("một\thai\r\nba", "một hai ba"),
            (" \t\u{feff} ", ""),
            ("\u{301} \u{302}", ""),
            ("\u{301}Sở \u{301}Y", "Sở \u{301}Y"),
            ("a\u{323}\u{323}\u{323}\u{323}\u{323}\u{323}b", "ạ\u{323}\u{323}\u{323}\u{323}b"),
            ("x\u{115f}\u{3164}\u{fffe}\u{1ffff}", "x"),
        ];
        for (input, expect) in rows {
            assert_eq!(clean(input), expect, "{input:?}");
        }
    }

    #[test]
    fn clean_lines_keeps_paragraphs() {
        let rows = [
            ("a \r\n  b", "a\nb"),
            ("\n\na\n\n\n\nb\n\n", "a\n\nb"),
            ("a\rb\u{2028}c", "a\nb\nc"),
            ("\t\n\u{0}\n", ""),
        ];
        for (input, expect) in rows {
            assert_eq!(clean_lines(input), expect, "{input:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in "\\PC*|[ a\u{301}\u{200b}\u{0}\u{a0}\r\n\tệ]*") {
            let line = clean(&text);
            prop_assert_eq!(clean(&line), line.clone());
            prop_assert_eq!(nfc(&line), line);
            let lines = clean_lines(&text);
            prop_assert_eq!(clean_lines(&lines), lines);
        }
    }
}
