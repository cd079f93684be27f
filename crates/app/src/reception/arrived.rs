//! What somebody typed about a dossier that came, on the desk or in a table.

use kernel::{Day, Instant, Refusal};

use super::Arrived;
use crate::contests::typed::{Typed, line, lines};
use crate::dossiers::store::NewArrival;

/// How a dossier may come to the desk.
pub const ON_PAPER: &[&str] = &["counter", "post"];
/// How a row of a table may have come: also out of an earlier system, then perhaps without any paper.
pub const IN_TABLES: &[&str] = &["counter", "post", EARLIER];

const EARLIER: &str = "earlier";
/// Most sets of one dossier.
const MOST_COPIES: u8 = 50;

/// What came, by one of these ways.
///
/// # Errors
/// The way is none of them, or a day or number cannot be read.
pub fn arrived(typed: &Typed, ways: &[&'static str], at: Instant) -> Result<Arrived, Refusal> {
    let way = ways.iter().copied().find(|way| *way == typed.text("way"));
    let way = way.ok_or_else(|| Refusal::invalid("form-unreadable"))?;
    let least = u8::from(way != EARLIER);
    let copies = typed.text("copies").trim().parse().ok();
    let copies = copies.filter(|copies| (least..=MOST_COPIES).contains(copies));
    let posted = typed.text("posted-on").trim();
    let posted_on = match (way, posted) {
        ("post", typed) if !typed.is_empty() => Some(day(typed, "posted-on")?),
        _ => None,
    };
    let arrival = NewArrival {
        way,
        came_on: day(typed.text("came-on"), "came-on")?,
        posted_on,
        copies: copies.ok_or_else(|| Refusal::field("copies", "arrival-copies-unreadable"))?,
        late_reason: line(typed.text("late-reason"), "late-reason", 300)?,
        remark: lines(typed.text("remark"), "remark", 1_000)?,
    };
    Ok(Arrived { arrival, at })
}

fn day(typed: &str, field: &'static str) -> Result<Day, Refusal> {
    typed.parse().map_err(|_| Refusal::field(field, "day-unreadable"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_comes_in_sets_and_an_earlier_system_perhaps_in_none() {
        let check = |ways, way: &str, copies: &str, expect: Option<u8>| {
            let mut typed = Typed::default();
            typed.put("way", way);
            typed.put("came-on", "20/11/2026");
            typed.put("copies", copies);
            let read = arrived(&typed, ways, Instant::from_millis(0)).ok();
            assert_eq!(read.map(|it| it.arrival.copies), expect, "{way} {copies}");
        };
        check(ON_PAPER, "counter", "1", Some(1));
        check(ON_PAPER, "post", "0", None);
        check(ON_PAPER, "earlier", "1", None);
        check(IN_TABLES, "earlier", "0", Some(0));
        check(IN_TABLES, "counter", "0", None);
        check(IN_TABLES, "counter", "51", None);
        check(IN_TABLES, "", "1", None);
    }
}
