//! An address as a QR code (mã QR): paths for pages, dots for pictures, rectangles for papers.

use std::io::Write;

use fast_qr::{ECL, QRBuilder};
use kernel::Fault;

/// White modules around the code, as the standard demands.
const MARGIN: usize = 4;
/// Dots of one module in the PNG: a poster stays sharp.
const DOTS: usize = 16;

/// The code of an address; a quarter of it may be dirty.
///
/// # Errors
/// The address is too long for any code.
pub fn code(address: &str) -> Result<Code, Fault> {
    let made = QRBuilder::new(address).ecl(ECL::Q).build();
    let made = made.map_err(|_| Fault::new("an address does not fit into a QR code"))?;
    let modules = (0..made.size).flat_map(|row| made[row].iter().map(|module| module.value()));
    Ok(Code { size: made.size, dark: modules.collect() })
}

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    size: usize,
    /// Row by row, without the margin.
    dark: Vec<bool>,
}

impl Code {
    /// Modules of one side, the margin included.
    pub const fn side(&self) -> usize {
        self.size + 2 * MARGIN
    }

    /// Whether a module is dark; the margin is not.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        let inside = MARGIN..MARGIN + self.size;
        inside.contains(&row)
            && inside.contains(&column)
            && self.dark[(row - MARGIN) * self.size + column - MARGIN]
    }

    /// Dark stretches of a row: where each begins, and how long it is.
    pub fn stretches(&self, row: usize) -> Vec<(usize, usize)> {
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for column in (0..self.side()).filter(|column| self.is_dark(row, *column)) {
            match stretches.last_mut() {
                Some((begin, length)) if *begin + *length == column => *length += 1,
                _ => stretches.push((column, 1)),
            }
        }
        stretches
    }

    /// As SVG, one unit for each module.
    pub fn svg(&self) -> String {
        let side = self.side();
        let mut path = String::new();
        for row in 0..side {
            for (column, length) in self.stretches(row) {
                path.push_str(&format!("M{column} {row}h{length}v1h-{length}z"));
            }
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
             <path d=\"{path}\"/></svg>"
        )
    }

    /// As PNG of black and white dots.
    pub fn png(&self) -> Vec<u8> {
        let dots = self.side() * DOTS;
        let size = u32::try_from(dots).unwrap_or(u32::MAX).to_be_bytes();
        let (depth, greyscale) = (1, 0);
        let header = [&size[..], &size, &[depth, greyscale, 0, 0, 0]].concat();
        let mut rows = Vec::new();
        for row in 0..self.side() {
            let line = self.line(row);
            for _ in 0..DOTS {
                rows.push(0);
                rows.extend_from_slice(&line);
            }
        }
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (name, data) in [(b"IHDR", header), (b"IDAT", deflated(&rows)), (b"IEND", Vec::new())] {
            chunk(&mut png, *name, &data);
        }
        png
    }

    /// One row of dots, eight to the byte; a set bit is white. A module is a whole number of bytes.
    fn line(&self, row: usize) -> Vec<u8> {
        let shade = |column: usize| if self.is_dark(row, column) { 0 } else { 0xff };
        (0..self.side()).flat_map(|column| [shade(column); DOTS / 8]).collect()
    }
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    let mut sum = flate2::Crc::new();
    sum.update(&name);
    sum.update(data);
    png.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    png.extend(name);
    png.extend(data);
    png.extend(sum.sum().to_be_bytes());
}

/// Bytes in the packing of zlib, as PNG and PDF want it.
pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packing = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packing.write_all(bytes).expect("writing into memory does not fail");
    packing.finish().expect("writing into memory does not fail")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_margin_and_its_finders() {
        let code = code("https://hoithi.example/hoi-thi/x").unwrap();
        assert!((0..code.side()).all(|at| !code.is_dark(3, at) && !code.is_dark(at, 3)));
        assert_eq!(code.stretches(MARGIN)[0], (MARGIN, 7));
        assert_eq!(code.stretches(0), []);
    }

    #[test]
    fn the_picture_of_dots_says_its_size() {
        let code = code("https://hoithi.example/hoi-thi/x").unwrap();
        let png = code.png();
        let side = u32::try_from(code.side() * DOTS).unwrap().to_be_bytes();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&png[16..24], [side, side].concat());
        assert_eq!(&png[png.len() - 8..], b"IEND\xaeB`\x82");
    }
}
