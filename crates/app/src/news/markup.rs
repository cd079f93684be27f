//! The text of news: paragraphs, in which addresses of the web become links. Pure.

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words, with their line breaks.
    Words(String),
    /// An address to follow, shown as it was typed.
    Link(String),
}

/// The paragraphs of a text. What people wrote stays text; only whole addresses with their scheme are
/// links.
pub fn paragraphs(body: &str) -> Vec<Vec<Piece>> {
    body.split("\n\n").filter(|one| !one.trim().is_empty()).map(pieces).collect()
}

fn pieces(paragraph: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = paragraph;
    while let Some(at) = begins(rest) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|sign: char| sign.is_whitespace() || "<>\"".contains(sign));
        let address = bare(&from[..end.unwrap_or(from.len())]);
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(Piece::Link(address.to_owned()));
        rest = &from[address.len()..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

/// Where the next address begins: at a scheme that something follows.
fn begins(text: &str) -> Option<usize> {
    let found = ["https://", "http://"].into_iter().flat_map(|scheme| {
        let followed = move |(at, _): &(usize, &str)| {
            !bare(text[*at..].split_whitespace().next().unwrap_or_default())[scheme.len()..]
                .is_empty()
        };
        text.match_indices(scheme).filter(followed).map(|(at, _)| at).take(1)
    });
    found.min()
}

/// An address without the punctuation of the sentence around it.
fn bare(address: &str) -> &str {
    let scheme = address.find("://").map_or(0, |at| at + 3);
    let end = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '»', '”']);
    if end.len() < scheme { &address[..scheme] } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    fn link(text: &str) -> Piece {
        Piece::Link(text.to_owned())
    }

    #[test]
    fn addresses_become_links() {
        let check = |body: &str, expect: Vec<Vec<Piece>>| assert_eq!(paragraphs(body), expect);
        check("", vec![]);
        check("Một.\nHai.\n\nBa.", vec![vec![words("Một.\nHai.")], vec![words("Ba.")]]);
        check(
            "Xem https://a.vn/x?y=1, rồi (http://b.vn/).",
            vec![vec![
                words("Xem "),
                link("https://a.vn/x?y=1"),
                words(", rồi ("),
                link("http://b.vn/"),
                words(")."),
            ]],
        );
        check("https:// là gì?", vec![vec![words("https:// là gì?")]]);
        check("javascript:alert(1)", vec![vec![words("javascript:alert(1)")]]);
        check("<a href=x>", vec![vec![words("<a href=x>")]]);
    }
}
