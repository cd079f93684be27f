//! ODT (văn bản OpenDocument): paragraphs, tables, printed numbers of lists, footnotes at the end.

use std::collections::HashMap;

use crate::Limits;
use crate::element::{Element, Elements, Step};
use crate::flow::Flow;
use crate::package::Package;
use crate::undecodable::Undecodable;

/// Elements of which nothing is seen on the page.
const UNSEEN: [&str; 5] = ["tracked-changes", "annotation", "note-citation", "forms", "deletion"];
/// Blanks that one element may stand for.
const MOST_BLANKS: usize = 40;

/// The text of a document whose main part is known.
///
/// # Errors
/// A part is broken, locked or too large.
pub fn text(package: &mut Package<'_>, main: &str, limits: &Limits) -> Result<String, Undecodable> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.windows(15).any(|part| part == b"encryption-data") {
        return Err(Undecodable::OfficeLocked);
    }
    let mut body = Body::default();
    for part in ["styles.xml", main] {
        let bytes = package.part(part)?.unwrap_or_default();
        let mut elements = Elements::new(&bytes, limits.depth);
        body.reads = part == main;
        while let Some(step) = elements.next()? {
            body.take(&step);
        }
    }
    Ok(body.finish())
}

/// How a level of a list is counted.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    before: String,
    after: String,
    starts: u32,
}

#[derive(Default)]
struct Body {
    flow: Flow,
    styles: HashMap<(String, usize), Level>,
    /// The list style that is being read.
    style: String,
    /// The lists that have begun: style and count.
    lists: Vec<(String, u32)>,
    /// What is printed before the next paragraph.
    label: Option<String>,
    paragraphs: Vec<String>,
    notes: Vec<String>,
    in_note: bool,
    unseen: usize,
    reads: bool,
}

impl Body {
    fn take(&mut self, step: &Step) {
        match step {
            Step::Begin(element) if self.unseen > 0 || UNSEEN.contains(&element.name.as_str()) => {
                self.unseen += 1
            }
            Step::Begin(element) => self.begin(element),
            Step::End(_) if self.unseen > 0 => self.unseen -= 1,
            Step::End(name) => self.end(name),
            Step::Text(text) if self.unseen == 0 => self.push(text),
            Step::Text(_) => (),
        }
    }

    fn begin(&mut self, element: &Element) {
        let attribute = |name: &str| element.attribute(name).unwrap_or("").to_owned();
        match element.name.as_str() {
            "list-style" => self.style = attribute("name"),
            "list-level-style-number" | "list-level-style-bullet" => self.define(element),
            _ if !self.reads => (),
            "p" | "h" => self.paragraphs.push(String::new()),
            "line-break" => self.put("\n"),
            "tab" => self.put("\t"),
            "s" => {
                let count = attribute("c").parse().unwrap_or(1);
                self.put(&" ".repeat(count.min(MOST_BLANKS)));
            }
            "list" => {
                let outer = self.lists.last().map(|(style, _)| style.clone()).unwrap_or_default();
                let own = attribute("style-name");
                self.lists.push((if own.is_empty() { outer } else { own }, 0));
            }
            "list-item" => self.label = self.next_label(),
            "note-body" => self.in_note = true,
            "table" => self.flow.begin_table(),
            "table-row" => self.flow.begin_row(),
            "table-cell" => self.flow.begin_cell(),
            _ => (),
        }
    }

    fn define(&mut self, element: &Element) {
        let attribute = |name: &str| element.attribute(name).unwrap_or("").to_owned();
        let number = element.name.ends_with("number");
        let level = Level {
            format: if number { attribute("num-format") } else { "bullet".to_owned() },
            before: attribute("num-prefix"),
            after: attribute("num-suffix"),
            starts: attribute("start-value").parse().unwrap_or(1),
        };
        let depth = attribute("level").parse().unwrap_or(1);
        self.styles.insert((self.style.clone(), depth), level);
    }

    fn next_label(&mut self) -> Option<String> {
        let depth = self.lists.len();
        let (style, count) = self.lists.last_mut()?;
        let level = self.styles.get(&(style.clone(), depth))?;
        let number = level.starts.saturating_add(*count);
        *count += 1;
        match level.format.as_str() {
            "" => None,
            "bullet" => Some("-".to_owned()),
            format => Some(format!("{}{}{}", level.before, counted(format, number), level.after)),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            _ if !self.reads => (),
            "p" | "h" => self.end_paragraph(),
            "list" => drop(self.lists.pop()),
            "note-body" => self.in_note = false,
            "table" => self.flow.end_table(),
            _ => (),
        }
    }

    /// Letters between elements; white space in them is how the file is laid out.
    fn push(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        for letter in text.chars() {
            let is_blank = matches!(letter, ' ' | '\t' | '\r' | '\n');
            match is_blank {
                true if paragraph.ends_with(' ') || paragraph.is_empty() => (),
                true => paragraph.push(' '),
                false => paragraph.push(letter),
            }
        }
    }

    fn put(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(text) = self.paragraphs.pop() else { return };
        let text = match self.label.take().filter(|_| !text.trim().is_empty()) {
            Some(label) => format!("{label} {text}"),
            None => text,
        };
        match self.in_note {
            true => self.notes.push(text),
            false => self.flow.paragraph(&text),
        }
    }

    fn finish(mut self) -> String {
        self.notes.iter().for_each(|note| self.flow.paragraph(note));
        self.flow.finish()
    }
}

fn counted(format: &str, number: u32) -> String {
    use crate::docx::numbering::count_as;
    match format {
        "I" => count_as("upperRoman", number),
        "i" => count_as("lowerRoman", number),
        "A" => count_as("upperLetter", number),
        "a" => count_as("lowerLetter", number),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::{SimpleFileOptions, ZipWriter};

    use crate::undecodable::Undecodable;
    use crate::{How, Limits, decode};

    fn package(body: &str, manifest: &str) -> Vec<u8> {
        let content = format!("<c><body><text>{body}</text></body></c>");
        let parts = [("content.xml", content.as_str()), ("META-INF/manifest.xml", manifest)];
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in
            [("mimetype", "application/vnd.oasis.opendocument.text")].into_iter().chain(parts)
        {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[track_caller]
    fn check(body: &str, expect: &str) {
        let found = decode(&package(body, "<m/>"), &Limits::default()).map(|it| (it.text, it.how));
        assert_eq!(found, Ok((expect.to_owned(), How::Odt)));
    }

    #[test]
    fn paragraphs_tables_and_notes_are_read() {
        check(
            "<p>a\n  b<s c=\"2\"/>c<line-break/>d</p><tracked-changes><p>x</p></tracked-changes>",
            "a b  c\nd\n",
        );
        let cell = |text: &str| format!("<table-cell><p>{text}</p></table-cell>");
        let row = |cells: [&str; 3]| format!("<table-row>{}</table-row>", cells.map(cell).concat());
        let rows = row(["TT", "x", "y"]) + &row(["1", "b", "c"]);
        check(&format!("<table>{rows}</table>"), "TT | x | y\n1 | b | c\n");
        check(
            "<p>a<note><note-citation>1</note-citation><note-body><p>n</p></note-body></note>b</p>",
            "ab\nn\n",
        );
    }

    #[test]
    fn numbers_of_lists_are_printed() {
        let style = "<list-style name=\"L\"><list-level-style-number level=\"1\" num-format=\"I\" num-suffix=\".\"/>\
            <list-level-style-bullet level=\"2\"/></list-style>";
        let item = |inside: &str| format!("<list-item>{inside}</list-item>");
        let inner = format!("<list>{}</list>", item("<p>b</p>"));
        let list = format!(
            "<list style-name=\"L\">{}{}</list>",
            item(&format!("<p>a</p>{inner}")),
            item("<p>c</p>")
        );
        check(&format!("{style}{list}"), "I. a\n- b\nII. c\n");
    }

    #[test]
    fn a_locked_document_is_said() {
        let bytes = package("<p>a</p>", "<m><encryption-data/></m>");
        assert_eq!(decode(&bytes, &Limits::default()), Err(Undecodable::OfficeLocked));
    }
}
