//! What kind of body a name speaks of.

use kernel::text;

use super::Kind;

/// Beginnings of names, folded; the first that fits decides.
const BEGINNINGS: [(&str, Kind); 40] = [
    ("uy ban nhan dan", Kind::Committee),
    ("ubnd", Kind::Committee),
    ("uy ban mat tran", Kind::MassOrganisation),
    ("tinh uy", Kind::Party),
    ("thanh uy", Kind::Party),
    ("huyen uy", Kind::Party),
    ("dang uy", Kind::Party),
    ("ban tuyen giao", Kind::Party),
    ("ban dan van", Kind::Party),
    ("so ", Kind::Department),
    ("phong ", Kind::Division),
    ("van phong", Kind::Division),
    ("lien hiep", Kind::Association),
    ("hiep hoi", Kind::Association),
    ("hoi lien hiep phu nu", Kind::MassOrganisation),
    ("hoi nong dan", Kind::MassOrganisation),
    ("hoi cuu chien binh", Kind::MassOrganisation),
    ("hoi ", Kind::Association),
    ("mat tran", Kind::MassOrganisation),
    ("lien doan lao dong", Kind::MassOrganisation),
    ("cong doan", Kind::MassOrganisation),
    ("doan ", Kind::MassOrganisation),
    ("tinh doan", Kind::MassOrganisation),
    ("thanh doan", Kind::MassOrganisation),
    ("huyen doan", Kind::MassOrganisation),
    ("quan doan", Kind::MassOrganisation),
    ("truong ", Kind::School),
    ("dai hoc", Kind::School),
    ("benh vien", Kind::Health),
    ("trung tam y te", Kind::Health),
    ("vien ", Kind::Institute),
    ("trung tam van hoa", Kind::Media),
    ("trung tam truyen thong", Kind::Media),
    ("trung tam", Kind::Institute),
    ("cong ty", Kind::Company),
    ("hop tac xa", Kind::Company),
    ("cong an", Kind::Forces),
    ("bo chi huy", Kind::Forces),
    ("bao ", Kind::Media),
    ("dai ", Kind::Media),
];

impl Kind {
    /// The kind that a name speaks of; `Other` where it tells nothing.
    pub fn of_name(name: &str) -> Self {
        let folded = text::fold(name);
        let found = BEGINNINGS.iter().find(|(beginning, _)| folded.starts_with(beginning));
        found.map_or(Self::Other, |(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_their_kind() {
        let check = |name: &str, expect| assert_eq!(Kind::of_name(name), expect, "{name}");
        check("UBND xã Khe Sương", Kind::Committee);
        check("Sở Khoa học và Công nghệ", Kind::Department);
        check("Phòng Kinh tế và Hạ tầng", Kind::Division);
        check("Hội Nông dân huyện", Kind::MassOrganisation);
        check("Hội Tin học", Kind::Association);
        check("Huyện đoàn", Kind::MassOrganisation);
        check("Trung tâm Y tế huyện", Kind::Health);
        check("Trung tâm Văn hóa - Thể thao", Kind::Media);
        check("Trung tâm Khuyến nông", Kind::Institute);
        check("Báo Sa Lĩnh", Kind::Media);
        check("Ban Tổ chức Hội thi", Kind::Other);
    }
}
