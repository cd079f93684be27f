//! Layout: capabilities use one another in one direction.

use std::collections::{BTreeMap, BTreeSet};

use structure::arrows::{self, Arrow};
use structure::{none, tree};

/// What `arrows.txt` says.
#[derive(Default)]
struct Page {
    rank: BTreeMap<String, usize>,
    down: BTreeSet<(String, String)>,
    up: BTreeSet<(String, String)>,
    unreadable: Vec<String>,
}

fn page() -> Page {
    let text = tree::required("crates/structure/arrows.txt");
    let mut page = Page::default();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for (place, line) in lines.enumerate() {
        if let Some(names) = line.strip_prefix("order ") {
            page.rank.extend(names.split_whitespace().map(|name| (name.to_owned(), place)));
        } else if let Some((arrow, _)) = line.strip_prefix("up ").and_then(reasoned) {
            page.up.insert(arrow);
        } else if let Some(arrow) = arrow(line) {
            page.down.insert(arrow);
        } else {
            page.unreadable.push(line.to_owned());
        }
    }
    page
}

fn arrow(text: &str) -> Option<(String, String)> {
    let (from, to) = text.split_once(" -> ")?;
    Some((from.trim().to_owned(), to.trim().to_owned()))
}

fn reasoned(text: &str) -> Option<((String, String), &str)> {
    let (text, reason) = text.split_once(" : ")?;
    Some((arrow(text)?, reason)).filter(|(_, reason)| !reason.trim().is_empty())
}

fn goes_down(page: &Page, from: &str, to: &str) -> bool {
    match (page.rank.get(from), page.rank.get(to)) {
        (Some(from), Some(to)) => to < from,
        _ => false,
    }
}

#[test]
fn every_capability_has_its_place() {
    let page = page();
    let capabilities: BTreeSet<String> = arrows::all().into_iter().map(|one| one.from).collect();
    let homeless = capabilities.into_iter().filter(|name| !page.rank.contains_key(name)).collect();
    none(
        "A capability stands on a line `order` of arrows.txt:",
        &[homeless, page.unreadable].concat(),
    );
}

#[test]
fn no_arrow_is_missing_from_the_page() {
    let page = page();
    let listed = |arrow: &Arrow| {
        let (file, from, to) = (arrow.file.clone(), arrow.from.clone(), arrow.to.clone());
        match goes_down(&page, &from, &to) {
            true => page.down.contains(&(from, to)),
            false => page.up.contains(&(file, to)),
        }
    };
    let missing = arrows::all().into_iter().filter(|arrow| !listed(arrow));
    let missing: Vec<String> = missing.map(|one| format!("{} -> {}", one.file, one.to)).collect();
    none("An arrow stands in arrows.txt; one that goes up gives its reason:", &missing);
}

#[test]
fn the_page_lists_no_arrow_that_is_gone() {
    let (page, all) = (page(), arrows::all());
    let down = page.down.iter().filter(|(from, to)| {
        !goes_down(&page, from, to) || all.iter().all(|one| one.from != *from || one.to != *to)
    });
    let up = page.up.iter().filter(|(file, to)| {
        all.iter()
            .all(|one| one.file != *file || one.to != *to || goes_down(&page, &one.from, &one.to))
    });
    let gone: Vec<String> = down.chain(up).map(|(from, to)| format!("{from} -> {to}")).collect();
    none("arrows.txt lists arrows that are not there, or not in that direction:", &gone);
}
