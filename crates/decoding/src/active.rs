//! What a file would do when it is opened: scripts, programs, macros, parts from elsewhere.

use flate2::read::ZlibDecoder;
use serde::{Deserialize, Serialize};
use std::io::Read;

use crate::element::{Elements, Step};
use crate::package::Package;
use crate::undecodable::Undecodable;
use crate::{Kind, Limits, sniff};

/// Something that a file does by itself, or brings with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Active {
    /// A PDF with JavaScript.
    Script,
    /// A PDF that starts a program.
    Launch,
    /// A PDF that holds other files.
    Attachment,
    /// A PDF whose form is a program of its own.
    Form,
    /// A PDF with films and sounds.
    Media,
    /// An office document with macros.
    Macro,
    /// A document that fetches something from elsewhere, or sends something there.
    Elsewhere,
    /// An office document that holds objects of other programs.
    Object,
}

/// Names in a PDF that tell what it does.
const NAMES: [(&str, Active); 10] = [
    ("JavaScript", Active::Script),
    ("JS", Active::Script),
    ("Launch", Active::Launch),
    ("EmbeddedFile", Active::Attachment),
    ("EmbeddedFiles", Active::Attachment),
    ("XFA", Active::Form),
    ("RichMedia", Active::Media),
    ("SubmitForm", Active::Elsewhere),
    ("ImportData", Active::Elsewhere),
    ("GoToR", Active::Elsewhere),
];
/// Parts of an office document that tell what it does, by how their names go on.
const PARTS: [(&str, Active); 4] = [
    ("vbaProject.bin", Active::Macro),
    ("/embeddings/", Active::Object),
    ("/activeX/", Active::Object),
    ("/afchunk", Active::Object),
];
/// Parts of a document of Word that hold fields, by how their names begin.
const WITH_FIELDS: [&str; 5] =
    ["word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes"];
/// Fields that fetch something, by their first word.
const FETCHING: [&str; 5] = ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK"];
/// Bytes of a field that are looked at.
const LONGEST_FIELD: usize = 200;
/// A link that a person follows is nothing that the document fetches.
const LINK: &str = "/hyperlink";

/// What a file does by itself, each once, in order. Nothing for kinds that do nothing.
///
/// # Errors
/// It is a package that cannot be opened, or holds more than is taken.
pub fn active(bytes: &[u8], limits: &Limits) -> Result<Vec<Active>, Undecodable> {
    let mut found = match sniff::kind(bytes) {
        Ok(Kind::Pdf) => of_pdf(bytes, limits.unpacked),
        Ok(Kind::Package) => of_package(bytes, limits)?,
        _ => Vec::new(),
    };
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn of_package(bytes: &[u8], limits: &Limits) -> Result<Vec<Active>, Undecodable> {
    let mut package = Package::open(bytes, limits)?;
    let names = package.names();
    let told = |name: &String| {
        let part = PARTS.iter().find(|(part, _)| name.contains(part));
        part.map(|(_, active)| *active)
    };
    let mut found: Vec<Active> = names.iter().filter_map(told).collect();
    for name in &names {
        let asks = match name {
            _ if name.ends_with(".rels") => fetches,
            _ if WITH_FIELDS.iter().any(|part| name.starts_with(part)) => has_fetching_field,
            _ => continue,
        };
        let part = package.part(name)?.unwrap_or_default();
        if asks(&part, limits.depth)? {
            found.push(Active::Elsewhere);
        }
    }
    Ok(found)
}

/// Whether a field of a part fetches something. The words of a field may stand in several pieces.
fn has_fetching_field(part: &[u8], depth: usize) -> Result<bool, Undecodable> {
    let mut elements = Elements::new(part, depth);
    let (mut field, mut reads) = (String::new(), false);
    while let Some(step) = elements.next()? {
        match &step {
            Step::Begin(element) => match element.name.as_str() {
                "instrText" => reads = true,
                "fldChar" if element.attribute("fldCharType") == Some("begin") => field.clear(),
                "fldSimple" => field = element.attribute("instr").unwrap_or_default().to_owned(),
                _ => (),
            },
            Step::End(name) => reads &= name != "instrText",
            Step::Text(text) if reads && field.len() < LONGEST_FIELD => field.push_str(text),
            Step::Text(_) => (),
        }
        let word = field.split_whitespace().next().unwrap_or_default();
        if FETCHING.iter().any(|known| word.eq_ignore_ascii_case(known)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the relations of a part name something outside that is fetched when the document is opened.
fn fetches(relations: &[u8], depth: usize) -> Result<bool, Undecodable> {
    let mut elements = Elements::new(relations, depth);
    while let Some(step) = elements.next()? {
        let Step::Begin(element) = step else { continue };
        let is_outside = element.attribute("TargetMode") == Some("External");
        let is_link = element.attribute("Type").is_some_and(|kind| kind.ends_with(LINK));
        if is_outside && !is_link {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Looks at names between streams, and in the streams that hold objects.
fn of_pdf(bytes: &[u8], mut left: u64) -> Vec<Active> {
    let mut found = Vec::new();
    let (mut at, mut holds_objects) = (0, false);
    while let Some(next) = bytes[at..].iter().position(|byte| matches!(byte, b'/' | b's')) {
        at += next;
        let rest = &bytes[at..];
        if rest.starts_with(b"stream\n") || rest.starts_with(b"stream\r") {
            if holds_objects {
                found.extend(names(&unpacked(&rest[b"stream".len()..], &mut left)));
            }
            holds_objects = false;
            at += past(rest, b"endstream");
            continue;
        }
        if rest[0] == b'/' {
            let name = name(&rest[1..]);
            holds_objects |= name == "ObjStm";
            found.extend(told(&name));
        }
        at += 1;
    }
    found
}

fn names(bytes: &[u8]) -> Vec<Active> {
    let begins = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    begins.filter_map(|(at, _)| told(&name(&bytes[at + 1..]))).collect()
}

fn told(name: &str) -> Option<Active> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, active)| *active)
}

/// A name as it is meant: `#4A` is a way to write a letter.
fn name(bytes: &[u8]) -> String {
    const LONGEST: usize = 48;
    let mut name = String::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at).filter(|_| name.len() < LONGEST) {
        let written = match byte {
            b'#' => bytes.get(at + 1..at + 3).and_then(|two| std::str::from_utf8(two).ok()),
            _ => None,
        };
        match written.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(letter) => {
                name.push(char::from(letter));
                at += 3;
            }
            None if byte.is_ascii_alphanumeric() => {
                name.push(char::from(*byte));
                at += 1;
            }
            None => break,
        }
    }
    name
}

/// What a stream unpacks to, as far as something is left to unpack; nothing where it is packed otherwise.
fn unpacked(stream: &[u8], left: &mut u64) -> Vec<u8> {
    let begin = stream.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(0);
    let mut bytes = Vec::new();
    // One that breaks off has given what it holds until there.
    let _ = ZlibDecoder::new(&stream[begin..]).take(*left).read_to_end(&mut bytes);
    *left -= bytes.len() as u64;
    bytes
}

/// How far it is until these bytes have passed; to the end where they do not come.
fn past(bytes: &[u8], end: &[u8]) -> usize {
    let found = bytes.windows(end.len()).position(|window| window == end);
    found.map_or(bytes.len(), |at| at + end.len())
}

#[cfg(test)]
#[path = "active_tests.rs"]
mod tests;
