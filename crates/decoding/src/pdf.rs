//! PDF: its own text where that is sound, else its pages as pictures. Read by the programs of poppler, whose
//! words come with their places, so that columns and tables can be told.

use std::io::{BufReader, ErrorKind, Read};
use std::process::ChildStdout;

use crate::image::Gray;
use crate::program::{Ask, Failed};
use crate::undecodable::Undecodable;
use crate::words::{self, Page};
use crate::{Decoded, How, Limits, layout, ocr, whole};

/// Bytes of a table of words, which is ten times its text.
const MOST_TABLE: u64 = 64 * 1024 * 1024;
/// Letters of a page that has its text; a stamp or a signature has fewer.
const FEWEST_LETTERS: usize = 40;
/// Of a hundred letters so many may be no letters at all.
const MOST_SPOILT: usize = 10;
/// Of a hundred letters of Vietnamese about 25 have marks; far fewer were read by a scanner that knows none.
const FEWEST_MARKED: usize = 8;
/// Dots for each inch of a page as a picture, and of the longer side at most: an A3 page.
const DENSITY: u32 = 200;
const LONGEST_SIDE: u32 = 3_400;
const POINTS: f32 = 72.0;

/// The text of a PDF.
///
/// # Errors
/// It is locked, broken, or there is nothing to read it with.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Undecodable> {
    let facts = Facts::of(bytes, limits)?;
    let own = own_words(bytes, limits)?;
    let pictures: Vec<u32> = (1..=facts.read).filter(|number| !is_sound(&own, *number)).collect();
    let doubtful = !pictures.is_empty() && limits.recognises;
    let scanned = match doubtful {
        true => scan(bytes, &facts, &pictures, limits),
        false => Ok(Vec::new()),
    };
    let (pages, how) = match (scanned, letters(&own) >= FEWEST_LETTERS) {
        (Ok(scanned), _) => merged(own, scanned),
        // Without OCR there is still what the PDF says by itself.
        (Err(_), true) => (own, How::PdfText),
        (Err(trouble), false) => return Err(trouble),
    };
    let text = layout::text(&pages);
    match text.trim().is_empty() {
        true => Err(Undecodable::ImageNoText),
        false => Ok(whole(text, how, (facts.read, facts.all))),
    }
}

/// How many pages a PDF has.
///
/// # Errors
/// It is locked, broken, or there is nothing to read it with.
pub fn pages(bytes: &[u8], limits: &Limits) -> Result<u32, Undecodable> {
    Ok(Facts::of(bytes, limits)?.all)
}

/// What `pdfinfo` says.
struct Facts {
    all: u32,
    read: u32,
    /// The longest side of a page, in points.
    longest: f32,
}

impl Facts {
    fn of(bytes: &[u8], limits: &Limits) -> Result<Self, Undecodable> {
        let ask = Ask::new("pdfinfo", &format!("-f 1 -l {} -", limits.pages), bytes);
        let said = ask.answer(MOST_TABLE).map_err(|failed| trouble(failed, bytes))?;
        let said = String::from_utf8_lossy(&said);
        let all = said.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok());
        let all: u32 = all.filter(|all| *all > 0).ok_or(Undecodable::PdfDamaged)?;
        let sides = said.lines().filter(|line| line.starts_with("Page ")).flat_map(|line| {
            let size = line.split("size:").nth(1).unwrap_or("");
            size.split(' ').filter_map(|part| part.parse::<f32>().ok()).collect::<Vec<_>>()
        });
        let longest = sides.fold(0.0, f32::max);
        Ok(Self { all, read: all.min(limits.pages), longest })
    }
}

fn trouble(failed: Failed, bytes: &[u8]) -> Undecodable {
    let is_locked = bytes.windows(8).any(|eight| eight == b"/Encrypt");
    match failed {
        Failed::Missing => Undecodable::PdfNoReader,
        Failed::Ended => Undecodable::TooHard,
        Failed::Code(_) if is_locked => Undecodable::PdfEncrypted,
        Failed::Code(_) => Undecodable::PdfDamaged,
    }
}

/// The words that the PDF holds. One whose author forbids to copy them is read as pictures.
fn own_words(bytes: &[u8], limits: &Limits) -> Result<Vec<Page>, Undecodable> {
    let ask = Ask::new("pdftotext", &format!("-tsv -l {} - -", limits.pages), bytes);
    match ask.answer(MOST_TABLE) {
        Ok(table) => Ok(words::pages(&String::from_utf8_lossy(&table))),
        Err(Failed::Code(_)) => Ok(Vec::new()),
        Err(failed) => Err(trouble(failed, bytes)),
    }
}

fn letters(pages: &[Page]) -> usize {
    pages.iter().flat_map(|page| &page.words).map(|word| word.text.chars().count()).sum()
}

/// Whether the words of a page are text, and Vietnamese if they are many.
fn is_sound(own: &[Page], number: u32) -> bool {
    let Some(page) = own.iter().find(|page| page.number == number) else { return false };
    let all: Vec<char> = page.words.iter().flat_map(|word| word.text.chars()).collect();
    let part = |is: fn(char) -> bool| {
        all.iter().filter(|letter| is(**letter)).count() * 100 / all.len().max(1)
    };
    all.len() >= FEWEST_LETTERS
        && part(is_spoilt) <= MOST_SPOILT
        && part(|letter| !letter.is_ascii()) >= FEWEST_MARKED
}

fn is_spoilt(letter: char) -> bool {
    letter.is_control()
        || letter == char::REPLACEMENT_CHARACTER
        || ('\u{E000}'..='\u{F8FF}').contains(&letter)
}

/// The pages by their better reading, and how most of them were come by.
fn merged(own: Vec<Page>, scanned: Vec<Page>) -> (Vec<Page>, How) {
    let worth = |page: &Page| {
        page.words.iter().flat_map(|word| word.text.chars()).filter(|it| !it.is_ascii()).count()
    };
    let mut pages = own;
    let mut taken = 0;
    for page in scanned {
        let place = pages.iter_mut().find(|one| one.number == page.number);
        match place {
            Some(place) if worth(place) >= worth(&page) && !place.words.is_empty() => (),
            Some(place) => {
                taken += 1;
                *place = page;
            }
            None => {
                taken += 1;
                pages.push(page);
            }
        }
    }
    pages.sort_by_key(|page| page.number);
    let how = if taken * 2 > pages.len() { How::PdfScan } else { How::PdfText };
    (pages, how)
}

/// The words of these pages by OCR, two pages at a time.
fn scan(
    bytes: &[u8],
    facts: &Facts,
    numbers: &[u32],
    limits: &Limits,
) -> Result<Vec<Page>, Undecodable> {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
        return Ok(Vec::new());
    };
    let side = facts.longest / POINTS * DENSITY as f32;
    let scale = match side <= LONGEST_SIDE as f32 {
        true => format!("-r {DENSITY}"),
        false => format!("-scale-to {LONGEST_SIDE}"),
    };
    let ask = Ask::new("pdftoppm", &format!("-gray {scale} -f {first} -l {last} -"), bytes);
    let found = ask.stream(|out| {
        let mut pictures = Pictures {
            out: BufReader::new(out),
            number: *first,
            wanted: numbers,
            most: limits.pixels,
        };
        Ok(ocr::pages(&mut pictures))
    });
    found.map_err(|failed| trouble(failed, bytes))?
}

/// The pages of `pdftoppm`, one after the other as they are made: the memory holds no more than is read.
struct Pictures<'p> {
    out: BufReader<&'p mut ChildStdout>,
    number: u32,
    wanted: &'p [u32],
    most: u64,
}

impl Iterator for Pictures<'_> {
    type Item = (u32, Gray);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let picture = self.picture().ok()?;
            let number = self.number;
            self.number += 1;
            if self.wanted.contains(&number) {
                return Some((number, picture));
            }
        }
    }
}

impl Pictures<'_> {
    /// A picture in the form PGM: `P5`, width, height, 255, then a byte for each element.
    fn picture(&mut self) -> std::io::Result<Gray> {
        let mut head = [0; 4].map(|_: u8| String::new());
        for word in &mut head {
            *word = self.word()?;
        }
        let broken = || std::io::Error::from(ErrorKind::InvalidData);
        let [width, height] =
            [&head[1], &head[2]].map(|text| text.parse::<u64>().map_err(|_| broken()));
        let (width, height) = (width?, height?);
        let size = width.checked_mul(height).filter(|size| *size <= self.most && head[0] == "P5");
        let mut elements = Vec::new();
        let size = size.ok_or_else(broken)?;
        let read = (&mut self.out).take(size).read_to_end(&mut elements)? as u64;
        if read < size {
            return Err(broken());
        }
        Ok(Gray { width, height, elements })
    }

    /// What stands up to the next white space.
    fn word(&mut self) -> std::io::Result<String> {
        let mut word = String::new();
        loop {
            let mut byte = [0];
            self.out.read_exact(&mut byte)?;
            match byte[0] {
                b' ' | b'\n' => return Ok(word),
                _ if word.len() > 9 => return Err(ErrorKind::InvalidData.into()),
                byte => word.push(char::from(byte)),
            }
        }
    }
}
