//! What long lists share: the words that are looked for, pages, and addresses that keep the filter.

use kernel::text;

use super::answer::encode;

/// Rows on a page of a list.
pub const ROWS: i64 = 50;

/// The words of a search as they are compared. Those beyond the eighth, and letters beyond the fortieth
/// of a word, narrow nothing.
pub fn words_of(typed: &str) -> Vec<String> {
    let folded = text::fold(&text::nfc(typed));
    let words = folded.split_whitespace().take(8);
    words.map(|word| word.chars().take(40).collect()).collect()
}

/// Where a page of a list stands among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// How many rows there are on all pages.
    pub total: i64,
    /// Number of the first row that is shown; 0 where there is none.
    pub first: i64,
    /// Number of the last row that is shown.
    pub last: i64,
    /// Address of the page before.
    pub before: Option<String>,
    /// Address of the page after.
    pub after: Option<String>,
}

/// The page that is asked for, as far as there are so many rows, and its first row.
pub fn at(asked: i64, total: i64) -> (i64, i64) {
    let page = asked.clamp(0, (total - 1).max(0) / ROWS);
    (page, page * ROWS)
}

/// Where a page stands; `address` tells where another one is.
pub fn pages(page: i64, total: i64, address: impl Fn(i64) -> String) -> Pages {
    let last = (page * ROWS + ROWS).min(total);
    Pages {
        total,
        first: (page * ROWS + 1).min(total),
        last,
        before: (page > 0).then(|| address(page - 1)),
        after: (last < total).then(|| address(page + 1)),
    }
}

/// An address with those fields that are not empty.
pub fn address(path: &str, fields: &[(&str, &str)]) -> String {
    let full = fields.iter().filter(|(_, value)| !value.is_empty());
    let full: Vec<String> = full.map(|(name, value)| format!("{name}={}", encode(value))).collect();
    match full.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", full.join("&")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        assert_eq!(at(-1, 0), (0, 0));
        assert_eq!(at(9, 51), (1, 50));
        assert_eq!(at(1, 50), (0, 0));
        let pages = pages(1, 51, |page| page.to_string());
        assert_eq!((pages.first, pages.last), (51, 51));
        assert_eq!((pages.before.as_deref(), pages.after), (Some("0"), None));
    }

    #[test]
    fn empty_fields_are_left_out_of_an_address() {
        assert_eq!(address("/x", &[("q", ""), ("page", "1")]), "/x?page=1");
        assert_eq!(address("/x", &[("q", "a b")]), "/x?q=a%20b");
        assert_eq!(address("/x", &[("q", "")]), "/x");
    }
}
