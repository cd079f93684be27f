//! The corpus: files, names and texts as attackers, broken programs and ordinary offices make them. Every one goes
//! through the door at which people hand it in, and what became of it is compared, line by line, with a table.
//! `README.md` counts them and says how a line is read.

mod acting;
mod container;
mod door;
mod names;
mod pdfs;
mod pictures;
pub mod raster;
mod said;
mod sheets;
mod texts;
mod word;
mod xml;
mod zips;

use std::collections::BTreeSet;
use std::path::Path;

use door::{Door, IMAGES, PAPERS};

use crate::house::House;

stories! {
    containers_end_as_the_table_says,
    documents_end_as_the_table_says,
    pdfs_end_as_the_table_says,
    pictures_end_as_the_table_says,
    texts_end_as_the_table_says,
    texts_stand_on_papers_as_they_are,
    texts_stand_in_letters_as_they_are,
    texts_stand_in_feeds_as_they_are,
    names_end_as_the_table_says,
    sheets_end_as_the_table_says,
}

/// The line that every good paper of the corpus holds.
pub const SAYS: &str = "Máy gieo hạt ngô ba hàng";

/// A file of the corpus.
pub struct Piece {
    /// What it is called at the door and in the table.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Of a file that is ugly and good: the text that the machine must read in it, to the letter.
    pub says: Option<String>,
}

impl Piece {
    /// An ugly file that is valid: it is taken, and what it says is read.
    pub fn good(name: &str, bytes: Vec<u8>, says: &str) -> Self {
        Self { name: name.to_owned(), bytes, says: Some(says.to_owned()) }
    }

    /// Any other; the table says what becomes of it.
    pub fn bad((name, bytes): (&str, Vec<u8>)) -> Self {
        Self { name: name.to_owned(), bytes, says: None }
    }
}

/// What became of each piece is what the table says, in its order, and no name stands twice.
#[track_caller]
pub fn is_as_expected(found: &[String], class: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/bad_input/corpus");
    let table = std::fs::read_to_string(folder.join(format!("expected/{class}.txt"))).unwrap();
    let names: BTreeSet<&str> = found.iter().filter_map(|line| line.split(" | ").next()).collect();
    assert_eq!(names.len(), found.len(), "two lines of one name");
    let table: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
    let news: Vec<&String> = found.iter().filter(|line| !table.contains(&line.as_str())).collect();
    assert_eq!(news, Vec::<&String>::new(), "{}", found.join("\n"));
    assert_eq!(found, table);
}

/// A class: the good pieces stand under `good/`, whatever is called the same among the others has another line.
async fn class(house: &House, takes: &'static str, pieces: (Vec<Piece>, Vec<Piece>), name: &str) {
    let (good, bad) = pieces;
    let door = Door::open(house).await;
    let mut found = Vec::new();
    for piece in &good {
        let outcome = door.takes(takes, piece).await;
        found.push(format!("good/{} | {outcome}", piece.name));
    }
    // Whatever the table says: a good file is taken, opens, and is read.
    let lost = |line: &&String| !line.contains(" | - | ") || line.contains("misread");
    let lost: Vec<&String> = found.iter().filter(lost).collect();
    assert_eq!(lost, Vec::<&String>::new());
    for piece in &bad {
        let outcome = door.takes(takes, piece).await;
        found.push(format!("{} | {outcome}", piece.name));
    }
    is_as_expected(&found, name);
    assert_eq!(house.count("select count(*) from job where state <> 'done'").await, 0);
}

async fn containers_end_as_the_table_says(house: &House) {
    let bad = [zips::lying(), zips::parts(), zips::others()];
    let bad = bad.into_iter().flatten().collect();
    class(house, PAPERS, (zips::good(), bad), "containers").await;
}

async fn documents_end_as_the_table_says(house: &House) {
    let good = [word::good(), word::good_bodies(), word::good_frames()];
    let bad = [xml::broken(), xml::torn(), word::active()].into_iter().flatten().collect();
    let pieces = (good.into_iter().flatten().collect(), bad);
    class(house, PAPERS, pieces, "documents").await;
}

async fn pdfs_end_as_the_table_says(house: &House) {
    let good = [pdfs::good(), pdfs::good_pages()].into_iter().flatten().collect();
    let bad = [pdfs::broken(), pdfs::broken_pages(), acting::active(), acting::disguised()];
    class(house, PAPERS, (good, bad.into_iter().flatten().collect()), "pdfs").await;
}

async fn pictures_end_as_the_table_says(house: &House) {
    let bad = [pictures::broken(), pictures::broken_photographs(), pictures::others()];
    let bad = bad.into_iter().flatten().collect();
    class(house, IMAGES, (pictures::good(), bad), "pictures").await;
}

async fn texts_end_as_the_table_says(house: &House) {
    is_as_expected(&texts::told(house).await, "texts");
}

async fn texts_stand_on_papers_as_they_are(house: &House) {
    is_as_expected(&said::on_papers(house).await, "on-papers");
}

async fn texts_stand_in_letters_as_they_are(house: &House) {
    said::in_letters(house).await;
}

async fn texts_stand_in_feeds_as_they_are(house: &House) {
    said::in_feeds(house).await;
}

async fn names_end_as_the_table_says(house: &House) {
    is_as_expected(&names::told(house).await, "names");
}

async fn sheets_end_as_the_table_says(house: &House) {
    is_as_expected(&sheets::told(house).await, "sheets");
}
