//! `hoithi verify --results`: the published list, counted again from its own file by anybody.

use std::path::Path;

use judging::bundle::{Bundle, Difference, Recount};
use kernel::{Failure, Message, Refusal};

use super::speak::Speaker;
use super::{DONE, REFUSED};
use crate::dossiers::manifest::digest;

/// Counts the list of a file of published results again, and says where it is another.
pub fn verify(path: &Path, speaker: &Speaker) -> Result<u8, Failure> {
    let text = std::fs::read_to_string(path)?;
    let unreadable = || Refusal::invalid("cli-results-unreadable");
    let bundle: Bundle = serde_json::from_str(&text).map_err(|_| unreadable())?;
    let recount = bundle.recompute().map_err(|_| unreadable())?;
    let digest = digest(&text);
    for difference in &recount.differences {
        speaker.tell(&told(difference));
    }
    speaker.tell(&sum(&bundle, &recount).with("digest", digest));
    Ok(if recount.differences.is_empty() { DONE } else { REFUSED })
}

fn sum(bundle: &Bundle, recount: &Recount) -> Message {
    let prizes = recount.list.iter().filter(|line| line.prize.is_some()).count();
    let says = match recount.differences.is_empty() {
        true => Message::new("cli-results-agree"),
        false => Message::new("cli-results-differ").with("count", recount.differences.len()),
    };
    let sheets = bundle.records.scores.len();
    says.with("lines", recount.list.len()).with("sheets", sheets).with("prizes", prizes)
}

fn told(difference: &Difference) -> Message {
    match difference {
        Difference::Line { published, .. } => {
            Message::new("cli-results-line").with("code", &published.code)
        }
        Difference::Missing(line) => Message::new("cli-results-missing").with("code", &line.code),
        Difference::Surplus(line) => Message::new("cli-results-surplus").with("code", &line.code),
        Difference::Order(at) => Message::new("cli-results-order").with("place", at + 1),
    }
}
