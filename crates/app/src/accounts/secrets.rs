//! Codes of digits that people type: by mail, handed over, on a card.

use kernel::Fault;

use crate::frame::keys::{Keys, random_bytes};

/// So many random digits.
pub fn digits(count: usize) -> String {
    let mut digits = String::with_capacity(count);
    while digits.len() < count {
        // 250 is a multiple of ten: no digit comes more often than another.
        let fair = random_bytes::<16>().into_iter().filter(|byte| *byte < 250);
        digits.extend(fair.map(|byte| char::from(b'0' + byte % 10)).take(count - digits.len()));
    }
    digits
}

/// Whether what was typed is the code that was sealed; blanks and dashes do not count.
///
/// # Errors
/// It was sealed with another installation's key.
pub fn is_right(keys: &Keys, sealed: &str, typed: &str) -> Result<bool, Fault> {
    let typed: Vec<u8> = typed.bytes().filter(u8::is_ascii_digit).collect();
    let code = keys.unseal(sealed)?;
    let same = code.iter().zip(&typed).fold(0, |different, (one, other)| different | (one ^ other));
    Ok(code.len() == typed.len() && same == 0)
}

/// A code in two halves, as it is read aloud.
pub fn in_halves(code: &str) -> String {
    let (first, last) = code.split_at(code.len() / 2);
    format!("{first} {last}")
}
