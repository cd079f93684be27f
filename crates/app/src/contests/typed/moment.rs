//! The moment from which something holds, as typed.

use kernel::{Day, Instant, Refusal};

/// The moment that a day and an hour of Việt Nam mean; it lies ahead.
///
/// # Errors
/// The day or the hour cannot be read, or the moment is past.
pub fn moment(day: &str, hour: &str, now: Instant) -> Result<Instant, Refusal> {
    let day: Day = day.parse().map_err(|_| Refusal::field("day", "day-unreadable"))?;
    let seconds = clock(hour).ok_or_else(|| Refusal::field("hour", "hour-unreadable"))?;
    let moment = day.begins().plus_seconds(seconds);
    match moment > now {
        true => Ok(moment),
        false => Err(Refusal::field("day", "moment-past")),
    }
}

/// Seconds since midnight of `7:30`, `07:30`; midnight itself where nothing is typed.
fn clock(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(0);
    }
    let (hours, minutes) = typed.split_once([':', 'h'])?;
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    match (hours.parse(), minutes.parse()) {
        (Ok(hours @ 0..=23), Ok(minutes @ 0..=59)) => Some((hours * 60 + minutes) * 60),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let check = |text: &str, expect| assert_eq!(clock(text), expect, "{text}");
        check("", Some(0));
        check("7:30", Some(27_000));
        check("07:05", Some(25_500));
        check("8h", Some(28_800));
        check("8h15", Some(29_700));
        check("24:00", None);
        check("-1:00", None);
        check("x", None);
    }
}
