//! The shape of the rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::choices::{Confirmation, Detail, FileKind, Holder, Need, Role, Won};

/// What a contest asks of an entry (quy định về hồ sơ dự thi).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntryRules {
    /// In whose name an entry may be made (bên dự thi).
    pub holders: Vec<Holder>,
    /// What is asked of its authors (tác giả).
    pub authors: Authors,
    /// Whether a second field of entry (lĩnh vực thứ hai) may be named beside the first.
    pub second_field: bool,
    /// Who is judged with whom (nhóm chấm); none: each field by itself.
    pub groups: Vec<Group>,
    /// What an entry must be, beyond year, place and ages.
    pub conditions: Conditions,
    /// What a dossier consists of (thành phần hồ sơ).
    pub checklist: Vec<Item>,
    /// The parts of the description (bản mô tả giải pháp).
    pub sections: Vec<Section>,
    /// Who confirms an entry (xác nhận) before it is handed in.
    pub confirmation: Confirmation,
    /// What the authors vouch for (cam đoan), a sentence each.
    pub undertaking: Vec<String>,
    /// How many sets on paper (bộ bản giấy) are handed in; 0: none.
    pub paper_copies: u8,
    /// What files may be.
    pub files: Files,
}

/// What is asked of authors.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Authors {
    /// How many at most; nothing: as many as there are.
    pub most: Option<u8>,
    /// Whether each names a share of the work (tỷ lệ đóng góp), 100 in all.
    pub shares: bool,
    /// What is asked about each beside the name; what is not named is not asked.
    pub details: BTreeMap<Detail, Need>,
}

/// Entries of these fields are judged by one panel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// The fields of entry, as the rules name them.
    pub fields: Vec<String>,
}

/// What an entry must be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Conditions {
    /// Not merely an idea: evidence that the solution was applied (đã áp dụng) belongs to the dossier.
    pub applied: bool,
    /// It must not have won (chưa đoạt giải) at such a contest before.
    pub not_won: Option<Won>,
    /// It must not have entered this contest before (chưa dự thi).
    pub not_entered: bool,
    /// Organisers, secretaries and judges do not enter.
    pub no_officials: bool,
    /// Whatever else, a sentence each.
    pub others: Vec<String>,
}

/// A part of a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is known by through all versions.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What it is, for whoever checks.
    pub role: Role,
    /// Whether it may be missing.
    #[serde(default)]
    pub need: Need,
    /// What files it may be; none: it comes on paper or as an object only.
    #[serde(default)]
    pub takes: Vec<FileKind>,
    /// What authors have to know about it.
    #[serde(default)]
    pub note: String,
}

/// A part of the description.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What it is known by through all versions.
    pub key: String,
    /// Its heading, with its number.
    pub title: String,
    /// What is to be written there.
    #[serde(default)]
    pub prompt: String,
    /// The criterion (tiêu chí) for which judges read it; nothing: for none.
    #[serde(default)]
    pub criterion: Option<String>,
    /// Whether it may stay empty.
    #[serde(default)]
    pub need: Need,
    /// How many words at most; nothing: as many as it takes.
    #[serde(default)]
    pub most_words: Option<u32>,
}

/// What files may be, and when they must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Files {
    /// Size of one at most, in MB (10⁶ bytes).
    pub each_mb: u16,
    /// Size of all of a dossier at most, in MB.
    pub all_mb: u16,
    /// How many at most.
    pub most: u16,
    /// How many minutes after the deadline the bytes may follow whose hashes were there in time; 0: none.
    pub grace_minutes: u16,
}

impl Default for Files {
    fn default() -> Self {
        Self { each_mb: 100, all_mb: 500, most: 40, grace_minutes: 60 }
    }
}
