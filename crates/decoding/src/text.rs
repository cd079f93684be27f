//! Plain text: Unicode as it stands, older ways of writing letters down brought to it.

use documents::legacy::{self, Charset};

use crate::single_byte;
use crate::undecodable::Undecodable;
use crate::{Decoded, Encoding, How};

/// The text of a text file. Unicode is handed on as it stands there, so that places in it hold.
///
/// # Errors
/// It is blank, or its letters cannot be told.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    let (text, encoding) =
        unicode(bytes).or_else(|| single_bytes(bytes)).ok_or(Undecodable::TextEncoding)?;
    if text.trim().is_empty() {
        return Err(Undecodable::NoText);
    }
    Ok(Decoded { text, how: How::Text, pages: 1, all_pages: 1, encoding })
}

fn unicode(bytes: &[u8]) -> Option<(String, Encoding)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            Some((String::from_utf8(rest.to_vec()).ok()?, Encoding::Utf8))
        }
        [0xFF, 0xFE, rest @ ..] => Some((wide(rest, u16::from_le_bytes), Encoding::Utf16Le)),
        [0xFE, 0xFF, rest @ ..] => Some((wide(rest, u16::from_be_bytes), Encoding::Utf16Be)),
        _ => Some((String::from_utf8(bytes.to_vec()).ok()?, Encoding::Utf8)),
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// A byte for a letter: the fonts of old if they explain the text, else Windows-1258 if that does.
fn single_bytes(bytes: &[u8]) -> Option<(String, Encoding)> {
    let western = single_byte::western(bytes);
    match without_fonts_of_old(western) {
        (_, Encoding::Utf8) => Some((single_byte::vietnamese(bytes)?, Encoding::Windows1258)),
        converted => Some(converted),
    }
}

/// The text with letters of VNI and TCVN3 fonts brought to Unicode, where it is beyond doubt that it has them.
pub fn without_fonts_of_old(text: String) -> (String, Encoding) {
    match legacy::recognise(&text) {
        None => (text, Encoding::Utf8),
        Some(charset) => (legacy::to_unicode(&text, charset), encoding(charset)),
    }
}

/// The encoding of a font's letters.
pub fn encoding(charset: Charset) -> Encoding {
    match charset {
        Charset::Vni => Encoding::Vni,
        Charset::Tcvn3 => Encoding::Tcvn3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: Result<(&str, Encoding), Undecodable>) {
        let found = decode(bytes).map(|it| (it.text, it.encoding));
        assert_eq!(found, expect.map(|(text, how)| (text.to_owned(), how)), "{bytes:?}");
    }

    #[test]
    fn unicode_is_handed_on_as_it_stands() {
        check("Số:\r\n 1".as_bytes(), Ok(("Số:\r\n 1", Encoding::Utf8)));
        check("\u{FEFF}Số".as_bytes(), Ok(("Số", Encoding::Utf8)));
        check("So\u{302}\u{301}".as_bytes(), Ok(("So\u{302}\u{301}", Encoding::Utf8)));
        check(b"\xFF\xFES\0\xD1\x1E", Ok(("Số", Encoding::Utf16Le)));
        check(b"\xFE\xFF\0S\x1E\xD1", Ok(("Số", Encoding::Utf16Be)));
        check(b" \n", Err(Undecodable::NoText));
    }

    #[test]
    fn single_bytes_are_told_apart() {
        let windows =
            b"C\xF4\xF2ng ho\xCCa xa\xDE h\xF4\xF2i chu\xD2 nghi\xDEa Vi\xEA\xF2t Nam, s\xF4\xEC 5";
        check(windows, Ok(("Cộng hòa xã hội chủ nghĩa Việt Nam, số 5", Encoding::Windows1258)));
        let abc = b"C\xE9ng h\xDFa x\xB7 h\xE9i ch\xF1 ngh\xDCa Vi\xD6t Nam\n\xA7\xE9c l\xCBp - T\xF9 do - H\xB9nh ph\xF3c";
        check(
            abc,
            Ok((
                "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc",
                Encoding::Tcvn3,
            )),
        );
        let chinese = b"\xD6\xD0\xB9\xFA\xC8\xCB\xC3\xF1\xB9\xB2\xBA\xCD\xB9\xFA\xCD\xF2\xCB\xEA";
        check(chinese, Err(Undecodable::TextEncoding));
    }
}
