//! What the rules ask of an entry, in words.

use entry::{EntryRules, Line, Need, Part};

use crate::frame::Words;

/// Every part of which the rules say something: key of its name, a line for each thing.
pub fn parts(rules: &EntryRules, words: Words) -> Vec<(&'static str, Vec<String>)> {
    let parts = Part::ALL.map(|part| (part.label(), of(rules, part, words)));
    parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

/// The lines of one part; none where the rules are silent.
pub fn of(rules: &EntryRules, part: Part, words: Words) -> Vec<String> {
    if rules.is_silent() {
        return Vec::new();
    }
    let lines = rules.lines();
    lines.iter().filter(|line| line.part == part).map(|line| said(line, words)).collect()
}

/// A line in short: what, whether it may be missing, what files it may be, for which criterion.
pub fn said(line: &Line, words: Words) -> String {
    let mut said = words.tell(&line.says);
    if line.need == Need::Optional {
        said = words.with("entry-if-any", "what", said);
    }
    let kinds = line.takes.iter().map(|kind| words.say(&format!("entry-file-{}", kind.code())));
    let kinds: Vec<String> = kinds.collect();
    let more = [Some(kinds.join(", ")), line.criterion.clone()].into_iter().flatten();
    more.filter(|more| !more.is_empty()).fold(said, |said, more| format!("{said} · {more}"))
}

/// A line with everything that it says.
pub fn whole(line: &Line, words: Words) -> String {
    let said = said(line, words);
    if line.note.is_empty() { said } else { format!("{said} – {}", line.note) }
}
