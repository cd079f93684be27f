//! Typesetting (trình bày văn bản): official papers in the layout of Annex I of Decree 30/2020/NĐ-CP.
//!
//! A [`Paper`] says what a paper says and nothing about millimetres. [`pdf()`] and [`docx()`] lay the same
//! paper out: the first for sending and printing, the second for an office that still corrects it. Both
//! give the same bytes for the same paper. A [`Form`] is what people fill in by pen, laid out by the same hands.

mod breaking;
mod certificate;
mod docx;
mod face;
mod flow;
mod form;
mod paper;
mod pdf;
pub mod qr;
mod sheet;
mod wording;

pub use certificate::{Certificate, certificates};
pub use docx::docx;
pub use form::{Form, forms};
pub use paper::{
    Align, Annex, Authority, Blank, Block, Column, Dated, Heading, Paper, Post, Run, Signature,
    Table, Title,
};
pub use pdf::pdf;
