//! What became of a unit, and what a unit came from.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Gazetteer, Level, Place};

/// How much of the former unit went into the one of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// A part, or an unknown share.
    Part,
    /// More than any other took.
    GreaterPart,
    /// All of it.
    Whole,
}

/// One step from a former unit to one of today.
#[derive(Clone, Copy, Debug)]
pub struct Succession {
    /// The unit at the other end.
    pub place: &'static Place,
    /// How much of the former unit this step carries.
    pub extent: Extent,
    /// Whether people would now name this unit for the former one. For a commune: it got all or the
    /// greater part, or nobody knows who did. For a district: at least half of the communes that
    /// make up the unit of today were the district's.
    pub heir: bool,
    /// Whether both sources of the table know this step.
    pub sure: bool,
}

/// A row of the table: places by index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) from: u16,
    pub(crate) to: u16,
    pub(crate) extent: Extent,
    pub(crate) sure: bool,
}

/// All links, by either end.
#[derive(Debug)]
pub(crate) struct Links {
    all: Vec<Link>,
    onward: Vec<Vec<u16>>,
    back: Vec<Vec<u16>>,
}

impl Links {
    pub(crate) fn new(all: Vec<Link>, places: &[Place]) -> Self {
        let mut onward = vec![Vec::new(); places.len()];
        let mut back = vec![Vec::new(); places.len()];
        for (link, at) in all.iter().zip(0..) {
            onward[usize::from(link.from)].push(at);
            back[usize::from(link.to)].push(at);
        }
        Self { all, onward, back }
    }

    /// The links of the table from a former unit; a district has none unless it had no communes.
    pub(crate) fn onward(&self, from: u16) -> impl Iterator<Item = Link> + '_ {
        self.onward[usize::from(from)].iter().map(|&at| self.all[usize::from(at)])
    }

    /// The links of the table to a unit of today.
    pub(crate) fn back(&self, to: u16) -> impl Iterator<Item = Link> + '_ {
        self.back[usize::from(to)].iter().map(|&at| self.all[usize::from(at)])
    }
}

impl Gazetteer {
    pub(crate) fn successors(&'static self, place: &Place) -> Vec<Succession> {
        let mut steps = if place.level() == Level::District
            && self.links.onward(place.index).next().is_none()
        {
            self.successors_of_district(place)
        } else {
            self.direct_successors(place)
        };
        steps.sort_by_key(|step| (Reverse(step.heir), step.place.id));
        steps
    }

    fn direct_successors(&'static self, place: &Place) -> Vec<Succession> {
        self.links.onward(place.index).map(|link| self.step(link, link.to)).collect()
    }

    fn step(&'static self, link: Link, other_end: u16) -> Succession {
        let unknown = || self.links.onward(link.from).all(|link| link.extent == Extent::Part);
        let heir = link.extent != Extent::Part || unknown();
        Succession { place: self.at(other_end), extent: link.extent, heir, sure: link.sure }
    }

    fn successors_of_district(&'static self, district: &Place) -> Vec<Succession> {
        let communes = &self.children[usize::from(district.index)];
        let mut taken: BTreeMap<u16, Vec<Link>> = BTreeMap::new();
        for link in communes.iter().flat_map(|&commune| self.links.onward(commune)) {
            taken.entry(link.to).or_default().push(link);
        }
        let only = taken.len() == 1;
        let greater = |links: &[Link]| links.len() * 2 > communes.len();
        let mut steps: Vec<Succession> = taken
            .iter()
            .map(|(&to, links)| Succession {
                place: self.at(to),
                extent: match links {
                    _ if only => Extent::Whole,
                    _ if greater(links) => Extent::GreaterPart,
                    _ => Extent::Part,
                },
                heir: self.is_heart(district, to),
                sure: links.iter().any(|link| link.sure),
            })
            .collect();
        let none = !steps.iter().any(|step| step.heir);
        steps.iter_mut().for_each(|step| step.heir |= none);
        steps
    }

    /// Whether at least half of what makes up `to` lay in the district. A commune of which only a
    /// part came counts half.
    fn is_heart(&self, district: &Place, to: u16) -> bool {
        let weight = |link: &Link| if link.extent == Extent::Part { 1 } else { 2 };
        let inside = |link: &Link| self.at(link.from).parent == Some(district.index);
        let total: u32 = self.links.back(to).map(|link| weight(&link)).sum();
        let within: u32 = self.links.back(to).filter(inside).map(|link| weight(&link)).sum();
        within * 2 >= total
    }

    pub(crate) fn predecessors(&'static self, place: &Place) -> Vec<Succession> {
        let back = self.links.back(place.index);
        let mut steps: Vec<Succession> = back.map(|link| self.step(link, link.from)).collect();
        steps.sort_by_key(|step| (Reverse(step.extent), step.place.id));
        steps
    }

    pub(crate) fn today(&'static self, place: &'static Place) -> Vec<&'static Place> {
        let steps = self.successors(place);
        if steps.is_empty() {
            return vec![place];
        }
        steps.into_iter().filter(|step| step.heir).map(|step| step.place).collect()
    }
}
