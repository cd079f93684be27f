//! Any text gives an answer, at once, and nothing in it points outside the text.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::evidence;
use crate::papers;
use crate::speed::processor_micros;

/// The longest that a letter may take of the processor, without optimisation, in the worst scan.
const LONGEST_MICROS: u64 = 3_000;
/// The longest that any short text may take, lexicon and all.
const START_MICROS: u64 = 3_000_000;

/// What such papers are made of, and what puts rules about them to the test.
const PIECES: [&str; 48] = [
    "\n",
    " ",
    "  \n",
    "\t",
    "- ",
    "+ ",
    "• ",
    "1. ",
    "2.1. ",
    "a) ",
    "III. ",
    "Điều 1. ",
    "|",
    ";",
    ": ",
    "ỦY BAN NHÂN DÂN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/KH-UBND",
    "Số:    /",
    "V/v ",
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH",
    "Kính gửi: ",
    "Nơi nhận:",
    "TM. ",
    "KT. CHỦ TỊCH",
    "Căn cứ Quyết định số 5/QĐ-TTg",
    "ngày 31 tháng 12 năm 2025",
    "từ ngày 3 đến ngày 18/9/2027",
    "trước ngày 31/02/2026",
    "quý IV",
    "10/5/20224",
    "chậm nhất ",
    "Hội thi Sáng tạo kỹ thuật ",
    "lần thứ VIII",
    "tỉnh ",
    "xã ",
    "Sở Nội vụ",
    "phối hợp với ",
    "chủ trì, ",
    "Giải Nhất: 02 giải, 10.000.000 đồng",
    "0912 345 678",
    "thu@example.vn",
    "http://example.vn/",
    "Th\u{ea}\u{309} l\u{ea}\u{323}",
    "k¥ thuét",
    "\u{301}\u{323}",
    "\u{fffd}",
];

/// A way to spoil a text.
#[derive(Clone, Debug)]
enum Harm {
    LoseLine(Index),
    DoubleLine(Index),
    SwapLines(Index, Index),
    Insert(Index, &'static str),
    Replace(Index, char),
    CutAfter(Index),
    CutBefore(Index),
    JoinLines,
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Harm::LoseLine),
        at().prop_map(Harm::DoubleLine),
        (at(), at()).prop_map(|(one, other)| Harm::SwapLines(one, other)),
        (at(), select(&PIECES[..])).prop_map(|(place, piece)| Harm::Insert(place, piece)),
        (at(), any::<char>()).prop_map(|(place, letter)| Harm::Replace(place, letter)),
        at().prop_map(Harm::CutAfter),
        at().prop_map(Harm::CutBefore),
        Just(Harm::JoinLines),
    ]
}

impl Harm {
    fn done(&self, text: &str) -> String {
        let mut lines: Vec<&str> = text.split('\n').collect();
        let mut letters: Vec<char> = text.chars().collect();
        let (all_lines, all_letters) = (lines.len(), letters.len());
        let line = |at: &Index| at.index(all_lines);
        let letter = |at: &Index| at.index(all_letters + 1);
        match self {
            Self::LoseLine(at) => _ = lines.remove(line(at)),
            Self::DoubleLine(at) => lines.insert(line(at), lines[line(at)]),
            Self::SwapLines(one, other) => lines.swap(line(one), line(other)),
            Self::JoinLines => return lines.concat(),
            Self::Insert(at, piece) => {
                let (before, after) = letters.split_at(letter(at));
                return before
                    .iter()
                    .copied()
                    .chain(piece.chars())
                    .chain(after.iter().copied())
                    .collect();
            }
            Self::Replace(at, new) => {
                let at = letter(at);
                letters.iter_mut().skip(at).take(1).for_each(|old| *old = *new);
                return letters.into_iter().collect();
            }
            Self::CutAfter(at) => return letters[..letter(at)].iter().collect(),
            Self::CutBefore(at) => return letters[letter(at)..].iter().collect(),
        }
        lines.join("\n")
    }
}

/// Papers to spoil: our samples, and the real ones where they are at hand.
static ORIGINALS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = papers::samples("samples");
    if let Some(shared) = papers::acceptance() {
        all.extend(papers::papers(&shared.join("seeds"), &shared.join("gold")));
    }
    all.into_iter().map(|paper| paper.text).collect()
});

fn holds(text: &str) -> Result<(), TestCaseError> {
    let before = processor_micros();
    let facts = documents::read(text);
    let (took, length) = (processor_micros() - before, text.chars().count());
    let most = START_MICROS + LONGEST_MICROS * length as u64;
    prop_assert!(took < most, "{took} µs for {length} letters");
    let facts = serde_json::to_value(facts).expect("facts are JSON");
    for (from, to) in evidence::places(&facts) {
        prop_assert!(from <= to && to <= length, "{from}..{to} of {length}");
    }
    Ok(())
}

/// Found cases become tests of the rule at fault; their seeds would not survive a change of samples.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}|[\\x00-\\x7f]{0,400}|[\\u{300}-\\u{36f}aăâđeêioôơuưy .\n]{0,400}") {
        holds(&text)?;
    }

    #[test]
    fn pieces_of_papers_are_read(pieces in prop::collection::vec(select(&PIECES[..]), 0..200)) {
        holds(&pieces.concat())?;
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn spoilt_papers_are_read(harms in prop::collection::vec(harm(), 1..20), which in any::<Index>()) {
        let original = which.get(&ORIGINALS[..]);
        holds(&harms.iter().fold(original.clone(), |text, harm| harm.done(&text)))?;
    }
}
