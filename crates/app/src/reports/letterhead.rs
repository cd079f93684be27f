//! How the papers of a unit are headed and signed (thể thức): what was kept, or what its name tells.

use ::store::{Reader, Tx};
use kernel::{Day, Failure, Refusal, text};

use super::access::{self, Seen};
use super::store::{self, Letterhead};
use super::{ReportId, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::frame::{Locale, Words};

/// Papers are in Vietnamese, whatever language the page is read in.
const WORDS: Words = Words(Locale::Vi);
/// Most letters of one part.
const LONGEST: usize = 1_000;

/// How the papers of the unit of a report are headed and signed.
///
/// # Errors
/// The database is away.
pub async fn of_report(reader: &Reader, seen: &Seen, day: Day) -> Result<Letterhead, Failure> {
    if let Some(kept) = store::letterhead(reader, seen.unit).await? {
        return Ok(kept);
    }
    let naming = store::naming(reader, seen.unit, day).await?.ok_or_else(Refusal::absent)?;
    Ok(told_by(&naming.name, naming.above, &seen.contest.locality))
}

/// Keeps how the papers of a unit are headed and signed, for this report and all later ones.
///
/// # Errors
/// The actor does not write for the unit, or a part is missing or too long.
pub async fn keep(
    tx: &mut Tx,
    actor: &Actor,
    id: ReportId,
    head: &Letterhead,
) -> Result<(), Failure> {
    let seen = access::seen(tx, actor, id, tx.at().day()).await?;
    seen.may_write()?;
    for (field, words) in [("symbol", &head.symbol), ("place", &head.place)] {
        if words.is_empty() {
            return Err(Refusal::field(field, "report-paper-missing").into());
        }
    }
    for words in [&head.symbol, &head.place, &head.posts, &head.recipients] {
        if words.chars().count() > LONGEST {
            return Err(Refusal::invalid("report-paper-too-long").into());
        }
    }
    store::keep_letterhead(tx, seen.unit, head).await?;
    let act = Act::on("report.letterhead", subject(id)).row("letterhead", seen.unit);
    audit::record(tx, actor.who, act).await
}

/// What the name of a unit tells of its papers. Everything of it can be corrected.
pub fn told_by(name: &str, above: Option<String>, locality: &str) -> Letterhead {
    let committee = is_committee(name);
    let posts = match name {
        _ if committee => "report-posts-committee",
        name if name.starts_with("Sở ") => "report-posts-department",
        _ => "report-posts-other",
    };
    Letterhead {
        // A people's committee is headed by its own name alone.
        superior: above.filter(|_| !committee),
        symbol: format!("BC-{}", initials(name)),
        place: place_in(name).or_else(|| place_in(locality)).unwrap_or(locality).to_owned(),
        posts: WORDS.say(posts),
        signer: None,
        recipients: WORDS.say("report-paper-usual-recipients"),
    }
}

fn is_committee(name: &str) -> bool {
    text::fold(name).starts_with("uy ban nhan dan")
}

/// `SKHCN` of Sở Khoa học và Công nghệ; what follows the kind of a place is not in it.
fn initials(name: &str) -> String {
    if is_committee(name) {
        return "UBND".to_owned();
    }
    let end = PLACES.iter().filter_map(|kind| name.find(kind)).min().unwrap_or(name.len());
    let words = name[..end].split([' ', ',', '-', '–']).filter(|word| *word != "và");
    words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// Words before the name of a place.
const PLACES: [&str; 9] = [
    " tỉnh ",
    " thành phố ",
    " huyện ",
    " quận ",
    " thị xã ",
    " thị trấn ",
    " đặc khu ",
    " xã ",
    " phường ",
];

/// The name of a place at the end of a text: `Thung Mây` of Ủy ban nhân dân xã Thung Mây.
fn place_in(text: &str) -> Option<&str> {
    let rest = |kind: &&'static str| text.rfind(*kind).map(|at| &text[at + kind.len()..]);
    let whole = PLACES.iter().find_map(|kind| text.strip_prefix(kind.trim_start()));
    PLACES.iter().filter_map(rest).min_by_key(|rest| rest.len()).or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_symbol_and_place() {
        let check = |name: &str, symbol: &str, place: &str| {
            let head = told_by(name, None, "tỉnh Sa Lĩnh");
            assert_eq!((&*head.symbol, &*head.place), (symbol, place), "{name}");
        };
        check("Sở Khoa học và Công nghệ", "BC-SKHCN", "Sa Lĩnh");
        check("Sở Văn hóa, Thể thao và Du lịch", "BC-SVHTTDL", "Sa Lĩnh");
        check("Ủy ban nhân dân xã Thung Mây", "BC-UBND", "Thung Mây");
        check("Uỷ ban nhân dân tỉnh Sa Lĩnh", "BC-UBND", "Sa Lĩnh");
        check("Liên hiệp Hội tỉnh Sa Lĩnh", "BC-LHH", "Sa Lĩnh");
        check("Đại học Mây Ngàn", "BC-ĐHMN", "Sa Lĩnh");
    }

    #[test]
    fn a_committee_stands_under_nobody() {
        let above = Some("Ủy ban nhân dân tỉnh Sa Lĩnh".to_owned());
        let head = told_by("Ủy ban nhân dân xã Thung Mây", above.clone(), "tỉnh Sa Lĩnh");
        assert_eq!((head.superior, &*head.posts), (None, "TM. Ủy ban nhân dân\nChủ tịch"));
        let head = told_by("Sở Y tế", above.clone(), "tỉnh Sa Lĩnh");
        assert_eq!((head.superior, &*head.posts), (above, "Giám đốc"));
    }
}
