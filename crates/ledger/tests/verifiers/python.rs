//! Runs `verify.py` over cases, and compares what it prints with what the crate finds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::book::Case;

/// Runs the second verifier over all cases of a folder in one process, each as its command line
/// would, and keeps what it prints and its exit code.
const DRIVER: &str = "
import importlib.util, io, json, pathlib, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for case in sorted(pathlib.Path(sys.argv[2]).glob('*.args')):
    shown, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), encoding='utf-8')
    code = verify.main(case.read_text(encoding='utf-8').split('\\n'))
    sys.stdout.flush()
    printed, sys.stdout = sys.stdout.buffer.getvalue(), shown
    case.with_suffix('.out').write_bytes(printed + b'%d\\n' % code)
";

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("verify.py")
}

/// The lines that a verifier prints for this case, exit code last.
fn expected(case: &Case) -> Vec<String> {
    let findings = case.findings();
    let code = if findings.is_empty() { "0" } else { "1" };
    findings.iter().map(ToString::to_string).chain([code.to_owned()]).collect()
}

fn arguments(folder: &Path, number: usize, case: &Case) -> Vec<String> {
    let path = |suffix: &str| folder.join(format!("{number:05}{suffix}"));
    fs::write(path(".jsonl"), &case.bytes).unwrap();
    let mut arguments = vec![path(".jsonl").display().to_string()];
    if let Some(key) = &case.trust.key {
        arguments.extend(["--key".to_owned(), key.to_string()]);
    }
    for (nth, note) in case.trust.checkpoints.iter().enumerate() {
        let file = path(&format!("-{nth}.note"));
        fs::write(&file, note).unwrap();
        arguments.extend(["--checkpoint".to_owned(), file.display().to_string()]);
    }
    arguments
}

fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Asserts that both verifiers find the same in each case.
pub fn agrees(name: &str, cases: &[Case]) {
    let folder = fresh_folder(name);
    for (number, case) in cases.iter().enumerate() {
        let arguments = arguments(&folder, number, case).join("\n");
        fs::write(folder.join(format!("{number:05}.args")), arguments).unwrap();
    }
    let mut python = Command::new("python3");
    python.args(["-c", DRIVER]).arg(script()).arg(&folder);
    let output = python.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    for (number, case) in cases.iter().enumerate() {
        let printed = fs::read_to_string(folder.join(format!("{number:05}.out"))).unwrap();
        assert_eq!(printed.lines().collect::<Vec<_>>(), expected(case), "case {number} of {name}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

/// Asserts that the command itself prints what the crate finds and ends with the right code.
pub fn command_agrees(name: &str, case: &Case) {
    let folder = fresh_folder(name);
    let mut python = Command::new("python3");
    python.arg(script()).args(arguments(&folder, 0, case));
    let output = python.output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let code = output.status.code().unwrap().to_string();
    let lines: Vec<&str> = printed.lines().chain([code.as_str()]).collect();
    assert_eq!(lines, expected(case), "{}", String::from_utf8_lossy(&output.stderr));
    fs::remove_dir_all(&folder).unwrap();
}
