//! What is asked of an entry, put into the fields of a form.

use std::collections::BTreeMap;

use entry::{EntryRules, Files, Group, Item, Section, Won};

use crate::contests::typed::{GROUPED, ITEMS, SECTIONS, Typed};

/// Puts what is asked into the fields of a form.
pub fn put(typed: &mut Typed, rules: &EntryRules, fields: &[String]) {
    let mut tick = |name: String, holds: bool| {
        if holds {
            typed.put(&name, "on");
        }
    };
    rules.holders.iter().for_each(|it| tick(format!("holder-{}", it.code()), true));
    tick("shares".to_owned(), rules.authors.shares);
    tick("second-field".to_owned(), rules.second_field);
    tick("applied".to_owned(), rules.conditions.applied);
    tick("not-entered".to_owned(), rules.conditions.not_entered);
    tick("no-officials".to_owned(), rules.conditions.no_officials);
    typed.put_some("most", rules.authors.most);
    for (detail, need) in &rules.authors.details {
        typed.put(&format!("detail-{}", detail.code()), need.code());
    }
    typed.put_some("not-won", rules.conditions.not_won.map(Won::code));
    typed.put("others", rules.conditions.others.join("\n"));
    typed.put("confirmation", rules.confirmation.code());
    typed.put("undertaking", rules.undertaking.join("\n"));
    typed.put("copies", rules.paper_copies.to_string());
    put_files(typed, rules.files);
    put_groups(typed, &rules.groups, fields);
    for (row, item) in ITEMS.iter().zip(&rules.checklist) {
        put_item(typed, row, item);
    }
    for (row, section) in SECTIONS.iter().zip(&rules.sections) {
        put_section(typed, row, section);
    }
}

fn put_files(typed: &mut Typed, files: Files) {
    typed.put("each-mb", files.each_mb.to_string());
    typed.put("all-mb", files.all_mb.to_string());
    typed.put("most-files", files.most.to_string());
    typed.put("grace", files.grace_minutes.to_string());
}

fn put_groups(typed: &mut Typed, groups: &[Group], fields: &[String]) {
    let named: BTreeMap<&str, &str> = groups
        .iter()
        .flat_map(|group| group.fields.iter().map(|field| (field.as_str(), group.name.as_str())))
        .collect();
    for (row, field) in GROUPED.iter().zip(fields) {
        typed.put_some(&format!("{row}-name"), named.get(field.as_str()));
    }
}

fn put_item(typed: &mut Typed, row: &str, item: &Item) {
    let of = |field: &str| format!("{row}-{field}");
    typed.put(&of("key"), &item.key);
    typed.put(&of("name"), &item.name);
    typed.put(&of("role"), item.role.code());
    typed.put(&of("need"), item.need.code());
    typed.put(&of("note"), &item.note);
    for kind in &item.takes {
        typed.put(&of(&format!("takes-{}", kind.code())), "on");
    }
}

fn put_section(typed: &mut Typed, row: &str, section: &Section) {
    let of = |field: &str| format!("{row}-{field}");
    typed.put(&of("key"), &section.key);
    typed.put(&of("title"), &section.title);
    typed.put(&of("prompt"), &section.prompt);
    typed.put_some(&of("criterion"), section.criterion.as_ref());
    typed.put(&of("need"), section.need.code());
    typed.put_some(&of("words"), section.most_words);
}
