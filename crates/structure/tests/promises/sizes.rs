//! Budgets: files, functions, templates, names.

use std::collections::BTreeMap;

use structure::rust::{self, Function};
use structure::{markup, none, tree};

const LONGEST_FILE: usize = 600;
const LONG_FILE: usize = 300;
const LONGEST_FUNCTION: usize = 60;
const MEDIAN_FUNCTION: usize = 10;
const LONGEST_TEMPLATE: usize = 80;
const NAMES_FOR_ANYTHING: [&str; 9] =
    ["util", "utils", "helper", "helpers", "common", "misc", "manager", "service", "services"];

/// Every function with the path of its file.
fn own_functions() -> Vec<(String, Function)> {
    let mut found = Vec::new();
    for source in rust::sources("") {
        found.extend(source.functions().into_iter().map(|one| (source.path.clone(), one)));
    }
    found
}

/// Rust files, tests included, with their lines.
fn lengths() -> BTreeMap<String, usize> {
    let rust = tree::below("", ".rs");
    rust.into_iter().map(|file| (file.path, file.text.lines().count())).collect()
}

#[test]
fn files_stay_below_their_limit() {
    let long = lengths().into_iter().filter(|(_, lines)| *lines > LONGEST_FILE);
    let long: Vec<String> = long.map(|(path, lines)| format!("{path}: {lines}")).collect();
    none("No file has more than 600 lines:", &long);
}

#[test]
fn long_files_are_known_and_only_become_fewer() {
    let list = tree::required("crates/structure/long_files.txt");
    let entry = |line: &str| {
        let (path, lines) = line.split_once(' ')?;
        Some((path.to_owned(), lines.parse::<usize>().ok()?))
    };
    let listed: BTreeMap<String, usize> = list.lines().filter_map(entry).collect();
    let lengths = lengths();
    let long = lengths.iter().filter(|(_, lines)| **lines > LONG_FILE);
    let grown = long.filter(|(path, lines)| listed.get(*path).is_none_or(|most| *lines > most));
    let grown = grown.map(|(path, lines)| format!("{path} has {lines} lines: split it"));
    let short = |path: &String| lengths.get(path).is_none_or(|lines| *lines <= LONG_FILE);
    let gone = listed.keys().filter(|path| short(path));
    let gone = gone.map(|path| format!("{path} is no longer long: take it off the list"));
    none(
        "A file over 300 lines is on the list, and does not grow:",
        &grown.chain(gone).collect::<Vec<_>>(),
    );
}

#[test]
fn functions_stay_below_their_limit() {
    let long = own_functions().into_iter().filter(|(_, one)| one.length > LONGEST_FUNCTION);
    let long: Vec<String> = long
        .map(|(path, one)| format!("{path}:{} {}: {}", one.line, one.name, one.length))
        .collect();
    none("No function has more than 60 lines:", &long);
}

#[test]
fn the_middle_function_is_short() {
    let mut lengths: Vec<usize> = own_functions().iter().map(|(_, one)| one.length).collect();
    lengths.sort_unstable();
    let middle = lengths[lengths.len() / 2];
    assert!(middle <= MEDIAN_FUNCTION, "the median of {} functions is {middle}", lengths.len());
}

#[test]
fn templates_stay_below_their_limit() {
    let long = markup::templates().into_iter();
    let long = long.filter(|file| file.text.lines().count() > LONGEST_TEMPLATE);
    none("No template has more than 80 lines:", &long.map(|file| file.path).collect::<Vec<_>>());
}

#[test]
fn files_and_folders_have_names_that_mean_something() {
    let vague =
        |path: &String| path.split(['/', '.']).any(|part| NAMES_FOR_ANYTHING.contains(&part));
    none(
        "A name says what is inside:",
        &tree::paths().into_iter().filter(vague).collect::<Vec<_>>(),
    );
}

#[test]
fn nothing_is_unwrapped() {
    let unwrapped =
        rust::sources("").into_iter().filter(|source| source.code.contains(".unwrap()"));
    let unwrapped: Vec<String> = unwrapped.map(|source| source.path).collect();
    none("unwrap stands in tests only; elsewhere expect says why it cannot be:", &unwrapped);
}
