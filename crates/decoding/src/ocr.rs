//! Letters from pictures, by tesseract with its Vietnamese.

use std::sync::Mutex;
use std::thread;

use crate::image::Gray;
use crate::program::{Ask, Failed};
use crate::undecodable::Undecodable;
use crate::words::{self, Page};

/// Pages at once.
const WORKERS: usize = 2;
/// Bytes of the table of words of a page.
const MOST_TABLE: u64 = 16 * 1024 * 1024;
/// How a page is taken apart: as one column of text of several sizes. Without that, lines of the head go astray.
const ONE_COLUMN: u32 = 4;
/// The same, and turned upright first. It is slower and at times wrong, so it is the second attempt.
const TURNED: u32 = 1;
/// Words of at least three letters that a page read the right way up has, and how sure of each of them OCR is.
const FEWEST_WORDS: usize = 8;
const SURE: f32 = 70.0;

/// The words of pages, in their order.
///
/// # Errors
/// There is no tesseract, or no Vietnamese for it.
pub fn pages(
    pictures: &mut (impl Iterator<Item = (u32, Gray)> + Send),
) -> Result<Vec<Page>, Undecodable> {
    let queue = Mutex::new(pictures);
    let next = || queue.lock().ok().and_then(|mut pictures| pictures.next());
    let work = || {
        let mut pages = Vec::new();
        while let Some((number, picture)) = next() {
            let read = read(&picture.pgm(), 200)?;
            pages.push(Page { number, ..read });
        }
        Ok(pages)
    };
    let found: Vec<Result<Vec<Page>, Undecodable>> = thread::scope(|threads| {
        let workers: Vec<_> = (0..WORKERS).map(|_| threads.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or(Err(Undecodable::TooHard)))
            .collect()
    });
    let mut pages = found.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    pages.sort_by_key(|page| page.number);
    Ok(pages)
}

/// The words of one picture, in any form that tesseract reads.
///
/// # Errors
/// There is no tesseract, no Vietnamese for it, or it cannot read the picture.
pub fn read(picture: &[u8], density: u32) -> Result<Page, Undecodable> {
    let upright = attempt(picture, density, ONE_COLUMN)?;
    let (sure, all) = count(&upright);
    if sure >= FEWEST_WORDS && sure * 2 >= all {
        return Ok(upright);
    }
    let turned = attempt(picture, density, TURNED).unwrap_or_default();
    Ok(if count(&turned).0 > sure { turned } else { upright })
}

/// Words that are surely words, and all that look like some; specks and edges give short ones, a page on its
/// head unsure ones.
fn count(page: &Page) -> (usize, usize) {
    let is_word = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count() >= 3;
    let words = page.words.iter().filter(|word| is_word(&word.text));
    (words.clone().filter(|word| word.sure >= SURE).count(), words.count())
}

fn attempt(picture: &[u8], density: u32, way: u32) -> Result<Page, Undecodable> {
    let arguments = format!("stdin stdout -l vie --psm {way} --dpi {density} tsv");
    let table = Ask::new("tesseract", &arguments, picture).answer(MOST_TABLE);
    let table = table.map_err(|failed| match failed {
        Failed::Missing => Undecodable::OcrMissing,
        Failed::Ended => Undecodable::TooHard,
        Failed::Code(_) if !knows_vietnamese() => Undecodable::OcrMissing,
        Failed::Code(_) => Undecodable::ImageDamaged,
    })?;
    Ok(words::pages(&String::from_utf8_lossy(&table)).into_iter().next().unwrap_or_default())
}

fn knows_vietnamese() -> bool {
    let said = Ask::new("tesseract", "--list-langs", &[]).answer(MOST_TABLE);
    said.is_ok_and(|said| String::from_utf8_lossy(&said).lines().any(|line| line == "vie"))
}
