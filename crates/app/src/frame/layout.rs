//! In which file a paper is given out: laid out for printing, or to be worked on.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::Refusal;

/// A layout of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// For printing and sending.
    Pdf,
    /// For an office that still works on it.
    Docx,
}

impl Layout {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Docx];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// Its media type.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// The layout of an ending in an address.
    ///
    /// # Errors
    /// There is none: such an address is wrong.
    pub fn read(ending: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|layout| layout.ending() == ending);
        found.ok_or_else(Refusal::absent)
    }

    /// Bytes as a file that the browser keeps under `stem` and the ending.
    pub fn attached(self, bytes: Vec<u8>, stem: &str) -> Response {
        let disposition = format!("attachment; filename=\"{stem}.{}\"", self.ending());
        let headers =
            [(header::CONTENT_TYPE, self.kind()), (header::CONTENT_DISPOSITION, &*disposition)];
        (headers, bytes).into_response()
    }
}
