//! `read`: papers read in a second on one core and on two, ten pages, a scanned page; memory.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use documents::{DoubtCode, read};
use kernel::time::Stopwatch;
use kernel::{Fault, text};
use serde_json::{Value, json};

use crate::Folder;

/// Letters of a page as papers have them: our typesetter lays the longer samples and real plans out by Decree
/// 30/2020 with 1,200 to 1,720 on a page, headings and short lines included.
const PAGE: usize = 1_750;
/// Letters of a page in 14 points that is filled from edge to edge, without a heading.
const FULL_PAGE: usize = 2_800;
/// Pages of a long paper.
const PAGES: usize = 10;
/// Times that the command is given every sample.
const TIMES: usize = 8;
/// The samples of the reader's own tests.
const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/documents/samples");

/// Reads the samples for so many seconds in each way, then has the program read files.
pub fn measure(program: &Path, seconds: u64) -> Result<Value, Fault> {
    let before = resident_mb("self", "VmRSS:");
    let samples = samples()?;
    let is_spoilt =
        |paper: &String| read(paper).warnings.iter().any(|doubt| doubt.code == DoubtCode::PoorOcr);
    let (spoilt, clean): (Vec<String>, Vec<String>) =
        samples.values().cloned().partition(is_spoilt);
    let loaded = resident_mb("self", "VmRSS:");
    let (long, long_spoilt) = (long_papers(&clean, PAGE), long_papers(&spoilt, FULL_PAGE));
    let full = long_papers(&clean, FULL_PAGE);
    let all: Vec<String> = samples.into_values().collect();
    let two =
        |papers: &[String]| per_second(papers, 2, seconds, |paper| drop(black_box(read(paper))));
    let one =
        |papers: &[String]| per_second(papers, 1, seconds, |paper| drop(black_box(read(paper))));
    let fold = per_second(&long, 1, seconds, |paper| drop(black_box(text::fold(paper))));
    let ten_pages = one(&long);
    let mut figures = json!({
        "bench": "read",
        "papers": all.len(),
        "spoilt_papers": spoilt.len(),
        "letters_of_a_paper": letters(&all) / all.len().max(1),
        "papers_per_s_one_core": one(&all).round(),
        "papers_per_s_two_cores": two(&all).round(),
        "clean_papers_per_s_one_core": one(&clean).round(),
        "clean_papers_per_s_two_cores": two(&clean).round(),
        "ten_pages_ms": 1000.0 / ten_pages,
        "ten_full_pages_ms": 1000.0 / one(&full),
        "ten_pages_per_s_two_cores": two(&long).round(),
        "ten_pages_folded_ms": 1000.0 / fold,
        "ten_pages_read_to_folded": fold / ten_pages,
        "ten_spoilt_pages_ms": 1000.0 / one(&long_spoilt),
        "memory_before_mb": before,
        "memory_loaded_mb": loaded,
        "memory_after_mb": resident_mb("self", "VmRSS:"),
    });
    if program.is_file() {
        by_program(program, &mut figures)?;
    }
    Ok(figures)
}

/// What the command does with files: a scanned page, and the memory of the parent for one and for many.
fn by_program(program: &Path, figures: &mut Value) -> Result<(), Fault> {
    let files = |folder: &str, ending: &str| files(&Path::new(SAMPLES).join(folder), ending);
    let (scans, texts) = (files("formats", "png")?, files("", "txt")?);
    let begun = Stopwatch::start();
    for scan in &scans {
        run(program, std::slice::from_ref(scan))?;
    }
    let scans_s = begun.micros() as f64 / 1e6;
    let many: Vec<PathBuf> = texts.iter().cycle().take(texts.len() * TIMES).cloned().collect();
    let parent_one_mb = run(program, &texts[..1])?;
    let begun = Stopwatch::start();
    let parent_many_mb = run(program, &many)?;
    figures["scanned_pages"] = json!(scans.len());
    figures["scanned_page_s"] = json!(scans_s / scans.len() as f64);
    figures["command_papers_per_s"] = json!(many.len() as f64 / (begun.micros() as f64 / 1e6));
    figures["command_papers"] = json!(many.len());
    figures["parent_one_paper_mb"] = json!(parent_one_mb);
    figures["parent_many_papers_mb"] = json!(parent_many_mb);
    Ok(())
}

/// Has the program read files; the most memory that it took itself, in MB.
fn run(program: &Path, files: &[PathBuf]) -> Result<f64, Fault> {
    let folder = Folder::new("read")?;
    let mut child = Command::new(program)
        .arg("read")
        .args(files)
        .arg("--json")
        .arg(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let most = watch(&mut child)?;
    match std::fs::read_dir(folder.path())?.count() == files.len() {
        true => Ok(most),
        false => {
            Err(Fault::new("the program did not read every file; are poppler and tesseract there?"))
        }
    }
}

fn watch(child: &mut Child) -> Result<f64, Fault> {
    let process = child.id().to_string();
    let mut most = 0.0_f64;
    while child.try_wait()?.is_none() {
        most = most.max(resident_mb(&process, "VmHWM:"));
        thread::sleep(Duration::from_millis(5));
    }
    Ok(most)
}

/// Papers read in a second by so many threads at once, each beginning with another paper.
fn per_second(papers: &[String], threads: usize, seconds: u64, once: impl Fn(&str) + Sync) -> f64 {
    if papers.is_empty() {
        return 0.0;
    }
    // Whole rounds, so that every paper counts alike.
    let count = |thread: usize| {
        let (begun, mut rounds) = (Stopwatch::start(), 0);
        while begun.micros() < seconds * 1_000_000 {
            let from = papers.iter().cycle().skip(thread * papers.len() / threads);
            from.take(papers.len()).for_each(|paper| once(paper));
            rounds += 1;
        }
        (rounds * papers.len()) as f64 / (begun.micros() as f64 / 1e6)
    };
    thread::scope(|scope| {
        let running: Vec<_> =
            (0..threads).map(|thread| scope.spawn(move || count(thread))).collect();
        running.into_iter().map(|one| one.join().unwrap_or(0.0)).sum()
    })
}

/// Papers of ten pages, each made of all papers from another one on.
fn long_papers(papers: &[String], page: usize) -> Vec<String> {
    let long = |first: usize| {
        let parts = papers.iter().cycle().skip(first);
        parts.flat_map(|paper| paper.chars().chain(['\n'])).take(page * PAGES).collect()
    };
    (0..papers.len()).map(long).collect()
}

fn letters(papers: &[String]) -> usize {
    papers.iter().map(|paper| paper.chars().count()).sum()
}

fn samples() -> Result<BTreeMap<PathBuf, String>, Fault> {
    let read = |path: PathBuf| Ok((path.clone(), std::fs::read_to_string(path)?));
    files(Path::new(SAMPLES), "txt")?.into_iter().map(read).collect()
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Fault> {
    let paths = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|it| it == ending));
    paths.sort();
    Ok(paths)
}

/// A line of what the kernel says of a process, in MB; nothing when the process has gone.
fn resident_mb(process: &str, line: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix(line));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
