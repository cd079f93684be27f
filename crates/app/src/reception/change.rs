//! What changed between two versions of a dossier (nội dung thay đổi).

use std::collections::BTreeSet;

use crate::dossiers::manifest::Manifest;

/// Something that is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub what: String,
    /// How it was; empty: not there.
    pub before: String,
    /// How it is; empty: not there any more.
    pub after: String,
}

/// Whether what a point looks at is the same in both: the files of a part, or what was written, for a
/// condition.
pub fn stays(before: &Manifest, after: &Manifest, key: &str) -> bool {
    if key.starts_with("condition:") {
        return before.entry.solution == after.entry.solution
            && before.entry.people == after.entry.people;
    }
    files_of(before, key) == files_of(after, key)
}

fn files_of<'m>(manifest: &'m Manifest, key: &str) -> BTreeSet<&'m str> {
    let files = manifest.files.iter().filter(|file| file.item == key);
    files.map(|file| file.sha256.as_str()).collect()
}

/// The lines, by name, that are not the same in both; in the order of `after`, then what is gone.
pub fn changes(before: &[(String, String)], after: &[(String, String)]) -> Vec<Change> {
    let find = |lines: &[(String, String)], name: &str| {
        lines.iter().find(|(known, _)| known == name).map(|(_, told)| told.clone())
    };
    let new = after.iter().map(|(what, told)| Change {
        what: what.clone(),
        before: find(before, what).unwrap_or_default(),
        after: told.clone(),
    });
    let gone = before.iter().filter(|(what, _)| find(after, what).is_none());
    let gone = gone.map(|(what, told)| Change {
        what: what.clone(),
        before: told.clone(),
        after: String::new(),
    });
    new.chain(gone).filter(|change| change.before != change.after).collect()
}

/// The files of one that are not in the other: part of the checklist and name.
pub fn files_only_in(one: &Manifest, other: &Manifest) -> Vec<(String, String)> {
    let is_there = |item: &str, hash: &str| {
        other.files.iter().any(|file| file.item == item && file.sha256 == hash)
    };
    let files = one.files.iter().filter(|file| !is_there(&file.item, &file.sha256));
    files.map(|file| (file.item.clone(), file.name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossiers::manifest::Listed;
    use entry::Entry;

    fn manifest(title: &str, files: &[(&str, &str)]) -> Manifest {
        let mut entry = Entry::default();
        entry.solution.title = title.to_owned();
        let listed = |(item, hash): &(&str, &str)| Listed {
            item: (*item).to_owned(),
            name: format!("{hash}.pdf"),
            bytes: 1,
            sha256: (*hash).to_owned(),
        };
        Manifest {
            format: String::new(),
            contest: String::new(),
            rules_version: 1,
            entry,
            vouched: Vec::new(),
            files: files.iter().map(listed).collect(),
        }
    }

    #[test]
    fn a_verdict_holds_while_its_part_is_the_same() {
        let before = manifest("Máy", &[("a", "1"), ("b", "2")]);
        let after = manifest("Máy", &[("b", "2"), ("a", "3")]);
        let check = |key: &str| stays(&before, &after, key);
        assert_eq!(["a", "b", "condition:since"].map(check), [false, true, true]);
        assert!(!stays(&before, &manifest("Máy gieo", &[]), "condition:since"));
        assert_eq!(files_only_in(&after, &before), [("a".to_owned(), "3.pdf".to_owned())]);
    }

    #[test]
    fn lines_are_compared_by_their_names() {
        let lines = |told: &[(&str, &str)]| -> Vec<(String, String)> {
            told.iter().map(|(name, told)| ((*name).to_owned(), (*told).to_owned())).collect()
        };
        let found = changes(
            &lines(&[("a", "1"), ("b", "2"), ("c", "3")]),
            &lines(&[("a", "1"), ("b", "4"), ("d", "5")]),
        );
        let change = |what: &str, before: &str, after: &str| Change {
            what: what.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        assert_eq!(found, [change("b", "2", "4"), change("d", "", "5"), change("c", "3", "")]);
    }
}
