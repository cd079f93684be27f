//! A reorganisation as somebody typed it, and how it is read.

use kernel::id::UnitId;
use kernel::{Day, Message, Refusal, text};

use super::draft::{
    DecisionNumber, Issuer, Link, NewUnit, Predecessor, ReorganisationDraft, Successor,
};
use super::{Decision, Extent, ReorganisationKind};
use crate::units::UnitName;

/// Most units on one side.
const MOST_UNITS: usize = 100;

/// A reorganisation as typed into the form. Nothing of it is ever lost: it is shown again as it came.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct TypedReorganisation {
    /// Code of the kind.
    pub kind: String,
    /// Number of the paper.
    pub number: String,
    /// Its day.
    pub decided_on: String,
    /// Who decided.
    pub issuer: String,
    /// First day of the new state.
    pub effective_on: String,
    /// Anything else.
    pub note: String,
    /// Ids of the old units.
    pub from: Vec<String>,
    /// What was looked for among units, to choose old ones.
    pub from_q: String,
    /// Ids of successors that there are.
    pub to: Vec<String>,
    /// What was looked for among units, to choose successors.
    pub to_q: String,
    /// Names of successors to be founded, or the new name, one on each line.
    pub names: String,
    /// Code of the kind of founded units; empty for "as before".
    pub new_kind: String,
    /// Code or name of the parent of founded units; empty for "as before".
    pub new_parent: String,
    /// Ids of old units that stay.
    pub stays: Vec<String>,
    /// `predecessor:successor:extent`, where the successor is an id or `n0` for the first new name.
    pub link: Vec<String>,
}

impl TypedReorganisation {
    /// The names of units to be founded.
    pub fn new_names(&self) -> Vec<String> {
        self.names.lines().map(text::clean).filter(|name| !name.is_empty()).collect()
    }

    /// Reads a reorganisation; `new_parent` is the unit that the field of this name was found to mean.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read(&self, new_parent: Option<UnitId>) -> Result<ReorganisationDraft, Refusal> {
        let kind = ReorganisationKind::read(&self.kind)
            .ok_or_else(|| Refusal::field("kind", "reorganisation-kind-missing"));
        let decision = self.decision();
        let predecessors = self.predecessors();
        let successors = self.successors(new_parent);
        let names = self.new_names();
        let names = names.iter().map(|name| read_name(name)).collect::<Result<Vec<_>, Refusal>>();
        match (kind, decision, predecessors, successors, names) {
            (Ok(kind), Ok(decision), Ok(predecessors), Ok(successors), Ok(names)) => {
                let draft = ReorganisationDraft {
                    kind,
                    decision,
                    predecessors,
                    successors,
                    links: self.links(),
                    new_name: None,
                };
                named(draft, names)
            }
            (kind, decision, predecessors, successors, names) => Err(gathered([
                kind.err(),
                decision.err(),
                predecessors.err(),
                successors.err(),
                names.err(),
            ])),
        }
    }

    fn decision(&self) -> Result<Decision, Refusal> {
        let number = DecisionNumber::read(&self.number);
        let day = day(&self.decided_on, "decided_on", "decision-day-empty");
        let issuer = Issuer::read(&self.issuer);
        let effective_on = day_of_effect(&self.effective_on);
        let note = Some(text::clean_lines(&self.note)).filter(|note| !note.is_empty());
        match (number, day, issuer, effective_on) {
            (Ok(number), Ok(day), Ok(issuer), Ok(effective_on)) => {
                let note = note.map(|note| note.chars().take(2000).collect());
                Ok(Decision { number, day, issuer, effective_on, note })
            }
            (number, day, issuer, effective_on) => {
                Err(gathered([number.err(), day.err(), issuer.err(), effective_on.err()]))
            }
        }
    }

    fn predecessors(&self) -> Result<Vec<Predecessor>, Refusal> {
        let units = ids(&self.from, "from")?;
        let stays = |unit: &UnitId| self.stays.contains(&unit.to_string());
        Ok(units.into_iter().map(|unit| Predecessor { stays: stays(&unit), unit }).collect())
    }

    fn successors(&self, parent: Option<UnitId>) -> Result<Vec<Successor>, Refusal> {
        let kind = match self.new_kind.as_str() {
            "" => None,
            code => {
                Some(code.parse().map_err(|_| Refusal::field("new_kind", "unit-kind-missing"))?)
            }
        };
        let existing = ids(&self.to, "to")?.into_iter().map(Successor::Existing);
        let names = self.new_names();
        if names.len() > MOST_UNITS {
            return Err(too_many("names"));
        }
        let names: Vec<UnitName> = names.iter().filter_map(|name| read_name(name).ok()).collect();
        let new = names.into_iter().map(|name| Successor::New(NewUnit { name, kind, parent }));
        Ok(existing.chain(new).collect())
    }

    /// The links that can be read; what cannot be meant by the form is no link.
    fn links(&self) -> Vec<Link> {
        let existing = self.to.len();
        let link = |typed: &String| {
            let mut parts = typed.split(':');
            let predecessor = parts.next()?.parse().ok()?;
            let successor = parts.next()?;
            let extent = Extent::read(parts.next()?)?;
            let place = match successor.strip_prefix('n') {
                Some(at) => existing + at.parse::<usize>().ok()?,
                None => self.to.iter().position(|unit| unit == successor)?,
            };
            let places = existing + self.new_names().len();
            (place < places).then_some(Link { predecessor, successor: place, extent })
        };
        self.link.iter().take(MOST_UNITS * MOST_UNITS).filter_map(link).collect()
    }
}

/// A renaming has a new name instead of successors.
fn named(
    mut draft: ReorganisationDraft,
    names: Vec<UnitName>,
) -> Result<ReorganisationDraft, Refusal> {
    if draft.kind != ReorganisationKind::Rename {
        return Ok(draft);
    }
    draft.successors.clear();
    draft.links.clear();
    let mut names = names.into_iter();
    match (names.next(), names.next()) {
        (Some(name), None) => draft.new_name = Some(name),
        _ => return Err(Refusal::field("names", "reorganisation-one-name")),
    }
    Ok(draft)
}

fn read_name(name: &str) -> Result<UnitName, Refusal> {
    UnitName::read(name).map_err(|refusal| {
        let fields = refusal.fields.into_iter().map(|(_, message)| ("names", message));
        Refusal { fields: fields.collect(), ..Refusal::invalid("form-has-errors") }
    })
}

fn too_many(field: &'static str) -> Refusal {
    Refusal::field(field, Message::new("reorganisation-too-many").with("most", MOST_UNITS))
}

fn ids(typed: &[String], field: &'static str) -> Result<Vec<UnitId>, Refusal> {
    if typed.len() > MOST_UNITS {
        return Err(too_many(field));
    }
    let read = |text: &String| text.parse().map_err(|_| Refusal::field(field, "unit-unknown"));
    typed.iter().map(read).collect()
}

fn day(typed: &str, field: &'static str, empty: &'static str) -> Result<Day, Refusal> {
    match typed.trim() {
        "" => Err(Refusal::field(field, empty)),
        text => text.parse().map_err(|_| Refusal::field(field, "day-unreadable")),
    }
}

fn day_of_effect(typed: &str) -> Result<Day, Refusal> {
    day(typed, "effective_on", "decision-effective-empty")
}

fn gathered<const N: usize>(refusals: [Option<Refusal>; N]) -> Refusal {
    let fields = refusals.into_iter().flatten().flat_map(|refusal| refusal.fields);
    let refusal = Refusal::invalid("form-has-errors");
    fields.fold(refusal, |refusal, (field, text)| refusal.and_field(field, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> String {
        format!("01900000-0000-7000-8000-0000000000{n:02}")
    }

    fn typed() -> TypedReorganisation {
        TypedReorganisation {
            kind: "rearrange".into(),
            number: "  12/NQ-HĐND ".into(),
            decided_on: "12/6/2025".into(),
            issuer: "HĐND tỉnh An Sơn".into(),
            effective_on: "1/7/2025".into(),
            from: vec![id(1), id(2)],
            to: vec![id(3)],
            names: "Xã Mới\n\n  Xã Khác ".into(),
            link: vec![
                format!("{}:{}:whole", id(1), id(3)),
                format!("{}:n1:part", id(2)),
                format!("{}:n7:part", id(2)),
                format!("{}:n0:none", id(2)),
            ],
            ..TypedReorganisation::default()
        }
    }

    #[test]
    fn a_form_reads() {
        let draft = typed().read(None).unwrap();
        assert_eq!(draft.decision.number.as_str(), "12/NQ-HĐND");
        assert_eq!(draft.decision.effective_on.to_string(), "2025-07-01");
        assert_eq!(draft.successors.len(), 3);
        let links: Vec<_> = draft.links.iter().map(|link| (link.successor, link.extent)).collect();
        assert_eq!(links, [(0, Extent::Whole), (2, Extent::Part)]);
    }

    #[test]
    fn every_missing_field_gets_its_sentence() {
        let refusal = TypedReorganisation::default().read(None).unwrap_err();
        let fields: Vec<_> =
            refusal.fields.iter().map(|(name, text)| (*name, &*text.key)).collect();
        assert_eq!(
            fields,
            [
                ("kind", "reorganisation-kind-missing"),
                ("number", "decision-number-empty"),
                ("decided_on", "decision-day-empty"),
                ("issuer", "decision-issuer-empty"),
                ("effective_on", "decision-effective-empty"),
            ]
        );
    }

    #[test]
    fn what_cannot_be_is_refused_beside_its_field() {
        let check = |change: fn(&mut TypedReorganisation), field: &str, key: &str| {
            let mut typed = typed();
            change(&mut typed);
            let refusal = typed.read(None).unwrap_err();
            let found: Vec<_> =
                refusal.fields.iter().map(|(name, text)| (*name, &*text.key)).collect();
            assert_eq!(found, [(field, key)]);
        };
        check(|typed| typed.decided_on = "31/6/2025".into(), "decided_on", "day-unreadable");
        check(|typed| typed.from = vec!["x".into()], "from", "unit-unknown");
        check(|typed| typed.new_kind = "castle".into(), "new_kind", "unit-kind-missing");
        check(|typed| typed.names = "ơ".repeat(500_000), "names", "name-too-long");
        check(|typed| typed.number = "1".repeat(61), "number", "name-too-long");
        check(|typed| typed.kind = "rename".into(), "names", "reorganisation-one-name");
        check(|typed| typed.names = "a\n".repeat(101), "names", "reorganisation-too-many");
        check(|typed| typed.from = vec![id(1); 101], "from", "reorganisation-too-many");
    }
}
