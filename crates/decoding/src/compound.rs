//! Compound files: office documents from before 2007, and newer ones with a password.

use crate::undecodable::Undecodable;

/// How a compound file begins.
pub const BEGINNING: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// What is in a compound file, by the names of its parts.
pub fn trouble(bytes: &[u8]) -> Undecodable {
    let parts = [
        ("EncryptedPackage", Undecodable::OfficeLocked),
        ("WordDocument", Undecodable::OfficeOldDoc),
        ("PowerPoint Document", Undecodable::OfficeSlides),
        ("Workbook", Undecodable::OfficeSheet),
        ("Book", Undecodable::OfficeSheet),
    ];
    let found = parts.into_iter().find(|(name, _)| names(bytes, name));
    found.map_or(Undecodable::Unknown, |(_, trouble)| trouble)
}

/// Names of parts are written in UTF-16.
fn names(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_parts_tell() {
        let check = |name: &str, expect: Undecodable| {
            let mut bytes = BEGINNING.to_vec();
            bytes.extend(name.bytes().flat_map(|byte| [byte, 0]));
            assert_eq!(trouble(&bytes), expect, "{name}");
        };
        check("WordDocument", Undecodable::OfficeOldDoc);
        check("EncryptedPackage", Undecodable::OfficeLocked);
        check("Workbook", Undecodable::OfficeSheet);
        check("Contents", Undecodable::Unknown);
    }
}
