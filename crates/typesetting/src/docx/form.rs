//! A form: its head, what is to be filled in, its end.

use super::body::{
    MIDDLE, NATION_WIDTH, OPENING, block, centred, narrow, rule, section, signature,
};
use super::markup::{Stand, paragraph};
use super::table::rooms;
use crate::face::{Faces, Look};
use crate::form::Form;
use crate::paper::Align;
use crate::sheet::{BETWEEN, BODY, ISSUER_WIDTH, NAMES, SMALLER, TEXT_WIDTH};
use crate::wording;

pub fn document(form: &Form) -> String {
    let mut out = String::from(OPENING);
    out.push_str(&head(form));
    out.extend(form.body.iter().map(block));
    out.push_str(&tail(form));
    out.push_str(&section());
    out.push_str("</w:body></w:document>");
    out
}

fn head(form: &Form) -> String {
    let faces = Faces::open();
    let motto = Look::bold(SMALLER);
    let mut out = String::new();
    if !form.label.is_empty() {
        out.push_str(&paragraph(Stand::at(Align::Right), &[(&form.label, Look::italic(NAMES))]));
    }
    out.push_str(&centred(wording::NATION, Look::bold(NAMES)));
    out.push_str(&centred(wording::MOTTO, motto));
    out.push_str(&rule(faces.width(wording::MOTTO, motto), TEXT_WIDTH));
    let look = Look::bold(BODY);
    let above = Stand { before: BETWEEN * 2.0, ..MIDDLE };
    out.push_str(&paragraph(above, &[(&form.name.to_uppercase(), look)]));
    if !form.subject.is_empty() {
        out.push_str(&centred(&form.subject, look));
    }
    out.push_str(&paragraph(Stand { narrow: true, after: BETWEEN, ..MIDDLE }, &[]));
    out
}

fn tail(form: &Form) -> String {
    let dated = centred(wording::FORM_DATED, Look::italic(SMALLER));
    let signed = match &form.signatures[..] {
        [] => return String::new(),
        [one] => {
            let right = [dated, signature(one)].concat();
            rooms(&[(ISSUER_WIDTH, narrow()), (NATION_WIDTH, right)])
        }
        many => {
            let count = f32::from(u16::try_from(many.len()).unwrap_or(u16::MAX));
            let day = rooms(&[(ISSUER_WIDTH, narrow()), (NATION_WIDTH, dated)]);
            let signed: Vec<(f32, String)> =
                many.iter().map(|one| (TEXT_WIDTH / count, signature(one))).collect();
            [day, narrow(), rooms(&signed)].concat()
        }
    };
    // A document that ends with a table wants a paragraph after it.
    [narrow(), signed, narrow()].concat()
}
