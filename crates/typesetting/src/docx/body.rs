//! The main part: head, title, body, end, annexes.

use super::markup::{Stand, dotted, paragraph, twips};
use super::picture;
use super::table::{rooms, table};
use crate::breaking::{self, Line};
use crate::face::{Face, Faces, Look};
use crate::paper::{Align, Annex, Block, Heading, Paper, Run, Signature, Title};
use crate::sheet::{
    BETWEEN, BODY, HEIGHT, INDENT, ISSUER_WIDTH, LEFT, NAMES, RECIPIENTS, RIGHT, SIGNING, SMALLER,
    TEXT_WIDTH, TOP, WIDTH,
};
use crate::wording;

pub(super) const MIDDLE: Stand = Stand::at(Align::Centre);
pub(super) const NATION_WIDTH: f32 = TEXT_WIDTH - ISSUER_WIDTH;

/// How the main part begins.
pub(super) const OPENING: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#;

pub fn document(paper: &Paper) -> String {
    let faces = Faces::open();
    let mut out = String::from(OPENING);
    out.push_str(&head(paper, &faces));
    out.push_str(&title(paper, &faces));
    out.push_str(&addressees(paper));
    out.extend(paper.body.iter().map(block));
    out.push_str(&tail(paper));
    out.extend(paper.annexes.iter().map(|one| annex(paper, one)));
    out.push_str(&section());
    out.push_str("</w:body></w:document>");
    out
}

pub(super) fn centred(text: &str, look: Look) -> String {
    paragraph(MIDDLE, &[(text, look)])
}

/// A text of several lines with the breaks that the PDF has.
fn balanced(faces: &Faces, text: &str, look: Look, width: f32) -> String {
    let said = |line: Line| line.pieces.into_iter().map(|piece| piece.text).collect::<String>();
    let lines: Vec<String> =
        breaking::balanced(faces, text, look, width).into_iter().map(said).collect();
    centred(&lines.join("\n").replace('\u{a0}', " "), look)
}

/// A drawn line of a length in the middle of a room.
pub(super) fn rule(length: f32, room: f32) -> String {
    paragraph(Stand::rule(((room - length) / 2.0).max(0.0)), &[])
}

fn head(paper: &Paper, faces: &Faces) -> String {
    let (issuer, names) = (wording::body_name(&paper.issuer), Look::bold(NAMES));
    let superior = paper.superior.as_deref().map(wording::body_name);
    let above = |name: &String| balanced(faces, name, Look::regular(NAMES), ISSUER_WIDTH);
    let mut left: String = superior.iter().map(above).collect();
    left.push_str(&balanced(faces, &issuer, names, ISSUER_WIDTH));
    left.push_str(&rule(faces.width(&issuer, names).min(ISSUER_WIDTH) * 0.42, ISSUER_WIDTH));
    let motto = Look::bold(SMALLER);
    let right = [
        centred(wording::NATION, names),
        centred(wording::MOTTO, motto),
        rule(faces.width(wording::MOTTO, motto), NATION_WIDTH),
    ];
    let upper = rooms(&[(ISSUER_WIDTH, left), (NATION_WIDTH, right.concat())]);
    let mut number = centred(&wording::number(paper), Look::regular(SMALLER));
    if let Title::Letter { subject } = &paper.title
        && !subject.is_empty()
    {
        number.push_str(&centred(&format!("V/v {subject}"), Look::regular(NAMES)));
    }
    let dated = wording::dated(&paper.place, paper.dated);
    let dated = centred(&dated, Look::italic(SMALLER));
    // Two tables that touch would become one: a narrow paragraph stands between.
    let lower = rooms(&[(ISSUER_WIDTH, number), (NATION_WIDTH, dated)]);
    [upper, narrow(), lower, narrow()].concat()
}

pub(super) fn narrow() -> String {
    paragraph(Stand { narrow: true, ..MIDDLE }, &[])
}

fn title(paper: &Paper, faces: &Faces) -> String {
    let Title::Named { kind, subject } = &paper.title else { return String::new() };
    let look = Look::bold(BODY);
    let above = Stand { before: BETWEEN * 2.0, ..MIDDLE };
    let mut out = paragraph(above, &[(&kind.to_uppercase(), look)]);
    if !subject.is_empty() {
        out.push_str(&balanced(faces, subject, look, TEXT_WIDTH * 0.86));
        let length = faces.width(subject, look).min(TEXT_WIDTH * 0.86) * 0.42;
        out.push_str(&rule(length, TEXT_WIDTH));
    }
    out.push_str(&narrow());
    out
}

fn addressees(paper: &Paper) -> String {
    let look = Look::regular(BODY);
    let below = Stand { after: BETWEEN * 2.0, ..MIDDLE };
    match &paper.to[..] {
        [] => String::new(),
        [only] => paragraph(below, &[(&format!("{} {only}", wording::ADDRESSED), look)]),
        many => {
            let stand = Stand { sides: TEXT_WIDTH * 0.16, ..Stand::at(Align::Left) };
            let mut out = paragraph(stand, &[(wording::ADDRESSED, look)]);
            for (at, name) in many.iter().enumerate() {
                let last = at + 1 == many.len();
                let (end, after) = if last { ('.', BETWEEN * 2.0) } else { (';', 0.0) };
                let stand = Stand { after, sides: TEXT_WIDTH * 0.2, ..stand };
                out.push_str(&paragraph(stand, &[(&format!("- {name}{end}"), look)]));
            }
            out
        }
    }
}

pub(super) fn block(block: &Block) -> String {
    let flow = Stand { first: INDENT, after: BETWEEN, ..Stand::at(Align::Justified) };
    match block {
        Block::Basis(text) => paragraph(flow, &[(text, Look::italic(BODY))]),
        Block::Heading(Heading::Flush, text) => {
            paragraph(Stand { with_next: true, ..flow }, &[(text, Look::bold(BODY))])
        }
        Block::Heading(Heading::Edge, text) => {
            let left = Stand::at(Align::Left);
            let stand = Stand { with_next: true, before: BETWEEN, ..left };
            paragraph(stand, &[(text, Look::bold(BODY))])
        }
        Block::Heading(Heading::Centred, text) => {
            let stand = Stand { with_next: true, after: BETWEEN, ..MIDDLE };
            paragraph(stand, &[(text, Look::bold(BODY))])
        }
        Block::Paragraph(runs) => {
            let words = |run: &'_ Run| Look::new(Face::of(run.strong, run.slanted), BODY);
            let words: Vec<(&str, Look)> =
                runs.iter().map(|run| (run.text.as_str(), words(run))).collect();
            paragraph(flow, &words)
        }
        Block::Table(content) => [table(content), narrow()].concat(),
        Block::Blank(blank) => dotted(&blank.label, blank.more),
        Block::Choices(choices) => choices.iter().map(|words| choice(words)).collect(),
        Block::Code(code, words) => picture::block(code, words),
    }
}

/// A box that can be ticked with a pen or replaced in Word, and the words beside it.
fn choice(words: &str) -> String {
    let around = BETWEEN / 2.0;
    let stand = Stand { before: around, after: around, ..Stand::at(Align::Left) };
    paragraph(stand, &[(&format!("\u{2610}  {words}"), Look::regular(BODY))])
}

fn tail(paper: &Paper) -> String {
    let gap = narrow();
    let listed = recipients(paper);
    let end = match &paper.signatures[..] {
        [] => listed,
        [one] => rooms(&[(ISSUER_WIDTH, filled(listed)), (NATION_WIDTH, signature(one))]),
        many => {
            let count = f32::from(u16::try_from(many.len()).unwrap_or(u16::MAX));
            let signed: Vec<(f32, String)> =
                many.iter().map(|one| (TEXT_WIDTH / count, signature(one))).collect();
            [rooms(&signed), gap.clone(), listed].concat()
        }
    };
    // A document that ends with a table wants a paragraph after it.
    [gap, end, narrow()].concat()
}

/// A room holds at least one paragraph.
fn filled(content: String) -> String {
    if content.is_empty() { narrow() } else { content }
}

fn recipients(paper: &Paper) -> String {
    if paper.recipients.is_empty() {
        return String::new();
    }
    let left = Stand::at(Align::Left);
    let look = Look::new(Face::BoldItalic, RECIPIENTS[0]);
    let mut out = paragraph(left, &[(wording::RECIPIENTS, look)]);
    for line in wording::recipients(paper) {
        out.push_str(&paragraph(left, &[(&line, Look::regular(RECIPIENTS[1]))]));
    }
    out
}

pub(super) fn signature(signature: &Signature) -> String {
    let posts = wording::posts(signature);
    let mut out: String = posts.iter().map(|post| centred(post, Look::bold(SMALLER))).collect();
    out.extend(wording::note(signature).map(|note| centred(&note, Look::italic(NAMES))));
    let name = signature.name.as_deref().unwrap_or_default();
    let stand = Stand { before: SIGNING, ..MIDDLE };
    out.push_str(&paragraph(stand, &[(name, Look::bold(BODY))]));
    out
}

fn annex(paper: &Paper, one: &Annex) -> String {
    let [label, title] = wording::annex(one);
    let above = Stand { on_new_page: true, ..MIDDLE };
    let mut out = paragraph(above, &[(&label, Look::bold(BODY))]);
    out.push_str(&centred(&title, Look::bold(BODY)));
    out.push_str(&centred(&wording::annexed(paper), Look::italic(BODY)));
    out.push_str(&rule(TEXT_WIDTH / 4.0, TEXT_WIDTH));
    out.push_str(&narrow());
    out.extend(one.body.iter().map(block));
    out
}

/// A4 with the margins of the decree; the first page has no number.
pub(super) fn section() -> String {
    let [width, height, top, left, right] = [WIDTH, HEIGHT, TOP, LEFT, RIGHT].map(twips);
    let head = twips(TOP / 2.0);
    format!(
        r#"<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{top}" w:left="{left}" w:header="{head}" w:footer="{head}" w:gutter="0"/><w:titlePg/></w:sectPr>"#
    )
}
