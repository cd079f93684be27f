//! Rust source, taken apart into code, comments and string literals.

use std::sync::OnceLock;

use crate::tree::{self, Text};

/// A string literal and the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// Line, from 1.
    pub line: usize,
    /// What stands between the quotes, escapes as written.
    pub text: String,
}

/// A function and its length in lines, signature and braces included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Line of its signature, from 1.
    pub line: usize,
    /// How many lines.
    pub length: usize,
}

/// A Rust file without its test module.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path from the root.
    pub path: String,
    /// The code with comments gone and the insides of strings blank; lines as in the file.
    pub code: String,
    /// Its string literals.
    pub literals: Vec<Literal>,
    /// The text as it is, up to the test module.
    pub text: String,
}

/// The Rust sources of a crate (its `src`), or of all crates for the empty name. Files of tests, called
/// `tests.rs` or `…_tests.rs`, are left out.
pub fn sources(krate: &str) -> Vec<Source> {
    static ALL: OnceLock<Vec<Source>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let files = tree::below("", ".rs").into_iter();
        let ours = |path: &str| path.contains("/src/") && !path.ends_with("tests.rs");
        files.filter(|file| ours(&file.path)).map(|file| Source::of(&file)).collect()
    });
    let folder = if krate.is_empty() { String::new() } else { format!("crates/{krate}/src/") };
    all.iter().filter(|source| source.path.starts_with(&folder)).cloned().collect()
}

impl Source {
    /// Takes a file apart. A test module stands at the end of its file, as rustfmt and we have it.
    pub fn of(file: &Text) -> Self {
        let text = file.text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or("").to_owned();
        let (code, literals) = Lexer::new(&text).run();
        Self { path: file.path.clone(), code, literals, text }
    }

    /// Every function with a body.
    pub fn functions(&self) -> Vec<Function> {
        let word = regex::Regex::new(r"\bfn\s+(\w+)").expect("the pattern is right");
        let found = word.captures_iter(&self.code).filter_map(|found| {
            let (whole, name) = (found.get(0)?, found.get(1)?);
            let end = body_end(&self.code[whole.end()..])? + whole.end();
            let line = line_of(&self.code, whole.start());
            let length = line_of(&self.code, end) - line + 1;
            Some(Function { name: name.as_str().to_owned(), line, length })
        });
        found.collect()
    }
}

/// The line, from 1, of a byte position.
pub fn line_of(text: &str, position: usize) -> usize {
    text[..position].matches('\n').count() + 1
}

/// Where the body after a signature ends; nothing when a semicolon comes first.
fn body_end(after_name: &str) -> Option<usize> {
    let (mut braces, mut others) = (0_i32, 0_i32);
    for (at, letter) in after_name.char_indices() {
        match letter {
            '(' | '[' => others += 1,
            ')' | ']' => others -= 1,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 {
                    return Some(at);
                }
            }
            ';' if braces == 0 && others == 0 => return None,
            _ => (),
        }
    }
    None
}

struct Lexer<'t> {
    rest: &'t str,
    line: usize,
    code: String,
    literals: Vec<Literal>,
}

impl<'t> Lexer<'t> {
    fn new(text: &'t str) -> Self {
        Self { rest: text, line: 1, code: String::new(), literals: Vec::new() }
    }

    fn run(mut self) -> (String, Vec<Literal>) {
        while let Some(letter) = self.rest.chars().next() {
            if self.rest.starts_with("//") {
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                self.skip(end);
            } else if let Some(end) = raw_string(self.rest) {
                self.literal(end.0, end.1);
            } else if letter == '"' {
                let end = plain_string(self.rest);
                self.literal(1, end);
            } else if letter == '\'' {
                self.letter(char_literal(self.rest));
            } else {
                self.copy(letter.len_utf8());
            }
        }
        (self.code, self.literals)
    }

    /// Keeps only the line breaks of what is skipped.
    fn skip(&mut self, bytes: usize) {
        let (gone, rest) = self.rest.split_at(bytes);
        let breaks = gone.matches('\n').count();
        self.code.extend(std::iter::repeat_n('\n', breaks));
        self.line += breaks;
        self.rest = rest;
    }

    fn copy(&mut self, bytes: usize) {
        let (kept, rest) = self.rest.split_at(bytes);
        self.line += kept.matches('\n').count();
        self.code.push_str(kept);
        self.rest = rest;
    }

    /// A letter between quotes goes blank, too: it may be a brace. The quote of a lifetime stays.
    fn letter(&mut self, bytes: usize) {
        self.code.push_str(if bytes == 1 { "'" } else { "' '" });
        self.rest = &self.rest[bytes..];
    }

    fn literal(&mut self, opening: usize, bytes: usize) {
        let text = self.rest[opening..bytes].trim_end_matches('#');
        let text = text.strip_suffix('"').unwrap_or(text).to_owned();
        self.literals.push(Literal { line: self.line, text });
        self.code.push('"');
        self.skip(bytes);
        self.code.push('"');
    }
}

/// Bytes of the opening and of the whole of a raw string that begins here.
fn raw_string(rest: &str) -> Option<(usize, usize)> {
    let after = rest.strip_prefix('r').or_else(|| rest.strip_prefix("br"))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inside = after[hashes..].strip_prefix('"')?;
    let opening = rest.len() - inside.len();
    let closing = format!("\"{}", "#".repeat(hashes));
    let length = inside.find(&closing)?;
    Some((opening, opening + length + closing.len()))
}

/// Bytes of a string with escapes that begins here, both quotes included.
fn plain_string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => (),
        }
    }
    rest.len()
}

/// Bytes of a character literal that begins here; one for the quote of a lifetime.
fn char_literal(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), _) => rest[3..].find('\'').map_or(1, |at| at + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::of(&Text { path: "x.rs".to_owned(), text: text.to_owned() })
    }

    #[test]
    fn comments_and_strings_are_told_apart() {
        let check = |text: &str, code: &str, literals: &[&str]| {
            let found = source(text);
            let texts: Vec<&str> = found.literals.iter().map(|one| one.text.as_str()).collect();
            assert_eq!((found.code.as_str(), &texts[..]), (code, literals), "{text}");
        };
        check("a // \"b\"\nc", "a \nc", &[]);
        check("f(\"x // y\")", "f(\"\")", &["x // y"]);
        check(r#"f("a\"b")"#, "f(\"\")", &[r#"a\"b"#]);
        check("r#\"a\"b\"#;", "\"\";", &["a\"b"]);
        check("'\"' 'a' 'b x", "' ' ' ' 'b x", &[]);
        check(r"'\'' '\\' '{'", "' ' ' ' ' '", &[]);
        check("\"a\nb\" c", "\"\n\" c", &["a\nb"]);
        check("x\n#[cfg(test)]\nmod tests { \"y\" }", "x", &[]);
    }

    #[test]
    fn functions_are_measured() {
        let found =
            source("fn a() {\n}\ntrait T { fn b(&self) -> [u8; 2]; }\nfn c<T>(x: T)\n{ 1 }\n");
        let lengths: Vec<_> =
            found.functions().into_iter().map(|one| (one.name, one.line, one.length)).collect();
        assert_eq!(lengths, [("a".to_owned(), 1, 2), ("c".to_owned(), 4, 2)]);
    }
}
