//! Reading the table that the crate carries.

use std::collections::HashMap;

use crate::lookup::Names;
use crate::succession::{Extent, Link, Links};
use crate::{Era, Gazetteer, Kind, Place, PlaceId};

const TABLE: &str = include_str!("../data/units.tsv");

/// The table is part of the program and its tests read it whole.
const SOUND: &str = "units.tsv is as build.py writes it";

/// Reads the table and makes the indexes.
pub(crate) fn load() -> Gazetteer {
    let rows: Vec<Row> =
        TABLE.lines().filter(|line| !line.starts_with('#')).map(Row::read).collect();
    let ids: Vec<PlaceId> = rows.iter().map(Row::id).collect();
    let by_id: HashMap<PlaceId, u16> = ids.iter().copied().zip(0..).collect();
    let places: Vec<Place> = rows.iter().zip(0..).map(|(row, at)| row.place(at, &by_id)).collect();
    let mut children = vec![Vec::new(); places.len()];
    for place in &places {
        if let Some(parent) = place.parent {
            children[usize::from(parent)].push(place.index);
        }
    }
    let links = rows.iter().zip(0..).flat_map(|(row, at)| row.links(at, &by_id));
    let links = Links::new(links.collect(), &places);
    let names = Names::new(&places);
    Gazetteer { places, by_id, children, links, names }
}

/// One line: era, code, kind, parent, name, other names, successors.
struct Row([&'static str; 7]);

impl Row {
    fn read(line: &'static str) -> Self {
        let mut fields = line.split('\t');
        Self(std::array::from_fn(|_| fields.next().unwrap_or("")))
    }

    fn era(&self) -> Era {
        if self.0[0] == "u" { Era::Until2025 } else { Era::Since2025 }
    }

    fn id(&self) -> PlaceId {
        PlaceId::new(self.era(), self.0[1]).expect(SOUND)
    }

    fn place(&self, index: u16, by_id: &HashMap<PlaceId, u16>) -> Place {
        let [_, code, kind, parent, name, also, _] = self.0;
        let id = self.id();
        let kind = Kind::of_word(kind, id.level()).expect(SOUND);
        let above = PlaceId::new(self.era(), parent).ok();
        let parent = above.map(|id| *by_id.get(&id).expect(SOUND));
        Place { id, code, kind, name, also, parent, index }
    }

    fn links(&self, from: u16, by_id: &HashMap<PlaceId, u16>) -> Vec<Link> {
        let link = |text: &str| {
            let code = text.trim_end_matches(|c: char| !c.is_ascii_digit());
            let id = PlaceId::new(Era::Since2025, code).expect(SOUND);
            let mark = &text[code.len()..];
            Link {
                from,
                to: *by_id.get(&id).expect(SOUND),
                extent: extent(mark),
                sure: !mark.ends_with('?'),
            }
        };
        self.0[6].split_ascii_whitespace().map(link).collect()
    }
}

fn extent(mark: &str) -> Extent {
    match mark.as_bytes().first() {
        Some(b'w') => Extent::Whole,
        Some(b'm') => Extent::GreaterPart,
        _ => Extent::Part,
    }
}
