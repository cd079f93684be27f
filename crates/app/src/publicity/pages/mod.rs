//! The pages of publicity.

mod acts;
mod export;
mod figures;
mod form;
mod list;
mod matrix;
mod own;
mod sent;
mod show;

use kernel::Refusal;
use kernel::id::ContestId;

use super::state::State;
use super::{Channel, PartId, PublicityId};
use crate::frame::Words;
use crate::frame::guard::Access::SignedIn;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::router::{Route, get, post, upload};
use crate::units::Kind;

/// Every address of publicity.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/publicity", SignedIn, matrix::show),
        get("/contests/{id}/publicity/figures", SignedIn, figures::show),
        get("/contests/{id}/publicity/list", SignedIn, list::list),
        get("/contests/{id}/publicity/export", SignedIn, export::export),
        get("/contests/{id}/publicity/new", SignedIn, form::new_form),
        upload("/contests/{id}/publicity", SignedIn, form::enter),
        get("/publicity", SignedIn, own::list),
        get("/publicity/{id}", SignedIn, show::show),
        get("/publicity/{id}/edit", SignedIn, form::edit_form),
        upload("/publicity/{id}", SignedIn, form::correct),
        post("/publicity/{id}/withdrawal", SignedIn, acts::withdraw),
        post("/publicity/{id}/acceptance", SignedIn, acts::take),
        post("/publicity/{id}/return", SignedIn, acts::ask),
        get("/publicity/{id}/files/{part}", SignedIn, sent::file),
    ]
}

/// An address that names no contest is "not found", before the database is asked.
fn contest_id(text: &str) -> Result<ContestId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn publicity_id(text: &str) -> Result<PublicityId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn part_id(text: &str) -> Result<PartId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// A state as pages show it: sign, colour and word.
struct Tag {
    class: &'static str,
    icon: &'static str,
    word: String,
}

fn tag(words: Words, state: State) -> Tag {
    Tag { class: state.class(), icon: state.icon(), word: words.say(state.label()) }
}

/// A list to choose from: value, name, whether it is chosen.
type Choices = Vec<(&'static str, String, bool)>;

fn channels(words: Words, chosen: &str) -> Choices {
    let choice =
        |channel: Channel| (channel.code(), words.say(channel.label()), channel.code() == chosen);
    Channel::ALL.map(choice).into()
}

fn kinds(words: Words, chosen: &str) -> Choices {
    Kind::ALL.map(|kind| (kind.code(), words.say(&kind.label()), kind.code() == chosen)).into()
}

fn states(words: Words, chosen: &str) -> Choices {
    State::ALL.map(|it| (it.code(), words.say(it.label()), it.code() == chosen)).into()
}

/// The name of a channel by its stored word.
fn channel_name(words: Words, code: &str) -> String {
    Channel::read(code).map(|channel| words.say(channel.label())).unwrap_or_default()
}

/// "1.200 tờ", "3 lượt phát"; nothing where no count was given.
fn copies_of(words: Words, channel: &str, copies: Option<i64>) -> Option<String> {
    let channel = Channel::read(channel)?;
    copies.map(|copies| words.with(channel.measure(), "count", grouped(copies)))
}

/// A figure with points between thousands, as people write it.
fn grouped(figure: i64) -> String {
    let digits = figure.to_string();
    let first = digits.len() % 3;
    let mut parts: Vec<&str> = Vec::new();
    if first > 0 {
        parts.push(&digits[..first]);
    }
    let mut rest = &digits[first..];
    while let Some((part, after)) = rest.split_at_checked(3) {
        parts.push(part);
        rest = after;
    }
    parts.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_pointed() {
        let check = |figure: i64, expect: &str| assert_eq!(grouped(figure), expect);
        check(0, "0");
        check(999, "999");
        check(1_000, "1.000");
        check(1_234_567, "1.234.567");
    }
}
