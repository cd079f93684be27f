//! Cuts a text into words, and what must stay as it is: numbers, addresses, symbols of papers.

use super::confusions::plain;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Letters, perhaps with what letters are misread as ("s6", "t&").
    Word,
    /// A number and symbol of a paper: "1594/QD-UBND".
    Symbol,
    /// A number, a date, an address, or a lone mark.
    Fixed,
}

/// A stretch of the text without blanks and enclosing punctuation, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sort: Sort,
    /// A sentence or line of a list ends before it.
    pub(super) opens: bool,
}

/// The tokens in order. Blanks and punctuation lie between them.
pub(super) fn cut(text: &[char]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut at = 0;
    while at < text.len() {
        let length = text[at..].iter().take_while(|c| !c.is_whitespace()).count();
        if length > 0 {
            cut_chunk(text, at, at + length, &mut tokens);
        }
        at += length.max(1);
    }
    let mut from = 0;
    for token in &mut tokens {
        token.opens = from == 0 || ends_sentence(&text[from..token.start]);
        from = token.end;
    }
    tokens
}

/// Cuts what stands between two blanks.
fn cut_chunk(text: &[char], start: usize, end: usize, tokens: &mut Vec<Token>) {
    let chunk = &text[start..end];
    let lead = chunk.iter().take_while(|c| is_opening(**c)).count();
    let quoted = chunk[..lead].iter().any(|c| plain(*c) == '\'');
    let trail = chunk[lead..]
        .iter()
        .rev()
        .take_while(|c| is_closing(**c) || quoted && plain(**c) == '\'')
        .count();
    let (start, end) = (start + lead, end - trail);
    let core = &text[start..end];
    if core.is_empty() {
        return;
    }
    let mut push = |start, end, sort| tokens.push(Token { start, end, sort, opens: false });
    if is_address(core) {
        push(start, end, Sort::Fixed);
    } else if is_symbol(core) {
        push(start, end, Sort::Symbol);
    } else if is_number(core) {
        push(start, end, Sort::Fixed);
    } else {
        let mut at = start;
        for part in core.split(|c| is_joint(*c)) {
            if !part.is_empty() {
                push(at, at + part.len(), sort_of(part));
            }
            at += part.len() + 1;
        }
    }
}

fn sort_of(part: &[char]) -> Sort {
    let lone = part.len() == 1 && part[0].is_ascii_alphabetic() && !is_vowel(part[0]);
    let letters = part.iter().filter(|c| c.is_alphabetic()).count();
    let marks = part.iter().all(|c| matches!(c, '&' | '§' | '¥' | '€') || c.is_ascii_digit());
    if lone
        || is_number(part)
        || letters == 0 && !marks
        || letters * 2 < part.len() && part.len() > 4
    {
        Sort::Fixed
    } else {
        Sort::Word
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouyAEIOUY".contains(c)
}

fn ends_sentence(gap: &[char]) -> bool {
    let lines = gap.iter().filter(|c| **c == '\n').count();
    lines > 1 || gap.iter().any(|c| matches!(c, '.' | ';' | ':' | '!' | '?' | '(' | ')'))
}

fn is_opening(c: char) -> bool {
    matches!(
        plain(c),
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '-'
            | '+'
            | '•'
            | '*'
            | '/'
            | '.'
            | ','
            | ';'
            | ':'
            | '='
            | '_'
            | '|'
            | '<'
            | '>'
            | '~'
            | '«'
            | '»'
            | '…'
            | '°'
            | '\\'
    )
}

fn is_closing(c: char) -> bool {
    is_opening(c) && plain(c) != '\'' || matches!(c, ')' | ']' | '}' | '!' | '?')
}

/// What joins two words without a blank.
fn is_joint(c: char) -> bool {
    matches!(plain(c), '/' | '-' | ',' | ';' | ':' | '(' | ')' | '.' | '"' | '…' | '+' | '=')
}

fn is_address(core: &[char]) -> bool {
    if !core.iter().any(|c| matches!(c, '@' | '.' | '/')) {
        return false;
    }
    let text: String = core.iter().flat_map(|c| c.to_lowercase()).collect();
    let signs = ["@", "http", "www", "://", ".vn", ".com", ".gov", ".org", ".net", ".edu"];
    signs.iter().any(|sign| text.contains(sign))
}

/// "1594/QD-UBND", "TB-BTC": capitals and digits joined by strokes, with at least two capitals.
fn is_symbol(core: &[char]) -> bool {
    let Some(stroke) = core.iter().position(|c| matches!(plain(*c), '/' | '-')) else {
        return false;
    };
    let capitals = core.iter().filter(|c| c.is_uppercase()).count();
    let small = core.iter().filter(|c| c.is_lowercase()).count();
    let numbered = core[..stroke].iter().all(char::is_ascii_digit) && core[stroke] == '/';
    capitals >= 2 && small * 3 <= capitals && (numbered || core.len() <= 16 && small == 0)
}

/// Digits with what stands in numbers, dates, sizes and sums.
fn is_number(core: &[char]) -> bool {
    let digits = core.iter().filter(|c| c.is_ascii_digit()).count();
    digits > 1
        && core.iter().all(|c| {
            c.is_ascii_digit() || matches!(plain(*c), '.' | ',' | '/' | '-' | ':' | '%' | 'x')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, Sort)]) {
        let chars: Vec<char> = text.chars().collect();
        let cut: Vec<(String, Sort)> = cut(&chars)
            .iter()
            .map(|token| (chars[token.start..token.end].iter().collect(), token.sort))
            .collect();
        let expect: Vec<_> = expect.iter().map(|(text, sort)| (text.to_string(), *sort)).collect();
        assert_eq!(cut, expect, "{text:?}");
    }

    #[test]
    fn words_and_what_must_stay() {
        use Sort::{Fixed, Symbol, Word};
        check("- Sé: 12/QD-UBND,", &[("Sé", Word), ("12/QD-UBND", Symbol)]);
        check(
            "s6 86/KH-BTC ngay 27/7/2020",
            &[("s6", Word), ("86/KH-BTC", Symbol), ("ngay", Word), ("27/7/2020", Fixed)],
        );
        check("(http://a.gov.vn) x@y.vn", &[("http://a.gov.vn", Fixed), ("x@y.vn", Fixed)]);
        check(
            "Lao dong-Thuong binh, t& 0911.464.188",
            &[
                ("Lao", Word),
                ("dong", Word),
                ("Thuong", Word),
                ("binh", Word),
                ("t&", Word),
                ("0911.464.188", Fixed),
            ],
        );
        check("V/v", &[("V", Fixed), ("v", Fixed)]);
        check("-- ... §", &[("§", Word)]);
    }

    #[test]
    fn sentences_open_after_stops_and_empty_lines() {
        let chars: Vec<char> = "a ba. co\nda, e\n\nga".chars().collect();
        let opens: Vec<bool> = cut(&chars).iter().map(|token| token.opens).collect();
        assert_eq!(opens, [true, false, true, false, false, true]);
    }
}
