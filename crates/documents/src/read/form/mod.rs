//! Sentence forms: how the rules write what they look for.
//!
//! A form is written in Vietnamese with its marks and matched against the shadow of the text, so it
//! fits whatever the marks have become. A blank fits any run of blanks and line breaks. The rest is
//! the syntax of regular expressions; `(?<name>…)` captures.

mod gaps;
mod needs;
mod sightings;

use std::cell::OnceCell;
use std::ops::Range;

use regex_automata::meta::Regex;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, PatternID};

use super::letters::shade;
use super::text::{Span, Text};

use needs::Bytes;
pub(super) use sightings::{Choice, Sight, Sightings};

/// One sentence form.
pub(crate) struct Form {
    regex: Regex,
    /// Fits wherever the form does, and is quicker told not to.
    wide: Option<Regex>,
    /// Words of which every fit holds one, of each choice.
    needs: Vec<Choice>,
    /// Words with one of which every fit begins, where it begins with one.
    lead: Option<Choice>,
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
    parts: OnceCell<Vec<(&'a str, Range<usize>)>>,
}

/// Places of a lead that are tried each for itself; where more lead nowhere, the rest is searched at once,
/// so that time grows with the text.
const TRIED: usize = 8;

impl Form {
    /// # Panics
    /// The form is malformed: forms are part of the program and each is used by a test.
    pub(crate) fn new(pattern: &str) -> Self {
        let expression = expression(pattern);
        let bytes = syntax::Config::new().unicode(false).utf8(false);
        let whole = Regex::config().utf8_empty(false);
        let regex = Regex::builder().syntax(bytes).configure(whole.clone()).build(&expression);
        let wide = gaps::widened(&expression)
            .and_then(|wide| Regex::builder().configure(whole).build_from_hir(&wide).ok());
        let told = needs::of(&expression);
        let choices =
            |words: Vec<needs::Words>| words.into_iter().filter_map(Choice::new).collect();
        Self {
            regex: regex.expect("a form that a test uses is well formed"),
            wide,
            needs: choices(told.needs),
            lead: told.lead.and_then(Choice::new),
            first: told.first,
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
        let mut from = self.may_fit(text, within).then_some(0);
        let mut last = None;
        std::iter::from_fn(move || {
            let mut whole = self.next(text, within, from?)?;
            if whole.is_empty() && last == Some(whole.end) {
                let after = Some(whole.end + 1).filter(|after| *after <= shadow.len())?;
                whole = self.next(text, within, after)?;
            }
            (from, last) = (Some(whole.end), Some(whole.end));
            let (base, parts) = (within.start, OnceCell::new());
            Some(Found { form: self, shadow, base, whole, parts })
        })
    }

    pub(crate) fn fits(&self, text: &Text, within: Span) -> bool {
        self.may_fit(text, within)
            && match self.lead {
                Some(_) => self.next(text, within, 0).is_some(),
                None => {
                    let all = Input::new(text.shadow(within));
                    self.is_likely(&all) && self.regex.is_match(all)
                }
            }
    }

    fn is_likely(&self, input: &Input) -> bool {
        self.wide.as_ref().is_none_or(|wide| wide.is_match(input.clone()))
    }

    /// The first fit from a place of the stretch on.
    fn next(&self, text: &Text, within: Span, from: usize) -> Option<Range<usize>> {
        let rest = Input::new(text.shadow(within)).range(from..);
        let fit = |input: Input| {
            let fit = if self.is_likely(&input) { self.regex.find(input) } else { None };
            fit.map(|fit| fit.range())
        };
        let Some(lead) = self.lead.as_ref() else { return fit(rest) };
        let mut at = from;
        for _ in 0..TRIED {
            match text.next_sight(lead, Span::new(within.start + at, within.end)) {
                Sight::Nowhere => return None,
                Sight::At(place) => at = place - within.start,
                Sight::Anywhere => break,
            }
            let here = rest.clone().range(at..).anchored(Anchored::Yes);
            if let Some(whole) = fit(here) {
                return Some(whole);
            }
            at += 1;
        }
        fit(rest.range(at..))
    }

    /// Whether the stretch begins with and has what every fit does.
    fn may_fit(&self, text: &Text, within: Span) -> bool {
        let begun = |first: &Bytes| {
            text.shadow(within).first().is_some_and(|byte| first[usize::from(*byte)])
        };
        self.first.as_ref().is_none_or(begun)
            && self.needs.iter().all(|choice| text.next_sight(choice, within) != Sight::Nowhere)
    }
}

impl<'a> Found<'a> {
    /// The whole fit.
    pub(crate) fn span(&self) -> Span {
        self.shifted(&self.whole)
    }

    /// A named part, if it took part.
    pub(crate) fn part(&self, name: &str) -> Option<Span> {
        let parts = self.parts.get_or_init(|| self.parts());
        parts.iter().find(|(known, _)| *known == name).map(|(_, part)| self.shifted(part))
    }

    /// The named parts that took part.
    fn parts(&self) -> Vec<(&'a str, Range<usize>)> {
        let mut parts = self.form.regex.create_captures();
        let whole = Input::new(self.shadow).range(self.whole.clone()).anchored(Anchored::Yes);
        self.form.regex.search_captures(&whole, &mut parts);
        let form: &'a Form = self.form;
        let names = form.regex.group_info().pattern_names(PatternID::ZERO);
        let named = names.zip(parts.iter());
        named.filter_map(|(name, part)| Some((name?, part?.range()))).collect()
    }

    fn shifted(&self, range: &Range<usize>) -> Span {
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
