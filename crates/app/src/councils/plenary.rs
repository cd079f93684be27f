//! All members of the councils of the last round (toàn thể hội đồng): they decide on prizes together.

use std::collections::BTreeSet;

use ::judging::design::JudgeNumber;
use ::store::Reader;
use kernel::id::{AccountId, ContestId};
use kernel::{Day, Failure, Fault, Message};

use super::access::SeenCouncil;
use super::store::{self, CouncilRow, MemberRow};
use super::{Stage, conflicts, members};
use crate::contests;
use crate::rubric;

/// The councils of the last round, and who sits in them.
#[derive(Debug, Clone)]
pub struct Plenary {
    councils: Vec<(CouncilRow, Vec<MemberRow>)>,
}

/// The councils of the last round of a contest; none before somebody has founded one.
///
/// # Errors
/// The database is away.
pub async fn plenary(reader: &Reader, contest: ContestId) -> Result<Plenary, Failure> {
    let mut councils = Vec::new();
    let Some((rules, _)) = rubric::newest(reader, contest).await? else {
        return Ok(Plenary { councils });
    };
    let last = rules.rounds.last().map(|round| round.key.clone()).unwrap_or_default();
    for council in store::of_contest(reader, contest).await? {
        if council.round == last {
            let sitting = members::sitting(reader, council.id()?).await?;
            councils.push((council, sitting));
        }
    }
    Ok(Plenary { councils })
}

impl Plenary {
    /// Everybody once, by role and in the order of calling; who sits in several councils by their first seat.
    pub fn people(&self) -> Vec<&MemberRow> {
        let mut known = BTreeSet::new();
        let all = self.councils.iter().flat_map(|(_, members)| members);
        let mut people: Vec<&MemberRow> =
            all.filter(|member| known.insert(&member.account_id)).collect();
        people.sort_by_key(|member| member.role().ok());
        people
    }

    /// The decisions by which the councils were founded: name, number and day.
    pub fn decisions(&self) -> Vec<(String, Option<String>, Option<Day>)> {
        let decision = |council: &CouncilRow| {
            let day = council.decided_on.as_deref().and_then(|day| day.parse().ok());
            (council.name.clone(), council.decision.clone(), day)
        };
        self.councils.iter().map(|(council, _)| decision(council)).collect()
    }

    /// Whether an account sits in one of them.
    pub fn seats(&self, account: AccountId) -> bool {
        let account = account.to_string();
        self.people().iter().any(|member| member.account_id == account)
    }

    /// The councils that lack members for a quorum (túc số), with how many are there and how many must be.
    pub fn lacking(&self, present: &BTreeSet<String>) -> Vec<(String, usize, i64)> {
        let mut lacking = Vec::new();
        for (council, members) in &self.councils {
            let there = members.iter().filter(|it| present.contains(&it.account_id)).count();
            if i64::try_from(there).unwrap_or(i64::MAX) < council.quorum {
                lacking.push((council.name.clone(), there, council.quorum));
            }
        }
        lacking
    }

    /// Whether a dossier of theirs is being marked again.
    ///
    /// # Errors
    /// The database is away.
    pub async fn is_marking_again(&self, reader: &Reader) -> Result<bool, Fault> {
        for (council, _) in &self.councils {
            for second in store::seconds(reader, council.id()?).await? {
                if second.stage()? == Stage::Open {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Who must step out while a dossier is spoken of, and why.
    ///
    /// # Errors
    /// The database is away.
    pub async fn stepping_out(
        &self,
        reader: &Reader,
        dossier: &str,
        day: Day,
    ) -> Result<Vec<(MemberRow, Message)>, Failure> {
        let mut out: Vec<(MemberRow, Message)> = Vec::new();
        for (council, members) in &self.councils {
            let seen = seen(reader, council).await?;
            let entry = store::entries(reader, seen.contest()?, Some(dossier)).await?;
            let found = conflicts::between(reader, &seen, (members, &entry)).await?;
            let found = found.named(reader, day).await?;
            for member in members {
                let number = JudgeNumber(member.number()?);
                let own = found.conflicts.iter().find(|conflict| conflict.judge == number);
                let reason = own.and_then(|conflict| conflict.reasons.iter().next());
                let is_known = out.iter().any(|(it, _)| it.account_id == member.account_id);
                if let Some(reason) = reason.filter(|_| !is_known) {
                    out.push((member.clone(), found.told(reason)));
                }
            }
        }
        Ok(out)
    }
}

/// A council as the product itself sees it, for nobody's eyes.
async fn seen(reader: &Reader, row: &CouncilRow) -> Result<SeenCouncil, Failure> {
    let contest = contests::store::find(reader, row.contest_id.parse()?).await?;
    let contest = contest.ok_or_else(|| Fault::new("a council is of no contest"))?;
    let (id, state, row) = (row.id()?, row.state()?, row.clone());
    Ok(SeenCouncil { id, row, state, contest, runs: false, seat: None })
}
