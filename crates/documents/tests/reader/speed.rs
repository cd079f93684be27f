//! The time that a text takes grows as the text does, whatever the text is.

use rustix::time::{ClockId, clock_gettime};

use crate::perturbation::Dice;

/// The longer text is so many times the shorter one. Less would be lost in how memory is handed out.
const LONGER: usize = 8;
/// It takes less than so many times the time (twice the text: 2.6 times); a rule that looks at all
/// that follows, from everywhere, would take 64 times.
const MOST: u64 = 18;
/// A busy machine may slow a measurement down, never speed it up: the fastest counts.
const TRIES: usize = 3;
/// So many more are made where they seem to say that it grows too much.
const MORE_TRIES: usize = 9;
/// Letters of the shorter text.
const LETTERS: usize = 4_000;
/// Letters of the longest text.
const MILLION: usize = 1_000_000;

/// What is repeated: letters, marks, and the beginnings of what rules look for.
const PATTERNS: [&str; 34] = [
    "a",
    "7",
    " ",
    "\n",
    "-",
    ".",
    "(",
    "**",
    "\u{301}",
    "a\u{323}\u{301}",
    "漢",
    "a\t",
    "| a | b |\n",
    "- \n",
    "- giao xã\n",
    "1.",
    "1.1.1. a\n",
    "III. A\n",
    "Điều 1. ",
    "Điều 1.\n",
    "UBND ",
    "a: ",
    "ngày 1/1/2024, ",
    "các huyện: A, ",
    "số 12/QĐ-UBND ",
    "Kính gửi: ",
    "Nơi nhận:\n- A;\n",
    "Hội thi sáng tạo kỹ thuật ",
    "k¥ thuét ",
    "0912.345.678 ",
    "a@b.vn http://a.vn ",
    "1.000.000 đồng ",
    "phối hợp với Sở A, ",
    "từ ngày 3 đến ngày 18/9/2027; ",
];

fn repeated(pattern: &str, letters: usize) -> String {
    pattern.repeat(letters / pattern.chars().count() + 1)
}

/// Time that the processor gave to this thread, in microseconds; others that it serves do not count.
pub fn processor_micros() -> u64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    u64::try_from(time.tv_sec * 1_000_000 + time.tv_nsec / 1_000).unwrap_or(0)
}

fn fastest(text: &str, tries: usize) -> u64 {
    let micros = |_| {
        let before = processor_micros();
        std::hint::black_box(documents::read(text));
        processor_micros() - before
    };
    (0..tries).map(micros).min().unwrap_or(0).max(1)
}

/// A pair of times that grows too much, in microseconds.
fn growth(text: impl Fn(usize) -> String, letters: usize) -> Option<(u64, u64)> {
    let (short, long) = (text(letters), text(LONGER * letters));
    let both = |tries| (fastest(&short, tries), fastest(&long, tries));
    [TRIES, MORE_TRIES].into_iter().try_fold((0, 0), |_, tries| {
        Some(both(tries)).filter(|(short, long)| *long >= MOST * short)
    })
}

#[test]
fn time_grows_with_the_text() {
    let grown = |pattern| Some((pattern, growth(|letters| repeated(pattern, letters), LETTERS)?));
    let slow: Vec<_> = PATTERNS.into_iter().filter_map(grown).collect();
    assert_eq!(slow, [], "time grows faster than the text");
}

/// Words that no lexicon has, no two alike, and some of them long.
fn scanned(letters: usize) -> String {
    let mut dice = Dice::new(1);
    let parts = ["th", "uo", "ng", "k¥", "é", "nh", "ii", "c6", "d6i", "t&", "ph", "a", " ", "\n"];
    let mut text = String::from("UY BAN NHAN DAN\nKinh gui: cac xa, phuong\n");
    while text.len() < letters {
        text.push_str(parts[dice.throw(parts.len())]);
    }
    text
}

#[test]
fn time_grows_with_a_scan() {
    assert_eq!(growth(scanned, 500), None, "time grows faster than the text");
}

#[test]
fn huge_texts_are_read() {
    for pattern in ["a", "- \n", "7", "Điều 1.\n", "1.1.1.1.1.1.1.1.1.1.", "\n"] {
        let text = repeated(pattern, MILLION);
        let facts = documents::read(&text);
        assert_eq!(facts.document.number, None, "{pattern:?}");
        assert_eq!(facts.tasks, [], "{pattern:?}");
    }
}
