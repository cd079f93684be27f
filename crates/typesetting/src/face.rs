//! The four faces of a paper, with the widths of Times New Roman.

use ttf_parser::{Face as Letters, GlyphId};

static FILES: [&[u8]; 4] = [
    include_bytes!("../faces/regular.ttf"),
    include_bytes!("../faces/bold.ttf"),
    include_bytes!("../faces/italic.ttf"),
    include_bytes!("../faces/bold-italic.ttf"),
];

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Chữ đứng.
    Regular,
    /// Chữ đậm.
    Bold,
    /// Chữ nghiêng.
    Italic,
    /// Chữ nghiêng, đậm.
    BoldItalic,
}

impl Face {
    /// The face of words that are strong, slanted, or both.
    pub const fn of(strong: bool, slanted: bool) -> Self {
        match (strong, slanted) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// Its place among the four.
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// A face with its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Which face.
    pub face: Face,
    /// In points.
    pub size: f32,
}

impl Look {
    pub const fn new(face: Face, size: f32) -> Self {
        Self { face, size }
    }

    pub const fn regular(size: f32) -> Self {
        Self::new(Face::Regular, size)
    }

    pub const fn bold(size: f32) -> Self {
        Self::new(Face::Bold, size)
    }

    pub const fn italic(size: f32) -> Self {
        Self::new(Face::Italic, size)
    }
}

/// The faces, opened.
pub struct Faces {
    letters: [Letters<'static>; 4],
}

impl Faces {
    pub fn open() -> Self {
        let open =
            |bytes| Letters::parse(bytes, 0).expect("our own faces are fonts, a test opens them");
        Self { letters: FILES.map(open) }
    }

    pub fn letters(&self, face: Face) -> &Letters<'static> {
        &self.letters[face.place()]
    }

    /// The file of a face.
    pub fn file(face: Face) -> &'static [u8] {
        FILES[face.place()]
    }

    /// The glyph of a letter. One that the face lacks shows as a box, so that its loss is seen.
    pub fn glyph(&self, letter: char, face: Face) -> u16 {
        self.letters(face).glyph_index(letter).unwrap_or(GlyphId(0)).0
    }

    /// Width of a glyph, in thousandths of the size.
    pub fn thousandths(&self, glyph: u16, face: Face) -> f32 {
        let letters = self.letters(face);
        let advance = letters.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        f32::from(advance) * 1000.0 / f32::from(letters.units_per_em())
    }

    /// Width of a text, in points.
    pub fn width(&self, text: &str, look: Look) -> f32 {
        let wide = |letter| self.thousandths(self.glyph(letter, look.face), look.face);
        let thousandths: f32 = text.chars().map(wide).sum();
        thousandths * look.size / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widths_are_those_of_times_new_roman() {
        let faces = Faces::open();
        let check = |text: &str, look: Look, expect: f32| {
            let width = faces.width(text, look);
            assert!((width - expect).abs() < 0.01, "{text}: {width}");
        };
        // Advance widths of Times New Roman in units of 2048: A 1479, bold a 1024, space 512.
        check("A", Look::regular(2048.0), 1479.0);
        check("a", Look::bold(2048.0), 1024.0);
        check(" ", Look::italic(2048.0), 512.0);
    }

    #[test]
    fn every_vietnamese_letter_is_there() {
        let faces = Faces::open();
        let letters = "ăâđêôơưĂÂĐÊÔƠƯấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰ\
            áàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵÁÀẢÃẠÉÈẺẼẸÍÌỈĨỊÓÒỎÕỌÚÙỦŨỤÝỲỶỸỴ–—“”‘’…•₫²³";
        for face in [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic] {
            let missing: Vec<char> =
                letters.chars().filter(|letter| faces.glyph(*letter, face) == 0).collect();
            assert_eq!(missing, [], "{face:?}");
        }
    }
}
