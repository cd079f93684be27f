//! What a store says in XML (lời đáp của kho): names of what it has, and why it refuses.

use quick_xml::Reader;
use quick_xml::events::Event;

/// The text of each element of this name, in order; what is no XML says nothing.
pub fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut text): (Vec<String>, Option<String>) = (Vec::new(), None);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if start.local_name().as_ref() == name => {
                text = Some(String::new());
            }
            Ok(Event::Text(piece)) => {
                if let Some(text) = &mut text {
                    text.push_str(piece.as_ref());
                }
            }
            Ok(Event::GeneralRef(reference)) => {
                if let Some(text) = &mut text {
                    text.push_str(letter(reference.as_ref()));
                }
            }
            Ok(Event::End(end)) if end.local_name().as_ref() == name => found.extend(text.take()),
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => (),
        }
    }
}

/// The letter of `&amp;` and the like; other names stand for nothing.
fn letter(name: &str) -> &'static str {
    quick_xml::escape::resolve_predefined_entity(name).unwrap_or_default()
}

/// The text of the first element of this name; empty where there is none.
pub fn text(xml: &str, name: &str) -> String {
    texts(xml, name).into_iter().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whatever_stands_around_them() {
        let list = "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
            <Name>b</Name><Prefix>a/</Prefix><IsTruncated>true</IsTruncated>\
            <Contents><Key>a/1</Key><Size>2</Size></Contents>\
            <Contents><Key>a/b&amp;c</Key></Contents></ListBucketResult>";
        assert_eq!(texts(list, "Key"), ["a/1", "a/b&c"]);
        assert_eq!(text(list, "IsTruncated"), "true");
        assert_eq!(text(list, "Code"), "");
        let error =
            "<Error><Code>AccessDenied</Code><Message>Access &lt;Denied&gt;</Message></Error>";
        assert_eq!(
            (text(error, "Code"), text(error, "Message")),
            ("AccessDenied".to_owned(), "Access <Denied>".to_owned())
        );
        assert_eq!(texts("not xml <Key>", "Key"), [""; 0]);
        assert_eq!(texts("", "Key"), [""; 0]);
    }
}
