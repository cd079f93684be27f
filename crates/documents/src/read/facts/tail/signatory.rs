//! Signature block (quyền hạn, chức vụ, họ tên), Article 13 and Annex I of Decree 30/2020/NĐ-CP.

use std::sync::LazyLock;

use super::{Line, name};
use crate::facts::Signatory;
use crate::read::casing;
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::text::{Span, Text};

static AUTHORITY: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^\W*((?<sign>tm|kt|tl|tuq|q)\s*[./]|(?<slashed>t/m|k/t)\s*\.?)\s*(?<whose>.*)$")
});
static POSITION: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(q\.\s*)?((phó |ủy viên )?(chủ tịch|giám đốc|tổng giám đốc|trưởng ban|trưởng phòng|trưởng khoa|trưởng đoàn|chánh văn phòng|chánh thanh tra|hiệu trưởng|viện trưởng|bí thư|bộ trưởng|cục trưởng|vụ trưởng|chi cục trưởng|thủ trưởng|chủ tọa|chủ trì|tổng thư ký|thư ký|chỉ huy trưởng|chủ nhiệm|tổng biên tập|chủ tịch hội đồng|tổ trưởng|trưởng tiểu ban|trưởng trạm|trưởng ty|đội trưởng|quản đốc|trưởng bộ môn|trưởng thôn|kế toán trưởng|ban)|thứ trưởng|phó (ban|phòng|khoa)|trưởng (ban|phòng)|ủy viên thường trực|quyền (giám|chủ|trưởng|hiệu|viện|chánh)|ủy viên|người (ghi|lập|báo cáo))\b",
    )
});
static SEALED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^\W*(đã ký|ký tên|đã ký và đóng dấu|chữ ký số|ký bởi|người ký|signed)\b")
});
/// The parts of a block as they are met.
#[derive(Default)]
struct Block {
    authority: Option<(Span, Span)>,
    positions: Vec<Span>,
    names: Vec<Span>,
    all: Option<Span>,
}

impl Block {
    fn take(&mut self, text: &Text, line: Span) {
        if SEALED.fits(text, line) || line.is_empty() {
            return;
        }
        if let Some(found) = AUTHORITY.find(text, line)
            && let (Some(sign), Some(whose)) =
                (found.part("sign").or(found.part("slashed")), found.part("whose"))
        {
            if self.names.is_empty() && !self.is_repeated(text, sign) {
                self.authority = Some((sign, whose));
                self.positions.clear();
            }
        } else if self.is_name(text, line) {
            self.names.push(name::bare(text, line));
        } else if POSITION.fits(text, line) {
            self.positions.push(line);
        } else if is_all_caps(text, line) {
            self.extend(text, line);
        } else {
            return;
        }
        self.all = Some(
            self.all
                .map_or(line, |all| Span::new(all.start.min(line.start), all.end.max(line.end))),
        );
    }

    /// Under a position a name may be of any people of Việt Nam.
    fn is_name(&self, text: &Text, line: Span) -> bool {
        let expected = !self.positions.is_empty() || self.authority.is_some();
        !POSITION.fits(text, line)
            && (name::is_name(text, line) || (expected && name::can_be_name(text, line)))
    }

    /// The same authority again is that of the second body of a joint paper.
    fn is_repeated(&self, text: &Text, sign: Span) -> bool {
        self.authority.is_some_and(|(first, _)| text.folded(first) == text.folded(sign))
    }

    /// Minutes are signed by the secretary and the chair, side by side: the chair counts.
    fn is_headed_by_second(&self, text: &Text) -> bool {
        let secretary =
            self.positions.first().is_some_and(|first| text.folded(*first).starts_with("thu ky"));
        secretary && self.positions.len() > 1 && self.names.len() > 1
    }

    /// A wrapped line belongs to the position or authority above it.
    fn extend(&mut self, text: &Text, line: Span) {
        let between = |above: Span| text.raw(Span::new(above.end, line.start)).trim().is_empty();
        if let Some(position) = self.positions.last_mut() {
            position.end = line.end;
        } else if let Some((_, whose)) = &mut self.authority
            && (between(*whose) || whose.is_empty())
        {
            whose.end = line.end;
        }
    }
}

pub(super) fn find(text: &Text, lines: &[Line]) -> Option<Signatory> {
    let mut block = Block::default();
    for line in lines {
        if let Line::Signature(span) = line {
            block.take(text, text.trim(*span, b"|"));
        }
    }
    let all = block.all?;
    if block.names.is_empty() && block.positions.is_empty() {
        return None;
    }
    let first = usize::from(block.is_headed_by_second(text));
    let acting =
        block.authority.filter(|(sign, _)| text.shadow(*sign) == b"q").map(|(_, whose)| whose);
    let acting = acting.filter(|_| block.positions.is_empty());
    let title = |span: &Span| position_in_sentence(&text.line(text.trim(*span, b",;.")));
    Some(Signatory {
        authority: block
            .authority
            .map(|(sign, _)| format!("{}.", text.folded(sign).replace('/', "").to_uppercase())),
        on_behalf_of: block
            .authority
            .filter(|_| acting.is_none())
            .map(|(_, whose)| position_in_sentence(&text.line(whose)))
            .filter(|whose| !whose.is_empty()),
        position: block.positions.get(first).or(acting.as_ref()).map(title),
        concurrent_position: block.positions.get(1).filter(|_| first == 0).map(title),
        name: block.names.get(first).map(|name| person(&text.line(*name))),
        evidence: text.evidence(all, 1.0),
    })
}

fn position_in_sentence(capitals: &str) -> String {
    casing::in_sentence(capitals)
}

/// "NGUYỄN VĂN AN" → "Nguyễn Văn An".
fn person(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::read::paper::paper;

    fn signed(end: &str) -> [Option<String>; 5] {
        let source =
            format!("KẾ HOẠCH\nTổ chức Hội thi\nCăn cứ Luật;\nI. NỘI DUNG\nLàm việc.\n{end}");
        let paper = paper(&source);
        let signatory = super::super::read(&paper).signatory.expect(end);
        [
            signatory.authority,
            signatory.on_behalf_of,
            signatory.position,
            signatory.concurrent_position,
            signatory.name,
        ]
    }

    #[test]
    fn signature_blocks() {
        let rows = [
            (
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Bình",
                ["KT.", "Chủ tịch", "Phó Chủ tịch", "", "Lê Văn Bình"],
            ),
            (
                "TM. BAN TỔ CHỨC\nPHÓ TRƯỞNG BAN\n\nTrần Cúc\nGIÁM ĐỐC SỞ Y TẾ",
                ["TM.", "Ban Tổ chức", "Phó Trưởng Ban", "Giám đốc Sở Y tế", "Trần Cúc"],
            ),
            ("GIÁM ĐỐC\n(Đã ký)\nTS. Phạm Thị Dung", ["", "", "Giám đốc", "", "Phạm Thị Dung"]),
            (
                "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nNGÔ VĂN EM",
                ["TL.", "Chủ tịch", "Chánh Văn phòng", "", "Ngô Văn Em"],
            ),
            (
                "Nơi nhận:        KT. GIÁM ĐỐC\n- Như trên;     PHÓ GIÁM ĐỐC\n- Lưu: VT.      Đỗ Văn Giang",
                ["KT.", "Giám đốc", "Phó Giám đốc", "", "Đỗ Văn Giang"],
            ),
            (
                "Nơi nhận: KT. TRƯỞNG BAN\n- Như trên; PHÓ TRƯỞNG BAN\n- Lưu: VT.\nĐỗ Văn Giang",
                ["KT.", "Trưởng Ban", "Phó Trưởng Ban", "", "Đỗ Văn Giang"],
            ),
            (
                "Nơi nhận:          Q. GIÁM ĐỐC\n- Sở Y tế;          TTƯT. BSCKI. Đào Hoài Sơn\n- Lưu: VT.",
                ["Q.", "", "Giám đốc", "", "Đào Hoài Sơn"],
            ),
            (
                "Nơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n- Lưu: VT, KH. Trịnh Bảo Xuyên",
                ["KT.", "Giám đốc", "Phó Giám đốc", "", "Trịnh Bảo Xuyên"],
            ),
            (
                "Nơi nhận: CHỦ TỊCH\n- Như trên;\n- Lưu: VT\nLầu Bá Chò",
                ["", "", "Chủ tịch", "", "Lầu Bá Chò"],
            ),
            (
                "TM. BAN TỔ CHỨC\nTRƯỞNG BAN\n\nÊban Să Ngọc",
                ["TM.", "Ban Tổ chức", "Trưởng Ban", "", "Êban Să Ngọc"],
            ),
            (
                "TM. HỘI PHỤ NỮ TỈNH      TM. HỘI NÔNG DÂN TỈNH\nBÍ THƯ                  CHỦ TỊCH\n\nLê Hữu Tài               Trần Bích Thảo",
                ["TM.", "Hội phụ nữ tỉnh", "Bí thư", "Chủ tịch", "Lê Hữu Tài"],
            ),
        ];
        for (end, expect) in rows {
            let expect = expect.map(|part| (!part.is_empty()).then(|| part.to_owned()));
            assert_eq!(signed(end), expect, "{end}");
        }
    }

    #[test]
    fn recipients() {
        let source = "THÔNG BÁO\nVề việc A\nCăn cứ Luật;\nLàm.\nNơi nhận:\nGửi bản điện tử:\n- Như trên;\n- Chủ tịch UBND tỉnh\n(để báo cáo);      GIÁM ĐỐC\n- Lưu: VT, KT.\n\nLê Văn Bình";
        let paper = paper(source);
        let recipients: Vec<String> =
            super::super::read(&paper).recipients.into_iter().map(|one| one.value).collect();
        assert_eq!(recipients, ["Như trên", "Chủ tịch UBND tỉnh (để báo cáo)", "Lưu: VT, KT"]);
    }
}
