//! What of a dossier opens again (nội dung được bổ sung) when the office asks for more: that, and nothing else.

use std::collections::BTreeSet;

use entry::{Entry, Step};

/// What opens again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opened {
    steps: BTreeSet<Step>,
    items: BTreeSet<String>,
}

/// How the word of a part of the checklist begins.
const FILE: &str = "file:";

impl Opened {
    /// What these words open: the code of a page, or `file:` and the key of a part of the checklist. Other
    /// words open nothing.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut opened = Self::default();
        for word in words {
            if let Some(key) = word.strip_prefix(FILE) {
                opened.items.insert(key.to_owned());
            } else if let Some(step) = Step::with_code(word).filter(|step| *step != Step::Files) {
                opened.steps.insert(step);
            }
        }
        opened
    }

    /// Whether nothing opens.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.items.is_empty()
    }

    /// Whether a page opens; that of the files does with any part of the checklist.
    pub fn page(&self, step: Step) -> bool {
        match step {
            Step::Files => !self.items.is_empty(),
            _ => self.steps.contains(&step),
        }
    }

    /// Whether files of a part of the checklist may be changed.
    pub fn item(&self, key: &str) -> bool {
        self.items.contains(key)
    }

    /// The words, as [`Opened::of`] reads them.
    pub fn words(&self) -> Vec<String> {
        let steps = self.steps.iter().map(|step| step.code().to_owned());
        steps.chain(self.items.iter().map(|key| format!("{FILE}{key}"))).collect()
    }

    /// What was handed in `before`, with what is open as it is written `now`.
    pub fn entry(&self, before: &Entry, now: &Entry) -> Entry {
        Entry {
            solution: if self.page(Step::Solution) { &now.solution } else { &before.solution }
                .clone(),
            people: if self.page(Step::People) { &now.people } else { &before.people }.clone(),
            description: if self.page(Step::Description) {
                &now.description
            } else {
                &before.description
            }
            .clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_asked_for_opens() {
        let opened = Opened::of(["people", "file:minh-chung", "files", "what"]);
        assert_eq!(Step::ALL.map(|step| opened.page(step)), [false, true, false, true]);
        assert_eq!(["minh-chung", "mo-ta"].map(|key| opened.item(key)), [true, false]);
        assert_eq!(opened.words(), ["people", "file:minh-chung"]);
        assert!(Opened::of(["files"]).is_empty());
    }

    #[test]
    fn the_rest_stays_as_it_was() {
        let (mut before, mut now) = (Entry::default(), Entry::default());
        before.solution.title = "Cũ".into();
        before.people.organisation.name = "Cũ".into();
        now.solution.title = "Mới".into();
        now.people.organisation.name = "Mới".into();
        now.description = [("moi".to_owned(), "Mới".to_owned())].into();
        let merged = Opened::of(["people"]).entry(&before, &now);
        let expect = Entry { people: now.people.clone(), ..before.clone() };
        assert_eq!(merged, expect);
        let all = Opened::of(["solution", "people", "description"]);
        assert_eq!(all.entry(&before, &now), now);
    }
}
