//! The two fonts of a sheet: how wide their letters are, and how they are put into the file.

use std::collections::BTreeMap;

use kernel::Fault;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use ttf_parser::Face;

use typesetting::qr::deflated;

static REGULAR: &[u8] = include_bytes!("../../../../../front/fonts/paper-400.ttf");
static STRONG: &[u8] = include_bytes!("../../../../../front/fonts/paper-600.ttf");

/// A font with the letters that were used of it.
pub struct Font {
    name: &'static [u8],
    bytes: &'static [u8],
    face: Face<'static>,
    used: BTreeMap<u16, char>,
}

impl Font {
    /// For text.
    ///
    /// # Errors
    /// The font of the program cannot be read.
    pub fn regular() -> Result<Self, Fault> {
        Self::new(b"Paper-Regular", REGULAR)
    }

    /// For headings.
    ///
    /// # Errors
    /// The font of the program cannot be read.
    pub fn strong() -> Result<Self, Fault> {
        Self::new(b"Paper-Strong", STRONG)
    }

    fn new(name: &'static [u8], bytes: &'static [u8]) -> Result<Self, Fault> {
        let face = Face::parse(bytes, 0).map_err(|_| Fault::new("a font cannot be read"))?;
        Ok(Self { name, bytes, face, used: BTreeMap::new() })
    }

    fn thousandths(&self, glyph: u16) -> f32 {
        let advance = self.face.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0);
        f32::from(advance) * 1000.0 / f32::from(self.face.units_per_em())
    }

    /// The glyphs of a text; letters that the font lacks are left out.
    pub fn glyphs(&mut self, text: &str) -> Vec<u16> {
        let mut glyphs = Vec::new();
        for letter in text.chars() {
            if let Some(glyph) = self.face.glyph_index(letter) {
                self.used.insert(glyph.0, letter);
                glyphs.push(glyph.0);
            }
        }
        glyphs
    }

    /// How wide a text is, in the unit of the size.
    pub fn width(&mut self, text: &str, size: f32) -> f32 {
        let glyphs = self.glyphs(text);
        glyphs.iter().map(|glyph| self.thousandths(*glyph)).sum::<f32>() * size / 1000.0
    }
}

/// Puts a font into the file, with what each of its glyphs means, so that the text can be searched.
pub fn embed(pdf: &mut Pdf, font: &Font, id: Ref) {
    let [cid, descriptor, meaning, file] = [1, 2, 3, 4].map(|step| Ref::new(id.get() + step));
    let (name, face) = (Name(font.name), &font.face);
    let info = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
    pdf.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(meaning);
    let mut cid_font = pdf.cid_font(cid);
    cid_font.subtype(CidFontType::Type2).base_font(name).system_info(info);
    cid_font.font_descriptor(descriptor).default_width(0.0);
    cid_font.cid_to_gid_map_predefined(Name(b"Identity"));
    let widths = (0..face.number_of_glyphs()).map(|glyph| font.thousandths(glyph));
    cid_font.widths().consecutive(0, widths);
    cid_font.finish();
    let em = f32::from(face.units_per_em()) / 1000.0;
    let bounds = face.global_bounding_box();
    let [left, bottom, right, top] =
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| f32::from(edge) / em);
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0.0)
        .ascent(f32::from(face.ascender()) / em)
        .descent(f32::from(face.descender()) / em)
        .cap_height(f32::from(face.capital_height().unwrap_or(700)) / em)
        .stem_v(80.0)
        .font_file2(file);
    let mut map = UnicodeCmap::new(Name(b"Meaning"), info);
    for (glyph, letter) in &font.used {
        map.pair(*glyph, *letter);
    }
    pdf.cmap(meaning, &map.finish());
    let length = i32::try_from(font.bytes.len()).unwrap_or(i32::MAX);
    pdf.stream(file, &deflated(font.bytes))
        .filter(Filter::FlateDecode)
        .pair(Name(b"Length1"), length);
}
