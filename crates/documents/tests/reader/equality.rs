//! Our score is the acceptance tool's score, figure by figure and miss by miss.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::papers::{self, Paper};
use crate::perturbation::{Dice, disturb, faultless};
use crate::score::{self, Scored, likeness};

/// So many predictions are compared at least.
const PREDICTIONS: usize = 32;
/// So many more mistakes stand in every paper of the next round; in the first there are none.
const MISTAKES: usize = 12;

fn python() -> Option<Command> {
    let there =
        Command::new("python3").arg("--version").output().is_ok_and(|it| it.status.success());
    if !there {
        papers::leave_out(
            "python3 is absent: the score is not compared with the acceptance tool's",
        );
    }
    there.then(|| Command::new("python3"))
}

/// What a program prints; it must succeed.
fn answer(command: &mut Command) -> String {
    let output = command.stderr(Stdio::inherit()).output().expect("python3 starts");
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

fn write(folder: &Path, name: &str, facts: &Value) {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let text = serde_json::to_vec(facts).expect("facts are JSON");
    std::fs::write(folder.join(format!("{name}.json")), text).expect("the file can be written");
}

/// What a reader would have made of a paper: the later the round, the worse. In the second round one
/// paper was not read at all and of another nothing was found.
fn prediction(gold: &Value, round: usize, place: usize) -> Option<Value> {
    let mut dice = Dice::new((round * 1000 + place) as u64);
    let mut facts = faultless(gold);
    (0..round * MISTAKES).for_each(|_| disturb(&mut facts, &mut dice));
    match (round, place) {
        (1, 0) => None,
        (1, 1) => Some(json!({})),
        _ => Some(facts),
    }
}

/// The prediction for one paper, written where the acceptance tool looks for it.
fn predicted<'a>(paper: &'a Paper, place: usize, round: usize, folder: &Path) -> Scored<'a> {
    let read = prediction(&paper.gold, round, place);
    read.iter().for_each(|facts| write(folder, &paper.name, facts));
    Scored { name: &paper.name, gold: &paper.gold, read }
}

/// The acceptance tool's words on one set of predictions, and ours.
fn both(papers: &[Paper], round: usize, folder: &Path, tool: &Path) -> (String, String) {
    let (golds, reads) = (folder.join("gold"), folder.join(format!("read-{round}")));
    let papers = papers.iter().enumerate();
    let rows: Vec<_> = papers.map(|(at, paper)| predicted(paper, at, round, &reads)).collect();
    let theirs = answer(Command::new("python3").arg(tool).args([reads, golds]).arg("--verbose"));
    (theirs, score::table(&rows, true).0)
}

#[test]
fn figures_and_misses_are_those_of_the_acceptance_tool() {
    let (Some(shared), Some(_)) = (papers::acceptance(), python()) else { return };
    let mut papers = papers::papers(&shared.join("seeds"), &shared.join("gold"));
    papers.extend(papers::samples("samples"));
    papers.sort_by(|one, other| one.name.cmp(&other.name));
    let folder = tempfile::tempdir().expect("there is a place for files");
    let golds = folder.path().join("gold");
    papers.iter().for_each(|paper| write(&golds, &paper.name, &paper.gold));
    for round in 0..PREDICTIONS.div_ceil(papers.len()).max(3) {
        let tool = shared.join("tools/score_facts.py");
        let (theirs, ours) = both(&papers, round, folder.path(), &tool);
        assert_eq!(ours, theirs, "round {round}");
    }
}

const RATIOS: &str = "
import json, sys
from difflib import SequenceMatcher
for a, b in json.load(sys.stdin):
    print(SequenceMatcher(None, a, b, autojunk=False).ratio())
";

#[test]
fn likeness_is_that_of_the_acceptance_tool() {
    let Some(mut python) = python() else { return };
    let mut dice = Dice::new(7);
    let letters = ["a", "b", "n", "h", " ", "ng", "thi"];
    let mut word = |most| -> String {
        let length = dice.throw(most);
        (0..length).map(|_| letters[dice.throw(letters.len())]).collect()
    };
    let pairs: Vec<[String; 2]> = (0..2000).map(|_| [word(40), word(40)]).collect();
    let folder = tempfile::tempdir().expect("there is a place for files");
    write(folder.path(), "pairs", &json!(pairs));
    let file = std::fs::File::open(folder.path().join("pairs.json")).expect("it was written");
    let theirs = answer(python.args(["-c", RATIOS]).stdin(file));
    let theirs = theirs.lines().map(|line| line.parse::<f64>().expect("it prints numbers"));
    let mut compared = 0;
    for ([one, other], theirs) in pairs.iter().zip(theirs) {
        assert_eq!(likeness::ratio(one, other), theirs, "{one:?} and {other:?}");
        compared += 1;
    }
    assert_eq!(compared, pairs.len());
}

#[test]
fn folding_is_that_of_the_contract() {
    let check = |text: &str, expected: &str| assert_eq!(likeness::canon(text), expected);
    check("Ủy ban nhân dân  Thành phố Đà Lạt", "ubnd tp da lat");
    check("Hội thi Sáng tạo kỹ thuật, lần thứ VIII", "hoi thi stkt lan thu viii");
    check("BAN TỔ CHỨC – Số: 58/TB-BTC", "btc so 58 tb btc");
    check("", "");
}
