//! Sentence forms: how the rules write what they look for.
//!
//! A form is written in Vietnamese with its marks and matched against the shadow of the text, so it
//! fits whatever the marks have become. A blank fits any run of blanks and line breaks. The rest is
//! the syntax of regular expressions; `(?<name>…)` captures.

use regex::bytes::{Captures, Regex, RegexBuilder};

use super::letters::shade;
use super::text::{Span, Text};

/// One sentence form.
pub(crate) struct Form(Regex);

/// A form whose marks are looked at as well: "sở" is not "số". Where a scan has lost the marks it
/// fits as a plain form does.
pub(crate) struct MarkedForm {
    shadow: Form,
    marked: regex::Regex,
}

impl MarkedForm {
    /// # Panics
    /// The form is malformed: forms are part of the program and each is used by a test.
    pub(crate) fn new(pattern: &str) -> Self {
        let marked =
            regex::RegexBuilder::new(&pattern.replace(' ', r"\s+")).case_insensitive(true).build();
        let marked = marked.expect("a form that a test uses is well formed");
        Self { shadow: Form::new(pattern), marked }
    }

    /// Whether letters and marks fit.
    pub(crate) fn marks_fit(&self, text: &Text, within: Span) -> bool {
        self.marked.is_match(text.raw(within))
    }

    pub(crate) fn fits(&self, text: &Text, within: Span) -> bool {
        self.shadow.fits(text, within)
            && (!text.has_marks(within) || self.marked.is_match(text.raw(within)))
    }
}

/// A place where a form fits.
pub(crate) struct Found<'a> {
    captures: Captures<'a>,
    base: usize,
}

impl Form {
    /// # Panics
    /// The form is malformed: forms are part of the program and each is used by a test.
    pub(crate) fn new(pattern: &str) -> Self {
        let regex = RegexBuilder::new(&expression(pattern)).unicode(false).build();
        Self(regex.expect("a form that a test uses is well formed"))
    }

    /// The first fit within a stretch.
    pub(crate) fn find<'a>(&self, text: &'a Text, within: Span) -> Option<Found<'a>> {
        let captures = self.0.captures(text.shadow(within))?;
        Some(Found { captures, base: within.start })
    }

    /// All fits within a stretch, one after the other.
    pub(crate) fn all<'a>(&self, text: &'a Text, within: Span) -> impl Iterator<Item = Found<'a>> {
        let captures = self.0.captures_iter(text.shadow(within));
        captures.map(move |captures| Found { captures, base: within.start })
    }

    pub(crate) fn fits(&self, text: &Text, within: Span) -> bool {
        self.0.is_match(text.shadow(within))
    }
}

impl Found<'_> {
    /// The whole fit.
    pub(crate) fn span(&self) -> Span {
        self.captures.get(0).map_or(Span::default(), |whole| self.shifted(whole.range()))
    }

    /// A named part, if it took part.
    pub(crate) fn part(&self, name: &str) -> Option<Span> {
        self.captures.name(name).map(|part| self.shifted(part.range()))
    }

    fn shifted(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.base + range.start, self.base + range.end)
    }
}

/// Several forms of one thing.
pub(crate) fn forms(patterns: &[&str]) -> Vec<Form> {
    patterns.iter().map(|pattern| Form::new(pattern)).collect()
}

fn expression(pattern: &str) -> String {
    let mut expression = String::with_capacity(pattern.len() * 2);
    if pattern.starts_with(char::is_alphanumeric) {
        expression.push_str(r"\b");
    }
    for c in pattern.chars() {
        match c {
            ' ' => expression.push_str(r"\s+"),
            _ if c.is_ascii() => expression.push(c),
            _ => expression.push(char::from(shade(c))),
        }
    }
    if pattern.ends_with(char::is_alphanumeric) {
        expression.push_str(r"\b");
    }
    expression
}

#[cfg(test)]
mod tests {
    use super::super::normalise::normalise;
    use super::*;

    #[test]
    fn a_form_fits_whatever_the_marks() {
        let form = Form::new(r"trước ngày (?<day>\d+)");
        for source in ["trước ngày 5", "Trước  Ngày\n5", "truoc ngay 5"] {
            let text = Text::new(normalise(source));
            let found = form.find(&text, text.whole()).expect("it fits");
            assert_eq!(found.part("day").map(|day| text.line(day)), Some("5".to_owned()));
        }
        let text = Text::new(normalise("phía trước ngàyy 5"));
        assert!(!form.fits(&text, text.whole()));
    }
}
