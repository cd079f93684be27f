//! What came on paper, in words.

use kernel::{Day, Fault, Message};

use crate::dossiers::store::ArrivalRow;
use crate::frame::Words;

/// What is told of an arrival: how many, how and when; why late; whatever else; who took it in.
///
/// # Errors
/// The database holds something else.
pub fn told(words: Words, row: &ArrivalRow) -> Result<String, Fault> {
    let day = |text: &str| text.parse::<Day>().map(Day::written);
    let key = match (row.way.as_str(), &row.posted_on) {
        ("post", Some(_)) => "arrival-told-postmark",
        ("post", None) => "arrival-told-post",
        ("earlier", _) => "arrival-told-earlier",
        _ => "arrival-told-counter",
    };
    let posted = row.posted_on.as_deref().map(day).transpose()?.unwrap_or_default();
    let came = Message::new(key).with("count", row.copies).with("day", day(&row.came_on)?);
    let late = row.late_reason.as_ref();
    let told = [
        Some(words.tell(&came.with("posted", posted))),
        late.map(|reason| words.with("arrival-told-late", "reason", reason)),
        row.remark.clone(),
        row.noted_by.clone(),
    ];
    Ok(told.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// The same of every arrival, the first of it first.
///
/// # Errors
/// The database holds something else.
pub fn all_told(words: Words, rows: &[ArrivalRow]) -> Result<Vec<String>, Fault> {
    rows.iter().map(|row| told(words, row)).collect()
}
