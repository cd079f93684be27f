//! The one byte form of what is hashed: a small part of JSON in which a value has one spelling.
//!
//! Null, integers of 64 bits, texts, lists and objects; no white space; the names of an object in
//! ascending order of code points; in texts only `"`, `\` and the control characters below U+0020
//! are escaped. It is what Python writes with
//! `json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)`.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};

use crate::reader::Reader;

/// A value of the canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// A whole number. Read back only within 64 bits with sign.
    Integer(i128),
    /// A text.
    Text(String),
    /// `[…]`.
    List(Vec<Value>),
    /// `{…}`.
    Object(BTreeMap<String, Value>),
}

impl Value {
    /// An object of these members.
    pub fn object<const N: usize>(members: [(&str, Value); N]) -> Self {
        Self::Object(members.map(|(name, value)| (name.to_owned(), value)).into())
    }

    /// Reads one value in canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] when the text is anything else, even if other readers of JSON accept it.
    pub fn read(text: &str) -> Result<Self, NotCanonical> {
        Reader::whole(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number.into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Integer(number.into())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Text(text) => write_text(f, text),
            Self::List(items) => write_list(f, items),
            Self::Object(members) => write_object(f, members),
        }
    }
}

fn write_list(f: &mut fmt::Formatter<'_>, items: &[Value]) -> fmt::Result {
    f.write_char('[')?;
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            f.write_char(',')?;
        }
        item.fmt(f)?;
    }
    f.write_char(']')
}

fn write_object(f: &mut fmt::Formatter<'_>, members: &BTreeMap<String, Value>) -> fmt::Result {
    f.write_char('{')?;
    for (index, (name, value)) in members.iter().enumerate() {
        if index > 0 {
            f.write_char(',')?;
        }
        write_text(f, name)?;
        f.write_char(':')?;
        value.fmt(f)?;
    }
    f.write_char('}')
}

/// Whether a text has this byte as an escape.
pub(crate) fn must_be_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn write_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    let mut rest = text;
    while let Some(index) = rest.bytes().position(must_be_escaped) {
        f.write_str(&rest[..index])?;
        match rest.as_bytes()[index] {
            b'"' => f.write_str("\\\"")?,
            b'\\' => f.write_str("\\\\")?,
            8 => f.write_str("\\b")?,
            9 => f.write_str("\\t")?,
            10 => f.write_str("\\n")?,
            12 => f.write_str("\\f")?,
            13 => f.write_str("\\r")?,
            control => write!(f, "\\u{control:04x}")?,
        }
        rest = &rest[index + 1..];
    }
    f.write_str(rest)?;
    f.write_char('"')
}

/// The text is not in canonical form, or not of the expected shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotCanonical;

impl fmt::Display for NotCanonical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not in canonical form")
    }
}

impl std::error::Error for NotCanonical {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_one_spelling_is_read() {
        let check = |text: &str, good: bool| {
            let read = Value::read(text).map(|value| value.to_string());
            assert_eq!(read, good.then(|| text.to_owned()).ok_or(NotCanonical), "{text}");
        };
        check("null", true);
        check("0", true);
        check("-9223372036854775808", true);
        check("9223372036854775807", true);
        check("9223372036854775808", false);
        check("-0", false);
        check("01", false);
        check("+1", false);
        check("1.0", false);
        check("1e3", false);
        check("", false);
        check("true", false);
        check("[]", true);
        check("[1,\"a\",null]", true);
        check("[1, 2]", false);
        check("[1,]", false);
        check("{}", true);
        check("{\"a\":1,\"b\":{}}", true);
        check("{\"b\":1,\"a\":1}", false);
        check("{\"a\":1,\"a\":1}", false);
        check("{\"a\":1} ", false);
        check("\"Ủy ban\u{7f}\u{2028}\"", true);
        check("\"\\u001f\\n\\\\\\\"\"", true);
        check("\"\\u001F\"", false);
        check("\"\\u000a\"", false);
        check("\"\\u0041\"", false);
        check("\"\\/\"", false);
        check("\"\n\"", false);
        check("\"\\u00", false);
        check("\"\\u00ộ\"", false);
        check("\"open", false);
        check("[[[[[[[[1]]]]]]]]", true);
        check("[[[[[[[[[1]]]]]]]]]", false);
    }

    #[test]
    fn names_sort_by_code_point_not_by_utf16() {
        let value = Value::object([("\u{10000}", 1_u64.into()), ("\u{ffee}", 2_u64.into())]);
        assert_eq!(value.to_string(), "{\"\u{ffee}\":2,\"\u{10000}\":1}");
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
                prop::collection::btree_map(any::<String>(), inner, 0..6).prop_map(Value::Object),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in values()) {
            prop_assert_eq!(Value::read(&value.to_string()), Ok(value));
        }

        #[test]
        fn what_is_read_is_written_back(text in r#"[\[\]{}:,"\\u0-9a-fn -]{0,12}"#) {
            if let Ok(value) = Value::read(&text) {
                prop_assert_eq!(value.to_string(), text);
            }
        }
    }
}
