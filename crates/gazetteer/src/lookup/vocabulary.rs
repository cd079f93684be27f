//! The words for kinds of unit, in full and short, and for the bodies named by their territory.

use crate::{Kind, Level};

/// A set of kinds; empty when the text names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KindSet(u16);

impl KindSet {
    pub(super) const NONE: Self = Self(0);

    const fn of(kind: Kind) -> Self {
        Self(1 << kind as u16)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn has(self, kind: Kind) -> bool {
        self.0 & Self::of(kind).0 != 0
    }

    pub(super) fn has_level(self, level: Level) -> bool {
        Kind::ALL.into_iter().any(|kind| self.has(kind) && kind.level() == level)
    }
}

/// A word for a kind of unit.
pub(super) struct KindWord {
    pub(super) marked: &'static str,
    pub(super) folded: &'static str,
    pub(super) words: usize,
    pub(super) kinds: KindSet,
    /// Half edits forgiven in it.
    pub(super) limit: u8,
}

const fn word(
    marked: &'static str,
    folded: &'static str,
    words: usize,
    kind: Kind,
    limit: u8,
) -> KindWord {
    KindWord { marked, folded, words, kinds: KindSet::of(kind), limit }
}

const CITIES: KindSet = KindSet(KindSet::of(Kind::City).0 | KindSet::of(Kind::CentralCity).0);

/// Words of kinds, joined where they are two, longest first.
pub(super) const WORDS: [KindWord; 9] = [
    KindWord { marked: "thànhphố", folded: "thanhpho", words: 2, kinds: CITIES, limit: 4 },
    word("thịtrấn", "thitran", 2, Kind::Township, 2),
    word("thịxã", "thixa", 2, Kind::Town, 2),
    word("đặckhu", "dackhu", 2, Kind::SpecialZone, 2),
    word("phường", "phuong", 1, Kind::Ward, 2),
    word("huyện", "huyen", 1, Kind::RuralDistrict, 2),
    word("quận", "quan", 1, Kind::UrbanDistrict, 1),
    word("tỉnh", "tinh", 1, Kind::Province, 1),
    word("xã", "xa", 1, Kind::RuralCommune, 0),
];

/// Short forms, as in "TP. Hạ Long" and "Q.1"; two letters may stand apart ("T.P").
pub(super) const SHORT: [(&str, KindSet); 9] = [
    ("tp", CITIES),
    ("tx", KindSet::of(Kind::Town)),
    ("tt", KindSet::of(Kind::Township)),
    ("dk", KindSet::of(Kind::SpecialZone)),
    ("t", KindSet::of(Kind::Province)),
    ("q", KindSet::of(Kind::UrbanDistrict)),
    ("h", KindSet::of(Kind::RuralDistrict)),
    ("p", KindSet::of(Kind::Ward)),
    ("x", KindSet::of(Kind::RuralCommune)),
];

/// Bodies named by their territory.
pub(super) const BODIES: [&[&str]; 6] = [
    &["ubnd"],
    &["hdnd"],
    &["va"],
    &["ub", "nhan", "dan"],
    &["uy", "ban", "nhan", "dan"],
    &["hoi", "dong", "nhan", "dan"],
];
