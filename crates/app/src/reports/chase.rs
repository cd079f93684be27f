//! Chasing (đôn đốc): writing down that units which have not reported were reminded.

use std::collections::BTreeMap;

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Day, Failure, Instant, Message, Refusal};

use super::ReportId;
use super::period::ReportPeriod;
use super::store::{self, LateRow, ReportFilter};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;
use crate::frame::Words;

/// Most units that one letter names.
pub const LETTER: i64 = 300;

/// Writes down that units were reminded of their reports; says how many.
///
/// # Errors
/// The actor does not run the contest, it is closed, or none of these is late.
pub async fn chase(
    tx: &mut Tx,
    actor: &Actor,
    (contest, period): (ContestId, ReportPeriod),
    reports: &[ReportId],
) -> Result<usize, Failure> {
    contests::open_to(tx, actor, contest).await?;
    let (of, all) = (period.to_string(), ReportFilter::default());
    let late = store::late(tx, (contest, &of), &all, tx.at(), (i64::MAX, 0)).await?;
    let named: Vec<String> = reports.iter().map(ReportId::to_string).collect();
    let mut act = Act::on("report.chase", contests::subject(contest));
    let mut count = 0;
    for row in late.iter().filter(|row| named.contains(&row.id)) {
        act = act.row("report_chase", store::insert_chase(tx, &row.id, actor.account()).await?);
        count += 1;
    }
    if count == 0 {
        return Err(Refusal::conflict("report-chase-nobody").into());
    }
    audit::record(tx, actor.who, act.note("reports", count)).await?;
    Ok(count)
}

/// A draft of a letter that the office copies into its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// To which unit above; nothing: to the late units themselves.
    pub to: Option<String>,
    /// How many units it names.
    pub units: usize,
    /// Its text.
    pub text: String,
}

/// The letter to the late units, and one to each unit above them.
pub fn letters(
    contest: &str,
    period: &str,
    late: &[LateRow],
    day: Day,
    words: Words,
) -> Vec<Draft> {
    if late.is_empty() {
        return Vec::new();
    }
    let about = |message: Message, rows: &[&LateRow]| {
        let line = |row: &&LateRow| {
            let last = Instant::from_millis(row.due_at - 1).day();
            let message = Message::new("report-chase-line")
                .with("unit", row.unit_name.as_str())
                .with("last", last.written())
                .with("days", last.days_until(day));
            words.tell(&message)
        };
        let lines: Vec<String> = rows.iter().map(line).collect();
        let message = message.with("contest", contest).with("period", period);
        words.tell(&message.with("lines", lines.join("\n")))
    };
    let all: Vec<&LateRow> = late.iter().collect();
    let names: Vec<&str> = late.iter().map(|row| row.unit_name.as_str()).collect();
    let direct = Message::new("report-chase-letter").with("to", names.join("; "));
    let mut drafts = vec![Draft { to: None, units: late.len(), text: about(direct, &all) }];
    let mut above: BTreeMap<&str, Vec<&LateRow>> = BTreeMap::new();
    for row in late {
        if let Some(parent) = &row.parent {
            above.entry(parent).or_default().push(row);
        }
    }
    drafts.extend(above.into_iter().map(|(to, rows)| {
        let message = Message::new("report-escalation-letter").with("to", to);
        Draft { to: Some(to.to_owned()), units: rows.len(), text: about(message, &rows) }
    }));
    drafts
}
