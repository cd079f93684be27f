//! Paragraphs of WordprocessingML. Lengths come in points and are written in twentieths of them.

use crate::face::{Face, Look};
use crate::paper::Align;
use crate::sheet::{BODY, TEXT_WIDTH};

/// How a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stand {
    /// Where its lines are.
    pub align: Align,
    /// Room above.
    pub before: f32,
    /// Room below.
    pub after: f32,
    /// How far its first line is set in.
    pub first: f32,
    /// How far all of it is set in, from either side.
    pub sides: f32,
    /// Whether it stays on the page of what follows.
    pub with_next: bool,
    /// Whether it is but a line drawn over its width.
    pub ruled: bool,
    /// Whether it is but room of a few points.
    pub narrow: bool,
    /// Whether it begins a page.
    pub on_new_page: bool,
}

impl Stand {
    /// Lines at one place, without room around.
    pub const fn at(align: Align) -> Self {
        Self {
            align,
            before: 0.0,
            after: 0.0,
            first: 0.0,
            sides: 0.0,
            with_next: false,
            ruled: false,
            narrow: false,
            on_new_page: false,
        }
    }

    /// A drawn line that leaves room at both sides.
    pub const fn rule(sides: f32) -> Self {
        Self { sides, before: 2.0, ruled: true, ..Self::at(Align::Centre) }
    }
}

/// Twentieths of a point.
pub fn twips(points: f32) -> String {
    format!("{:.0}", points * 20.0)
}

/// A paragraph of words in their looks.
pub fn paragraph(stand: Stand, words: &[(&str, Look)]) -> String {
    let mut out = String::from("<w:p><w:pPr>");
    if stand.with_next {
        out.push_str("<w:keepNext/>");
    }
    if stand.on_new_page {
        out.push_str("<w:pageBreakBefore/>");
    }
    if stand.ruled {
        out.push_str(
            r#"<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>"#,
        );
    }
    let (before, after) = (twips(stand.before), twips(stand.after));
    let line = if stand.ruled || stand.narrow { r#" w:line="80" w:lineRule="exact""# } else { "" };
    out.push_str(&format!(r#"<w:spacing w:before="{before}" w:after="{after}"{line}/>"#));
    let (sides, first) = (twips(stand.sides), twips(stand.first));
    out.push_str(&format!(r#"<w:ind w:left="{sides}" w:right="{sides}" w:firstLine="{first}"/>"#));
    out.push_str(&format!(r#"<w:jc w:val="{}"/></w:pPr>"#, place(stand.align)));
    for (text, look) in words {
        out.push_str(&run(text, *look));
    }
    out.push_str("</w:p>");
    out
}

/// Words, and dots after them to the right margin, with so many more lines of dots.
pub fn dotted(label: &str, more: u8) -> String {
    let right = twips(TEXT_WIDTH);
    let mut out = format!(
        r#"<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs><w:spacing w:before="0" w:after="0" w:line="320" w:lineRule="auto"/></w:pPr>"#
    );
    let space = if label.is_empty() { "" } else { " " };
    out.push_str(&run(&format!("{label}{space}"), Look::regular(BODY)));
    for line in 0..=more {
        out.push_str(if line == 0 { "<w:r><w:tab/></w:r>" } else { "<w:r><w:br/><w:tab/></w:r>" });
    }
    out.push_str("</w:p>");
    out
}

const fn place(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
        Align::Justified => "both",
    }
}

fn run(text: &str, look: Look) -> String {
    let mut out = String::from("<w:r><w:rPr>");
    if matches!(look.face, Face::Bold | Face::BoldItalic) {
        out.push_str("<w:b/>");
    }
    if matches!(look.face, Face::Italic | Face::BoldItalic) {
        out.push_str("<w:i/>");
    }
    // Sizes are written in halves of a point.
    out.push_str(&format!(r#"<w:sz w:val="{:.0}"/></w:rPr>"#, look.size * 2.0));
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str(&format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line)));
    }
    out.push_str("</w:r>");
    out
}

/// A text as XML holds it; letters that XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_data() {
        assert_eq!(escaped("a<b> & \"c\"\u{1}\td"), "a&lt;b&gt; &amp; \"c\" d");
        let one = paragraph(Stand::at(Align::Left), &[("1\n2", Look::bold(13.0))]);
        assert_eq!(
            one,
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/>\
             <w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/></w:pPr>\
             <w:r><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr>\
             <w:t xml:space=\"preserve\">1</w:t><w:br/><w:t xml:space=\"preserve\">2</w:t></w:r></w:p>"
        );
    }
}
