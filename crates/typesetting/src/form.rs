//! A form to be filled in by pen.

use crate::docx;
use crate::face::Faces;
use crate::flow::form_pages;
use crate::paper::{Block, Signature};
use crate::pdf;

/// A form (biểu mẫu): state and motto in the middle, its name, room for a pen, who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// What stands at the upper right: `Mẫu 1`; may be empty.
    pub label: String,
    /// What it is called.
    pub name: String,
    /// For what it is; may be empty.
    pub subject: String,
    /// What is to be filled in.
    pub body: Vec<Block>,
    /// Who signs; over them stands room for place and day.
    pub signatures: Vec<Signature>,
}

/// Forms as one PDF, each on pages of its own, which are numbered apart.
pub fn forms(title: &str, forms: &[Form]) -> Vec<u8> {
    let faces = Faces::open();
    let pages: Vec<_> = forms.iter().flat_map(|form| form_pages(form, &faces)).collect();
    pdf::written(&pages, title, faces)
}

impl Form {
    /// The form as PDF.
    pub fn pdf(&self) -> Vec<u8> {
        let faces = Faces::open();
        let pages = form_pages(self, &faces);
        pdf::written(&pages, &format!("{} {}", self.name, self.subject), faces)
    }

    /// The form as DOCX.
    pub fn docx(&self) -> Vec<u8> {
        docx::form(self)
    }
}
