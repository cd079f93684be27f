//! Ready answers (mẫu trả lời): those of a contest, which its office writes, and some that come with the house.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Message, Refusal, text};
use serde::Deserialize;

use super::typed::{joined, one_line, words};
use super::{PartId, access, store};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;
use crate::frame::Words;

/// Most ready answers of one contest.
const MOST: usize = 50;
/// What stands in place of something that is not known, for the clerk to see.
const UNKNOWN: &str = "……";

/// What a ready answer can name.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The contest.
    pub contest: String,
    /// The title of the solution, or the subject of the question.
    pub title: String,
    /// Until when dossiers are taken, as people say it.
    pub deadline: Option<String>,
    /// The number of the dossier.
    pub number: Option<i64>,
}

impl Facts {
    /// The places that are filled in: name and what stands there.
    pub fn places(&self) -> [(&'static str, String); 4] {
        let unknown = || UNKNOWN.to_owned();
        [
            ("contest", self.contest.clone()),
            ("title", self.title.clone()),
            ("deadline", self.deadline.clone().unwrap_or_else(unknown)),
            ("number", self.number.map_or_else(unknown, |number| number.to_string())),
        ]
    }
}

/// The text of a ready answer with its places filled in, each once: what is put in is not read again.
pub fn fill(body: &str, facts: &Facts) -> String {
    let places = facts.places();
    let mut filled = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = places.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        rest = match place {
            Some((value, behind)) => {
                filled.push_str(value);
                behind
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled + rest
}

/// What was typed with a ready answer behind it: nothing that was typed is lost.
pub fn behind(typed: &str, answer: &str) -> String {
    match typed.trim().is_empty() {
        true => answer.to_owned(),
        false => format!("{}\n\n{answer}", typed.trim_end()),
    }
}

/// Answers that come with the house (mẫu có sẵn).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ready {
    /// The question is here and is being looked at.
    Received,
    /// Until when dossiers are taken.
    Deadline,
    /// Papers are missing.
    Papers,
    /// What is asked stands in the rules.
    Rules,
}

impl Ready {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Received, Self::Deadline, Self::Papers, Self::Rules];

    /// The word of forms; no id looks like it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "ready-received",
            Self::Deadline => "ready-deadline",
            Self::Papers => "ready-papers",
            Self::Rules => "ready-rules",
        }
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("answer-{}", self.code())
    }

    /// Key of its text.
    pub fn text(self) -> String {
        format!("answer-{}-text", self.code())
    }

    /// Its text with everything filled in.
    pub fn filled(self, words: Words, facts: &Facts) -> String {
        let places = facts.places().into_iter();
        let message = places
            .fold(Message::new(self.text()), |message, (name, value)| message.with(name, value));
        words.tell(&message)
    }
}

/// The form of a ready answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// By which it is chosen.
    pub title: String,
    /// Its text.
    pub body: String,
    /// What was changed.
    pub revision: String,
}

/// A ready answer that is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// By which it is chosen.
    pub title: String,
    /// Its text.
    pub body: String,
}

impl Typed {
    /// Reads the fields.
    ///
    /// # Errors
    /// A refusal beside each field that is wrong, also where a place is named that nothing fills.
    pub fn read(&self) -> Result<Draft, Refusal> {
        let title = one_line(&self.title, "title", "answer-title-missing");
        let body = words(&self.body, "body").and_then(only_known);
        match (title, body) {
            (Ok(title), Ok(body)) => Ok(Draft { title, body }),
            (title, body) => Err(joined([title.err(), body.err()].into_iter().flatten())),
        }
    }
}

/// The text, where each of its places can be filled in.
fn only_known(body: String) -> Result<String, Refusal> {
    let places = Facts::default().places();
    let named = body.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0));
    let mut unknown = named.filter(|name| places.iter().all(|(known, _)| known != name));
    match unknown.next() {
        None => Ok(body),
        Some(name) => {
            let shown: String = text::clean(name).chars().take(40).collect();
            let says = Message::new("answer-place-unknown").with("place", format!("{{{shown}}}"));
            Err(Refusal::field("body", says))
        }
    }
}

/// Keeps a ready answer for a contest.
///
/// # Errors
/// The actor does not run the contest, or it has too many.
pub async fn write(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    draft: &Draft,
) -> Result<PartId, Failure> {
    contests::run_by(tx, actor, contest).await?;
    if store::answers(tx, contest).await?.len() >= MOST {
        return Err(Refusal::conflict(Message::new("answers-too-many").with("most", MOST)).into());
    }
    let id = store::insert_answer(tx, contest, draft, actor.account()).await?;
    let act = Act::on("conversation.answer", contests::subject(contest));
    audit::record(tx, actor.who, act.row("answer_template", id)).await?;
    Ok(id)
}

/// Puts a ready answer right; `seen` is the revision that the actor saw.
///
/// # Errors
/// The actor does not run the contest, or somebody else has changed it meanwhile.
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
    (seen, draft): (&str, &Draft),
) -> Result<(), Failure> {
    let row = access::answer(tx, actor, (contest, id)).await?;
    if row.revision.to_string() != seen {
        return Err(Refusal::conflict("answer-changed-meanwhile").into());
    }
    store::update_answer(tx, id, draft, actor.account()).await?;
    let act = Act::on("conversation.answer-change", contests::subject(contest));
    audit::record(tx, actor.who, act.row("answer_template", id)).await
}

/// Takes a ready answer out of the list.
///
/// # Errors
/// The actor does not run the contest, or there is none.
pub async fn remove(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
) -> Result<(), Failure> {
    access::answer(tx, actor, (contest, id)).await?;
    store::remove_answer(tx, id).await?;
    let act = Act::on("conversation.answer-remove", contests::subject(contest));
    audit::record(tx, actor.who, act.row("answer_template", id)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_once() {
        let facts = Facts {
            contest: "Hội thi {title}".into(),
            title: "Máy gieo".into(),
            number: Some(7),
            deadline: None,
        };
        let check = |body: &str, expect: &str| assert_eq!(fill(body, &facts), expect, "{body}");
        check("{contest}: {title}, số {number}.", "Hội thi {title}: Máy gieo, số 7.");
        check("đến {deadline}", "đến ……");
        check("{x} {title", "{x} {title");
        check("{{title}}", "{Máy gieo}");
        check("", "");
    }

    #[test]
    fn nothing_that_was_typed_is_lost() {
        assert_eq!(behind(" \n", "Mẫu"), "Mẫu");
        assert_eq!(behind("Chào bà.\n", "Mẫu"), "Chào bà.\n\nMẫu");
    }

    #[test]
    fn a_place_that_nothing_fills_is_refused() {
        let typed = |body: &str| Typed { title: "a".into(), body: body.into(), ..Typed::default() };
        let wrong = typed("Gửi {tên}").read().unwrap_err();
        assert_eq!(wrong.fields[0].1, Message::new("answer-place-unknown").with("place", "{tên}"));
        assert_eq!(typed("{title} {number").read().unwrap().body, "{title} {number");
        let empty = Typed::default().read().unwrap_err();
        let keys: Vec<&str> = empty.fields.iter().map(|(_, said)| &*said.key).collect();
        assert_eq!(keys, ["answer-title-missing", "conversation-text-missing"]);
    }
}
