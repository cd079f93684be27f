//! Pictures of identity papers (ảnh giấy tờ định danh) that nobody asked for: sensitive data, which is better not sent.

use kernel::text;

use crate::choices::Role;
use crate::rules::EntryRules;

/// How people call such a paper in the name of a file: words in lower case without marks.
const CALLED: [&str; 9] = [
    "cccd",
    "cmnd",
    "can cuoc",
    "can cuoc cong dan",
    "chung minh nhan dan",
    "chung minh thu",
    "ho chieu",
    "passport",
    "id card",
];

/// Whether a file is called as identity papers are. A name says nothing for certain, so this is for hints alone.
pub fn is_called_identity(name: &str) -> bool {
    let folded = text::fold(name);
    let words: Vec<&str> = folded.split(|letter: char| !letter.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    CALLED.iter().any(|called| spaced.contains(&format!(" {called} ")))
}

impl EntryRules {
    /// The parts of a dossier that are identity papers, by their keys.
    pub fn identity_parts(&self) -> impl Iterator<Item = &str> {
        let parts = self.checklist.iter().filter(|item| item.role == Role::Identity);
        parts.map(|item| item.key.as_str())
    }

    /// Names of files, each with its part, that are called as identity papers are where the rules ask for none.
    pub fn unasked_identity<'f>(
        &self,
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
    ) -> Vec<&'f str> {
        let is_asked = |part: &str| self.identity_parts().any(|key| key == part);
        let files = files.into_iter();
        let unasked = files.filter(|(part, name)| !is_asked(part) && is_called_identity(name));
        unasked.map(|(_, name)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Item;

    #[test]
    fn papers_are_known_by_their_names() {
        for name in [
            "CCCD mặt trước.jpg",
            "căn_cước-công.dân.pdf",
            "Can cuoc Lo Van Gieo.png",
            "cmnd.heic",
            "scan_passport(2).pdf",
            "Chứng minh nhân dân.pdf",
        ] {
            assert!(is_called_identity(name), "{name}");
        }
        for name in ["biên bản.pdf", "căn cứ pháp lý.pdf", "thuyết minh.docx", "acccda.png", ""]
        {
            assert!(!is_called_identity(name), "{name}");
        }
    }

    #[test]
    fn where_rules_ask_for_one_nothing_is_said() {
        let item = |key: &str, role| Item { key: key.into(), role, ..Item::default() };
        let mut rules = EntryRules {
            checklist: vec![item("minh-chung", Role::Evidence)],
            ..EntryRules::default()
        };
        let files = [("minh-chung", "cccd.jpg"), ("giay-to", "CMND.pdf"), ("minh-chung", "a.pdf")];
        assert_eq!(rules.unasked_identity(files), ["cccd.jpg", "CMND.pdf"]);
        rules.checklist.push(item("giay-to", Role::Identity));
        assert_eq!(rules.unasked_identity(files), ["cccd.jpg"]);
        assert_eq!(rules.identity_parts().collect::<Vec<_>>(), ["giay-to"]);
    }
}
