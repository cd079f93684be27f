//! What authors are told once everybody reads the list.

use std::collections::{BTreeMap, BTreeSet};

use ::store::Tx;
use ::store::jobs::{self, Leased};
use kernel::id::ContestId;
use kernel::{Failure, Fault, Refusal};

use super::store::{self, ListRow, WinnerRow};
use crate::audit::{self, Act};
use crate::contests;
use crate::dossiers::letter::{self, About};
use crate::frame::App;
use crate::notifications::Letter;

/// The kind of its jobs.
pub const TELL: &str = "award.tell";

/// Writes to the authors of every dossier that was judged, once: who won reads which prize, the others where the
/// results are.
///
/// # Errors
/// The database is away; the job is tried again.
pub async fn tell(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id = payload["order"].as_str().unwrap_or_default().parse()?;
    let mut tx = app.store.begin().await?;
    let order = store::order(&tx, id).await?.ok_or_else(Refusal::absent)?;
    let contest: ContestId = order.contest_id.parse()?;
    let shown = store::shown(&tx, contest, tx.at()).await?;
    let shown = shown.filter(|(it, _)| it.id == order.id && order.told_at.is_none());
    if let Some((_, list)) = shown {
        write_to_all(&mut tx, app, (contest, &list)).await?;
        store::set_told(&mut tx, &order.id).await?;
        let act = Act::on("award.tell", contests::subject(contest));
        audit::record(&mut tx, "system", act.row("award_publication", &order.id)).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn write_to_all(
    tx: &mut Tx,
    app: &App,
    (contest, list): (ContestId, &ListRow),
) -> Result<(), Failure> {
    let row = contests::store::find(tx, contest).await?.ok_or_else(Refusal::absent)?;
    let bundle = store::bundle(tx, &list.id).await?;
    let judged: BTreeSet<&str> = bundle.list.iter().map(|line| line.code.as_str()).collect();
    let winners = store::winners(tx, &list.id, tx.at().day()).await?;
    let winners: BTreeMap<i64, &WinnerRow> = winners.iter().map(|it| (it.number, it)).collect();
    let results = app.configuration.address(&format!("/hoi-thi/{}/ket-qua", row.slug));
    for dossier in store::entrants(tx, contest, tx.at().day()).await? {
        if !judged.contains(dossier.number.to_string().as_str()) {
            continue;
        }
        let about = About {
            id: dossier.dossier_id.parse()?,
            number: dossier.number,
            title: &dossier.title,
            contest: &row.name,
        };
        let prize = winners.get(&dossier.number).map(|won| won.name.as_str());
        let written = |locale| match prize {
            Some(prize) => {
                Letter::new(locale, "mail-award-won").with("prize", prize).with("results", &results)
            }
            None => Letter::new(locale, "mail-award-none").with("results", &results),
        };
        letter::write_to(tx, app, about, written).await?;
    }
    Ok(())
}
