//! The pages of awards.

mod acts;
mod call;
mod closing;
mod meeting;
mod order;
mod overview;
mod paper;

use kernel::Refusal;

use super::access::SeenMeeting;
use super::{MeetingId, PartId, State};
use crate::frame::Words;
use crate::frame::guard::Access::SignedIn;
use crate::router::{Route, get, post};

/// Every address of awards.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/awards", SignedIn, overview::show),
        get("/contests/{id}/meetings/new", SignedIn, call::form),
        post("/contests/{id}/meetings", SignedIn, call::call),
        post("/contests/{id}/awards/publication", SignedIn, order::publish),
        post("/contests/{id}/awards/publication/removal", SignedIn, order::call_off),
        get("/meetings/{id}", SignedIn, meeting::show),
        post("/meetings/{id}/presence", SignedIn, acts::presence),
        post("/meetings/{id}/motions", SignedIn, acts::motion),
        post("/meetings/{id}/motions/{part}/removal", SignedIn, acts::take_back),
        post("/meetings/{id}/cancellation", SignedIn, acts::cancel),
        get("/meetings/{id}/closing", SignedIn, closing::form),
        post("/meetings/{id}/closing", SignedIn, closing::close),
        get("/meetings/{id}/papers/{file}", SignedIn, paper::file),
    ]
}

/// An address that names no meeting is "not found", before the database is asked.
fn meeting_id(text: &str) -> Result<MeetingId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn part_id(text: &str) -> Result<PartId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The state of a meeting as pages show it.
struct Tag {
    /// Colour.
    class: &'static str,
    /// Sign.
    icon: &'static str,
    /// Word.
    word: String,
}

fn tag(words: Words, state: State) -> Tag {
    Tag { class: state.class(), icon: state.icon(), word: words.say(state.label()) }
}

/// The head of every page about one meeting; `awards/pages/_head.html` shows it.
struct Head {
    id: String,
    contest: String,
    contest_name: String,
    moment: String,
    tag: Tag,
    /// Name of the page below the meeting; empty: it is the meeting itself.
    below: String,
}

impl Head {
    fn new(words: Words, seen: &SeenMeeting) -> Self {
        Self {
            id: seen.id.to_string(),
            contest: seen.contest.id.to_string(),
            contest_name: seen.contest.row.name.clone(),
            moment: seen.row.begins().written(),
            tag: tag(words, seen.state),
            below: String::new(),
        }
    }

    fn below(mut self, name: String) -> Self {
        self.below = name;
        self
    }
}
