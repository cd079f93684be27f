//! A certificate, to be framed.

use crate::face::Faces;
use crate::flow::certificate_page;
use crate::paper::{Dated, Signature};
use crate::pdf;
use crate::qr::Code;

/// A certificate (giấy chứng nhận) on a sheet of A4 that lies: state and motto over the issuer, what it is, to whom, for
/// what, who signs, and by which code anybody finds whether it is genuine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Whether a frame is drawn; sheets that a printer sells have one already (phôi).
    pub is_framed: bool,
    /// Cơ quan chủ quản, where one is printed.
    pub superior: Option<String>,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// What it is: `Giấy chứng nhận`.
    pub kind: String,
    /// What stands over the names: `Chứng nhận`.
    pub opening: String,
    /// Names, one on each line.
    pub holder: String,
    /// Of which unit; may be empty.
    pub unit: String,
    /// What is certified, in large letters: `Đạt giải Nhì`.
    pub prize: String,
    /// For what, one line below the other.
    pub lines: Vec<String>,
    /// At the left foot: number in the book, decision.
    pub notes: Vec<String>,
    /// Địa danh.
    pub place: String,
    /// Of which day.
    pub dated: Dated,
    /// Who signs.
    pub signature: Signature,
    /// The address at which it is checked.
    pub code: Code,
    /// What stands below that code.
    pub code_words: Vec<String>,
}

/// Certificates as one PDF, each on its own page.
pub fn certificates(title: &str, certificates: &[Certificate]) -> Vec<u8> {
    let faces = Faces::open();
    let pages: Vec<_> = certificates.iter().map(|one| certificate_page(one, &faces)).collect();
    pdf::written(&pages, title, faces)
}
