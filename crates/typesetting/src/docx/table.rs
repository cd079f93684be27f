//! Tables of WordprocessingML: those of the body with borders, and rooms side by side without.

use super::markup::{Stand, paragraph, twips};
use crate::face::Look;
use crate::paper::{Align, Table};
use crate::sheet::{CELL, TEXT_WIDTH};

/// Rooms side by side: width and content of each.
pub fn rooms(rooms: &[(f32, String)]) -> String {
    let mut out = String::from(
        r#"<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#,
    );
    out.extend(rooms.iter().map(|(width, _)| grid(*width)));
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>");
    out.extend(rooms.iter().map(|(width, content)| cell(*width, content)));
    out.push_str("</w:tr></w:tbl>");
    out
}

/// A table of the body.
pub fn table(table: &Table) -> String {
    let all: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
    let widths: Vec<f32> = table
        .columns
        .iter()
        .map(|column| TEXT_WIDTH * f32::from(column.share.max(1)) / all)
        .collect();
    let mut out = String::from(
        r#"<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblBorders>"#,
    );
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        out.push_str(&format!(
            r#"<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
        ));
    }
    out.push_str(r#"</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#);
    out.extend(widths.iter().map(|width| grid(*width)));
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
    for (column, width) in table.columns.iter().zip(&widths) {
        out.push_str(&text(*width, &column.head, Align::Centre, Look::bold(CELL)));
    }
    out.push_str("</w:tr>");
    for (at, row) in table.rows.iter().enumerate() {
        let sum = table.sum && at + 1 == table.rows.len();
        let look = if sum { Look::bold(CELL) } else { Look::regular(CELL) };
        out.push_str("<w:tr>");
        for (place, (column, width)) in table.columns.iter().zip(&widths).enumerate() {
            let words = row.get(place).map_or("", String::as_str);
            out.push_str(&text(*width, words, column.align, look));
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    out
}

fn grid(width: f32) -> String {
    format!(r#"<w:gridCol w:w="{}"/>"#, twips(width))
}

fn text(width: f32, words: &str, align: Align, look: Look) -> String {
    let stand = Stand { before: 3.0, after: 3.0, ..Stand::at(align) };
    cell(width, &paragraph(stand, &[(words, look)]))
}

fn cell(width: f32, content: &str) -> String {
    let width = twips(width);
    format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>"#)
}
