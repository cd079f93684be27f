//! Collectives (nhóm đơn vị): "UBND các xã, thị trấn", "Các sở, ban, ngành tỉnh", and whom they mean.

use gazetteer::Level;
use kernel::text;

use crate::units::Kind;

/// A group of units that a paper names as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collective {
    /// The kinds that belong to it.
    pub kinds: Vec<Kind>,
    /// The tier of the people's committees in it.
    pub tier: Option<Level>,
}

/// Words by which a group is known, with whom they mean. Written in folded text; a group may have several.
const WORDS: [(&str, Kind); 24] = [
    ("so", Kind::Department),
    ("nganh", Kind::Department),
    ("phong", Kind::Division),
    ("ban, nganh", Kind::Department),
    ("co quan chuyen mon", Kind::Division),
    ("doan the", Kind::MassOrganisation),
    ("hoi doan", Kind::MassOrganisation),
    ("to chuc chinh tri", Kind::MassOrganisation),
    ("mat tran", Kind::MassOrganisation),
    ("hoi thanh vien", Kind::Association),
    ("hoi, hiep hoi", Kind::Association),
    ("truong", Kind::School),
    ("co so giao duc", Kind::School),
    ("benh vien", Kind::Health),
    ("trung tam y te", Kind::Health),
    ("vien", Kind::Institute),
    ("don vi su nghiep", Kind::Institute),
    ("doanh nghiep", Kind::Company),
    ("cong ty", Kind::Company),
    ("hop tac xa", Kind::Company),
    ("co quan bao chi", Kind::Media),
    ("bao, dai", Kind::Media),
    ("luc luong vu trang", Kind::Forces),
    ("dang uy", Kind::Party),
];

/// Words of people's committees below, with their tier.
const TIERS: [(&str, Level); 6] = [
    ("xa", Level::Commune),
    ("phuong", Level::Commune),
    ("thi tran", Level::Commune),
    ("huyen", Level::District),
    ("thi xa", Level::District),
    ("quan", Level::District),
];

/// Words after which a group is only part of the name of one body: "Liên hiệp các Hội…".
const ONE: [&str; 2] = [" lien hiep", " ban quan ly"];

/// Words that begin a group.
const MANY: [&str; 5] = ["cac ", "nhung ", "tat ca ", "toan the ", "moi "];

impl Collective {
    /// The group that a text names; nothing where it names one unit.
    pub fn read(named: &str) -> Option<Self> {
        let folded = format!(" {} ", text::fold(named).replace(['(', ')', ';', ':'], " "));
        let many = MANY.iter().filter_map(|word| folded.find(&format!(" {word}"))).min()?;
        if ONE.iter().any(|word| folded[..many].ends_with(word)) {
            return None;
        }
        let group = &folded[many..];
        let has = |word: &str| place_of(group, word).is_some();
        let committee = folded.contains("ubnd") || folded.contains("uy ban nhan dan");
        // The first word decides: "các xã trên địa bàn huyện" are communes.
        let first = TIERS.iter().filter_map(|(word, tier)| Some((place_of(group, word)?, *tier)));
        let tier = first.min_by_key(|(at, _)| *at).map(|(_, tier)| tier);
        let tier = tier.filter(|_| committee || begins_with_a_tier(group));
        let mut kinds: Vec<Kind> = match tier {
            Some(_) => vec![Kind::Committee],
            None => WORDS.iter().filter(|(word, _)| has(word)).map(|(_, kind)| *kind).collect(),
        };
        kinds.sort_unstable();
        kinds.dedup();
        Some(Self { kinds, tier })
    }
}

/// Where a word stands as a whole word.
fn place_of(group: &str, word: &str) -> Option<usize> {
    let bound = |sign: Option<char>| !sign.is_some_and(char::is_alphanumeric);
    let places = group.match_indices(word).map(|(at, _)| at);
    let mut whole = places.filter(|at| {
        bound(group[..*at].chars().next_back()) && bound(group[at + word.len()..].chars().next())
    });
    whole.next()
}

/// "Các xã, phường": the places stand for their committees.
fn begins_with_a_tier(group: &str) -> bool {
    let first = MANY.iter().find_map(|many| group.trim_start().strip_prefix(many));
    first.is_some_and(|rest| TIERS.iter().any(|(word, _)| rest.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_from_units() {
        let check = |named: &str, expect: Option<(&[Kind], Option<Level>)>| {
            let expect = expect.map(|(kinds, tier)| Collective { kinds: kinds.to_vec(), tier });
            assert_eq!(Collective::read(named), expect, "{named}");
        };
        let commune = Some(Level::Commune);
        check("UBND các xã, thị trấn", Some((&[Kind::Committee], commune)));
        check(
            "Ủy ban nhân dân các huyện, thị xã",
            Some((&[Kind::Committee], Some(Level::District))),
        );
        check("UBND các xã, thị trấn trên địa bàn huyện", Some((&[Kind::Committee], commune)));
        check("Các xã, phường", Some((&[Kind::Committee], commune)));
        check("Các sở, ban, ngành tỉnh", Some((&[Kind::Department], None)));
        check("Các phòng, ban chuyên môn", Some((&[Kind::Division], None)));
        check("Các trường học trên địa bàn huyện", Some((&[Kind::School], None)));
        check("Các doanh nghiệp, hợp tác xã", Some((&[Kind::Company], None)));
        check("Các đơn vị", Some((&[], None)));
        check("Sở Khoa học và Công nghệ", None);
        check("UBND xã Khe Sương", None);
        check("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", None);
        check("Ban Quản lý các khu công nghiệp tỉnh", None);
        check("Phòng Các vấn đề xã hội", Some((&[], None)));
    }
}
