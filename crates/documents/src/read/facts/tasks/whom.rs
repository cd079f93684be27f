//! Doers that are named and doers that are only meant.

use kernel::text::fold;

/// "Giao công chức văn hóa …" under a heading is what the heading's unit has to do.
pub(super) fn is_nobody(unit: &str) -> bool {
    unit.chars().next().is_some_and(char::is_lowercase)
}

/// "các cơ quan, đơn vị", "quý cơ quan": those to whom the paper is sent.
pub(super) fn is_everybody(unit: &str) -> bool {
    let folded = fold(unit);
    let words = folded.split(' ');
    let mut general = words.filter(|word| {
        ![
            "cac", "quy", "co", "quan", "don", "vi", "va", "dia", "phuong", "tren", "lien", "dong",
            "chi", "thu", "truong", "to", "chuc", "noi", "tren", "ca", "nhan",
        ]
        .contains(word)
    });
    general.next().is_none()
}

/// A name for comparison: folded, long forms short.
pub(super) fn canonical(name: &str) -> String {
    fold(name)
        .replace("uy ban nhan dan", "ubnd")
        .replace("btc", "ban to chuc")
        .replace("sang tao ky thuat", "stkt")
}
