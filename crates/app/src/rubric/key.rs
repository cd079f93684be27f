//! Keys by which rounds, criteria, prizes and scales are known through all versions.

use kernel::text;

/// Most signs of a key.
const LONGEST: usize = 40;

/// A key out of a name, which nobody else has: `giai-nhat`, `giai-nhat-2`; of a name without letters, `otherwise`.
pub fn free<'k>(
    name: &str,
    otherwise: &str,
    taken: impl Iterator<Item = &'k str> + Clone,
) -> String {
    let mut wanted = String::new();
    for word in text::fold(name).split(|sign: char| !sign.is_ascii_alphanumeric()) {
        if !word.is_empty() && wanted.len() + word.len() < LONGEST {
            wanted.push_str(if wanted.is_empty() { "" } else { "-" });
            wanted.push_str(word);
        }
    }
    if wanted.is_empty() {
        otherwise.clone_into(&mut wanted);
    }
    let mut key = wanted.clone();
    let mut number = 2;
    while taken.clone().any(|other| other == key) {
        key = format!("{wanted}-{number}");
        number += 1;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_makes_a_key() {
        let check = |name: &str, taken: &[&str], expect: &str| {
            assert_eq!(free(name, "prize", taken.iter().copied()), expect, "{name}");
        };
        check("Giải Nhất", &[], "giai-nhat");
        check("Giải Nhất", &["giai-nhat"], "giai-nhat-2");
        check("Giải Nhất", &["giai-nhat", "giai-nhat-2"], "giai-nhat-3");
        check("«»", &[], "prize");
        check("«»", &["prize"], "prize-2");
        assert!(free(&"rất dài ".repeat(20), "prize", [].into_iter()).len() < LONGEST);
    }
}
