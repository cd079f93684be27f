//! Errors and pages: every text a person reads stands in the message files, in both languages, and is
//! used.

use std::collections::{BTreeMap, BTreeSet};

use hoithi::accounts::consent::Purpose;
use hoithi::contests::pages::head;
use hoithi::contests::{State, kind};
use hoithi::frame::{Locale, Words};
use hoithi::installation::{check, demo};
use hoithi::intake::line::Section;
use hoithi::papers::trouble::Trouble;
use hoithi::units::Kind;
use hoithi::units::reorganisation::ReorganisationKind;
use regex::Regex;
use structure::messages::{self, Sentence};
use structure::{markup, none, rust, tree};

use crate::entry_keys::{conversations, entries, prior_art, privacy, reception};

type Keys = BTreeSet<String>;

/// How much of a unit went over, as `format!("extent-{…}")` names it.
const EXTENTS: [&str; 3] = ["extent-whole", "extent-part", "extent-none"];
/// How a call in Rust or in a template names a key; the first group is the key.
const CALLS: [&str; 9] = [
    r#"\bsay\(\s*"([a-z][a-z0-9-]+)"\s*\)"#,
    r#"\b(?:t|words)\.(?:with|count)\(\s*"([a-z][a-z0-9-]+)"\s*,"#,
    r#"Message::new\(\s*"([a-z][a-z0-9-]+)""#,
    r#"Refusal::(?:invalid|forbidden|absent_because|conflict)\(\s*"([a-z][a-z0-9-]+)""#,
    r#"Refusal::new\(\s*[\w:]+,\s*"([a-z][a-z0-9-]+)""#,
    r#"(?:Refusal::field|and_field)\(\s*"?\w+"?,\s*"([a-z][a-z0-9-]+)""#,
    r#"way_out\(\s*"([a-z][a-z0-9-]+)""#,
    r#"parts::input\(\s*frame,\s*errors,\s*"[^"]*",\s*"([a-z][a-z0-9-]+)""#,
    r#"parts::input\([^%]*,\s*"([a-z][a-z0-9-]+)"\s*\)"#,
];
/// Keys that a call only begins: the end is put on by the code that is called.
const NOTICE: &str = r#"\bsee\((?:[^;{}]|\{[\w.]*\})*?,\s*"([a-z][a-z0-9-]*)"\s*,?\s*\)"#;
const LETTER: &str = r#"Letter::new\(\s*[\w.:]+,\s*"([a-z][a-z0-9-]+)""#;
/// An act of the ledger is shown by a sentence of its own.
const ACT: &str = r#"Act::on\(\s*"([a-z][a-z0-9.-]+)""#;
const CRUMB: &str = r#"parts::crumbs\(\s*frame,\s*"([a-z][a-z0-9-]+)""#;
const ENTRY: &str = r#"\(\s*"(nav-[a-z0-9-]+)","#;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is right")
}

/// The product's text, Rust and templates, with the path of each file.
fn texts() -> Vec<(String, String)> {
    let rust = rust::sources("").into_iter();
    let rust = rust.filter(|source| !source.path.starts_with("crates/structure/"));
    let rust = rust.map(|source| (source.path, source.text));
    let templates = markup::templates().into_iter();
    let templates = templates.map(|file| (file.path, markup::expressions(&file.text)));
    rust.chain(templates).collect()
}

fn found(text: &str, call: &str) -> Vec<String> {
    pattern(call).captures_iter(text).map(|found| found[1].to_owned()).collect()
}

/// Keys that are used by name, with a file that does.
fn called() -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for (path, text) in texts() {
        let plain = CALLS.iter().chain(&[CRUMB, ENTRY]).flat_map(|call| found(&text, call));
        let notices = found(&text, NOTICE).into_iter().map(|key| format!("notice-{key}"));
        let letters = found(&text, LETTER).into_iter();
        let letters = letters.flat_map(|key| [format!("{key}-subject"), format!("{key}-body")]);
        let acts = found(&text, ACT).into_iter();
        let acts = acts.map(|act| format!("act-{}", act.replace('.', "-")));
        keys.extend(plain.chain(notices).chain(letters).chain(acts).map(|key| (key, path.clone())));
    }
    keys
}

/// Keys that the program makes of what it knows.
fn made() -> Keys {
    let findings = ledger::finding::SENTENCES.iter().map(|(_, key)| (*key).to_owned());
    let rules = check::rule_keys().map(str::to_owned);
    let kinds = Kind::ALL.into_iter().map(Kind::label);
    let reorganisations = ReorganisationKind::ALL.into_iter().map(ReorganisationKind::label);
    let reorganisations = reorganisations.flat_map(|key| [format!("{key}-help"), key]);
    let kinds = kinds.chain(reorganisations).chain(EXTENTS.map(str::to_owned));
    let erasure = format!("act-{}", ledger::event::ERASE_ACT.replace('.', "-"));
    let troubles = Trouble::all().map(Trouble::key);
    let uploads = hoithi::uploads::State::ALL.into_iter().map(hoithi::uploads::State::label);
    findings
        .chain(contests())
        .chain(entries())
        .chain(rules)
        .chain(kinds)
        .chain(troubles)
        .chain(uploads)
        .chain(notices())
        .chain(authors())
        .chain(prior_art())
        .chain(privacy())
        .chain(reception())
        .chain(conversations())
        .chain([erasure])
        .chain(demo::hints())
        .chain(command_line().0)
        .collect()
}

/// Keys of what authors agree to, and of how they were helped.
fn authors() -> impl Iterator<Item = String> {
    let consents = Purpose::ALL.into_iter().flat_map(|purpose| [purpose.label(), purpose.text()]);
    consents.chain(["help-opened", "help-code"].map(str::to_owned))
}

/// Keys of what a notice tells, and of the choice how to hear of it.
fn notices() -> impl Iterator<Item = String> {
    let kinds = hoithi::notices::Kind::ALL.into_iter();
    kinds.flat_map(|kind| [kind.sentence(), kind.label()].into_iter().chain(kind.endless()))
}

/// Keys of what a contest is, how far it is, and what its milestones are.
fn contests() -> impl Iterator<Item = String> {
    let label = |prefix: &'static str| move |word: String| kind::label(prefix, &word);
    let series = kind::SERIES.map(kind::code).map(label("series"));
    let levels = kind::LEVELS.map(kind::code).map(label("level"));
    let states = State::ALL.map(|state| label("contest-state")(state.code().to_owned()));
    let milestones = kind::MILESTONES.map(kind::code).map(label("milestone"));
    let roles = ["founding", "amending", "related"].map(|role| format!("paper-role-{role}"));
    let frequencies = kind::FREQUENCIES.map(kind::code).map(label("frequency"));
    let sections = Section::ALL.into_iter();
    let sections =
        sections.flat_map(|section| section.one().into_iter().chain([section.heading()]));
    let tabs = head::TABS.iter().chain(&head::OWN_TABS).map(|(key, _)| (*key).to_owned());
    series
        .into_iter()
        .chain(levels)
        .chain(states)
        .chain(milestones)
        .chain(roles)
        .chain(tabs)
        .chain(frequencies)
        .chain(sections)
}

/// Keys of the command line's help: those that must be there, and alternatives of which one must.
fn command_line() -> (Keys, Vec<[String; 2]>) {
    let (mut needed, mut either) = (Keys::new(), Vec::new());
    collect(&hoithi::cli::command(Words(Locale::En)), "cli", &mut needed, &mut either);
    (needed, either)
}

fn collect(command: &clap::Command, key: &str, needed: &mut Keys, either: &mut Vec<[String; 2]>) {
    needed.insert(key.to_owned());
    for argument in command.get_arguments() {
        let id = argument.get_id();
        either.push([format!("{key}-arg-{id}"), format!("cli-arg-{id}")]);
    }
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        collect(sub, &format!("{key}-{}", sub.get_name()), needed, either);
    }
}

fn vietnamese() -> BTreeMap<String, Sentence> {
    messages::sentences("vi")
}

#[test]
fn both_languages_say_the_same_things() {
    let (vi, en) = (vietnamese(), messages::sentences("en"));
    assert_eq!(vi.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    let differ = vi.iter().filter(|(key, sentence)| en.get(*key) != Some(sentence));
    let differ: Vec<String> = differ.map(|(key, _)| key.clone()).collect();
    none("A key stands in the same file and has the same arguments in both languages:", &differ);
}

#[test]
fn no_key_stands_twice() {
    let all = ["vi", "en"].map(messages::sentences);
    let keys = all.iter().flat_map(BTreeMap::keys);
    let twice: Vec<String> = keys.filter(|key| key.ends_with(" twice")).cloned().collect();
    none("A key stands once:", &twice);
}

#[test]
fn every_key_that_is_used_is_there() {
    let there = vietnamese();
    let (_, either) = command_line();
    let called = called().into_iter().filter(|(key, _)| !there.contains_key(key));
    let called = called.map(|(key, path)| format!("{key} ({path})"));
    let made = made().into_iter().filter(|key| !there.contains_key(key));
    let helps = either.iter().filter(|keys| keys.iter().all(|key| !there.contains_key(key)));
    let helps = helps.map(|keys| keys.join(" or "));
    none("A sentence is missing:", &called.chain(made).chain(helps).collect::<Vec<_>>());
}

#[test]
fn every_sentence_is_used() {
    let literal = pattern(r#""([a-z][a-z0-9-]+)""#);
    let named: Keys = texts()
        .iter()
        .flat_map(|(_, text)| literal.captures_iter(text).map(|found| found[1].to_owned()))
        .collect();
    let (called, made, (_, either)) = (called(), made(), command_line());
    let helps: Keys = either.into_iter().flatten().collect();
    let notice = |key: &str| key.strip_prefix("notice-").is_some_and(|end| named.contains(end));
    let example = |key: &str| key.strip_suffix("-examples").is_some_and(|it| made.contains(it));
    let used = |key: &String| {
        named.contains(key)
            || called.contains_key(key)
            || made.contains(key)
            || helps.contains(key)
            || notice(key)
            || example(key)
    };
    let unused: Vec<String> = vietnamese().into_keys().filter(|key| !used(key)).collect();
    none("Nobody says this sentence:", &unused);
}

#[test]
fn calls_give_the_arguments_that_a_sentence_needs() {
    let there = vietnamese();
    let bare = r#"\bsay\(\s*"([a-z][a-z0-9-]+)"\s*\)"#;
    let counted = r#"\bcount\(\s*"([a-z][a-z0-9-]+)","#;
    let one = pattern(r#"\.with\(\s*"([a-z][a-z0-9-]+)",\s*"(\w+)","#);
    let mut offences = Vec::new();
    let mut check = |path: &str, key: &str, given: &[&str]| {
        let Some(sentence) = there.get(key) else { return };
        if sentence.args.iter().map(String::as_str).collect::<Vec<_>>() != given {
            offences.push(format!("{key} is given {given:?} ({path})"));
        }
    };
    for (path, text) in texts() {
        found(&text, bare).iter().for_each(|key| check(&path, key, &[]));
        found(&text, counted).iter().for_each(|key| check(&path, key, &["count"]));
        one.captures_iter(&text).for_each(|call| check(&path, &call[1], &[&call[2]]));
    }
    none("A sentence gets the arguments that it mentions:", &offences);
}

#[test]
fn templates_hold_no_text_of_their_own() {
    let mut offences = Vec::new();
    for file in markup::templates() {
        let text = markup::own_text(&file.text);
        let words = text.split(|letter: char| !letter.is_alphabetic());
        let words = words.filter(|word| !word.is_empty() && *word != "hoithi");
        // What remains of entities such as &nbsp; is no text.
        let words = words.filter(|word| !text.contains(&format!("&{word};")));
        offences.extend(words.map(|word| format!("{}: {word}", file.path)));
    }
    none("A template says nothing that is not in the message files:", &offences);
}

#[test]
fn code_holds_no_vietnamese() {
    let marked =
        pattern("(?i)[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]");
    let allowed = tree::required("crates/structure/vietnamese.txt");
    let allowed: BTreeMap<&str, bool> = allowed
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" : "))
        .map(|(it, _)| (it, false))
        .collect();
    let (mut offences, mut allowed) = (Vec::new(), allowed);
    for source in rust::sources("app") {
        for literal in source.literals.iter().filter(|one| marked.is_match(&one.text)) {
            let place = format!("{} {}", source.path, literal.text);
            match allowed.get_mut(place.as_str()) {
                Some(seen) => *seen = true,
                None => offences.push(format!("{}:{} {}", source.path, literal.line, literal.text)),
            }
        }
    }
    let stale = allowed.into_iter().filter(|(_, seen)| !seen);
    offences.extend(stale.map(|(place, _)| format!("vietnamese.txt lists what is gone: {place}")));
    none("A text that a person reads stands in the message files:", &offences);
}
