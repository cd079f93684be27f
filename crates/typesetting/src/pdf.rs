//! Pages as PDF 1.7, with the faces that are used and what each glyph means, so that a text can be
//! searched and copied.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use crate::breaking::Piece;
use crate::face::{Face, Faces};
use crate::flow::{Mark, Page, pages};
use crate::paper::{Paper, Title};
use crate::sheet::{HEIGHT, STROKE, WIDTH};
use crate::wording;

const FACES: [Face; 4] = [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic];
const NAMES: [&[u8]; 4] = [b"F0", b"F1", b"F2", b"F3"];
const FONTS: [&[u8]; 4] = [b"Tinos", b"Tinos-Bold", b"Tinos-Italic", b"Tinos-BoldItalic"];

/// The glyphs that were used of each face.
type Used = [BTreeMap<u16, char>; 4];

/// A paper as PDF.
pub fn pdf(paper: &Paper) -> Vec<u8> {
    let faces = Faces::open();
    let pages = pages(paper, &faces);
    written(&pages, &title(paper), faces)
}

/// Pages as a file of a title.
pub(crate) fn written(pages: &[Page], title: &str, faces: Faces) -> Vec<u8> {
    let mut file = File { pdf: Pdf::new(), next: 1, faces, used: Used::default() };
    file.write(pages, title);
    file.pdf.finish()
}

/// Across and down.
const fn size(lies: bool) -> (f32, f32) {
    if lies { (HEIGHT, WIDTH) } else { (WIDTH, HEIGHT) }
}

fn title(paper: &Paper) -> String {
    match &paper.title {
        Title::Named { kind, subject } => format!("{kind} {subject}"),
        Title::Letter { subject } => format!("{} V/v {subject}", wording::number(paper)),
    }
}

struct File {
    pdf: Pdf,
    next: i32,
    faces: Faces,
    used: Used,
}

impl File {
    fn new_ref(&mut self) -> Ref {
        self.next += 1;
        Ref::new(self.next - 1)
    }

    fn write(&mut self, pages: &[Page], title: &str) {
        let [catalog, tree, info] = [(); 3].map(|()| self.new_ref());
        let fonts = FACES.map(|_| self.new_ref());
        let mut drawn = Vec::new();
        for page in pages {
            let refs = (self.new_ref(), self.new_ref());
            drawn.push((refs.0, refs.1, page.lies, deflated(&self.draw(page))));
        }
        self.pdf.catalog(catalog).pages(tree).lang(TextStr("vi"));
        let count = i32::try_from(drawn.len()).unwrap_or(i32::MAX);
        self.pdf.pages(tree).kids(drawn.iter().map(|page| page.0)).count(count);
        self.pdf.document_info(info).title(TextStr(title.trim())).producer(TextStr("hoithi"));
        for (id, content, lies, bytes) in drawn {
            let mut page = self.pdf.page(id);
            page.parent(tree).contents(content);
            let (width, height) = size(lies);
            page.media_box(Rect::new(0.0, 0.0, width, height));
            let mut resources = page.resources();
            let mut dictionary = resources.fonts();
            for face in FACES.into_iter().filter(|face| !self.used[face.place()].is_empty()) {
                dictionary.pair(Name(NAMES[face.place()]), fonts[face.place()]);
            }
            dictionary.finish();
            resources.finish();
            page.finish();
            self.pdf.stream(content, &bytes).filter(Filter::FlateDecode);
        }
        for face in FACES {
            if !self.used[face.place()].is_empty() {
                self.embed(face, fonts[face.place()]);
            }
        }
    }

    fn draw(&mut self, page: &Page) -> Vec<u8> {
        let mut content = Content::new();
        content.set_line_width(STROKE);
        let (_, height) = size(page.lies);
        for mark in &page.marks {
            match mark {
                Mark::Stroke { from, to } => {
                    content.move_to(from.0, height - from.1).line_to(to.0, height - to.1).stroke();
                }
                Mark::Fill { at, size } => {
                    content.rect(at.0, height - at.1 - size.1, size.0, size.1).fill_nonzero();
                }
                Mark::Ink(ink) => {
                    let [red, green, blue] = ink.parts();
                    content.set_fill_rgb(red, green, blue);
                }
                Mark::Words { x, y, pieces, stretch } => {
                    content.begin_text().next_line(*x, height - y);
                    for piece in pieces {
                        self.show(&mut content, piece, *stretch);
                    }
                    content.end_text();
                }
            }
        }
        content.finish().into_vec()
    }

    /// Words; a stretched space is a glyph and a step, so that whoever copies finds the space.
    fn show(&mut self, content: &mut Content, piece: &Piece, stretch: f32) {
        let (face, size) = (piece.look.face, piece.look.size);
        content.set_font(Name(NAMES[face.place()]), size);
        let mut shown = content.show_positioned();
        let mut items = shown.items();
        let mut bytes: Vec<u8> = Vec::new();
        for letter in piece.text.chars() {
            // A space at which no line breaks is a space to whoever copies it.
            let meant = if letter == '\u{a0}' { ' ' } else { letter };
            let glyph = self.faces.glyph(meant, face);
            self.used[face.place()].entry(glyph).or_insert(meant);
            bytes.extend(glyph.to_be_bytes());
            if letter == ' ' && stretch > 0.0 {
                items.show(Str(&bytes)).adjust(-stretch * 1000.0 / size);
                bytes.clear();
            }
        }
        if !bytes.is_empty() {
            items.show(Str(&bytes));
        }
    }

    fn embed(&mut self, face: Face, id: Ref) {
        let [cid, descriptor, meaning, file] = [(); 4].map(|()| self.new_ref());
        let name = Name(FONTS[face.place()]);
        let info =
            SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
        self.pdf
            .type0_font(id)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(meaning);
        let used = &self.used[face.place()];
        let mut font = self.pdf.cid_font(cid);
        font.subtype(CidFontType::Type2).base_font(name).system_info(info);
        font.font_descriptor(descriptor).default_width(0.0);
        font.cid_to_gid_map_predefined(Name(b"Identity"));
        let mut widths = font.widths();
        for glyph in used.keys() {
            widths.consecutive(*glyph, [self.faces.thousandths(*glyph, face)]);
        }
        widths.finish();
        font.finish();
        let mut map = UnicodeCmap::new(Name(b"Meaning"), info);
        for (glyph, letter) in used {
            map.pair(*glyph, *letter);
        }
        self.pdf.cmap(meaning, &map.finish());
        self.describe(face, descriptor, file);
        let bytes = Faces::file(face);
        let length = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
        self.pdf
            .stream(file, &deflated(bytes))
            .filter(Filter::FlateDecode)
            .pair(Name(b"Length1"), length);
    }

    fn describe(&mut self, face: Face, descriptor: Ref, file: Ref) {
        let letters = self.faces.letters(face);
        let em = f32::from(letters.units_per_em()) / 1000.0;
        let bounds = letters.global_bounding_box();
        let [left, bottom, right, top] = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
            .map(|edge| f32::from(edge) / em);
        let slanted = matches!(face, Face::Italic | Face::BoldItalic);
        self.pdf
            .font_descriptor(descriptor)
            .name(Name(FONTS[face.place()]))
            .flags(FontFlags::SYMBOLIC | FontFlags::SERIF)
            .bbox(Rect::new(left, bottom, right, top))
            .italic_angle(if slanted { -16.0 } else { 0.0 })
            .ascent(f32::from(letters.ascender()) / em)
            .descent(f32::from(letters.descender()) / em)
            .cap_height(662.0)
            .stem_v(80.0)
            .font_file2(file);
    }
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    let written = out.write_all(bytes).and_then(|()| out.finish());
    written.expect("memory takes what is written")
}
