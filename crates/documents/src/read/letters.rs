//! What is asked of every character of every paper, looked up instead of worked out.

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// One past the last character that is looked up: all letters of Vietnamese are before it.
const LOOKED_UP: u32 = 0x2100;

#[derive(Clone, Copy)]
struct Traits {
    shade: u8,
    letter: bool,
    capital: bool,
    mark: bool,
}

impl Traits {
    fn of(c: char) -> Self {
        static KNOWN: LazyLock<Vec<Traits>> = LazyLock::new(|| {
            let known = (0..LOOKED_UP).map(|code| char::from_u32(code).unwrap_or_default());
            known.map(Traits::worked_out).collect()
        });
        KNOWN.get(c as usize).copied().unwrap_or_else(|| Self::worked_out(c))
    }

    fn worked_out(c: char) -> Self {
        Self {
            shade: kin(c),
            letter: c.is_alphabetic(),
            capital: c.is_uppercase(),
            mark: is_combining_mark(c),
        }
    }
}

/// As `char::is_alphabetic`.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { Traits::of(c).letter }
}

/// As `char::is_uppercase`.
pub(super) fn is_capital(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { Traits::of(c).capital }
}

/// Whether a character is a mark on the one before.
pub(super) fn is_mark(c: char) -> bool {
    !c.is_ascii() && Traits::of(c).mark
}

/// The shadow of a character: its letter without marks, its ASCII kin, or `?`.
pub(super) fn shade(c: char) -> u8 {
    if c.is_ascii() { (c as u8).to_ascii_lowercase() } else { Traits::of(c).shade }
}

fn kin(c: char) -> u8 {
    match c {
        '\0'..='\x7f' => (c as u8).to_ascii_lowercase(),
        'đ' | 'Đ' | 'ð' | 'Ð' => b'd',
        '–' | '—' | '‒' | '―' | '−' | '‐' | '‑' | '\u{ad}' => b'-',
        '“' | '”' | '„' | '«' | '»' => b'"',
        '‘' | '’' | '´' => b'\'',
        '…' => b'.',
        '•' | '●' | '○' | '▪' | '■' | '◦' | '\u{f0b7}' | '\u{f0a7}' | '➢' | '✓' | '❖' | '◆'
        | '·' => b'*',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{3000}' => b' ',
        _ => base(c),
    }
}

/// The ASCII letter under a letter with marks.
fn base(c: char) -> u8 {
    let mut first = None;
    decompose_compatible(c, |part| {
        first = first.or(Some(part));
    });
    match first.and_then(|part| u8::try_from(part).ok()) {
        Some(byte) if byte.is_ascii() => byte.to_ascii_lowercase(),
        _ => b'?',
    }
}
