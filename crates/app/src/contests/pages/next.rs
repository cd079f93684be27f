//! What to do next with a contest, in one sentence with at most one button.

use super::schedule::Due;
use crate::contests::store::Figures;
use crate::contests::{Public, Seen, State, Step};
use crate::frame::Words;

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub struct Next {
    /// The sentence.
    pub sentence: String,
    /// The one button of the page.
    pub button: Option<Button>,
}

/// A button: a link, or a form that takes a step or publishes.
#[derive(Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// Where it leads, or what it posts to.
    pub href: String,
    /// The step that it posts; nothing for a link.
    pub step: Option<&'static str>,
}

/// What to do next.
pub fn next(words: Words, seen: &Seen, known: (&Figures, &[Due], Public)) -> Next {
    let (figures, dues, public) = known;
    match (seen.runs, seen.state) {
        (true, State::Preparing) => prepare(words, seen, figures, dues),
        (true, State::Running) => run(words, seen, (figures, dues, public)),
        (true, State::Closed) => Next { sentence: words.say("next-closed-own"), button: None },
        (false, State::Closed) => Next { sentence: words.say("next-closed"), button: None },
        (false, State::Running) if !seen.works => Next {
            sentence: coming(words, dues),
            button: Some(link(
                words.say("dossier-new"),
                format!("/contests/{}/dossiers/new", seen.id),
            )),
        },
        (false, _) => {
            let tasks = (figures.tasks > 0)
                .then(|| link(words.say("next-tasks-see"), format!("/contests/{}/tasks", seen.id)));
            Next { sentence: coming(words, dues), button: tasks }
        }
    }
}

fn link(label: String, href: String) -> Button {
    Button { label, href, step: None }
}

fn prepare(words: Words, seen: &Seen, figures: &Figures, dues: &[Due]) -> Next {
    let address = |tab: &str| format!("/contests/{}/{tab}", seen.id);
    let (key, button) = match () {
        () if dues.is_empty() => {
            ("next-no-milestones", link(words.say("next-milestones-add"), address("milestones")))
        }
        () if figures.tasks == 0 => {
            ("next-no-tasks", link(words.say("next-tasks-add"), address("tasks")))
        }
        () => {
            let step = Some(Step::Start.code());
            let label = words.say("contest-start");
            ("next-start", Button { label, href: address("steps"), step })
        }
    };
    Next { sentence: words.say(key), button: Some(button) }
}

fn run(words: Words, seen: &Seen, known: (&Figures, &[Due], Public)) -> Next {
    let (figures, dues, public) = known;
    let tasks = || format!("/contests/{}/tasks", seen.id);
    if figures.waiting > 0 {
        let sentence = words.count("next-waiting", figures.waiting);
        return Next { sentence, button: Some(link(words.say("next-waiting-see"), tasks())) };
    }
    if figures.overdue > 0 {
        let sentence = words.count("next-overdue", figures.overdue);
        return Next { sentence, button: Some(link(words.say("next-overdue-see"), tasks())) };
    }
    if public == Public::No {
        let sentence = words.say("next-not-public");
        let href = format!("/contests/{}#publication", seen.id);
        return Next { sentence, button: Some(link(words.say("next-publish-see"), href)) };
    }
    Next { sentence: coming(words, dues), button: None }
}

/// The next milestone in a sentence.
fn coming(words: Words, dues: &[Due]) -> String {
    match dues.iter().find(|due| due.stands == "milestone-next") {
        Some(due) => {
            let left = due.left.as_ref().map(|left| format!(" ({left})")).unwrap_or_default();
            words.with("next-milestone", "what", format!("{}, {}{left}", due.name, due.when))
        }
        None => words.say("next-nothing"),
    }
}
