//! Sentence forms: how the rules write what they look for.
//!
//! A form is written in Vietnamese with its marks and matched against the shadow of the text, so it
//! fits whatever the marks have become. A blank fits any run of blanks and line breaks. The rest is
//! the syntax of regular expressions; `(?<name>…)` captures.

mod letters;
mod needs;
mod sightings;
mod steps;
#[cfg(test)]
mod tests;
mod trial;

use std::sync::OnceLock;

use regex_automata::Input;
use regex_automata::meta::Regex;
use regex_automata::util::syntax;

use super::letters::shade;
use super::text::{Span, Text};

use letters::END;
pub(super) use letters::kind;
pub(super) use sightings::{Choice, Sight, Sightings};
use steps::Steps;
pub(super) use trial::Room;
use trial::{Outcome, Trial, UNMARKED};

/// One sentence form.
pub(crate) struct Form {
    expression: String,
    steps: Steps,
    /// Tells in time what takes too many steps.
    regex: OnceLock<Regex>,
    /// Words of which every fit holds one, of each choice.
    needs: Vec<Choice>,
    /// Words with one of which every fit begins, where it begins with one.
    lead: Option<Choice>,
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

/// Letters that are searched faster by a machine that is slow to start.
const LONG: usize = 4_000;

/// A place where a form fits.
pub(crate) struct Found<'a> {
    form: &'a Form,
    /// Where what was looked at begins in the text.
    base: usize,
    /// Within what was looked at.
    fit: Fit,
}

/// Where a form fits.
struct Fit {
    start: usize,
    end: usize,
    /// Where its named parts begin and end, in the order of their names.
    marks: Box<[u32]>,
}

impl Form {
    /// # Panics
    /// The form is malformed, or goes round in what may be empty: forms are part of the program and each is
    /// used by a test.
    pub(crate) fn new(pattern: &str) -> Self {
        let expression = expression(pattern);
        let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
        let hir = parser.parse(&expression).expect("a form that a test uses is well formed");
        let told = needs::of(&hir);
        let choices =
            |words: Vec<needs::Words>| words.into_iter().filter_map(Choice::new).collect();
        Self {
            expression,
            steps: Steps::of(&hir).expect("a form that a test uses can be said in steps"),
            regex: OnceLock::new(),
            needs: choices(told.needs),
            lead: told.lead.and_then(Choice::new),
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
        let length = text.shadow(within).len();
        let mut from = self.may_fit(text, within).then_some(0);
        let mut last = None;
        std::iter::from_fn(move || {
            let mut fit = self.next(text, within, from?)?;
            if fit.start == fit.end && last == Some(fit.end) {
                let after = Some(fit.end + 1).filter(|after| *after <= length)?;
                fit = self.next(text, within, after)?;
            }
            (from, last) = (Some(fit.end), Some(fit.end));
            Some(Found { form: self, base: within.start, fit })
        })
    }

    pub(crate) fn fits(&self, text: &Text, within: Span) -> bool {
        self.may_fit(text, within) && self.next(text, within, 0).is_some()
    }

    /// The first fit from a place of the stretch on.
    fn next(&self, text: &Text, within: Span, from: usize) -> Option<Fit> {
        let mut room = text.room();
        let mut trial = Trial::new(&self.steps, text.kinds(within), &mut room);
        let mut start = from;
        loop {
            start = self.next_start(text, within, start)?;
            match trial.at(start) {
                Outcome::Fits(end) => return Some(Fit { start, end, marks: trial.marks() }),
                Outcome::Fails => start += 1,
                Outcome::Weary => return self.search(text.shadow(within), start),
            }
        }
    }

    /// Where a fit may begin next.
    fn next_start(&self, text: &Text, within: Span, from: usize) -> Option<usize> {
        if let Some(lead) = &self.lead {
            match text.next_sight(lead, Span::new(within.start + from, within.end)) {
                Sight::Nowhere => return None,
                Sight::At(place) => return Some(place - within.start),
                Sight::Anywhere => {}
            }
        }
        if self.steps.anchored {
            return (from == 0).then_some(0);
        }
        if within.len() > from + LONG {
            let rest = Input::new(text.shadow(within)).range(from..);
            return self.regex().find(rest).map(|fit| fit.start());
        }
        self.steps.starts().next(text.kinds(within), from)
    }

    /// The same as by steps, in time that grows with the text whatever it is.
    fn search(&self, shadow: &[u8], from: usize) -> Option<Fit> {
        let regex = self.regex();
        let mut parts = regex.create_captures();
        regex.search_captures(&Input::new(shadow).range(from..), &mut parts);
        let whole = parts.get_match()?;
        let mark = |at: usize| u32::try_from(at).unwrap_or(UNMARKED);
        let marks = self.steps.names.iter().flat_map(|name| {
            let part = parts.get_group_by_name(name);
            part.map_or([UNMARKED; 2], |part| [mark(part.start), mark(part.end)])
        });
        Some(Fit { start: whole.start(), end: whole.end(), marks: marks.collect() })
    }

    fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| {
            let bytes = syntax::Config::new().unicode(false).utf8(false);
            let whole = Regex::config().utf8_empty(false);
            let regex = Regex::builder().syntax(bytes).configure(whole).build(&self.expression);
            regex.expect("it was parsed before")
        })
    }

    /// Whether the stretch begins with or has what every fit does.
    fn may_fit(&self, text: &Text, within: Span) -> bool {
        if self.steps.anchored {
            return self.steps.first.has(*text.kinds(within).first().unwrap_or(&END));
        }
        self.needs.iter().all(|choice| text.next_sight(choice, within) != Sight::Nowhere)
    }
}

impl Found<'_> {
    /// The whole fit.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.base + self.fit.start, self.base + self.fit.end)
    }

    /// A named part, if it took part.
    pub(crate) fn part(&self, name: &str) -> Option<Span> {
        let number = self.form.steps.names.iter().position(|known| known == name)?;
        let mark = |at: usize| self.fit.marks.get(at).filter(|mark| **mark != UNMARKED);
        let (start, end) = (mark(2 * number)?, mark(2 * number + 1)?);
        Some(Span::new(self.base + *start as usize, self.base + *end as usize))
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
