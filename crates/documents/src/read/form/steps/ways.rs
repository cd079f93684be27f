//! Ways that begin alike are one until they part: "phối hợp", "phối kết hợp", "phổ biến".

use regex_syntax::hir::{Hir, HirKind};

use super::Set;

/// One way of several: the word that it begins with, of which a blank stands for any run of blanks, and what
/// comes behind the word.
#[derive(Clone, Debug)]
pub(super) struct Way<'a> {
    pub word: Vec<u8>,
    pub rest: &'a [Hir],
}

/// Ways with the beginning that they share.
#[derive(Debug)]
pub(super) struct Bundle<'a> {
    pub word: Vec<u8>,
    /// What they go on with, in the order in which they are tried.
    pub ways: Vec<Way<'a>>,
}

impl<'a> Way<'a> {
    pub(super) fn of(hir: &'a Hir) -> Self {
        let parts = match hir.kind() {
            HirKind::Concat(parts) => parts.as_slice(),
            _ => std::slice::from_ref(hir),
        };
        let mut word = Vec::new();
        let mut taken = 0;
        for part in parts {
            match part.kind() {
                HirKind::Literal(letters) if is_graphic(&letters.0) => word.extend(&letters.0),
                // A run of blanks has one length if a letter comes behind it, and only then is it one blank.
                _ if is_blank(part) && leads_on(parts.get(taken + 1)) => word.push(b' '),
                _ => break,
            }
            taken += 1;
        }
        Self { word, rest: &parts[taken..] }
    }
}

fn leads_on(part: Option<&Hir>) -> bool {
    let Some(HirKind::Literal(letters)) = part.map(Hir::kind) else { return false };
    is_graphic(&letters.0)
}

fn is_graphic(letters: &[u8]) -> bool {
    letters.iter().all(u8::is_ascii_graphic)
}

/// Any run of blanks.
fn is_blank(part: &Hir) -> bool {
    let HirKind::Repetition(repeated) = part.kind() else { return false };
    let HirKind::Class(class) = repeated.sub.kind() else { return false };
    repeated.min == 1 && repeated.max.is_none() && Set::of_class(class) == Some(Set::BLANK)
}

/// Puts together what begins with the same letter. Of ways that begin with different letters only one can fit,
/// so their order does not count; those that begin otherwise stay where they are.
pub(super) fn bundled(ways: Vec<Way<'_>>) -> Vec<Bundle<'_>> {
    let mut bundles: Vec<Bundle<'_>> = Vec::new();
    let mut open = 0;
    for way in ways {
        let Some(first) = way.word.first() else {
            bundles.push(Bundle { word: Vec::new(), ways: vec![way] });
            open = bundles.len();
            continue;
        };
        match bundles[open..].iter_mut().find(|bundle| bundle.ways[0].word.first() == Some(first)) {
            Some(bundle) => bundle.ways.push(way),
            None => bundles.push(Bundle { word: Vec::new(), ways: vec![way] }),
        }
    }
    bundles.iter_mut().for_each(Bundle::share);
    bundles
}

impl Bundle<'_> {
    /// Takes the beginning that all have from each of them.
    fn share(&mut self) {
        let first = &self.ways[0].word;
        let alike = |way: &Way<'_>| first.iter().zip(&way.word).take_while(|(a, b)| a == b).count();
        let shared = self.ways.iter().map(alike).min().unwrap_or(0);
        self.word = first[..shared].to_vec();
        self.ways.iter_mut().for_each(|way| drop(way.word.drain(..shared)));
    }
}
