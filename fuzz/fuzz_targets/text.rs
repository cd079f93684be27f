//! Any text is read, and what is read stands in it.

#![no_main]

use documents::{Evidence, Facts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let facts = documents::read(&text);
    let length = text.chars().count();
    for Evidence { start, end, confidence } in places(&facts) {
        assert!(start <= end && end <= length, "{start}..{end} of {length}");
        assert!((0.0..=1.0).contains(&confidence), "{confidence}");
    }
});

fn places(facts: &Facts) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = facts.evidence.values().copied().collect();
    all.extend(facts.contest.iter().map(|it| it.evidence));
    all.extend(facts.contest.iter().filter_map(|it| Some(it.parent.as_ref()?.evidence)));
    all.extend(facts.document.signatory.iter().map(|it| it.evidence));
    all.extend(facts.legal_basis.iter().map(|it| it.evidence));
    all.extend(facts.milestones.iter().map(|it| it.evidence));
    all.extend(facts.tasks.iter().map(|it| it.evidence));
    all.extend(facts.contacts.iter().map(|it| it.evidence));
    all.extend(facts.reporting.iter().map(|it| it.evidence));
    all.extend(facts.prizes.iter().map(|it| it.evidence));
    all.extend(facts.warnings.iter().filter_map(|it| it.evidence));
    all
}
