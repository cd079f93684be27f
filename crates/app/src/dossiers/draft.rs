//! What is being written, put together from its pages.

use std::collections::BTreeMap;

use entry::{Entry, People, Share, Solution, Step};
use kernel::{Fault, Instant, Period};
use serde::Serialize;

use super::manifest;
use super::store::PartRow;

/// A page of what is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The solution in short.
    Solution(Solution),
    /// Holder and authors.
    People(People),
    /// The description.
    Description(BTreeMap<String, String>),
}

impl Page {
    /// Which page it is.
    pub const fn step(&self) -> Step {
        match self {
            Self::Solution(_) => Step::Solution,
            Self::People(_) => Step::People,
            Self::Description(_) => Step::Description,
        }
    }

    /// As it is kept.
    ///
    /// # Errors
    /// It cannot be written as JSON, which is a fault.
    pub fn body(&self) -> Result<String, Fault> {
        Ok(match self {
            Self::Solution(solution) => serde_json::to_string(solution)?,
            Self::People(people) => serde_json::to_string(people)?,
            Self::Description(parts) => serde_json::to_string(parts)?,
        })
    }
}

/// What is being written, and how often each page was saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// What is written.
    pub entry: Entry,
    /// When any page was last saved.
    pub saved_at: Option<Instant>,
    revisions: BTreeMap<Step, i64>,
}

impl Draft {
    /// Puts the pages together.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn read(rows: &[PartRow]) -> Result<Self, Fault> {
        let mut draft = Self::default();
        for row in rows {
            let step =
                Step::with_code(&row.step).ok_or_else(|| Fault::new("a page of a dossier"))?;
            draft.revisions.insert(step, row.revision);
            draft.saved_at = draft.saved_at.max(Some(Instant::from_millis(row.saved_at)));
            match step {
                Step::Solution => draft.entry.solution = serde_json::from_str(&row.body)?,
                Step::People => draft.entry.people = serde_json::from_str(&row.body)?,
                Step::Description => draft.entry.description = serde_json::from_str(&row.body)?,
                Step::Files => (),
            }
        }
        Ok(draft)
    }

    /// How often a page was saved; 0: never.
    pub fn revision(&self, step: Step) -> i64 {
        self.revisions.get(&step).copied().unwrap_or_default()
    }
}

/// What a unit confirms: who made what, and where it is applied. Whoever changes it asks anew.
#[derive(Serialize)]
struct Confirmed<'e> {
    title: &'e str,
    holder: Option<&'static str>,
    organisation: &'e str,
    authors: Vec<(&'e str, Option<Share>)>,
    applied_since: Option<Period>,
    applied_at: &'e str,
}

/// The digest of what a unit confirms.
///
/// # Errors
/// It cannot be written as JSON, which is a fault.
pub fn confirmed_digest(entry: &Entry) -> Result<String, Fault> {
    let authors = entry.people.authors.iter();
    let confirmed = Confirmed {
        title: &entry.solution.title,
        holder: entry.people.holder.map(entry::Holder::code),
        organisation: &entry.people.organisation.name,
        authors: authors.map(|author| (author.name.as_str(), author.share)).collect(),
        applied_since: entry.solution.applied_since,
        applied_at: &entry.solution.applied_at,
    };
    Ok(manifest::digest(&serde_json::to_string(&confirmed)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(step: &str, body: String, (revision, saved_at): (i64, i64)) -> PartRow {
        PartRow { step: step.to_owned(), body, revision, saved_at }
    }

    #[test]
    fn pages_make_one_entry() {
        let solution = Solution { title: "Máy gieo hạt".into(), ..Solution::default() };
        let description: BTreeMap<String, String> = [("moi".to_owned(), "Gieo".to_owned())].into();
        let pages = [Page::Solution(solution.clone()), Page::Description(description.clone())];
        let rows: Vec<PartRow> = pages
            .iter()
            .zip([(3, 20), (1, 10)])
            .map(|(page, at)| row(page.step().code(), page.body().unwrap(), at))
            .collect();
        let draft = Draft::read(&rows).unwrap();
        let expect = Entry { solution, description, ..Entry::default() };
        assert_eq!((draft.entry.clone(), draft.saved_at), (expect, Some(Instant::from_millis(20))));
        let revisions = Step::ALL.map(|step| draft.revision(step));
        assert_eq!(revisions, [3, 0, 1, 0]);
    }

    #[test]
    fn what_a_unit_confirms_changes_with_what_it_saw() {
        let entry = Entry::default();
        let same = Entry {
            description: [("moi".to_owned(), "Gieo".to_owned())].into(),
            ..Entry::default()
        };
        let mut other = Entry::default();
        other.solution.title = "Máy gieo hạt".into();
        let digest = |entry: &Entry| confirmed_digest(entry).unwrap();
        assert_eq!(digest(&entry), digest(&same));
        assert_ne!(digest(&entry), digest(&other));
    }
}
