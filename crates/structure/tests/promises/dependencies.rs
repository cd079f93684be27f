//! Dependencies: what may come into the house is written in `dependencies.toml`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::process::Command;

use serde::Deserialize;
use structure::{none, tree};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Policy {
    platform: String,
    source: String,
    most_packages: usize,
    licences: Vec<String>,
    licence_exceptions: BTreeMap<String, Exception>,
    banned: BTreeMap<String, String>,
    duplicates: BTreeMap<String, String>,
    at_least: BTreeMap<String, Least>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    licence: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Least {
    version: String,
    reason: String,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
    workspace_members: BTreeSet<String>,
}

#[derive(Deserialize, Clone)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

fn policy() -> Policy {
    toml::from_str(&tree::required("dependencies.toml")).expect("dependencies.toml is readable")
}

fn metadata(platform: &str) -> Metadata {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let arguments =
        ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform"];
    let output =
        Command::new(cargo).args(arguments).arg(platform).current_dir(tree::root()).output();
    let output = output.expect("cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    serde_json::from_slice(&output.stdout).expect("cargo describes the packages")
}

/// What the product's program is made of: the normal dependencies of `app`, near and far.
fn of_the_program(metadata: &Metadata) -> Vec<Package> {
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let app = metadata.packages.iter().find(|package| package.name == "app");
    let app = app.expect("the workspace has an app").id.as_str();
    let (mut seen, mut waiting) = (BTreeSet::from([app]), VecDeque::from([app]));
    while let Some(id) = waiting.pop_front() {
        let normal = |it: &&Dependency| it.dep_kinds.iter().any(|kind| kind.kind.is_none());
        for dependency in nodes[id].deps.iter().filter(normal) {
            if seen.insert(&dependency.pkg) {
                waiting.push_back(&dependency.pkg);
            }
        }
    }
    metadata.packages.iter().filter(|package| seen.contains(package.id.as_str())).cloned().collect()
}

/// Packages that others have written.
fn foreign(metadata: &Metadata) -> impl Iterator<Item = &Package> {
    metadata.packages.iter().filter(|package| !metadata.workspace_members.contains(&package.id))
}

/// Whether a licence expression can be kept with these licences alone. `/` is the old way to write OR.
fn allows(allowed: &[String], expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], " ");
    let ands: Vec<&str> = expression.split(" AND ").collect();
    ands.iter().all(|part| part.split(" OR ").any(|one| allowed.iter().any(|it| it == one.trim())))
}

#[test]
fn licences_are_allowed() {
    let policy = policy();
    let metadata = metadata(&policy.platform);
    let mut offences = Vec::new();
    let mut used = BTreeSet::new();
    for package in foreign(&metadata) {
        let licence = package.license.clone().unwrap_or_default();
        let exception = policy.licence_exceptions.get(&package.name);
        match exception.filter(|it| it.licence == licence && !it.reason.is_empty()) {
            Some(_) => drop(used.insert(package.name.clone())),
            None if allows(&policy.licences, &licence) => (),
            None => offences.push(format!("{} {}: {licence}", package.name, package.version)),
        }
    }
    let stale = policy.licence_exceptions.keys().filter(|name| !used.contains(*name));
    offences.extend(stale.map(|name| format!("the exception for {name} is not needed")));
    none("A licence is on the list of dependencies.toml:", &offences);
}

#[test]
fn licence_expressions_are_understood() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    let check = |expression: &str, expect: bool| {
        assert_eq!(allows(&allowed, expression), expect, "{expression}");
    };
    check("MIT", true);
    check("MIT/Apache-2.0", true);
    check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
    check("MIT AND GPL-3.0", false);
    check("GPL-3.0", false);
    check("", false);
}

#[test]
fn packages_come_from_one_place() {
    let policy = policy();
    let metadata = metadata(&policy.platform);
    let other = foreign(&metadata).filter(|it| it.source.as_deref() != Some(&policy.source));
    none(
        "Packages come from the public index:",
        &other.map(|it| it.name.clone()).collect::<Vec<_>>(),
    );
}

#[test]
fn banned_packages_are_absent() {
    let policy = policy();
    let lock = tree::required("Cargo.lock");
    let present = |name: &&String| lock.contains(&format!("\nname = \"{name}\"\n"));
    let banned = policy.banned.keys().filter(present).cloned().collect::<Vec<_>>();
    none("dependencies.toml says why not:", &banned);
    let silent = policy.banned.iter().filter(|(_, reason)| reason.is_empty());
    none("A ban has its reason:", &silent.map(|(name, _)| name.clone()).collect::<Vec<_>>());
}

#[test]
fn packages_with_a_known_defect_are_new_enough() {
    let policy = policy();
    let metadata = metadata(&policy.platform);
    let numbers = |version: &str| -> Vec<u64> {
        version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
    };
    let mut offences = Vec::new();
    for (name, least) in &policy.at_least {
        let mut found = metadata.packages.iter().filter(|package| package.name == *name).peekable();
        if found.peek().is_none() {
            offences.push(format!("{name} is not used"));
        }
        let old = found.filter(|package| numbers(&package.version) < numbers(&least.version));
        offences.extend(old.map(|it| format!("{name} {}: {}", it.version, least.reason)));
    }
    none("A package is at least of the version that mends it:", &offences);
}

#[test]
fn the_program_is_made_of_few_packages() {
    let policy = policy();
    let count = of_the_program(&metadata(&policy.platform)).len();
    assert!(
        count <= policy.most_packages,
        "{count} packages; {} were enough (raise it in dependencies.toml with a reason)",
        policy.most_packages
    );
}

#[test]
fn packages_in_two_versions_are_known_and_become_fewer() {
    let policy = policy();
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in of_the_program(&metadata(&policy.platform)) {
        versions.entry(package.name).or_default().insert(package.version);
    }
    versions.retain(|_, found| found.len() > 1);
    let found: Vec<&String> = versions.keys().collect();
    assert_eq!(found, policy.duplicates.keys().collect::<Vec<_>>());
    let silent = policy.duplicates.iter().filter(|(_, reason)| reason.is_empty());
    none(
        "A second version has its reason:",
        &silent.map(|(name, _)| name.clone()).collect::<Vec<_>>(),
    );
}

/// Names under `[workspace.dependencies]` that are not crates of our own.
fn direct() -> Vec<String> {
    let manifest: toml::Table =
        tree::required("Cargo.toml").parse().expect("Cargo.toml is readable");
    let direct = manifest["workspace"]["dependencies"].as_table().expect("a table").clone();
    let own = |value: &toml::Value| value.as_table().is_some_and(|it| it.contains_key("path"));
    direct.into_iter().filter(|(_, value)| !own(value)).map(|(name, _)| name).collect()
}

#[test]
fn each_direct_dependency_has_its_sentence() {
    let design = tree::required("DESIGN.md");
    let rows = design.lines().filter_map(|line| line.strip_prefix("| `"));
    let rows: Vec<&str> = rows.filter_map(|row| row.split('`').next()).collect();
    let mut listed: Vec<String> = rows.into_iter().map(str::to_owned).collect();
    let mut direct = direct();
    listed.sort();
    direct.sort();
    assert_eq!(listed, direct, "the table of DESIGN.md names each direct dependency once");
}

#[test]
fn each_direct_dependency_is_taken_by_a_crate() {
    let manifests: String = tree::paths()
        .iter()
        .filter(|path| path.ends_with("/Cargo.toml"))
        .map(|path| tree::required(path))
        .collect();
    let taken = |name: &String| manifests.contains(&format!("\n{name}.workspace"));
    let idle: Vec<String> = direct().into_iter().filter(|name| !taken(name)).collect();
    none("Cargo.toml declares what no crate takes:", &idle);
}
