//! What a person says of a text and an earlier solution that were shown side by side.

use ::store::Tx;
use kernel::{Failure, Refusal, text};

use super::store::verdicts;
use super::{EarlierId, VerdictId, policy};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::frame::Words;

/// What two solutions are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opinion {
    /// The same (trùng).
    Same,
    /// One goes on from the other (kế thừa).
    Derived,
    /// They have nothing to do with one another (khác).
    Different,
}

impl Opinion {
    /// Every opinion.
    pub const ALL: [Self; 3] = [Self::Same, Self::Derived, Self::Different];

    /// The word of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Derived => "derived",
            Self::Different => "different",
        }
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("prior-verdict-{}", self.code())
    }

    /// Every opinion to be chosen from: word, name, and whether it is the one that was typed.
    pub fn choices(words: Words, typed: &str) -> Vec<(&'static str, String, bool)> {
        let choice = |it: Self| (it.code(), words.say(&it.label()), it.code() == typed);
        Self::ALL.map(choice).to_vec()
    }

    fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|opinion| opinion.code() == word)
    }
}

/// A verdict (kết luận): of which subject, what it is to the earlier solution, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What was compared, such as `dossier/…`.
    pub subject: String,
    /// What it is.
    pub opinion: Opinion,
    /// Why.
    pub reason: String,
}

/// Most letters of a subject, and of a reason.
const LONGEST: (usize, usize) = (120, 2_000);

impl Verdict {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Something is missing or too long.
    pub fn read(subject: &str, opinion: &str, reason: &str) -> Result<Self, Refusal> {
        let (subject, reason) = (text::clean(subject), text::clean(reason));
        let all = Refusal::invalid("form-has-errors");
        if subject.is_empty() || subject.chars().count() > LONGEST.0 {
            return Err(all.and_field("subject", "prior-subject-missing"));
        }
        let Some(opinion) = Opinion::read(opinion) else {
            return Err(all.and_field("verdict", "prior-verdict-missing"));
        };
        match reason.is_empty() || reason.chars().count() > LONGEST.1 {
            true => Err(all.and_field("reason", "prior-reason-missing")),
            false => Ok(Self { subject, opinion, reason }),
        }
    }
}

/// Writes down what somebody says of a subject and an earlier solution that they see.
///
/// # Errors
/// The actor may not, or there is no such solution.
pub async fn judge(
    tx: &mut Tx,
    actor: &Actor,
    id: EarlierId,
    verdict: &Verdict,
) -> Result<VerdictId, Failure> {
    policy::may_judge(actor)?;
    let found = super::store::find(tx, id, policy::sight(actor)).await?;
    found.ok_or_else(Refusal::absent)?;
    let row = verdicts::insert(tx, id, verdict, actor.account()).await?;
    let act = Act::on("prior.judge", verdict.subject.clone()).row("prior_verdict", row);
    let act = act.note("solution", id).note("verdict", verdict.opinion.code());
    audit::record(tx, actor.who, act).await?;
    Ok(row)
}
