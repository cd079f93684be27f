//! Milestones, as typed into rows.

use kernel::{Period, Refusal, Window};

use super::{MILESTONES, Typed, Wrong, line};
use crate::contests::draft::MilestoneDraft;
use crate::contests::kind;

/// Reads every filled row.
pub fn milestones(typed: &Typed, wrong: &mut Wrong) -> Vec<MilestoneDraft> {
    let filled = MILESTONES.iter().filter(|row| typed.is_filled(row));
    filled.filter_map(|row| wrong.or_none(milestone(typed, row))).collect()
}

/// Reads one row.
///
/// # Errors
/// A refusal beside the row.
pub fn milestone(typed: &Typed, row: &'static str) -> Result<MilestoneDraft, Refusal> {
    let title = line(typed.row(row, "title"), row, 200)?;
    let kind = kind::read(typed.row(row, "kind"));
    if kind.is_none() && title.is_none() {
        return Err(Refusal::field(row, "milestone-nameless"));
    }
    let window = window(typed, row)?;
    if window.is_open() {
        return Err(Refusal::field(row, "milestone-dateless"));
    }
    let by_postmark = typed.row(row, "end").ends_with("postmark");
    Ok(MilestoneDraft { kind, title, window, by_postmark, sentence: None })
}

/// Reads when it is.
///
/// # Errors
/// A refusal beside the row.
pub fn window(typed: &Typed, row: &'static str) -> Result<Window, Refusal> {
    let start = period(typed.row(row, "from"), row)?;
    let end = period(typed.row(row, "to"), row)?;
    let through = !typed.row(row, "end").starts_with("before");
    Window::new(start, end, through).map_err(|_| Refusal::field(row, "milestone-reversed"))
}

fn period(typed: &str, row: &'static str) -> Result<Option<Period>, Refusal> {
    super::optional(typed, row, "milestone-date-unreadable")
}

/// The word of how an end counts: `through`, `before`, either with `-postmark`.
pub const fn end_code(inclusive: bool, by_postmark: bool) -> &'static str {
    match (inclusive, by_postmark) {
        (true, false) => "through",
        (false, false) => "before",
        (true, true) => "through-postmark",
        (false, true) => "before-postmark",
    }
}

/// Puts a milestone into a row.
pub fn put_milestone(typed: &mut Typed, row: &str, draft: &MilestoneDraft) {
    let kind = draft.kind.map_or(kind::OTHER.to_owned(), kind::code);
    typed.put(&format!("{row}-kind"), kind);
    typed.put_some(&format!("{row}-title"), draft.title.as_ref());
    put_window(typed, row, (draft.window, draft.by_postmark));
}

/// Puts when it is into a row.
pub fn put_window(typed: &mut Typed, row: &str, (window, by_postmark): (Window, bool)) {
    typed.put_some(&format!("{row}-from"), window.start.map(Period::written));
    typed.put_some(&format!("{row}-to"), window.end.map(Period::written));
    typed.put(&format!("{row}-end"), end_code(window.end_inclusive, by_postmark));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<MilestoneDraft, Refusal> {
        let mut typed = Typed::default();
        for (field, value) in pairs {
            typed.put(&format!("milestone-0-{field}"), *value);
        }
        milestone(&typed, "milestone-0")
    }

    #[test]
    fn rows_say_what_is_wrong_with_them() {
        let check = |pairs: &[(&str, &str)], expect: &str| {
            assert_eq!(read(pairs).unwrap_err().fields[0].1.key, expect, "{pairs:?}");
        };
        check(&[("to", "31/5/2027")], "milestone-nameless");
        check(&[("kind", "submission")], "milestone-dateless");
        check(&[("kind", "submission"), ("to", "31/4/2027")], "milestone-date-unreadable");
        let reversed = [("kind", "judging"), ("from", "8/2027"), ("to", "7/2027")];
        check(&reversed, "milestone-reversed");
    }

    #[test]
    fn a_row_reads_back() {
        let pairs = [("kind", "submission"), ("to", "quý II/2027"), ("end", "before-postmark")];
        let draft = read(&pairs).unwrap();
        assert!(draft.by_postmark && !draft.window.end_inclusive);
        let mut typed = Typed::default();
        put_milestone(&mut typed, "milestone-7", &draft);
        assert_eq!(typed.row("milestone-7", "to"), "quý II/2027");
        assert_eq!(milestone(&typed, "milestone-7").unwrap().window, draft.window);
    }
}
