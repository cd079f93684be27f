//! Who handles sheets of paper, and when they may be keyed in.

use kernel::Refusal;

use super::access::SeenPaper;
use crate::councils::access::SeenCouncil;
use crate::councils::policy;

/// Whether the actor prints sheets and keys them in: the office, the chair, a vice-chair, the secretary. It is they
/// who know who has signed.
pub fn handles(seen: &SeenCouncil) -> bool {
    policy::reads_progress(seen)
}

/// The same, with the reason.
///
/// # Errors
/// The actor only judges.
pub fn may_handle(seen: &SeenCouncil) -> Result<(), Refusal> {
    match handles(seen) {
        true => Ok(()),
        false => Err(Refusal::forbidden("paper-keyers-only")
            .way_out("way-council", format!("/councils/{}", seen.id))),
    }
}

/// Whether a sheet of paper may be keyed in now, by whoever may at all. `rules` is the version in force.
///
/// # Errors
/// It is set aside or done, its judge does not judge the dossier any more, it was printed by other rules, or as for
/// sheets on the screen.
pub fn is_awaited(seen: &SeenPaper, rules: i64) -> Result<(), Refusal> {
    if seen.row.ended_at.is_some() {
        return Err(seen.refused("paper-set-aside-already"));
    }
    if seen.row.agreed_at.is_some() {
        return Err(seen.refused("paper-agreed-already"));
    }
    if !seen.stands {
        return Err(seen.refused("paper-judge-gone"));
    }
    policy::may_write(&seen.sheet)?;
    match seen.row.rules_version == rules {
        true => Ok(()),
        false => Err(seen.refused("paper-other-rules")),
    }
}
