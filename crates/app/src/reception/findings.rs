//! What the machine found of a dossier (phát hiện của máy): shown beside the points, decided by nobody.

use std::collections::BTreeMap;

use ::store::Reader;
use entry::{Against, Confirmation, Gap, Role};
use kernel::{Failure, Instant, Message, text};

use super::access::OnDesk;
use super::store;
use crate::contests::{self, RuleSet};
use crate::dossiers::confirm::{self, Standing};
use crate::dossiers::following::{Arrival, Named};
use crate::dossiers::manifest::{Listed, Manifest};
use crate::dossiers::{Agreement, Agreements};
use crate::frame::App;
use crate::prior_art::{self, Asked, Sight};
use crate::uploads;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The sentence.
    pub says: Message,
    /// Where to look; empty: nowhere else.
    pub href: String,
}

impl Finding {
    /// A finding of this dossier alone.
    pub fn of(says: Message) -> Self {
        Self { says, href: String::new() }
    }
}

/// Everything that was found of a dossier by the rules under which it came.
///
/// # Errors
/// The database is away.
pub async fn findings(
    reader: &Reader,
    (desk, at): (&OnDesk, Instant),
) -> Result<Vec<Finding>, Failure> {
    let gaps = gaps(&desk.manifest, &desk.rules).into_iter();
    let mut found: Vec<Finding> = earlier_rules(reader, desk).await?.into_iter().collect();
    found.extend(gaps.map(|gap| Finding::of(gap.says)));
    found.extend(people(reader, desk).await?);
    found.extend(files(reader, (desk, at)).await?);
    found.extend(twins(reader, desk).await?);
    Ok(found)
}

/// That the contest has newer rules than those by which the dossier is measured.
async fn earlier_rules(reader: &Reader, desk: &OnDesk) -> Result<Option<Finding>, Failure> {
    let contest = desk.seen.row.contest()?;
    let newest = contests::store::last_rules_version(reader, contest).await?;
    let before = desk.seen.row.rules_version;
    let says = Message::new("finding-earlier-rules").with("before", before).with("after", newest);
    let href = format!("/dossiers/{}/desk/rules", desk.seen.id);
    Ok((before < newest).then_some(Finding { says, href }))
}

/// What is missing, and what does not fit the rules.
pub fn gaps(manifest: &Manifest, rules: &RuleSet) -> Vec<Gap> {
    let held = manifest.files.iter().map(|file| file.item.clone()).collect();
    let against = Against {
        rules: &rules.entry,
        fields: &rules.fields,
        since: rules.eligibility.applied_since_year,
        held: &held,
    };
    manifest.entry.gaps(&against)
}

/// Whose agreement is missing, and whether the unit confirmed what was handed in.
async fn people(reader: &Reader, desk: &OnDesk) -> Result<Vec<Finding>, Failure> {
    let (id, entry) = (desk.seen.id, &desk.manifest.entry);
    let stands = Agreements::load(reader, id).await?;
    let mut found = Vec::new();
    for (at, author) in entry.people.authors.iter().enumerate() {
        let (key, href) = match stands.of((at, author)) {
            Agreement::Yes if stands.is_by_sheet(author) => {
                ("finding-author-by-sheet", format!("/dossiers/{id}/agreement/scan"))
            }
            standing if !standing.may_ask() => continue,
            Agreement::No => ("finding-author-refused", String::new()),
            _ => ("finding-author-silent", String::new()),
        };
        found.push(Finding { says: Message::new(key).with("name", &author.name), href });
    }
    if desk.rules.entry.confirmation == Confirmation::None {
        return Ok(found);
    }
    let (standing, _) = confirm::standing(reader, id, entry).await?;
    let key = match standing {
        Standing::Confirmed => return Ok(found),
        Standing::OnPaper => "finding-stamp-to-see",
        Standing::Refused => "finding-unit-refused",
        Standing::Open | Standing::Asked | Standing::Outdated => "finding-stamp-missing",
    };
    let href = match standing {
        Standing::OnPaper => format!("/dossiers/{id}/confirmation/scan"),
        _ => String::new(),
    };
    found.push(Finding { says: Message::new(key), href });
    Ok(found)
}

/// Fewer letters than this say nothing about a title.
const TEXT_LEAST: usize = 200;

/// What a look into each file has found.
async fn files(reader: &Reader, (desk, at): (&OnDesk, Instant)) -> Result<Vec<Finding>, Failure> {
    let items = desk.rules.entry.checklist.iter();
    let roles: BTreeMap<&str, Role> = items.map(|item| (item.key.as_str(), item.role)).collect();
    let title = text::fold(&desk.manifest.entry.solution.title);
    let hashes: Vec<String> = desk.manifest.files.iter().map(|file| file.sha256.clone()).collect();
    let inspections = uploads::inspections(reader, &hashes).await?;
    let named = desk.files(reader, at).await?;
    let mut found: Vec<Finding> = named.iter().filter_map(arrived).collect();
    for file in named.iter().filter(|file| file.arrival.is_here()).map(|file| &file.listed) {
        let Some(seen) = inspections.get(&file.sha256) else { continue };
        let says = |key: &'static str| Finding::of(Message::new(key).with("name", &file.name));
        if seen.trouble.is_some() {
            found.push(says("finding-file-closed"));
        }
        if !seen.active.is_empty() {
            found.push(says("finding-file-active"));
        }
        if names_another(&title, &seen.text, roles.get(file.item.as_str())) {
            found.push(says("finding-title-differs"));
        }
    }
    found.extend(twice(&desk.manifest.files));
    let named = desk.manifest.files.iter().map(|file| (file.item.as_str(), file.name.as_str()));
    let unasked = desk.rules.entry.unasked_identity(named).into_iter();
    found.extend(
        unasked
            .map(|name| Finding::of(Message::new("finding-identity-unasked").with("name", name))),
    );
    Ok(found)
}

/// What is to be said of the moment at which a file came.
fn arrived(file: &Named) -> Option<Finding> {
    let says = match file.arrival {
        Arrival::InTime => return None,
        Arrival::Late(at) => Message::new("finding-file-late").with("moment", at.to_the_second()),
        Arrival::Following(until) => {
            Message::new("finding-file-following").with("moment", until.written())
        }
        Arrival::Missing => Message::new("finding-file-missing"),
    };
    Some(Finding::of(says.with("name", &file.listed.name)))
}

/// Whether a paper that must carry the title carries another one.
fn names_another(title: &str, written: &str, role: Option<&Role>) -> bool {
    let carries = matches!(role, Some(Role::Registration | Role::Description | Role::FullText));
    let written = text::fold(written);
    carries && written.len() >= TEXT_LEAST && !written.contains(title)
}

/// How many earlier solutions are told beside a dossier.
const EARLIER: usize = 3;

/// Earlier solutions of the registry and of past winners that repeat the dossier or that it repeats.
///
/// # Errors
/// The database is away.
pub async fn earlier(app: &App, desk: &OnDesk) -> Result<Vec<Finding>, Failure> {
    let asked = asked(&desk.manifest);
    let near = prior_art::near(app, Sight::Open, &asked, EARLIER).await?;
    let told = near.into_iter().filter(|near| near.repeats).map(|near| {
        let year = near.row.year.map(|year| year.to_string()).unwrap_or_default();
        let says = Message::new("finding-earlier").with("title", near.row.title);
        let says = says.with("year", year).with("contest", near.row.contest);
        Finding { says, href: format!("/prior-art/solutions/{}", near.row.id) }
    });
    Ok(told.collect())
}

/// What of a dossier is compared with earlier solutions.
pub fn asked(manifest: &Manifest) -> Asked {
    let parts: Vec<&str> = manifest.entry.description.values().map(String::as_str).collect();
    Asked::of(&manifest.entry.solution.title, &parts.join("\n"))
}

/// The same file under two parts of the checklist.
fn twice(files: &[Listed]) -> Option<Finding> {
    let again = files
        .iter()
        .enumerate()
        .find(|(at, file)| files[..*at].iter().any(|other| other.sha256 == file.sha256));
    again.map(|(_, file)| Finding::of(Message::new("finding-file-twice").with("name", &file.name)))
}

/// What other dossiers of the contest have in common with this one.
async fn twins(reader: &Reader, desk: &OnDesk) -> Result<Vec<Finding>, Failure> {
    let id = desk.seen.id;
    let hashes: Vec<String> = desk.manifest.files.iter().map(|file| file.sha256.clone()).collect();
    let contest = desk.seen.row.contest()?;
    let found = |key: &'static str, what: &str, row: &store::TwinRow| Finding {
        says: Message::new(key).with("what", what).with("number", row.number),
        href: format!("/dossiers/{}", row.id),
    };
    let files = store::same_files(reader, id, (contest, &hashes)).await?;
    let files = files.iter().map(|row| found("finding-same-file", &row.what, row));
    let authors = &desk.manifest.entry.people.authors;
    let name = |key: &str| {
        let author = authors.iter().find(|author| author.key == key);
        author.map_or("", |author| author.name.as_str())
    };
    let people = store::same_people(reader, id).await?;
    let people = people.iter().map(|row| found("finding-same-person", name(&row.what), row));
    Ok(files.chain(people).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_sought_in_the_papers_that_carry_it() {
        let title = text::fold("Máy gieo hạt ngô");
        let long = |head: &str| format!("{head} {}", "Nội dung bản mô tả. ".repeat(20));
        let check = |text: &str, role: Role, expect: bool| {
            assert_eq!(names_another(&title, text, Some(&role)), expect, "{text}");
        };
        check(&long("MÁY GIEO HẠT NGÔ"), Role::Description, false);
        check(&long("Máy gieo hạt lúa"), Role::Description, true);
        check(&long("Máy gieo hạt lúa"), Role::Evidence, false);
        check("Máy gieo hạt lúa", Role::Description, false);
    }
}
