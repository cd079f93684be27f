//! How the page of a review says who is meant by a name of the paper.

use gazetteer::{Gazetteer, PlaceId};
use kernel::Message;
use kernel::id::UnitId;

use super::view::Here;
use crate::frame::Words;
use crate::intake::choice::{Choice, UnitLine};
use crate::intake::ended::Ended;
use crate::intake::line::Line;
use crate::intake::naming::committee_of;

/// The name, who is meant, and what is to be said of it.
pub fn unit(it: &UnitLine, here: &Here, words: Words) -> (String, String, String) {
    let (value, key) = match &it.choice {
        Choice::Existing(units) => {
            (some(named(units, here).map(|it| it.1).collect(), words), "review-unit-existing")
        }
        Choice::New { name, kind } => {
            let kind = words.say(&format!("unit-kind-{kind}"));
            (format!("{name} ({kind})"), "review-unit-new")
        }
        Choice::Places(places) => {
            (some(committees(places).map(|it| it.1).collect(), words), "review-unit-places")
        }
        Choice::Ended(ended) => {
            let message = Message::new("review-unit-ended").with("unit", &it.named);
            let note = words.tell(&message.with("day", ended.on.written()));
            return (it.named.clone(), took_over(ended, here, words), note);
        }
        Choice::Nobody => (String::new(), "review-unit-nobody"),
    };
    (it.named.clone(), value, words.say(key))
}

/// "kế tục: UBND xã Thung Mây, UBND xã Mây Hạ".
fn took_over(ended: &Ended, here: &Here, words: Words) -> String {
    let heirs = named(&ended.units, here).chain(committees(&ended.places));
    match some(heirs.map(|it| it.1).collect(), words) {
        none if none.is_empty() => words.say("review-heirs-unknown"),
        names => words.with("review-heirs-are", "names", names),
    }
}

/// Who took over, each with the name of its tick.
pub fn heirs(line: &Line, here: &Here) -> Vec<(String, String)> {
    let Line::Unit(UnitLine { choice: Choice::Ended(ended), .. }) = line else { return Vec::new() };
    let heirs = named(&ended.units, here).chain(committees(&ended.places));
    heirs.map(|(id, name)| (format!("heir-{id}"), name)).collect()
}

/// Units that are here: id and name.
fn named<'a>(units: &'a [UnitId], here: &'a Here) -> impl Iterator<Item = (String, String)> + 'a {
    let name = |id: &UnitId| Some((id.to_string(), here.units.get(&id.to_string())?.clone()));
    units.iter().filter_map(name)
}

/// The people's committees of places: id of the place and name.
fn committees(places: &[PlaceId]) -> impl Iterator<Item = (String, String)> + '_ {
    let name = |id: &PlaceId| Some((id.to_string(), committee_of(Gazetteer::shared().get(*id)?)));
    places.iter().filter_map(name)
}

/// At most so many names are written out.
const NAMES: usize = 6;

fn some(names: Vec<String>, words: Words) -> String {
    let all = names.len();
    let shown: Vec<String> = names.into_iter().take(NAMES).collect();
    let mut text = shown.join(", ");
    if all > NAMES {
        text.push_str(&words.with("review-and-more", "count", all - NAMES));
    }
    text
}
