//! The second, independent count in Python: the same list, byte for byte.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use judging::bundle::{Bundle, canonical_lines};

use crate::made;

/// Counts every bundle of a folder in one process, each as the command line would.
const DRIVER: &str = "
import importlib.util, io, pathlib, sys
spec = importlib.util.spec_from_file_location('recompute', sys.argv[1])
recompute = importlib.util.module_from_spec(spec)
spec.loader.exec_module(recompute)
for case in sorted(pathlib.Path(sys.argv[2]).glob('*.json')):
    shown, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\\n')
    code = recompute.main([str(case)])
    sys.stdout.flush()
    printed, sys.stdout = sys.stdout.buffer.getvalue(), shown
    case.with_suffix('.out').write_bytes(printed + b'%d\\n' % code)
";

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("recompute.py")
}

fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn python(arguments: &[&str], paths: &[&Path]) -> Output {
    Command::new("python3").args(arguments).args(paths).output().unwrap()
}

/// Asserts that the second count of each bundle is the published list.
pub fn agrees(name: &str, bundles: &[Bundle]) {
    let folder = fresh_folder(name);
    for (number, bundle) in bundles.iter().enumerate() {
        fs::write(folder.join(format!("{number:05}.json")), bundle.canonical()).unwrap();
    }
    let output = python(&["-c", DRIVER], &[&script(), &folder]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    for (number, bundle) in bundles.iter().enumerate() {
        let printed = fs::read_to_string(folder.join(format!("{number:05}.out"))).unwrap();
        assert_eq!(printed, canonical_lines(&bundle.list) + "0\n", "bundle {number} of {name}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_second_count_agrees_on_made_up_contests() {
    let bundles: Vec<Bundle> = (0..300)
        .map(|seed| {
            let (rules, records) = made::contest(seed);
            Bundle::new(rules, records).unwrap()
        })
        .collect();
    agrees("made", &bundles);
}

/// The bundle and the lines of its list that FORMAT.md shows.
fn example_of_the_format() -> (Bundle, String) {
    let text = include_str!("../../FORMAT.md");
    let mut blocks = text.split("```").skip(1).step_by(2);
    let bundle = serde_json::from_str(blocks.next().unwrap().trim_start_matches("json")).unwrap();
    (bundle, blocks.next().unwrap().trim_start().to_owned())
}

#[test]
fn the_example_of_the_format_is_what_is_counted() {
    let (bundle, lines) = example_of_the_format();
    assert_eq!(bundle.recompute().unwrap().differences, []);
    assert_eq!(canonical_lines(&bundle.list), lines);
    agrees("example", &[bundle]);
}

#[test]
fn the_second_count_is_a_command_that_tells_a_changed_list() {
    let folder = fresh_folder("command");
    let (rules, records) = made::contest(7);
    let honest = Bundle::new(rules, records).unwrap();
    let mut altered = honest.clone();
    altered.list[0].money += 1;
    let check = |bundle: &str, expect: (&str, i32)| {
        let path = folder.join("bundle.json");
        fs::write(&path, bundle).unwrap();
        let output = python(&[], &[&script(), &path]);
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!((printed.as_str(), output.status.code().unwrap()), expect);
    };
    let list = canonical_lines(&honest.list);
    check(&honest.canonical(), (&list, 0));
    check(&altered.canonical(), (&list, 1));
    check("{}", ("", 2));
    fs::remove_dir_all(&folder).unwrap();
}
