//! RTF: the text of its groups. What a font of old drew is brought to Unicode by the font's name.

use std::collections::HashMap;

use documents::legacy;

use crate::flow::Flow;
use crate::single_byte;

/// Groups whose letters are no text of the page.
const UNSEEN: [&str; 16] = [
    "stylesheet",
    "colortbl",
    "info",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "fldinst",
    "object",
    "listtable",
    "listoverridetable",
];
/// Groups within one another that are followed.
const MOST_DEPTH: usize = 500;

/// What holds until the end of a group.
#[derive(Debug, Clone, Default)]
struct State {
    unseen: bool,
    fonts: bool,
    font: i32,
    hidden: bool,
    capitals: bool,
    in_cell: bool,
    /// Letters after a `\u` for readers that know no Unicode.
    skips: usize,
}

/// One piece of RTF.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'b> {
    Open,
    Close,
    Word(&'b str, Option<i32>),
    /// `\*`: the group may be left out by who does not know it.
    Star,
    Byte(u8),
}

/// The text of an RTF file.
pub fn text(bytes: &[u8]) -> String {
    let mut writer = Writer::default();
    let mut rest = bytes;
    while let Some(piece) = next(&mut rest) {
        writer.take(&piece);
    }
    writer.finish()
}

fn next<'b>(rest: &mut &'b [u8]) -> Option<Piece<'b>> {
    loop {
        let (first, after) = rest.split_first()?;
        *rest = after;
        match first {
            b'{' => return Some(Piece::Open),
            b'}' => return Some(Piece::Close),
            b'\r' | b'\n' => (),
            b'\\' => return control(rest),
            byte => return Some(Piece::Byte(*byte)),
        }
    }
}

/// What follows a backslash.
fn control<'b>(rest: &mut &'b [u8]) -> Option<Piece<'b>> {
    let bytes = *rest;
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if letters == 0 {
        let (sign, after) = bytes.split_first()?;
        *rest = after;
        return Some(match sign {
            b'\'' => {
                let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
                *rest = after.get(2..).unwrap_or_default();
                Piece::Byte(code.and_then(|code| u8::from_str_radix(code, 16).ok()).unwrap_or(b' '))
            }
            b'*' => Piece::Star,
            b'~' => Piece::Byte(b' '),
            b'_' => Piece::Byte(b'-'),
            b'\n' | b'\r' => Piece::Word("par", None),
            b'-' | b':' | b'|' => Piece::Word("", None),
            sign => Piece::Byte(*sign),
        });
    }
    let sign = usize::from(bytes.get(letters) == Some(&b'-'));
    let digits = bytes[letters + sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = letters + if digits > 0 { sign + digits } else { 0 };
    let number = std::str::from_utf8(&bytes[letters..end]).ok().and_then(|text| text.parse().ok());
    *rest = bytes[end..].strip_prefix(b" ").unwrap_or(&bytes[end..]);
    Some(Piece::Word(std::str::from_utf8(&bytes[..letters]).unwrap_or(""), number))
}

#[derive(Default)]
struct Writer {
    flow: Flow,
    state: State,
    groups: Vec<State>,
    fonts: HashMap<i32, String>,
    paragraph: String,
    /// Letters of one font, before they are brought to Unicode.
    run: Vec<u8>,
    /// Letters that are still to be passed over after a `\u`.
    pass: usize,
    in_table: bool,
    /// Half of a letter that takes two units.
    half: Option<u16>,
}

impl Writer {
    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open => {
                self.end_run();
                if self.groups.len() < MOST_DEPTH {
                    self.groups.push(self.state.clone());
                }
            }
            Piece::Close => {
                self.end_run();
                self.state = self.groups.pop().unwrap_or_default();
            }
            Piece::Star => self.state.unseen = true,
            Piece::Word(word, number) => self.word(word, *number),
            Piece::Byte(_) if self.pass > 0 => self.pass -= 1,
            Piece::Byte(byte) if self.state.fonts => {
                let name = self.fonts.entry(self.state.font).or_default();
                if *byte != b';' {
                    name.push(char::from(*byte));
                }
            }
            Piece::Byte(byte) => self.run.push(*byte),
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if !matches!(word, "u") {
            self.end_run();
        }
        let on = number != Some(0);
        match word {
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" => self.push("\n"),
            "tab" => self.push("\t"),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "bullet" => self.push("•"),
            "lquote" | "rquote" => self.push("'"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "u" => self.unit(number.unwrap_or(0)),
            "uc" => self.state.skips = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8),
            "f" => self.state.font = number.unwrap_or(0),
            "v" => self.state.hidden = on,
            "caps" => self.state.capitals = on,
            "fonttbl" => self.state.fonts = true,
            "plain" => (self.state.hidden, self.state.capitals) = (false, false),
            "intbl" => self.state.in_cell = true,
            "pard" => self.state.in_cell = false,
            "trowd" => self.begin_row(),
            "cell" => self.end_cell(),
            _ => self.state.unseen |= UNSEEN.contains(&word),
        }
    }

    /// A letter of Unicode; those beyond the first 65,536 come in two units.
    fn unit(&mut self, number: i32) {
        self.end_run();
        let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or(0);
        self.pass = if self.groups.is_empty() { 1 } else { self.state.skips.max(1) };
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        match (0xD800..0xDC00).contains(&unit) {
            true => self.half = Some(unit),
            false => self.push(&String::from_utf16_lossy(&units)),
        }
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.is_empty() {
            return;
        }
        let font = self.fonts.get(&self.state.font).map_or("", String::as_str);
        let mut text = match legacy::of_font(font) {
            Some(charset) => legacy::to_unicode(&single_byte::western(&run), charset),
            None => single_byte::vietnamese(&run).unwrap_or_else(|| single_byte::western(&run)),
        };
        if self.state.capitals || legacy::is_capital_font(font) {
            text = text.to_uppercase();
        }
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        if !self.state.unseen && !self.state.hidden && !self.state.fonts {
            self.paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        if self.in_table && self.state.in_cell {
            return self.push("\n");
        }
        self.leave_table();
        let paragraph = std::mem::take(&mut self.paragraph);
        self.flow.paragraph(&itemised(&paragraph));
    }

    fn begin_row(&mut self) {
        if !self.in_table {
            self.flow.begin_table();
        }
        self.in_table = true;
        self.flow.begin_row();
    }

    fn end_cell(&mut self) {
        self.flow.begin_cell();
        let cell = std::mem::take(&mut self.paragraph);
        cell.split('\n').for_each(|line| self.flow.paragraph(line));
    }

    /// The paragraph after the last row is no longer part of the table.
    fn leave_table(&mut self) {
        if std::mem::take(&mut self.in_table) {
            self.flow.end_table();
        }
    }

    fn finish(mut self) -> String {
        self.end_run();
        if !self.paragraph.is_empty() {
            self.end_paragraph();
        }
        self.flow.finish()
    }
}

/// A paragraph with the number that RTF writes before it and a tab; the signs of symbol fonts have no letter.
fn itemised(paragraph: &str) -> String {
    let text = paragraph.trim_start();
    let is_symbol = |letter: char| ('\u{E000}'..='\u{F8FF}').contains(&letter);
    text.replacen('\t', " ", 1).replace(is_symbol, "-")
}

#[cfg(test)]
mod tests;
