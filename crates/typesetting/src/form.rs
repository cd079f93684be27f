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
