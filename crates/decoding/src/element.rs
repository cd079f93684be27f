//! XML of office documents, element by element. Names are taken without their prefix.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::undecodable::Undecodable;

/// The most attributes of an element that are looked at; office programs write fewer.
const MOST_ATTRIBUTES: usize = 64;

/// An element that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name without a prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The attribute in which Word writes the value of a property.
    pub fn value(&self) -> Option<&str> {
        self.attribute("val")
    }

    /// Whether a property that is on or off is on; being there is enough.
    pub fn is_on(&self) -> bool {
        !matches!(self.value(), Some("0" | "false" | "off" | "none"))
    }
}

/// A step through a part. An empty element is one that begins and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// An element begins.
    Begin(Element),
    /// The element of this name ends.
    End(String),
    /// Letters.
    Text(String),
}

/// The steps through a part.
pub struct Elements<'b> {
    reader: Reader<&'b [u8]>,
    most: usize,
    depth: usize,
    /// The end of an empty element, still to be told.
    ends: Option<String>,
}

impl<'b> Elements<'b> {
    /// The steps through the bytes of a part, elements at most so deep in one another.
    pub fn new(bytes: &'b [u8], most: usize) -> Self {
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().check_end_names = true;
        Self { reader, most, depth: 0, ends: None }
    }

    /// The next step; nothing at the end.
    ///
    /// # Errors
    /// The XML is broken, too deep, or declares entities.
    pub fn next(&mut self) -> Result<Option<Step>, Undecodable> {
        if let Some(name) = self.ends.take() {
            return Ok(Some(Step::End(name)));
        }
        loop {
            let event = self.reader.read_event().map_err(|_| Undecodable::OfficeDamaged)?;
            let step = match event {
                Event::Start(start) => {
                    self.depth += 1;
                    Step::Begin(element(&start))
                }
                Event::Empty(start) => {
                    let element = element(&start);
                    self.ends = Some(element.name.clone());
                    Step::Begin(element)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::End(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Step::Text(text.as_ref().to_owned()),
                Event::CData(text) => Step::Text(text.as_ref().to_owned()),
                Event::GeneralRef(reference) => Step::Text(letter(&reference)),
                Event::DocType(_) => return Err(Undecodable::OfficeDoctype),
                Event::Eof if self.depth > 0 => return Err(Undecodable::OfficeDamaged),
                Event::Eof => return Ok(None),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
            };
            return (self.depth <= self.most)
                .then_some(Some(step))
                .ok_or(Undecodable::OfficeDamaged);
        }
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).take(MOST_ATTRIBUTES).flatten().map(|one| {
        let value = one.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        (one.key.local_name().as_ref().to_owned(), value.map(Into::into).unwrap_or_default())
    });
    Element { name: start.local_name().as_ref().to_owned(), attributes: attributes.collect() }
}

/// The letter of `&amp;`, `&#233;` and the like. Other names stand for nothing: nobody may declare them.
fn letter(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    let name = reference.as_ref().to_owned();
    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}
