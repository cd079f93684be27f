//! Sentence forms: how the rules write what they look for.
//!
//! A form is written in Vietnamese with its marks and matched against the shadow of the text, so it
//! fits whatever the marks have become. A blank fits any run of blanks and line breaks. The rest is
//! the syntax of regular expressions; `(?<name>…)` captures.

mod needs;
mod sightings;

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex::bytes::{Captures, Match, Regex, RegexBuilder};

use super::letters::shade;
use super::text::{Span, Text};

use needs::Bytes;
pub(super) use needs::Choice;
pub(super) use sightings::Sightings;

/// One sentence form.
pub(crate) struct Form {
    regex: Regex,
    /// Its place among all forms.
    number: usize,
    /// What every fit holds.
    needs: Vec<Choice>,
    /// What a fit begins with, where it can only begin with the stretch.
    first: Option<Bytes>,
}

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
        // Between letters with marks `\b` is slow to find; behind a word it is the same as this.
        let marked = match pattern.strip_suffix(r"\b") {
            Some(words) => format!(r"(?:{words})(?:\W|$)"),
            None => pattern.to_owned(),
        };
        let marked = marked.replace(' ', r"\s+");
        let marked = regex::RegexBuilder::new(&marked).case_insensitive(true).build();
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
    form: &'a Form,
    /// What was looked at, and where it begins in the text.
    shadow: &'a [u8],
    base: usize,
    /// Within what was looked at.
    whole: Range<usize>,
    parts: OnceCell<Option<Captures<'a>>>,
}

impl Form {
    /// # Panics
    /// The form is malformed: forms are part of the program and each is used by a test.
    pub(crate) fn new(pattern: &str) -> Self {
        static FORMS: AtomicUsize = AtomicUsize::new(0);
        let expression = expression(pattern);
        let regex = RegexBuilder::new(&expression).unicode(false).build();
        let (needs, first) = needs::of(&expression);
        Self {
            regex: regex.expect("a form that a test uses is well formed"),
            number: FORMS.fetch_add(1, Ordering::Relaxed),
            needs,
            first,
        }
    }

    /// The first fit within a stretch.
    pub(crate) fn find<'a>(&'a self, text: &'a Text, within: Span) -> Option<Found<'a>> {
        self.all(text, within).next()
    }

    /// All fits within a stretch, one after the other.
    pub(crate) fn all<'a>(
        &'a self,
        text: &'a Text,
        within: Span,
    ) -> impl Iterator<Item = Found<'a>> {
        let shadow = text.shadow(within);
        let fits = self.may_fit(text, within).then(|| self.regex.find_iter(shadow));
        let found = move |whole: Match| Found {
            form: self,
            shadow,
            base: within.start,
            whole: whole.range(),
            parts: OnceCell::new(),
        };
        fits.into_iter().flatten().map(found)
    }

    pub(crate) fn fits(&self, text: &Text, within: Span) -> bool {
        self.may_fit(text, within) && self.regex.is_match(text.shadow(within))
    }

    /// Whether the stretch begins with and has what every fit does.
    fn may_fit(&self, text: &Text, within: Span) -> bool {
        let begun = |first: &Bytes| {
            text.shadow(within).first().is_some_and(|byte| first[usize::from(*byte)])
        };
        self.first.as_ref().is_none_or(begun)
            && (self.needs.is_empty() || text.may_hold(self.number, &self.needs, within))
    }
}

impl Found<'_> {
    /// The whole fit.
    pub(crate) fn span(&self) -> Span {
        self.shifted(self.whole.clone())
    }

    /// A named part, if it took part.
    pub(crate) fn part(&self, name: &str) -> Option<Span> {
        let parts = || self.form.regex.captures_at(self.shadow, self.whole.start);
        let parts = self.parts.get_or_init(parts).as_ref()?;
        parts.name(name).map(|part| self.shifted(part.range()))
    }

    fn shifted(&self, range: Range<usize>) -> Span {
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
    let mut letters = pattern.chars().peekable();
    let (mut escaped, mut in_class) = (false, false);
    while let Some(c) = letters.next() {
        in_class = if escaped { in_class } else { (in_class || c == '[') && c != ']' };
        match c {
            // Only named parts are ever asked for.
            '(' if !escaped && !in_class && letters.peek() != Some(&'?') => {
                expression.push_str("(?:");
            }
            ' ' => expression.push_str(r"\s+"),
            _ if c.is_ascii() => expression.push(c),
            _ => expression.push(char::from(shade(c))),
        }
        escaped = c == '\\' && !escaped;
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
