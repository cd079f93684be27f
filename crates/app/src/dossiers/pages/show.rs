//! What authors will see: the form of an entry as its rules make it.

use askama::Template;
use axum::extract::{Path, State};
use entry::{Confirmation, Detail, EntryRules, Need, Part};

use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::load;
use crate::contests::{self, asked};
use crate::dossiers::form;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// A part of the description or of the dossier, as its author sees it.
struct Asked {
    name: String,
    note: String,
    is_required: bool,
    files: String,
    limit: Option<String>,
    criterion: Option<String>,
}

#[derive(Template)]
#[template(path = "dossiers/pages/show.html")]
struct ShowPage {
    frame: Frame,
    head: Head,
    version: i64,
    is_silent: bool,
    troubles: Vec<String>,
    conditions: Vec<String>,
    fields: Vec<String>,
    second_field: bool,
    holders: Vec<String>,
    author_rules: Vec<String>,
    details: Vec<(String, bool, bool)>,
    shares: bool,
    sections: Vec<Asked>,
    items: Vec<Asked>,
    confirmation: Option<String>,
    undertaking: Vec<String>,
    files: Vec<String>,
    forms: Vec<(&'static str, Vec<(String, &'static str)>)>,
}

/// Answers `GET /contests/{id}/entry`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    let (rules, version) = contests::newest_rules(&app.store, seen.id).await?;
    let frame = Frame::new(&app, &visitor);
    let (words, entry) = (frame.t, &rules.entry);
    let troubles = if entry.is_silent() { Vec::new() } else { entry.troubles(&rules.fields) };
    page(&ShowPage {
        head: Head::new(words, &seen, "contest-rules").below(words.say("entry")),
        version,
        is_silent: entry.is_silent(),
        troubles: troubles.iter().map(|it| words.tell(&it.message())).collect(),
        conditions: asked::of(entry, Part::Conditions, words),
        second_field: entry.second_field,
        holders: asked::of(entry, Part::Holders, words),
        author_rules: author_rules(entry, words),
        details: details(entry, words),
        shares: entry.authors.shares,
        sections: sections(entry, words),
        items: items(entry, words),
        confirmation: confirmation(entry.confirmation, words),
        undertaking: entry.undertaking.clone(),
        files: asked::of(entry, Part::Files, words),
        forms: form::offered(entry),
        fields: rules.fields,
        frame,
    })
}

/// What holds for all authors together.
fn author_rules(entry: &EntryRules, words: Words) -> Vec<String> {
    let bound = entry.authors.details.len();
    let mut said = asked::of(entry, Part::Authors, words);
    said.truncate(said.len() - bound);
    said
}

/// What is asked of each author: its name, whether it must be told, whether the law protects it more.
fn details(asked: &EntryRules, words: Words) -> Vec<(String, bool, bool)> {
    let told = |(detail, need): (&Detail, &Need)| {
        let name = words.say(&format!("entry-detail-{}", detail.code()));
        (name, *need == Need::Required, detail.is_sensitive())
    };
    asked.authors.details.iter().map(told).collect()
}

fn sections(asked: &EntryRules, words: Words) -> Vec<Asked> {
    let told = |section: &entry::Section| Asked {
        name: section.title.clone(),
        note: section.prompt.clone(),
        is_required: section.need == Need::Required,
        files: String::new(),
        limit: section.most_words.map(|most| words.count("entry-most-words", most)),
        criterion: section.criterion.clone(),
    };
    asked.sections.iter().map(told).collect()
}

fn items(asked: &EntryRules, words: Words) -> Vec<Asked> {
    let told = |item: &entry::Item| {
        let kinds = item.takes.iter();
        let kinds = kinds.map(|kind| words.say(&format!("entry-file-{}", kind.code())));
        let kinds: Vec<String> = kinds.collect();
        Asked {
            name: item.name.clone(),
            note: item.note.clone(),
            is_required: item.need == Need::Required,
            files: if kinds.is_empty() { words.say("entry-no-file") } else { kinds.join(", ") },
            limit: None,
            criterion: None,
        }
    };
    asked.checklist.iter().map(told).collect()
}

fn confirmation(of: Confirmation, words: Words) -> Option<String> {
    let key = format!("entry-confirmation-{}", of.code());
    (of != Confirmation::None).then(|| words.say(&key))
}
