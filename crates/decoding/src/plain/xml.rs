//! The XML of a document of Word, element by element, without what tells of people and machines.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use crate::undecodable::Undecodable;

/// Elements that go with all that is in them: changes that were taken back, comments and their places, who may edit
/// which part, earlier looks, where the file came from, objects of other programs (their picture stays).
const GONE: [&str; 40] = [
    "del",
    "delText",
    "delInstrText",
    "moveFrom",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "numberingChange",
    "cellIns",
    "cellDel",
    "cellMerge",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "annotationRef",
    "permStart",
    "permEnd",
    "dataBinding",
    "rsids",
    "rsid",
    "control",
    "printerSettings",
    "docVars",
    "attachedTemplate",
    "mailMerge",
    "docId",
    "writeProtection",
    "documentProtection",
    "OLEObject",
    "externalData",
    "chartTrackingRefBased",
];
/// Elements of which only what is in them stays: changes that were taken.
const OPENED: [&str; 2] = ["ins", "moveTo"];
/// Attributes that name people and hours, and in which sitting something was typed.
const TELLING: [&str; 5] = ["author", "initials", "date", "dateUtc", "userId"];
const SITTING: &str = "rsid";
/// Elements that say what a picture is called; its name is often where it lay on somebody's disk.
const NAMED: [&str; 4] = ["docPr", "cNvPr", "shape", "imagedata"];
const NAMES: [&str; 4] = ["descr", "title", "alt", "name"];
/// A relation to something outside leads to nowhere, unless it is a link to the web.
const NOWHERE: &str = "about:blank";

/// What a relation or an entry of the table of contents says of a part that is left out: it goes.
pub type IsGone<'a> = &'a dyn Fn(&str) -> bool;

/// The XML without what tells of people. `is_gone` says which targets and parts are left out.
///
/// # Errors
/// It is broken, too deep, or declares entities.
pub fn plain(bytes: &[u8], depth: usize, is_gone: IsGone<'_>) -> Result<Vec<u8>, Undecodable> {
    let mut cleaning =
        Cleaning { out: Writer::new(Vec::new()), open: Vec::new(), gone: 0, depth, is_gone };
    let mut reader = Reader::from_reader(bytes);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().map_err(|_| Undecodable::OfficeDamaged)? {
            Event::Eof if cleaning.open.is_empty() && cleaning.gone == 0 => break,
            Event::Eof => return Err(Undecodable::OfficeDamaged),
            Event::DocType(_) => return Err(Undecodable::OfficeDoctype),
            event => cleaning.take(event)?,
        }
    }
    Ok(cleaning.out.into_inner())
}

struct Cleaning<'a> {
    out: Writer<Vec<u8>>,
    /// Of each element that is open, whether it is written.
    open: Vec<bool>,
    /// How deep the reading is in elements that go.
    gone: usize,
    depth: usize,
    is_gone: IsGone<'a>,
}

impl Cleaning<'_> {
    fn take(&mut self, event: Event<'_>) -> Result<(), Undecodable> {
        match event {
            Event::Start(start) => self.begin(&start),
            Event::Empty(start) => {
                let name = start.local_name();
                let name = name.as_ref();
                let stays = self.gone == 0 && !self.goes(name, &start) && !OPENED.contains(&name);
                match stays {
                    true => self.write(Event::Empty(self.told(&start))),
                    false => Ok(()),
                }
            }
            Event::End(_) if self.gone > 0 => {
                self.gone -= 1;
                Ok(())
            }
            Event::End(end) => match self.open.pop() {
                Some(true) => self.write(Event::End(end)),
                _ => Ok(()),
            },
            Event::Comment(_) | Event::PI(_) => Ok(()),
            other if self.gone == 0 => self.write(other),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), Undecodable> {
        let name = start.local_name();
        let name = name.as_ref();
        if self.gone > 0 || self.goes(name, start) {
            self.gone += 1;
        } else {
            let stays = !OPENED.contains(&name);
            self.open.push(stays);
            if stays {
                self.write(Event::Start(self.told(start)))?;
            }
        }
        match self.open.len() + self.gone <= self.depth {
            true => Ok(()),
            false => Err(Undecodable::OfficeDamaged),
        }
    }

    /// Whether an element goes with all that is in it.
    fn goes(&self, name: &str, start: &BytesStart<'_>) -> bool {
        let names_gone = |attribute: &str| {
            let found = start.try_get_attribute(attribute).ok().flatten();
            found.is_some_and(|found| (self.is_gone)(&found.value))
        };
        GONE.contains(&name)
            || (name == "Relationship" && !is_outside(start) && names_gone("Target"))
            || (name == "Override" && names_gone("PartName"))
    }

    /// The element with those of its attributes that tell of nobody.
    fn told(&self, start: &BytesStart<'_>) -> BytesStart<'static> {
        let mut kept = BytesStart::new(start.name().as_ref().to_owned());
        let local = start.local_name();
        let name = local.as_ref();
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = attribute.key.local_name();
            let key = key.as_ref();
            let value: &str = match key {
                _ if TELLING.contains(&key) || key.starts_with(SITTING) => continue,
                _ if NAMED.contains(&name) && NAMES.contains(&key) => "",
                "Target" if is_outside(start) && !is_web(&attribute.value) => NOWHERE,
                _ => &attribute.value,
            };
            kept.push_attribute(Attribute { key: attribute.key, value: value.into() });
        }
        kept
    }

    fn write(&mut self, event: Event<'_>) -> Result<(), Undecodable> {
        self.out.write_event(event).map_err(|_| Undecodable::OfficeDamaged)
    }
}

fn is_outside(start: &BytesStart<'_>) -> bool {
    let mode = start.try_get_attribute("TargetMode").ok().flatten();
    mode.is_some_and(|mode| mode.value == "External")
}

fn is_web(target: &str) -> bool {
    target.starts_with("https://") || target.starts_with("http://")
}
