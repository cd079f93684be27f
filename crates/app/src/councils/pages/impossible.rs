//! Why there is no assignment, in words that lead to a way out.

use ::judging::assign::{Contradiction, Impossible, Lacking, Shortage};
use ::judging::design::{DossierNumber, JudgeNumber, Pair};
use kernel::Message;

use crate::councils::question::Board;
use crate::frame::Words;

/// Most dossiers and judges that a sentence names.
const NAMED: usize = 8;

/// Each thing that is in the way, as a sentence.
pub fn told(words: Words, impossible: &Impossible, board: &Board) -> Vec<String> {
    let telling = Telling { words, board };
    match impossible {
        Impossible::Contradiction(found) => vec![words.tell(&telling.contradiction(*found))],
        Impossible::Shortages(found) => {
            found.iter().flat_map(|shortage| telling.shortage(shortage)).collect()
        }
    }
}

struct Telling<'b> {
    words: Words,
    board: &'b Board,
}

impl Telling<'_> {
    fn judge(&self, judge: JudgeNumber) -> String {
        let position = i64::from(judge.0);
        let member = self.board.members.iter().find(|member| member.position == position);
        member.map_or_else(|| judge.0.to_string(), |member| member.name.clone())
    }

    fn pair(&self, key: &'static str, pair: Pair) -> Message {
        Message::new(key).with("number", pair.dossier.0).with("judge", self.judge(pair.judge))
    }

    fn contradiction(&self, found: Contradiction) -> Message {
        match found {
            Contradiction::DossierTwice(number) | Contradiction::LockedOverEach(number) => {
                Message::new("impossible-locked-over-each").with("number", number.0)
            }
            Contradiction::JudgeTwice(judge)
            | Contradiction::LeastOverMost(judge)
            | Contradiction::LockedOverMost(judge) => {
                Message::new("impossible-locked-over-most").with("judge", self.judge(judge))
            }
            Contradiction::Unknown(pair) => self.pair("impossible-unknown", pair),
            Contradiction::MustAndMustNot(pair) => self.pair("impossible-in-conflict", pair),
        }
    }

    fn shortage(&self, shortage: &Shortage) -> Vec<String> {
        match shortage {
            Shortage::Judges { dossiers, judges, needed, offered } => {
                let numbers: Vec<String> =
                    dossiers.iter().map(|it| it.dossier.0.to_string()).collect();
                let whole = Message::new("impossible-judges")
                    .with("dossiers", some(&numbers))
                    .with("judges", some(&self.names(judges)))
                    .with("needed", needed)
                    .with("offered", offered);
                let each = dossiers.iter().take(NAMED).map(lacking);
                let all = std::iter::once(whole).chain(each);
                all.map(|message| self.words.tell(&message)).collect()
            }
            Shortage::Work { judges, dossiers, needed, offered } => {
                let numbers: Vec<String> = dossiers
                    .iter()
                    .map(|(it, _): &(DossierNumber, u32)| it.0.to_string())
                    .collect();
                let whole = Message::new("impossible-work")
                    .with("judges", some(&self.names(judges)))
                    .with("dossiers", some(&numbers))
                    .with("needed", needed)
                    .with("offered", offered);
                vec![self.words.tell(&whole)]
            }
        }
    }

    fn names(&self, judges: &[(JudgeNumber, u32)]) -> Vec<String> {
        judges.iter().map(|(judge, _)| self.judge(*judge)).collect()
    }
}

fn lacking(lacking: &Lacking) -> Message {
    Message::new("impossible-dossier")
        .with("number", lacking.dossier.0)
        .with("needs", lacking.needs)
        .with("know", lacking.know)
        .with("conflict", lacking.conflict)
        .with("full", lacking.full)
        .with("open", lacking.open)
}

/// The first of many, and that there are more.
fn some(names: &[String]) -> String {
    match names.get(..NAMED) {
        Some(first) if names.len() > NAMED => format!("{}, …", first.join(", ")),
        _ => names.join(", "),
    }
}
