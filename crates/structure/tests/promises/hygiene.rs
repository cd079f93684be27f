//! The repository: nothing of a developer's machine, nothing half done, nothing fetched from elsewhere.

use regex::Regex;
use structure::tree::{self, Text};
use structure::{markup, none};

/// The one address of the package index that a lock file names.
const INDEX: &str = concat!("registry+https://github.com/rust-lang/", "crates.io-index");

fn texts() -> Vec<Text> {
    tree::paths().iter().filter_map(|path| tree::read(path)).collect()
}

fn offences(pattern: &str, files: impl Iterator<Item = Text>) -> Vec<String> {
    let pattern = Regex::new(pattern).expect("the pattern is right");
    let mut found = Vec::new();
    for file in files {
        for (place, line) in file.text.lines().enumerate().filter(|(_, it)| pattern.is_match(it)) {
            let line: String = line.trim().chars().take(90).collect();
            found.push(format!("{}:{} {line}", file.path, place + 1));
        }
    }
    found
}

#[test]
fn no_path_of_a_machine_is_written_down() {
    let homes = ["/wo", "rk/|/ro", "ot/|/ho", "me/|[A-Z]:\\\\Us", "ers|/Us", "ers/"].concat();
    let pattern = format!(r#"(^|[\s"'`(=:])({homes})"#);
    none("No path of a developer's machine:", &offences(&pattern, texts().into_iter()));
}

#[test]
fn no_registry_is_named_but_the_index() {
    let hosts = [
        "regis",
        "try\\.npmjs|regis",
        "try\\.yarnpkg|npmmir",
        "ror|index\\.cra",
        "tes\\.io|static\\.cra",
        "tes\\.io|py",
        "pi\\.org|python",
        "hosted|proxy\\.gol",
        "ang|deb\\.deb",
        "ian\\.org|rsp",
        "roxy",
    ]
    .concat();
    none("No registry's host name:", &offences(&hosts, texts().into_iter()));
}

#[test]
fn lock_files_name_no_place() {
    let lock = tree::required("Cargo.lock");
    let sources = lock.lines().filter_map(|line| line.strip_prefix("source = "));
    let other = sources.filter(|source| source.trim_matches('"') != INDEX).map(str::to_owned);
    let npm = texts().into_iter().filter(|file| file.path.ends_with("package-lock.json"));
    let resolved = offences("\"resolved\"", npm);
    none("A lock file names no place to fetch from:", &other.chain(resolved).collect::<Vec<_>>());
}

#[test]
fn no_settings_of_a_machine_are_kept() {
    let names = [".env", ".npmrc", ".cargo/config.toml", "pip.conf", ".netrc", ".DS_Store"];
    let kept = |path: &String| {
        names.iter().any(|name| path == name || path.ends_with(&format!("/{name}")))
    };
    none("No settings of a machine:", &tree::paths().into_iter().filter(kept).collect::<Vec<_>>());
}

#[test]
fn nothing_is_left_to_do() {
    let marks = ["\\b(TO", "DO|FIX", "ME|XX", "X|HA", "CK)\\b"].concat();
    let code = [".rs", ".html", ".css", ".js", ".mjs", ".ts", ".sql", ".py", ".ftl", ".toml"];
    let ours = |file: &Text| code.iter().any(|ending| file.path.ends_with(ending));
    none(
        "What is not done stands in an issue, not in the code:",
        &offences(&marks, texts().into_iter().filter(ours)),
    );
}

#[test]
fn nothing_half_merged_or_crooked_is_kept() {
    let marks = ["^(<<<", "<<<< |>>>", ">>>> |===", "====$)"].concat();
    let mut found = offences(&marks, texts().into_iter());
    let crooked = texts().into_iter().filter(|file| file.text.contains('\r'));
    found.extend(crooked.map(|file| format!("{} has carriage returns", file.path)));
    none("No marks of a merge, no carriage returns:", &found);
}

#[test]
fn templates_hold_no_script_and_no_style() {
    let inline = r#"\sstyle=|\son[a-z]+=|javascript:|<style|<script(?:\s+type="module"\s+src=)?"#;
    let inline = Regex::new(inline).expect("the pattern is right");
    let module = r#"<script type="module" src="#;
    let mut found = Vec::new();
    for file in markup::templates() {
        let bad = inline.find_iter(&file.text).map(|it| it.as_str()).filter(|it| *it != module);
        found.extend(bad.map(|it| format!("{}: {}", file.path, it.trim())));
    }
    none("The content security policy forbids inline script and style:", &found);
}
