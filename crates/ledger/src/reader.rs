//! Reading the canonical form, and nothing but it.

use std::collections::BTreeMap;

use crate::canonical::{NotCanonical, Value, must_be_escaped};
use crate::hash::from_hex;

/// No format of the ledger nests deeper; a limit keeps a hostile text from exhausting the stack.
const DEEPEST: u8 = 8;

pub(crate) struct Reader<'a> {
    rest: &'a str,
    depth: u8,
}

impl<'a> Reader<'a> {
    /// The one value that `text` is.
    pub(crate) fn whole(text: &'a str) -> Result<Value, NotCanonical> {
        let mut reader = Reader { rest: text, depth: 0 };
        let value = reader.value()?;
        if reader.rest.is_empty() { Ok(value) } else { Err(NotCanonical) }
    }

    fn value(&mut self) -> Result<Value, NotCanonical> {
        match self.rest.as_bytes().first() {
            Some(b'n') => self.expect("null").map(|()| Value::Null),
            Some(b'"') => self.text().map(Value::Text),
            Some(b'[') => self.nested(Self::list),
            Some(b'{') => self.nested(Self::object),
            _ => self.integer(),
        }
    }

    fn expect(&mut self, token: &str) -> Result<(), NotCanonical> {
        self.rest = self.rest.strip_prefix(token).ok_or(NotCanonical)?;
        Ok(())
    }

    fn accept(&mut self, token: &str) -> bool {
        self.expect(token).is_ok()
    }

    fn nested(
        &mut self,
        read: fn(&mut Self) -> Result<Value, NotCanonical>,
    ) -> Result<Value, NotCanonical> {
        if self.depth == DEEPEST {
            return Err(NotCanonical);
        }
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn list(&mut self) -> Result<Value, NotCanonical> {
        self.expect("[")?;
        let mut items = Vec::new();
        if self.accept("]") {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value()?);
            if self.accept("]") {
                return Ok(Value::List(items));
            }
            self.expect(",")?;
        }
    }

    fn object(&mut self) -> Result<Value, NotCanonical> {
        self.expect("{")?;
        let mut members = BTreeMap::new();
        if self.accept("}") {
            return Ok(Value::Object(members));
        }
        loop {
            let name = self.text()?;
            if members.last_key_value().is_some_and(|(last, _)| *last >= name) {
                return Err(NotCanonical);
            }
            self.expect(":")?;
            members.insert(name, self.value()?);
            if self.accept("}") {
                return Ok(Value::Object(members));
            }
            self.expect(",")?;
        }
    }

    fn integer(&mut self) -> Result<Value, NotCanonical> {
        let end = self
            .rest
            .bytes()
            .position(|byte| !matches!(byte, b'0'..=b'9' | b'-'))
            .unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        let number: i64 = digits.parse().map_err(|_| NotCanonical)?;
        if number.to_string() != digits {
            return Err(NotCanonical);
        }
        self.rest = rest;
        Ok(number.into())
    }

    fn text(&mut self) -> Result<String, NotCanonical> {
        self.expect("\"")?;
        let mut text = String::new();
        loop {
            let index = self.rest.bytes().position(must_be_escaped).ok_or(NotCanonical)?;
            let (plain, rest) = self.rest.split_at(index);
            text.push_str(plain);
            self.rest = rest;
            if self.accept("\"") {
                return Ok(text);
            }
            self.expect("\\")?;
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Result<char, NotCanonical> {
        const SHORT: [(&str, char); 7] = [
            ("\"", '"'),
            ("\\", '\\'),
            ("b", '\u{8}'),
            ("t", '\t'),
            ("n", '\n'),
            ("f", '\u{c}'),
            ("r", '\r'),
        ];
        if let Some((_, character)) = SHORT.into_iter().find(|(token, _)| self.accept(token)) {
            return Ok(character);
        }
        self.expect("u00")?;
        let digits = self.rest.get(..2).ok_or(NotCanonical)?;
        let [code] = from_hex::<1>(digits).map_err(|_| NotCanonical)?;
        self.rest = &self.rest[2..];
        match code {
            8..=10 | 12 | 13 | 0x20.. => Err(NotCanonical),
            control => Ok(char::from(control)),
        }
    }
}
