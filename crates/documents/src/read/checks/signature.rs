//! Form of the signature, Article 13 of Decree 30/2020/NĐ-CP.

use kernel::text::fold;

use crate::facts::{Doubt, DoubtCode, Facts, Signatory};

pub(super) fn check(facts: &Facts) -> Option<Doubt> {
    let signatory = facts.document.signatory.as_ref()?;
    let message = defect(signatory)?;
    let text = [&signatory.authority, &signatory.on_behalf_of, &signatory.position];
    let text: Vec<&str> = text.into_iter().flatten().map(String::as_str).collect();
    Some(Doubt {
        code: DoubtCode::SignatureForm,
        text: text.join(" "),
        message: message.to_owned(),
        evidence: Some(signatory.evidence),
    })
}

fn defect(signatory: &Signatory) -> Option<&'static str> {
    let position = fold(signatory.position.as_deref()?);
    let whose = fold(signatory.on_behalf_of.as_deref().unwrap_or_default());
    let deputy = position.starts_with("pho ");
    match signatory.authority.as_deref() {
        Some("TM.") if deputy => Some(
            "Cấp phó ký thay mặt tập thể phải ghi thêm \"KT.\" và chức vụ cấp trưởng (Điều 13 Nghị định 30/2020/NĐ-CP).",
        ),
        Some("KT.") if !deputy && whose == position => {
            Some("\"KT.\" chỉ dùng khi cấp phó ký thay cấp trưởng; người ký ở đây là cấp trưởng.")
        }
        Some("KT.")
            if ["uy ban", "ubnd", "ban to chuc", "hoi dong"]
                .iter()
                .any(|body| whose.starts_with(body)) =>
        {
            Some("\"KT.\" đứng trước chức vụ của người đứng đầu; thay mặt tập thể thì ghi \"TM.\".")
        }
        Some("TL.") if deputy && position.starts_with("pho chu tich") => Some(
            "\"TL.\" dành cho người đứng đầu đơn vị thuộc cơ quan; cấp phó ký thay thì ghi \"KT.\".",
        ),
        None if deputy => Some(
            "Cấp phó ký phải ghi \"KT.\" và chức vụ cấp trưởng (Điều 13 Nghị định 30/2020/NĐ-CP).",
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Evidence;

    #[test]
    fn forms_that_do_not_fit() {
        let rows = [
            (Some("TM."), "Ban Tổ chức", "Phó Trưởng ban", true),
            (Some("TM."), "Ban Tổ chức", "Trưởng ban", false),
            (Some("KT."), "Chủ tịch", "Phó Chủ tịch", false),
            (Some("KT."), "Giám đốc", "Giám đốc", true),
            (Some("KT."), "Ủy ban nhân dân", "Phó Chủ tịch", true),
            (Some("TL."), "Chủ tịch", "Chánh Văn phòng", false),
            (None, "", "Phó Giám đốc", true),
            (None, "", "Giám đốc", false),
        ];
        for (authority, whose, position, wrong) in rows {
            let signatory = Signatory {
                authority: authority.map(str::to_owned),
                on_behalf_of: Some(whose.to_owned()),
                position: Some(position.to_owned()),
                concurrent_position: None,
                name: None,
                evidence: Evidence { start: 0, end: 0, confidence: 1.0 },
            };
            assert_eq!(defect(&signatory).is_some(), wrong, "{authority:?} {whose} {position}");
        }
    }
}
