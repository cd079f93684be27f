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
use kernel::{Fault, Instant, Period, Refusal, Window};

use super::mark::{self, Mark};
use super::turn::Turn;
use super::{AssignmentId, PartId, TaskId};
use crate::frame::Words;
use crate::frame::guard::Access::SignedIn;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(short("Ban hành văn bản", 40), "Ban hành văn bản");
        assert_eq!(short("Ban hành văn bản, phổ biến", 18), "Ban hành văn bản…");
        assert_eq!(short("Mộttừdàilắm", 4), "Mộtt…");
    }
}
