//! Breaking words into lines of a width.

use crate::face::{Faces, Look};

/// Words in one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    pub look: Look,
}

/// A line, its words joined by spaces.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Pieces with their own spaces.
    pub pieces: Vec<Piece>,
    /// Natural width.
    pub width: f32,
    /// How many spaces can be stretched.
    pub spaces: u16,
    /// Whether the text ends here, or a break was asked for: then it is not stretched.
    pub ends: bool,
}

/// What stands between two spaces; its pieces are not parted.
#[derive(Debug, Clone, Default)]
struct Word {
    pieces: Vec<Piece>,
    width: f32,
    ends_line: bool,
}

/// Room for lines: how far the first is set in, and how wide all are.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub first: f32,
    pub width: f32,
}

/// The lines of a text.
pub fn lines(faces: &Faces, text: &[Piece], room: Room) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Line::default();
    let mut left = room.width - room.first;
    for word in words(faces, text, room.width - room.first) {
        let space = word.pieces.first().map_or(0.0, |piece| faces.width(" ", piece.look));
        if !line.pieces.is_empty() && line.width + space + word.width > left {
            lines.push(std::mem::take(&mut line));
            left = room.width;
        }
        let ends = word.ends_line;
        add(&mut line, word, space);
        if ends {
            line.ends = true;
            lines.push(std::mem::take(&mut line));
            left = room.width;
        }
    }
    line.ends = true;
    if !line.pieces.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// A text in the middle: as few lines as its room asks for, as equal as they can be.
pub fn balanced(faces: &Faces, text: &str, look: Look, width: f32) -> Vec<Line> {
    let text = [Piece { text: text.to_owned(), look }];
    let broken = |width| lines(faces, &text, Room { first: 0.0, width });
    let mut best = broken(width);
    let few = best.len();
    let widest =
        text[0].text.split([' ', '\n']).map(|word| faces.width(word, look)).fold(0.0, f32::max);
    // Each try is narrower by a fiftieth; below a third of the room lines would not look like a title.
    for step in 1..=33u8 {
        let narrower = width * (1.0 - f32::from(step) / 50.0);
        if narrower < widest {
            break;
        }
        let tried = broken(narrower);
        if tried.len() > few {
            break;
        }
        best = tried;
    }
    best
}

fn add(line: &mut Line, word: Word, space: f32) {
    for (at, mut piece) in word.pieces.into_iter().enumerate() {
        if at == 0 && !line.pieces.is_empty() {
            piece.text.insert(0, ' ');
            line.width += space;
            line.spaces += 1;
        }
        match line.pieces.last_mut() {
            Some(last) if last.look == piece.look => last.text.push_str(&piece.text),
            _ => line.pieces.push(piece),
        }
    }
    line.width += word.width;
}

fn words(faces: &Faces, text: &[Piece], widest: f32) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for piece in text {
        for letter in piece.text.chars() {
            match letter {
                '\n' => {
                    word.ends_line = true;
                    words.push(std::mem::take(&mut word));
                }
                ' ' | '\t' if word.pieces.is_empty() => {}
                ' ' | '\t' => words.push(std::mem::take(&mut word)),
                letter => {
                    let width = faces.width(letter.encode_utf8(&mut [0; 4]), piece.look);
                    // A word wider than the line, say an address on the web, is broken where it must.
                    if word.width + width > widest && !word.pieces.is_empty() {
                        words.push(std::mem::take(&mut word));
                    }
                    write(&mut word, letter, width, piece.look);
                }
            }
        }
    }
    if !word.pieces.is_empty() {
        words.push(word);
    }
    words
}

fn write(word: &mut Word, letter: char, width: f32, look: Look) {
    word.width += width;
    match word.pieces.last_mut() {
        Some(last) if last.look == look => last.text.push(letter),
        _ => word.pieces.push(Piece { text: letter.to_string(), look }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, room: Room) -> Vec<String> {
        let faces = Faces::open();
        let text = [Piece { text: text.to_owned(), look: Look::regular(14.0) }];
        let said = |line: Line| line.pieces.into_iter().map(|piece| piece.text).collect();
        lines(&faces, &text, room).into_iter().map(said).collect()
    }

    #[test]
    fn lines_end_between_words() {
        let check = |text: &str, first: f32, width: f32, expect: &[&str]| {
            assert_eq!(broken(text, Room { first, width }), expect);
        };
        check("Thực hiện Kế hoạch của tỉnh", 0.0, 90.0, &["Thực hiện Kế", "hoạch của tỉnh"]);
        check("Thực hiện Kế hoạch của tỉnh", 40.0, 90.0, &["Thực", "hiện Kế hoạch", "của tỉnh"]);
        check("một\nhai\n\nba", 0.0, 90.0, &["một", "hai", "", "ba"]);
        check("", 0.0, 90.0, &[""]);
        check("aaaaaaaaaaaa bb", 0.0, 40.0, &["aaaaaa", "aaaaaa", "bb"]);
    }

    #[test]
    fn titles_are_broken_into_equal_lines() {
        let check = |text: &str, width: f32, expect: &[&str]| {
            let faces = Faces::open();
            let said = |line: Line| line.pieces.into_iter().map(|piece| piece.text).collect();
            let lines = balanced(&faces, text, Look::bold(12.0), width);
            assert_eq!(lines.into_iter().map(said).collect::<Vec<String>>(), expect);
        };
        let name = "ỦY BAN NHÂN DÂN TỈNH SA LĨNH";
        let kept = "ỦY\u{a0}BAN\u{a0}NHÂN\u{a0}DÂN";
        check(&format!("{kept} TỈNH SA LĨNH"), 195.0, &[kept, "TỈNH SA LĨNH"]);
        check(name, 400.0, &[name]);
        check("", 400.0, &[""]);
    }

    #[test]
    fn looks_meet_within_a_word() {
        let faces = Faces::open();
        let piece = |text: &str, look| Piece { text: text.to_owned(), look };
        let text = [piece("Điều 1", Look::bold(14.0)), piece(". Công nhận", Look::regular(14.0))];
        let lines = lines(&faces, &text, Room { first: 0.0, width: 400.0 });
        let said: Vec<&str> = lines[0].pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(
            (said, lines[0].spaces, lines[0].ends),
            (vec!["Điều 1", ". Công nhận"], 3, true)
        );
    }
}
