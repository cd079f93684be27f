//! Arrows: which capability uses which, read from `use crate::…` and `crate::…`.

use std::collections::BTreeSet;

use regex::Regex;

use crate::rust::{self, Source};

/// The folder of the product.
pub const PRODUCT: &str = "crates/app/src/";

/// One file uses one capability.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// The file, without the product's folder and the ending, e.g. `audit/pages`.
    pub file: String,
    /// The capability that it is part of, e.g. `audit`.
    pub from: String,
    /// The capability that it uses.
    pub to: String,
}

/// Every arrow between capabilities of the product.
pub fn all() -> BTreeSet<Arrow> {
    rust::sources("app").iter().flat_map(arrows_of).collect()
}

fn arrows_of(source: &Source) -> Vec<Arrow> {
    let file = source.path.trim_start_matches(PRODUCT).trim_end_matches(".rs").to_owned();
    let from = file.split('/').next().unwrap_or("").to_owned();
    let used = used(&source.code).into_iter().filter(|to| *to != from && from != "lib");
    used.map(|to| Arrow { file: file.clone(), from: from.clone(), to }).collect()
}

/// The capabilities that follow `crate::`, alone or in a list.
fn used(code: &str) -> BTreeSet<String> {
    let one = Regex::new(r"\bcrate::(\w+)").expect("the pattern is right");
    let many = Regex::new(r"(?s)\buse crate::\{(.*?)\};").expect("the pattern is right");
    let mut found: BTreeSet<String> =
        one.captures_iter(code).map(|found| found[1].to_owned()).collect();
    for list in many.captures_iter(code) {
        found.extend(outermost(&list[1]));
    }
    found
}

/// The first word of each item of a list, lists within it left aside.
fn outermost(list: &str) -> Vec<String> {
    let (mut depth, mut items) = (0, vec![String::new()]);
    for letter in list.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            _ if depth == 0 => items.last_mut().expect("there is a first item").push(letter),
            _ => (),
        }
    }
    let first = |item: &String| item.trim().split([':', ' ']).next().unwrap_or("").to_owned();
    items.iter().map(first).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn used_capabilities_are_found() {
        let check = |code: &str, expect: &[&str]| {
            assert_eq!(used(code).into_iter().collect::<Vec<_>>(), expect, "{code}");
        };
        check("use crate::frame::{App, Visitor};", &["frame"]);
        check("use crate::{accounts::{self, Actor}, units};", &["accounts", "units"]);
        check("let x = crate::units::own(y);", &["units"]);
        check("use super::store;", &[]);
    }
}
