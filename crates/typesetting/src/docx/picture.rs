//! Codes for phones as pictures of WordprocessingML.

use std::collections::BTreeMap;

use super::markup::{Stand, paragraph, twips};
use super::table::rooms;
use crate::face::Look;
use crate::flow::CODE_SIDE;
use crate::paper::{Align, Block, Paper};
use crate::qr::Code;
use crate::sheet::{BETWEEN, SMALLER, TEXT_WIDTH};

/// Pictures of a document: by the id of their relation.
pub type Pictures = BTreeMap<String, Vec<u8>>;

/// English metric units in a point, in which pictures are measured.
const UNITS: f32 = 12_700.0;

/// The pictures of all codes of a paper.
pub fn of_paper(paper: &Paper) -> Pictures {
    let annexes = paper.annexes.iter().flat_map(|annex| &annex.body);
    of_blocks(paper.body.iter().chain(annexes))
}

/// The pictures of all codes among blocks.
pub fn of_blocks<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> Pictures {
    let codes = blocks.into_iter().filter_map(|block| match block {
        Block::Code(code, _) => Some((id(code), code.png())),
        _ => None,
    });
    codes.collect()
}

/// The same code is one picture, and has the same id wherever it stands.
fn id(code: &Code) -> String {
    let mut sum = flate2::Crc::new();
    for row in 0..code.side() {
        for (column, length) in code.stretches(row) {
            sum.update(&row.to_be_bytes());
            sum.update(&column.to_be_bytes());
            sum.update(&length.to_be_bytes());
        }
    }
    format!("rIdCode{:08x}", sum.sum())
}

/// A code with its words beside it.
pub fn block(code: &Code, words: &str) -> String {
    let words = paragraph(Stand::at(Align::Left), &[(words, Look::italic(SMALLER))]);
    let beside = CODE_SIDE + BETWEEN;
    rooms(&[(beside, drawing(code)), (TEXT_WIDTH - beside, words)])
        + &paragraph(Stand { narrow: true, ..Stand::at(Align::Left) }, &[])
}

fn drawing(code: &Code) -> String {
    let (side, id) = (format!("{:.0}", CODE_SIDE * UNITS), id(code));
    let after = twips(BETWEEN);
    format!(
        r#"<w:p><w:pPr><w:spacing w:before="0" w:after="{after}"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/><wp:docPr id="1" name="QR" descr="QR"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="QR"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
    )
}
