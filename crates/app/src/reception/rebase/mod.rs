//! Measuring a dossier by newer rules (xét theo thể lệ mới). What was handed in keeps the rules of its day; the
//! office may choose the newest ones, with a reason, and sees before what becomes different by it.

pub mod store;

use ::store::Tx;
use entry::Gap;
use kernel::{Failure, Message, Refusal};

use super::access::{OnDesk, desk};
use super::checklist::{is_same_point, points};
use super::findings::gaps;
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::difference::{self, Difference};
use crate::contests::{self, RuleSet};
use crate::dossiers::letter::write_to;
use crate::dossiers::manifest::Manifest;
use crate::dossiers::store as dossiers;
use crate::dossiers::{DossierId, State, by_other_rules, subject};
use crate::frame::{App, Words};
use crate::notifications::Letter;

/// What becomes different for a dossier by other rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What the rules say otherwise.
    pub rules: Vec<Difference>,
    /// What is missing then and is not now.
    pub anew: Vec<Message>,
    /// What is missing now and is not then.
    pub no_longer: Vec<Message>,
    /// Names of the points at which the office looks anew.
    pub points: Vec<String>,
}

/// What becomes different for a dossier. Pure.
pub fn effect(manifest: &Manifest, (old, new): (&RuleSet, &RuleSet), words: Words) -> Effect {
    let (before, after) = (gaps(manifest, old), gaps(manifest, new));
    let only = |ones: &[Gap], others: &[Gap]| {
        let ones = ones.iter().filter(|gap| !others.contains(gap));
        ones.map(|gap| gap.says.clone()).collect()
    };
    let points = points(new, words).into_iter();
    Effect {
        rules: difference::between(old, new, words),
        anew: only(&after, &before),
        no_longer: only(&before, &after),
        points: points
            .filter(|point| !is_same_point(old, new, &point.key))
            .map(|point| point.name)
            .collect(),
    }
}

/// Measures a dossier by the newest rules, if those are the rules that stood on the page. What was found at a
/// point that the rules ask otherwise now is to be looked at anew. Whoever wrote it is told. The same again changes
/// nothing.
///
/// # Errors
/// The actor may not, the dossier was handed in again, the rules changed since, more is asked of its author, or
/// it is decided.
pub async fn rebase(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: DossierId,
    (version, to, reason): (i64, i64, &str),
) -> Result<(), Failure> {
    let desk = desk(tx, actor, id).await?;
    let (rules, newest) = contests::newest_rules(tx, desk.seen.row.contest()?).await?;
    let before = desk.seen.row.rules_version;
    if (before, version) == (to, desk.version.version) {
        return Ok(());
    }
    desk.is_newest(version)?;
    if to != newest {
        let way = format!("/dossiers/{id}/desk/rules");
        let refusal = Refusal::conflict("rebase-newer-rules");
        return Err(refusal.way_out("way-rebase", way).into());
    }
    may_rebase(&desk)?;
    dossiers::set_rules(tx, id, newest).await?;
    by_other_rules(tx, id, (&desk.manifest, &rules)).await?;
    let row = (version, before, newest, reason);
    let row = dossiers::insert_rebase(tx, id, row, actor.account()).await?;
    let act = Act::on("dossier.rebase", subject(id)).row("dossier", id);
    audit::record(tx, actor.who, act.row("dossier_rebase", row)).await?;
    let letter = |locale| {
        let letter = Letter::new(locale, "mail-dossier-rebased").with("reason", reason);
        letter.with("missing", missing(&desk, &rules, Words(locale)))
    };
    write_to(tx, app, desk.about(), letter).await
}

/// Whether a dossier may be measured by other rules now.
///
/// # Errors
/// Its author is asked for more, it is decided, or withdrawn.
pub fn may_rebase(desk: &OnDesk) -> Result<(), Refusal> {
    match desk.seen.state {
        State::Submitted | State::Received | State::Returned => Ok(()),
        State::Asked => Err(desk.refused("rebase-asked")),
        State::Valid | State::Ineligible => Err(desk.refused("rebase-decided")),
        State::Draft | State::Withdrawn => Err(desk.refused("dossier-step-not-now")),
    }
}

/// What is missing by the new rules, a line each, as the letter tells it.
fn missing(desk: &OnDesk, rules: &RuleSet, words: Words) -> String {
    let anew = effect(&desk.manifest, (&desk.rules, rules), words).anew;
    match anew.is_empty() {
        true => words.say("rebase-nothing-missing"),
        false => {
            anew.iter().map(|says| format!("- {}", words.tell(says))).collect::<Vec<_>>().join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossiers::manifest::Listed;
    use entry::{Entry, Item, Need};

    fn rules(items: &[&str], since: i16) -> RuleSet {
        let mut rules = RuleSet::default();
        let item = |key: &&str| Item {
            key: (*key).to_owned(),
            name: format!("Phần {key}"),
            need: Need::Required,
            takes: vec![entry::FileKind::Pdf],
            ..Item::default()
        };
        rules.entry.checklist = items.iter().map(item).collect();
        rules.eligibility.applied_since_year = Some(since);
        rules
    }

    fn manifest(items: &[&str]) -> Manifest {
        let listed = |item: &&str| Listed {
            item: (*item).to_owned(),
            name: "a.pdf".into(),
            bytes: 1,
            sha256: String::new(),
        };
        Manifest {
            format: String::new(),
            contest: String::new(),
            rules_version: 1,
            entry: Entry::default(),
            vouched: Vec::new(),
            files: items.iter().map(listed).collect(),
        }
    }

    #[test]
    fn an_effect_tells_what_is_asked_anew_and_what_no_more() {
        let words = Words::default();
        let (old, new) = (rules(&["a", "b"], 2021), rules(&["a", "c"], 2022));
        let found = effect(&manifest(&["a"]), (&old, &new), words);
        let file = |gap: &Message| gap.args.iter().any(|(_, value)| value.contains("Phần"));
        assert_eq!(found.anew.iter().filter(|gap| file(gap)).count(), 1);
        assert_eq!(found.no_longer.iter().filter(|gap| file(gap)).count(), 1);
        assert_eq!(found.points, ["Phần c".to_owned(), words.with("dossier-since", "year", 2022)]);
        assert_eq!(found.rules.len(), 3);
        let same = effect(&manifest(&["a"]), (&old, &old), words);
        assert_eq!((same.rules, same.anew, same.no_longer, same.points), Default::default());
    }
}
