//! Pages: every template, icon and class that is named is there, and every template is used.

use std::collections::BTreeSet;

use regex::Regex;
use structure::{markup, none, rust, tree};

fn all(pattern: &str, text: &str) -> BTreeSet<String> {
    let pattern = Regex::new(pattern).expect("the pattern is right");
    pattern.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

fn rust_text() -> String {
    rust::sources("app").into_iter().map(|source| source.text).collect()
}

fn template_text() -> String {
    markup::templates().into_iter().map(|file| file.text).collect()
}

#[test]
fn every_template_is_used_and_there() {
    let mut named = all(r#"path = "([\w/]+\.html)""#, &rust_text());
    named.extend(all(r#"\{%-?\s*(?:extends|include|import) "([\w/]+\.html)""#, &template_text()));
    let there: BTreeSet<String> = markup::templates()
        .iter()
        .map(|file| file.path.trim_start_matches("crates/app/src/").to_owned())
        .collect();
    assert_eq!(there, named);
}

#[test]
fn every_icon_is_there() {
    let there = all(r#"<symbol[^>]*\bid="([\w-]+)""#, &tree::required("front/icons.svg"));
    let mut named = all(r#"\.icon\("([\w-]+)"\)"#, &(template_text() + &rust_text()));
    named.extend(all(r#"parts::icon\(frame, "([\w-]+)"\)"#, &template_text()));
    assert!(named.len() > 10, "the pattern finds the icons");
    none(
        "An icon stands in front/icons.svg:",
        &named.difference(&there).cloned().collect::<Vec<_>>(),
    );
}

#[test]
fn every_class_has_its_style() {
    let css: String = tree::below("front/css/", ".css").into_iter().map(|file| file.text).collect();
    let comments = Regex::new(r"(?s)/\*.*?\*/|url\([^)]*\)").expect("the pattern is right");
    let styled = all(r"\.([a-zA-Z][\w-]*)", &comments.replace_all(&css, ""));
    let mut unknown = Vec::new();
    for file in markup::templates() {
        let classes = markup::classes(&file.text).into_iter();
        let classes = classes.filter(|class| !styled.contains(class));
        unknown.extend(classes.map(|class| format!("{}: {class}", file.path)));
    }
    none("A class stands in front/css:", &unknown);
}

#[test]
fn every_asset_that_pages_name_is_embedded() {
    let list = tree::required("front/assets.json");
    let there = all(r#"(?m)^\s*"([^"]+)":"#, &list);
    let named = all(r#"asset\("([^"]+)"\)"#, &(template_text() + &rust_text()));
    none(
        "An asset stands in front/assets.json:",
        &named.difference(&there).cloned().collect::<Vec<_>>(),
    );
}
