//! A poster or a leaflet as PDF: one page, text in the typeface of the screen, the code as squares.

mod font;

use kernel::Fault;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use self::font::{Font, embed};
use super::sheet::Sheet;
use typesetting::qr::{Code, deflated};

/// A size of paper, in points.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    width: f32,
    height: f32,
}

/// A4, for a poster.
pub const A4: Paper = Paper { width: 595.28, height: 841.89 };
/// A5, for a leaflet.
pub const A5: Paper = Paper { width: 419.53, height: 595.28 };

type Colour = [f32; 3];
const INK: Colour = [0.09, 0.13, 0.17];
const SOFT: Colour = [0.33, 0.38, 0.44];
const ACCENT: Colour = [0.043, 0.353, 0.388];
const WHITE: Colour = [1.0, 1.0, 1.0];

/// Sizes of letters for the paper's width of A4: kicker, name, large, text, small.
const NAME: f32 = 32.0;
const LARGE: f32 = 20.0;
const TEXT: f32 = 13.0;
const SMALL: f32 = 10.5;
const CODE: f32 = 150.0;

/// The sheet on paper. What does not fit at full size is written smaller, never cut.
///
/// # Errors
/// The fonts of the program cannot be read.
pub fn written(sheet: &Sheet, paper: Paper) -> Result<Vec<u8>, Fault> {
    let mut scale = paper.width / A4.width;
    for _ in 0..24 {
        let mut pen = Pen::new(paper, scale)?;
        pen.sheet(sheet);
        if pen.fits {
            return Ok(pen.finish(&sheet.name));
        }
        scale *= 0.94;
    }
    Err(Fault::new("a sheet does not fit on its paper even in small letters"))
}

/// How a text looks: font 0 is regular, 1 strong.
#[derive(Clone, Copy)]
struct Look {
    font: usize,
    size: f32,
    colour: Colour,
}

const fn look(font: usize, size: f32, colour: Colour) -> Look {
    Look { font, size, colour }
}

struct Pen {
    paper: Paper,
    scale: f32,
    margin: f32,
    content: Content,
    fonts: [Font; 2],
    y: f32,
    fits: bool,
}

impl Pen {
    fn new(paper: Paper, scale: f32) -> Result<Self, Fault> {
        let fonts = [Font::regular()?, Font::strong()?];
        let margin = paper.width * 0.085;
        Ok(Self {
            paper,
            scale,
            margin,
            content: Content::new(),
            fonts,
            y: paper.height,
            fits: true,
        })
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let width = self.paper.width - 2.0 * self.margin;
        self.head(sheet, width);
        if let Some(deadline) = &sheet.deadline {
            self.space(18.0);
            self.block(&deadline.what, look(0, TEXT, SOFT), (self.margin, width));
            if let Some((was, by)) = &deadline.was {
                self.struck(was, look(0, TEXT, SOFT));
                self.block(by, look(0, TEXT, SOFT), (self.margin, width));
            }
            self.block(&deadline.when, look(1, LARGE * 1.4, ACCENT), (self.margin, width));
        }
        self.space(14.0);
        let (top, code) = (self.y, CODE * self.scale);
        let column = width - code - 28.0 * self.scale;
        for (heading, lines) in &sheet.parts {
            self.block(heading, look(1, TEXT, INK), (self.margin, column));
            for line in lines {
                self.block(&format!("• {line}"), look(0, TEXT, INK), (self.margin, column));
            }
            self.space(10.0);
        }
        let below = self.y;
        let left = self.paper.width - self.margin - code;
        self.code(&sheet.code, (left, top - code), code);
        self.y = top - code - 4.0 * self.scale;
        self.block(&sheet.scan, look(0, SMALL, INK), (left, code));
        self.y = self.y.min(below) - 6.0 * self.scale;
        self.foot(sheet, width);
    }

    /// A band of colour with what it is, where and when.
    fn head(&mut self, sheet: &Sheet, width: f32) {
        let name = look(1, NAME, WHITE);
        let lines = self.lines(&sheet.name, name, width).len();
        let lines = f32::from(u16::try_from(lines).unwrap_or(u16::MAX));
        let band = (lines * NAME * 1.25 + 92.0) * self.scale;
        let rect = (0.0, self.paper.height - band, self.paper.width, band);
        self.fill(ACCENT, rect);
        self.y = self.paper.height - 36.0 * self.scale;
        self.block(&sheet.kicker, look(0, TEXT, WHITE), (self.margin, width));
        self.space(6.0);
        self.block(&sheet.name, name, (self.margin, width));
        self.y = self.paper.height - band;
        self.space(16.0);
        if let Some(summary) = &sheet.summary {
            self.block(summary, look(0, TEXT * 1.15, INK), (self.margin, width));
        }
    }

    fn foot(&mut self, sheet: &Sheet, width: f32) {
        for contact in &sheet.contacts {
            self.block(contact, look(0, SMALL, INK), (self.margin, width));
        }
        self.block(&sheet.url, look(1, SMALL, ACCENT), (self.margin, width));
        self.fits &= self.y > self.margin * 0.6;
    }

    fn space(&mut self, points: f32) {
        self.y -= points * self.scale;
    }

    /// Text broken into lines of a width, downwards from where the pen stands.
    fn block(&mut self, text: &str, look: Look, (x, width): (f32, f32)) {
        for line in self.lines(text, look, width) {
            self.y -= look.size * self.scale * 1.3;
            self.line(&line, look, x);
        }
    }

    fn struck(&mut self, text: &str, look: Look) {
        let size = look.size * self.scale;
        self.y -= size * 1.3;
        self.line(text, look, self.margin);
        let width = self.fonts[look.font].width(text, size);
        self.fill(look.colour, (self.margin, self.y + size * 0.27, width, size * 0.06));
    }

    fn lines(&mut self, text: &str, look: Look, width: f32) -> Vec<String> {
        let (font, size) = (&mut self.fonts[look.font], look.size * self.scale);
        let mut lines: Vec<String> = Vec::new();
        for word in pieces(text) {
            let joined = lines.last().map(|line| format!("{line}{word}"));
            match (joined, lines.last_mut()) {
                (Some(joined), Some(line)) if font.width(joined.trim_end(), size) <= width => {
                    *line = joined;
                }
                _ => lines.push(word),
            }
        }
        lines
    }

    fn line(&mut self, text: &str, look: Look, x: f32) {
        let glyphs = self.fonts[look.font].glyphs(text.trim_end());
        let bytes: Vec<u8> = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
        let [red, green, blue] = look.colour;
        let name = if look.font == 0 { Name(b"F0") } else { Name(b"F1") };
        self.content.set_fill_rgb(red, green, blue).begin_text();
        self.content.set_font(name, look.size * self.scale).next_line(x, self.y);
        self.content.show(Str(&bytes)).end_text();
    }

    fn fill(&mut self, [red, green, blue]: Colour, (x, y, width, height): (f32, f32, f32, f32)) {
        self.content.set_fill_rgb(red, green, blue).rect(x, y, width, height).fill_nonzero();
    }

    fn code(&mut self, code: &Code, (x, y): (f32, f32), side: f32) {
        let count = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
        let module = side / count(code.side());
        self.content.set_fill_rgb(0.0, 0.0, 0.0);
        for row in 0..code.side() {
            let bottom = y + side - module * count(row + 1);
            for (column, length) in code.stretches(row) {
                let left = x + module * count(column);
                self.content.rect(left, bottom, module * count(length), module);
            }
        }
        self.content.fill_nonzero();
    }

    fn finish(self, title: &str) -> Vec<u8> {
        let [catalog, pages, page, content, info, first, second] =
            [1, 2, 3, 4, 5, 10, 20].map(Ref::new);
        let mut pdf = Pdf::new();
        pdf.catalog(catalog).pages(pages).lang(TextStr("vi"));
        pdf.pages(pages).kids([page]).count(1);
        let mut sheet = pdf.page(page);
        sheet.parent(pages).contents(content);
        sheet.media_box(Rect::new(0.0, 0.0, self.paper.width, self.paper.height));
        sheet.resources().fonts().pair(Name(b"F0"), first).pair(Name(b"F1"), second);
        sheet.finish();
        let drawn = deflated(&self.content.finish());
        pdf.stream(content, &drawn).filter(Filter::FlateDecode);
        pdf.document_info(info).title(TextStr(title)).producer(TextStr("hoithi"));
        for (font, id) in self.fonts.iter().zip([first, second]) {
            embed(&mut pdf, font, id);
        }
        pdf.finish()
    }
}

/// Where a text may be broken: after blanks, and after the slashes and hyphens of an address.
fn pieces(text: &str) -> Vec<String> {
    let parts = text.split_inclusive([' ', '/', '-']);
    parts.map(str::to_owned).collect()
}
