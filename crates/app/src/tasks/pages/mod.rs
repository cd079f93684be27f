//! The pages of tasks.

mod act;
mod assignment;
mod export;
mod handing_in;
mod late;
mod list;
mod matrix;
mod new;
mod own;
mod task;
mod task_acts;

pub(crate) use export::whole_workbook;
use kernel::id::ContestId;
use kernel::{Fault, Instant, Period, Refusal, Window, text};

use super::mark::{self, Mark};
use super::turn::Turn;
use super::{AssignmentId, PartId, TaskId};
use crate::frame::Words;
use crate::frame::answer::encode;
use crate::frame::guard::Access::SignedIn;
use crate::router::{Route, get, post, upload};
use crate::units::Kind;

/// Every address of tasks.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/tasks", SignedIn, matrix::show),
        get("/contests/{id}/tasks/export", SignedIn, export::export),
        get("/contests/{id}/tasks/list", SignedIn, list::list),
        get("/contests/{id}/tasks/new", SignedIn, new::form),
        post("/contests/{id}/tasks", SignedIn, new::order),
        get("/contests/{id}/overdue", SignedIn, late::list),
        post("/contests/{id}/overdue/chasing", SignedIn, late::chase),
        get("/tasks/{id}", SignedIn, task::show),
        get("/tasks/{id}/edit", SignedIn, new::change_form),
        post("/tasks/{id}", SignedIn, new::change),
        post("/tasks/{id}/calling-off", SignedIn, task_acts::call_off),
        post("/tasks/{id}/units", SignedIn, task_acts::give),
        post("/tasks/{id}/turns", SignedIn, task_acts::open_turn),
        post("/tasks/{id}/remarks", SignedIn, task_acts::remark),
        get("/assignments", SignedIn, own::list),
        get("/assignments/{id}", SignedIn, assignment::show),
        post("/assignments/{id}/start", SignedIn, act::start),
        upload("/assignments/{id}/reports", SignedIn, handing_in::report),
        get("/assignments/{id}/files/{part}", SignedIn, handing_in::file),
        post("/assignments/{id}/acceptance", SignedIn, act::accept),
        post("/assignments/{id}/return", SignedIn, act::give_back),
        post("/assignments/{id}/extensions", SignedIn, act::ask_for_time),
        post("/assignments/{id}/extensions/{part}/answer", SignedIn, act::answer),
        post("/assignments/{id}/remarks", SignedIn, act::remark),
    ]
}

/// Rows on a page.
const ROWS: i64 = 50;

/// An address that names no contest is "not found", before the database is asked.
fn contest_id(text: &str) -> Result<ContestId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn task_id(text: &str) -> Result<TaskId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn assignment_id(text: &str) -> Result<AssignmentId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn part_id(text: &str) -> Result<PartId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The words of a search as they are compared. Those beyond the eighth, and letters beyond the fortieth
/// of a word, narrow nothing.
fn words_of(typed: &str) -> Vec<String> {
    let folded = text::fold(&text::nfc(typed));
    let words = folded.split_whitespace().take(8);
    words.map(|word| word.chars().take(40).collect()).collect()
}

/// A mark as pages show it: sign, colour and word.
struct Tag {
    code: &'static str,
    class: &'static str,
    icon: &'static str,
    word: String,
}

fn tag(words: Words, mark: Mark) -> Tag {
    let word = words.say(mark.label());
    Tag { code: mark.code(), class: mark.class(), icon: mark.icon(), word }
}

/// The tag of an assignment in a state that is due at a moment.
fn tag_of(words: Words, state: &str, due_at: Option<i64>, at: Instant) -> Result<Tag, Fault> {
    Ok(tag(words, Mark::of(state.parse()?, due_at, at)))
}

fn tags(words: Words) -> Vec<Tag> {
    Mark::ALL.map(|mark| tag(words, mark)).into()
}

fn kinds(words: Words) -> Vec<(&'static str, String)> {
    Kind::ALL.map(|kind| (kind.code(), words.say(&kind.label()))).into()
}

/// A last day, and how far away it is while something is to be done.
struct Due {
    day: String,
    distance: Option<String>,
    class: &'static str,
}

/// `open` says whether anything is still to be done.
fn due(words: Words, due_at: Option<i64>, at: Instant, open: Open) -> Option<Due> {
    let last = mark::last_day(due_at?);
    let days = at.day().days_until(last);
    let class = match days {
        _ if matches!(open, Open::Done) => "",
        ..0 => "is-late",
        0..=7 => "is-due",
        _ => "",
    };
    let distance = matches!(open, Open::ToDo).then(|| words.tell(&mark::distance(last, at.day())));
    Some(Due { day: last.written(), distance, class })
}

/// Whether anything is still to be done.
#[derive(Clone, Copy)]
enum Open {
    ToDo,
    Done,
}

fn open(state: &str) -> Open {
    match state.parse().is_ok_and(super::State::is_due) {
        true => Open::ToDo,
        false => Open::Done,
    }
}

/// A window in words: "từ 1/3/2027 đến hết 31/5/2027".
fn written(words: Words, window: &Window) -> Option<String> {
    let said = |key: &'static str, day: Period| {
        words.tell(&kernel::Message::new(key).with("day", day.written()))
    };
    let start = window.start.map(|start| said("window-from", start));
    let end = window.end.map(|end| match window.end_inclusive {
        true => said("window-through", end),
        false => said("window-before", end),
    });
    let parts: Vec<String> = start.into_iter().chain(end).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The turn of an assignment in words.
fn turn_label(words: Words, period: &str) -> Option<String> {
    Turn::read(period).map(|turn| words.tell(&turn.label()))
}

/// The beginning of a text, cut between two words.
fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', '.', ':', ' ']))
}

/// Where a page of a list stands among the others.
struct Pages {
    total: i64,
    first: i64,
    last: i64,
    before: Option<String>,
    after: Option<String>,
}

/// The page that is asked for, as far as there are so many rows, and its first row.
fn at(asked: i64, total: i64) -> (i64, i64) {
    let page = asked.clamp(0, (total - 1).max(0) / ROWS);
    (page, page * ROWS)
}

fn pages(page: i64, total: i64, address: impl Fn(i64) -> String) -> Pages {
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
fn address(path: &str, fields: &[(&str, &str)]) -> String {
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
    fn a_text_is_cut_between_words() {
        assert_eq!(short("Ban hành văn bản", 40), "Ban hành văn bản");
        assert_eq!(short("Ban hành văn bản, phổ biến", 18), "Ban hành văn bản…");
        assert_eq!(short("Mộttừdàilắm", 4), "Mộtt…");
    }

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
