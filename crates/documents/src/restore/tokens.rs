//! Cuts a text into words, and what must stay as it is: numbers, addresses, symbols of papers.

use super::confusions::plain;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Letters, perhaps with what letters are misread as ("s6", "t&").
    Word,
    /// A number and symbol of a paper: "1207/QD-UBND".
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
    /// It begins a line or a sentence.
    pub(super) initial: bool,
    /// It stands among capitals.
    pub(super) capital: bool,
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
        token.initial = token.opens || text[from..token.start].contains(&'\n');
        from = token.end;
    }
    mark_capitals(text, &mut tokens);
    part_columns(text, &mut tokens);
    tokens
}

/// Capitals that give way to small letters within a line are one column of a heading, the small letters
/// another: "KHOA HOC VA KY THUAT Poc lap".
fn part_columns(text: &[char], tokens: &mut [Token]) {
    for at in 2..tokens.len() {
        let [first, second, third] = [tokens[at - 2], tokens[at - 1], tokens[at]];
        let word = &text[third.start..third.end];
        let small = word.iter().filter(|c| c.is_lowercase()).count();
        let is_title = word.first().is_some_and(|c| c.is_uppercase()) && small * 2 > word.len();
        let capitals = |token: Token| token.capital && is_capitals(&text[token.start..token.end]);
        if capitals(first) && capitals(second) && is_title {
            tokens[at].opens = true;
        }
    }
}

/// Finds the tokens that stand next to capitals: one in a line of capitals, or in its column of a
/// heading, has such a neighbour.
fn mark_capitals(text: &[char], tokens: &mut [Token]) {
    for line in tokens.chunk_by_mut(|a, b| !text[a.end..b.start].contains(&'\n')) {
        let plain: Vec<bool> =
            line.iter().map(|token| is_capitals(&text[token.start..token.end])).collect();
        for (at, token) in line.iter_mut().enumerate() {
            let near = at.saturating_sub(2)..plain.len().min(at + 3);
            token.capital = plain[near].iter().filter(|capitals| **capitals).count() > 1;
        }
    }
}

/// A word of at least two letters, nearly all capitals, with a vowel.
fn is_capitals(token: &[char]) -> bool {
    let large = token.iter().filter(|c| c.is_uppercase()).count();
    let small = token.iter().filter(|c| c.is_lowercase()).count();
    large >= 2 && large > 2 * small && token.iter().any(|c| "AEIOUY".contains(*c) || !c.is_ascii())
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
    let end = end + usize::from(is_hook(&text[start..end], text.get(end)));
    let core = &text[start..end];
    if core.is_empty() {
        return;
    }
    let mut push = |start, end, sort| {
        tokens.push(Token { start, end, sort, opens: false, initial: false, capital: false })
    };
    if is_address(core) {
        push(start, end, Sort::Fixed);
    } else if is_symbol(core) {
        push(start, end, Sort::Symbol);
    } else if is_number(core) && core.len() > 2 {
        push(start, end, Sort::Fixed);
    } else {
        let mut at = start;
        for part in core.split(|c| is_joint(*c)) {
            if !part.is_empty() {
                let item = is_item(text, at, at + part.len());
                push(at, at + part.len(), if item { Sort::Fixed } else { sort_of(part) });
            }
            at += part.len() + 1;
        }
    }
}

/// Whether a question mark is the hook of ư or ơ: "thi?" is "thứ".
fn is_hook(word: &[char], next: Option<&char>) -> bool {
    next == Some(&'?') && matches!(word, [_, .., 'i' | 't' | 'o' | '1'])
}

/// A letter that names a list item or is an abbreviation: "a)", "V/v", "b/c".
fn is_item(text: &[char], start: usize, end: usize) -> bool {
    let joins = |at: usize| text.get(at).is_some_and(|c| matches!(c, ')' | '/' | '.'));
    end - start == 1 && (joins(end) || start > 0 && text[start - 1] == '/')
}

fn sort_of(part: &[char]) -> Sort {
    let letters = part.iter().filter(|c| c.is_alphabetic()).count();
    let marks = part.iter().all(|c| matches!(c, '&' | '§' | '¥' | '€') || c.is_ascii_digit());
    // "14" may be "là" or "lã", and "18" "lệ"; other numbers of two digits are no words.
    let number = is_number(part) && !matches!(part, ['1', '4' | '6' | '8' | '0']);
    if number || letters == 0 && !marks || letters * 2 < part.len() && part.len() > 4 {
        Sort::Fixed
    } else {
        Sort::Word
    }
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
    let signs = ["http", "www", "://", ".vn", ".com", ".gov", ".org", ".net", ".edu"];
    signs.iter().any(|sign| text.contains(sign)) || text.contains('@') && text.contains('.')
}

/// "1207/QD-UBND", "TB-BTC": capitals and digits joined by strokes, with at least two capitals.
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
            "s6 54/KH-BTC ngay 14/9/2021",
            &[("s6", Word), ("54/KH-BTC", Symbol), ("ngay", Word), ("14/9/2021", Fixed)],
        );
        check("(http://a.gov.vn) x@y.vn", &[("http://a.gov.vn", Fixed), ("x@y.vn", Fixed)]);
        check(
            "Lao dong-Thuong binh, t& 0912.305.740",
            &[
                ("Lao", Word),
                ("dong", Word),
                ("Thuong", Word),
                ("binh", Word),
                ("t&", Word),
                ("0912.305.740", Fixed),
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
