//! What an author typed about an entry, page by page.

use std::collections::BTreeMap;

use entry::{Author, Detail, EntryRules, Holder, Organisation, People, Solution};
use kernel::Refusal;

use crate::contests::typed::{AUTHORS, Typed, Wrong, line, lines, optional};

/// Most letters of a title.
const TITLE: usize = 500;
/// Most letters of a line.
const LINE: usize = 300;
/// Most letters of a part of the description.
const PART: usize = 60_000;

/// Reads the page of the solution.
pub fn solution(typed: &Typed, wrong: &mut Wrong) -> Solution {
    let mut text = |field: &'static str, longest: usize| {
        wrong.or_empty(line(typed.text(field), field, longest)).unwrap_or_default()
    };
    let (title, field, second_field) =
        (text("title", TITLE), text("field", LINE), text("second-field", LINE));
    let applied_at = text("applied-at", LINE);
    let (earlier, protection) = (text("earlier", 2_000), text("protection", LINE));
    let since = optional(typed.text("applied-since"), "applied-since", "dossier-month-unreadable");
    let applied_since = wrong.or_empty(since);
    Solution { title, field, second_field, applied_since, applied_at, earlier, protection }
}

/// Puts the page of the solution into a form.
pub fn put_solution(typed: &mut Typed, solution: &Solution) {
    typed.put("title", solution.title.as_str());
    typed.put("field", solution.field.as_str());
    typed.put("second-field", solution.second_field.as_str());
    typed.put_some("applied-since", solution.applied_since.map(kernel::Period::written));
    typed.put("applied-at", solution.applied_at.as_str());
    typed.put("earlier", solution.earlier.as_str());
    typed.put("protection", solution.protection.as_str());
}

/// Reads the page of the people. Details that the rules do not ask are not kept, whatever was sent.
pub fn people(typed: &Typed, rules: &EntryRules, wrong: &mut Wrong) -> People {
    let mut text = |field: &'static str| {
        wrong.or_empty(line(typed.text(field), field, LINE)).unwrap_or_default()
    };
    let organisation = Organisation {
        name: text("organisation"),
        address: text("organisation-address"),
        representative: text("organisation-representative"),
        phone: text("organisation-phone"),
    };
    let holder = typed.text("holder");
    People {
        holder: Holder::ALL.into_iter().find(|one| one.code() == holder),
        organisation,
        authors: authors(typed, rules, wrong),
    }
}

fn authors(typed: &Typed, rules: &EntryRules, wrong: &mut Wrong) -> Vec<Author> {
    let rows: Vec<&'static str> = AUTHORS.into_iter().filter(|row| typed.is_filled(row)).collect();
    let keys = super::keys(typed, &rows, ("author", 20));
    rows.iter().zip(keys).map(|(row, key)| author(typed, (row, key), rules, wrong)).collect()
}

fn author(
    typed: &Typed,
    (row, key): (&'static str, String),
    rules: &EntryRules,
    wrong: &mut Wrong,
) -> Author {
    let name = wrong.or_empty(line(typed.row(row, "name"), row, LINE)).unwrap_or_default();
    let share = match rules.authors.shares {
        true => wrong.or_empty(optional(typed.row(row, "share"), row, "dossier-share-unreadable")),
        false => None,
    };
    let mut details = BTreeMap::new();
    for detail in rules.authors.details.keys() {
        let told = wrong.or_empty(line(typed.row(row, detail.code()), row, LINE));
        details.extend(told.map(|told| (*detail, told)));
    }
    Author { key, name, share, details }
}

/// Puts the page of the people into a form.
pub fn put_people(typed: &mut Typed, people: &People) {
    typed.put("holder", people.holder.map_or("", Holder::code));
    typed.put("organisation", people.organisation.name.as_str());
    typed.put("organisation-address", people.organisation.address.as_str());
    typed.put("organisation-representative", people.organisation.representative.as_str());
    typed.put("organisation-phone", people.organisation.phone.as_str());
    for (row, author) in AUTHORS.iter().zip(&people.authors) {
        typed.put(&format!("{row}-key"), author.key.as_str());
        typed.put(&format!("{row}-name"), author.name.as_str());
        typed.put_some(&format!("{row}-share"), author.share);
        for (detail, told) in &author.details {
            typed.put(&format!("{row}-{}", detail.code()), told.as_str());
        }
    }
}

/// Reads the page of the description. Parts that the rules no longer name stay as they were.
pub fn description(
    typed: &Typed,
    rules: &EntryRules,
    before: &BTreeMap<String, String>,
    wrong: &mut Wrong,
) -> BTreeMap<String, String> {
    let mut parts = before.clone();
    for section in &rules.sections {
        let text = typed.text(&part_field(&section.key));
        match wrong.or_empty(lines(text, "sections", PART)) {
            Some(text) => parts.insert(section.key.clone(), text),
            None => parts.remove(&section.key),
        };
    }
    parts
}

/// Puts the page of the description into a form.
pub fn put_description(typed: &mut Typed, parts: &BTreeMap<String, String>) {
    for (key, text) in parts {
        typed.put(&part_field(key), text.as_str());
    }
}

/// The name of the field of a part of the description.
pub fn part_field(key: &str) -> String {
    format!("part-{key}")
}

/// Seals what the law protects most, so that neither the database nor a copy of it tells it.
///
/// # Errors
/// Sealing fails, which is a fault.
pub fn seal<E>(
    people: &mut People,
    before: &People,
    seal: impl Fn(&str) -> Result<String, E>,
    unseal: impl Fn(&str) -> Result<String, E>,
) -> Result<(), E> {
    for author in &mut people.authors {
        let Some(told) = author.details.get_mut(&Detail::Identity) else { continue };
        let known = before.authors.iter().find(|known| known.key == author.key);
        let known = known.and_then(|known| known.details.get(&Detail::Identity));
        // The same number keeps its seal: else each saving would look like a change.
        *told = match known {
            Some(sealed) if unseal(sealed)? == *told => sealed.clone(),
            _ => seal(told)?,
        };
    }
    Ok(())
}

/// Takes the seals off, for those who wrote it.
///
/// # Errors
/// A seal is not ours, which is a fault.
pub fn unseal<E>(people: &mut People, unseal: impl Fn(&str) -> Result<String, E>) -> Result<(), E> {
    for author in &mut people.authors {
        if let Some(sealed) = author.details.get_mut(&Detail::Identity) {
            *sealed = unseal(sealed)?;
        }
    }
    Ok(())
}

/// The refusal of a page that somebody saved meanwhile is no reason to lose what was typed.
pub fn is_conflict(refusal: &Refusal) -> bool {
    refusal.message.key == "dossier-saved-meanwhile"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn rules() -> EntryRules {
        entry::with_code("national").expect("the set is there").rules.clone()
    }

    #[test]
    fn every_page_reads_back() {
        let rules = rules();
        let details = rules.authors.details.keys().map(|it| (*it, "x".to_owned())).collect();
        let people = People {
            holder: Some(Holder::Group),
            organisation: Organisation { name: "Hợp tác xã".into(), ..Organisation::default() },
            authors: vec![Author {
                key: "author-1".into(),
                name: "An".into(),
                share: "33,3".parse().ok(),
                details,
            }],
        };
        let solution_before = Solution {
            title: "Máy gieo hạt".into(),
            field: "Cơ khí".into(),
            second_field: "Y dược".into(),
            applied_since: "5/2021".parse().ok(),
            applied_at: "xã".into(),
            earlier: "chưa".into(),
            protection: "chưa".into(),
        };
        let key = rules.sections[0].key.clone();
        let parts: BTreeMap<String, String> = [(key, "một\nhai".to_owned())].into();
        let (mut typed, mut wrong) = (Typed::default(), Wrong::default());
        put_people(&mut typed, &people);
        put_solution(&mut typed, &solution_before);
        put_description(&mut typed, &parts);
        assert_eq!(super::people(&typed, &rules, &mut wrong), people);
        assert_eq!(solution(&typed, &mut wrong), solution_before);
        assert_eq!(description(&typed, &rules, &BTreeMap::new(), &mut wrong), parts);
        assert!(wrong.finish().is_ok());
    }

    #[test]
    fn what_is_not_asked_is_not_kept() {
        let mut typed = Typed::default();
        typed.put("author-0-name", "An");
        typed.put("author-0-ethnicity", "x");
        typed.put("author-0-share", "50");
        let mut wrong = Wrong::default();
        let people = people(&typed, &EntryRules::default(), &mut wrong);
        let expect = Author { key: "author-1".into(), name: "An".into(), ..Author::default() };
        assert_eq!(people.authors, [expect]);
    }

    #[test]
    fn a_number_keeps_its_seal() {
        let sealed = |told: &str| Author {
            key: "a".into(),
            details: [(Detail::Identity, told.to_owned())].into(),
            ..Author::default()
        };
        let before = People { authors: vec![sealed("1:123")], ..People::default() };
        let seal_as = |told: &str| Ok::<_, Infallible>(format!("2:{told}"));
        let open = |told: &str| Ok::<_, Infallible>(told[2..].to_owned());
        let mut same = People { authors: vec![sealed("123")], ..People::default() };
        seal(&mut same, &before, seal_as, open).unwrap();
        assert_eq!(same, before);
        let mut other = People { authors: vec![sealed("124")], ..People::default() };
        seal(&mut other, &before, seal_as, open).unwrap();
        assert_eq!(other.authors, [sealed("2:124")]);
        unseal(&mut other, open).unwrap();
        assert_eq!(other.authors, [sealed("124")]);
    }
}
