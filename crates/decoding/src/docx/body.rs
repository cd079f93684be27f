//! The body of a document: runs into paragraphs, paragraphs into the flow.

use documents::legacy::{self, Charset};

use super::numbering::{Numbering, Wanted};
use crate::element::Element;
use crate::flow::Flow;

/// Elements of which nothing is seen on the page.
const UNSEEN: [&str; 8] = [
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "Fallback",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
];

/// What has been read so far.
pub struct Body {
    flow: Flow,
    numbering: Numbering,
    /// Paragraphs that have begun: a text box stands within one.
    paragraphs: Vec<Paragraph>,
    run: Run,
    /// How deep the reading is within elements of which nothing is seen.
    unseen: usize,
    /// Whether letters are text: they stand in `w:t`.
    reads: bool,
    letters: usize,
    most: usize,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    wanted: Wanted,
    in_properties: bool,
    /// Texts of boxes that are anchored in it.
    boxes: Vec<String>,
}

/// How the letters of a run look.
#[derive(Default)]
struct Run {
    hidden: bool,
    capitals: bool,
    font: Option<String>,
}

impl Body {
    /// An empty body; `most` is how many bytes of text are enough.
    pub fn new(numbering: Numbering, most: usize) -> Self {
        let (flow, paragraphs, run) = (Flow::default(), Vec::new(), Run::default());
        Self { flow, numbering, paragraphs, run, unseen: 0, reads: false, letters: 0, most }
    }

    /// Whether there is more text than any paper has.
    pub fn is_too_long(&self) -> bool {
        self.letters > self.most
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        self.flow.finish()
    }

    /// An element begins.
    pub fn begin(&mut self, element: &Element) {
        let name = element.name.as_str();
        if self.unseen > 0 || UNSEEN.contains(&name) || is_separator(element) {
            self.unseen += 1;
            return;
        }
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.run = Run::default(),
            "t" => self.reads = true,
            "tbl" => self.flow.begin_table(),
            "tr" => self.flow.begin_row(),
            "tc" => self.flow.begin_cell(),
            "tab" if !self.in_properties() => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" | "sym" => self.push("-"),
            _ => self.property(element),
        }
    }

    fn property(&mut self, element: &Element) {
        let value = element.value().map(str::to_owned);
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match element.name.as_str() {
            "pPr" => paragraph.in_properties = true,
            "pStyle" => paragraph.wanted.style = value,
            "numId" => paragraph.wanted.number = value,
            "ilvl" => paragraph.wanted.level = value.and_then(|text| text.parse().ok()),
            "vanish" if !paragraph.in_properties => self.run.hidden = element.is_on(),
            "caps" if !paragraph.in_properties => self.run.capitals = element.is_on(),
            "rFonts" => self.run.font = element.attribute("ascii").map(str::to_owned),
            _ => (),
        }
    }

    fn in_properties(&self) -> bool {
        self.paragraphs.last().is_some_and(|paragraph| paragraph.in_properties)
    }

    /// An element ends.
    pub fn end(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "pPr" => {
                self.run = Run::default();
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.in_properties = false;
                }
            }
            "t" => self.reads = false,
            "tbl" => self.flow.end_table(),
            _ => (),
        }
    }

    /// Letters.
    pub fn text(&mut self, text: &str) {
        if self.unseen > 0 || !self.reads || self.run.hidden {
            return;
        }
        let font = self.run.font.as_deref().unwrap_or("");
        let mut text = match legacy::of_font(font).filter(|_| !is_unicode(text)) {
            Some(charset) => legacy::to_unicode(text, charset),
            None => text.to_owned(),
        };
        if self.run.capitals || (legacy::is_capital_font(font) && self.is_abc()) {
            text = text.to_uppercase();
        }
        self.push(&text);
    }

    fn is_abc(&self) -> bool {
        self.run.font.as_deref().and_then(legacy::of_font) == Some(Charset::Tcvn3)
    }

    fn push(&mut self, text: &str) {
        self.letters += text.len();
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let label = match paragraph.text.trim().is_empty() {
            true => None,
            false => self.numbering.label(&paragraph.wanted),
        };
        let text = match label {
            Some(label) => format!("{label} {}", paragraph.text.trim_start()),
            None => paragraph.text,
        };
        match self.paragraphs.last_mut() {
            Some(outer) => outer.boxes.extend([text].into_iter().chain(paragraph.boxes)),
            None => {
                self.flow.paragraph(&text);
                paragraph.boxes.iter().for_each(|text| self.flow.paragraph(text));
            }
        }
    }
}

/// The lines that Word draws above footnotes are kept as footnotes.
fn is_separator(element: &Element) -> bool {
    let is_note = matches!(element.name.as_str(), "footnote" | "endnote");
    is_note && element.attribute("type").is_some_and(|kind| kind != "normal")
}

/// Text that needs no font to look Vietnamese; some programs change the letters and leave the font's name.
fn is_unicode(text: &str) -> bool {
    text.chars().any(|letter| letter > '\u{FF}' && letter.is_alphabetic())
}
