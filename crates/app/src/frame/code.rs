//! Codes on papers that people read aloud and type.

use super::keys::random_bytes;

/// Signs that are read aloud without mistake: no 0, 1, I, L, O, U.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new code that nobody guesses: ten signs, about 49 bits.
pub fn made() -> String {
    let random = random_bytes::<10>();
    random.iter().map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()])).collect()
}

/// A code in groups, to be read aloud.
pub fn spoken(code: &str) -> String {
    let (first, last) = code.split_at(code.len() / 2);
    format!("{first} {last}")
}

/// A code as somebody typed it, with whatever they put between its groups.
pub fn typed(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_aloud_is_found_again() {
        assert_eq!(spoken("ABCDE23456"), "ABCDE 23456");
        assert_eq!(typed(" abcde-23456 "), "ABCDE23456");
        let code = made();
        assert_eq!((code.len(), typed(&spoken(&code))), (10, code));
    }
}
