//! The calendar of one person (lịch riêng): what their units have to do, and the milestones of the contests
//! that they run.

use ::store::Reader;
use kernel::{Failure, Instant, Refusal};

use super::store::{self, DateRow};
use super::told::About;
use crate::accounts::session::digest;
use crate::frame::{Locale, Words};
use crate::portal::calendar::{Calendar, Event};
use crate::tasks::mark;

/// The calendar behind a secret link; `home` is the address of the installation.
///
/// # Errors
/// There is no such link, it was revoked, or its person may no longer sign in.
pub async fn written(
    reader: &Reader,
    token: &str,
    (home, at): (&str, Instant),
) -> Result<String, Failure> {
    let holder = store::holder_of(reader, &digest(token)).await?.ok_or_else(Refusal::absent)?;
    let words = Words(holder.locale.parse::<Locale>().unwrap_or_default());
    let account = holder.account_id.parse()?;
    let mut dates = store::tasks_to_do(reader, account, at.day()).await?;
    dates.extend(store::calendar_of(reader, account, at.day()).await?);
    let mut calendar = Calendar::new(&words.with("calendar-name", "name", &holder.name));
    for date in &dates {
        add(&mut calendar, date, (words, home));
    }
    Ok(calendar.finish())
}

fn add(calendar: &mut Calendar, date: &DateRow, (words, home): (Words, &str)) {
    let about = About {
        kind: "",
        subject: &date.subject,
        contest_id: &date.contest_id,
        about: &date.about,
        unit: date.unit.as_deref(),
        due_at: Some(date.due_at),
    };
    let last = mark::last_day(date.due_at);
    let named = about.named(words);
    let unit = date.unit.as_deref().unwrap_or_default();
    calendar.add(&Event {
        uid: &date.subject.replace('/', "-"),
        changed_at: Instant::from_millis(date.changed_at),
        sequence: date.changed_at / 1000 % 1_000_000_000,
        days: (last, last.tomorrow()),
        summary: &words.with("calendar-due", "what", &named),
        description: [&date.contest, unit].join("\n").trim(),
        url: &format!("{home}{}", about.path()),
        is_cancelled: false,
    });
}
