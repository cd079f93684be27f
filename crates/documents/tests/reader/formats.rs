//! The same paper says the same, whether it comes as text, from a word processor, as PDF or as a scan.

use std::path::{Path, PathBuf};

use decoding::{Limits, Undecodable};

use crate::papers::{self, Paper};
use crate::score::{self, Scored};

/// A clean file may cost so much of the score.
const FILE: f64 = 0.02;
/// A clean scan of 200 dpi may cost so much.
const SCAN: f64 = 0.05;

/// A paper that is there in other formats too.
struct Formatted {
    paper: Paper,
    folder: PathBuf,
    /// Not looked at while rules are written, so that its misses are not shown either.
    held: bool,
}

fn formatted(folder: &str) -> Vec<Formatted> {
    let formats = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("formats");
    let papers = papers::samples(folder).into_iter();
    let papers = papers.filter(|paper| formats.join(format!("{}.docx", paper.name)).is_file());
    let held = folder.ends_with("held");
    papers.map(|paper| Formatted { paper, folder: formats.clone(), held }).collect()
}

fn all() -> Vec<Formatted> {
    let mut papers = formatted("samples");
    papers.extend(formatted("samples/held"));
    assert!(papers.len() >= 3, "{} papers have other formats", papers.len());
    papers
}

/// The text of a file, or of several pages of one paper.
fn text(files: &[PathBuf]) -> Result<String, Undecodable> {
    let page = |path: &PathBuf| {
        let bytes = std::fs::read(path).expect("the listed file can be read");
        Ok(decoding::decode(&bytes, &Limits::default())?.text)
    };
    files.iter().map(page).collect::<Result<Vec<_>, _>>().map(|pages| pages.join("\n"))
}

/// `NAME-1.png`, `NAME-2.png` and so on.
fn pages(folder: &Path, name: &str) -> Vec<PathBuf> {
    let path = |page| folder.join(format!("{name}-{page}.png"));
    (1..).map(path).take_while(|path| path.is_file()).collect()
}

/// Says aloud where the programs of the system are absent.
fn at_hand<T>(decoded: Result<T, Undecodable>) -> Option<T> {
    if let Err(Undecodable::PdfNoReader | Undecodable::OcrMissing) = decoded {
        papers::leave_out(
            "poppler or tesseract with Vietnamese is absent: such files are not read",
        );
        return None;
    }
    Some(decoded.expect("our samples can be decoded"))
}

/// How the papers read from these files score, beside how they score as text.
fn costs_at_most(most: f64, files: impl Fn(&Path, &str) -> Vec<PathBuf>) {
    let papers = all();
    let facts = |text: &str| serde_json::to_value(documents::read(text)).expect("facts are JSON");
    let (mut plain, mut read, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    for Formatted { paper, folder, held } in &papers {
        let Some(text) = at_hand(text(&files(folder, &paper.name))) else { return };
        let row = |text| Scored { name: &paper.name, gold: &paper.gold, read: Some(facts(text)) };
        plain.push(row(&paper.text));
        read.push(row(&text));
        shown.extend((!held).then(|| row(&text)));
    }
    let (lines, total) = score::table(&read, false);
    let best = score::table(&plain, false).1.overall();
    let misses = || score::table(&shown, true).0;
    assert!(total.overall() >= best - most, "{}\n{lines}\nas text: {best:.3}", misses());
}

#[test]
fn documents_of_a_word_processor_read_like_text() {
    costs_at_most(FILE, |folder, name| vec![folder.join(format!("{name}.docx"))]);
}

#[test]
fn pdf_reads_like_text() {
    costs_at_most(FILE, |folder, name| vec![folder.join(format!("{name}.pdf"))]);
}

#[test]
fn scans_read_nearly_like_text() {
    costs_at_most(SCAN, pages);
}

#[test]
fn every_other_format_has_its_paper() {
    for Formatted { paper, folder, .. } in all() {
        assert!(!pages(&folder, &paper.name).is_empty(), "{} has no scan", paper.name);
        assert!(folder.join(format!("{}.pdf", paper.name)).is_file(), "{} has no PDF", paper.name);
    }
}
