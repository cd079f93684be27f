//! Desks that write for their unit: an account each, which no one click signs in as.

/// A desk (bộ phận đầu mối) with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Desk {
    /// Key of its unit.
    pub unit: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Address for sign-in.
    pub email: &'static str,
}

const fn desk(unit: &'static str, name: &'static str, email: &'static str) -> Desk {
    Desk { unit, name, email }
}

/// Every desk. Communes Gò Sậy, Pá Trà and Hạ Mộc have none yet: they answer on paper.
pub const DESKS: &[Desk] = &[
    desk("dof", "Văn phòng Sở Tài chính", "vanphong.tc@salinh.example"),
    desk("newspaper", "Phòng Thư ký biên tập", "thukybientap@salinh.example"),
    desk("labour", "Ban Tuyên giáo Liên đoàn Lao động", "tuyengiao.ldld@salinh.example"),
    desk("farmers", "Văn phòng Hội Nông dân", "vanphong.hnd@salinh.example"),
    desk("university", "Phòng Khoa học Đại học Sa Lĩnh", "khoahoc.dhsl@salinh.example"),
    desk("commune-culture", "Phòng Văn hóa - Xã hội", "vhxh@thungmay.example"),
    desk("commune-economy", "Phòng Kinh tế", "kinhte@thungmay.example"),
    desk("commune-school", "Văn phòng Trường THCS", "thcs@thungmay.example"),
    desk("commune-farmers", "Văn phòng Hội Nông dân xã", "hoinongdan@thungmay.example"),
    desk("college", "Phòng Đào tạo Cao đẳng Kỹ thuật", "daotao.cdkt@salinh.example"),
    desk("may-ha", "Văn phòng xã Mây Hạ", "vanphong.mayha@salinh.example"),
    desk("dong-mo", "Văn phòng xã Đồng Mơ", "vanphong.dongmo@salinh.example"),
    desk("nam-tra", "Văn phòng xã Nậm Trà", "vanphong.namtra@salinh.example"),
    desk("ben-may", "Văn phòng phường Bến Mây", "vanphong.benmay@salinh.example"),
    desk("cho-may", "Văn phòng phường Chợ Mây", "vanphong.chomay@salinh.example"),
    desk("sa-linh", "Văn phòng phường Sa Lĩnh", "vanphong.salinh@salinh.example"),
    desk("cau-mo", "Văn phòng phường Cầu Mơ", "vanphong.caumo@salinh.example"),
    desk("deo-may", "Văn phòng xã Đèo Mây", "vanphong.deomay@salinh.example"),
    desk("doc-may", "Văn phòng xã Dốc Mây", "vanphong.docmay@salinh.example"),
    desk("vuon-may", "Văn phòng xã Vườn Mây", "vanphong.vuonmay@salinh.example"),
    desk("ho-say", "Văn phòng xã Hồ Sậy", "vanphong.hosay@salinh.example"),
    desk("con-say", "Văn phòng xã Cồn Sậy", "vanphong.consay@salinh.example"),
    desk("ben-say", "Văn phòng xã Bến Sậy", "vanphong.bensay@salinh.example"),
    desk("rach-say", "Văn phòng xã Rạch Sậy", "vanphong.rachsay@salinh.example"),
    desk("da-lam", "Văn phòng xã Đá Lam", "vanphong.dalam@salinh.example"),
    desk("lam-tra", "Văn phòng xã Lam Trà", "vanphong.lamtra@salinh.example"),
    desk("suoi-tra", "Văn phòng xã Suối Trà", "vanphong.suoitra@salinh.example"),
    desk("moc-giang", "Văn phòng xã Mộc Giang", "vanphong.mocgiang@salinh.example"),
    desk("phu-trach", "Văn phòng xã Phù Trạch", "vanphong.phutrach@salinh.example"),
    desk("vung-sen", "Văn phòng xã Vũng Sen", "vanphong.vungsen@salinh.example"),
];
