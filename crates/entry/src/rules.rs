//! The shape of the rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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

/// In whose name an entry is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    /// Cá nhân.
    Person,
    /// Nhóm tác giả.
    Group,
    /// Tổ chức, which names the people who made the solution.
    Organisation,
}

impl Holder {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Person, Self::Group, Self::Organisation];

    /// Its word in forms and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Organisation => "organisation",
        }
    }
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

/// Something that may be asked about an author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// Ngày sinh.
    Birth,
    /// Giới tính.
    Sex,
    /// Dân tộc: asked only with consent, Law 91/2025/QH15 on personal data.
    Ethnicity,
    /// Số định danh cá nhân, kept encrypted.
    Identity,
    /// Nghề nghiệp.
    Occupation,
    /// Chức vụ.
    Position,
    /// Trình độ, học hàm, học vị.
    Degree,
    /// Nơi công tác, học tập.
    Workplace,
    /// Nơi ở.
    Home,
    /// Điện thoại.
    Phone,
    /// Thư điện tử.
    Email,
}

impl Detail {
    /// Every one, in the order of a form.
    pub const ALL: [Self; 11] = [
        Self::Birth,
        Self::Sex,
        Self::Ethnicity,
        Self::Identity,
        Self::Occupation,
        Self::Position,
        Self::Degree,
        Self::Workplace,
        Self::Home,
        Self::Phone,
        Self::Email,
    ];

    /// Its word in forms and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Sex => "sex",
            Self::Ethnicity => "ethnicity",
            Self::Identity => "identity",
            Self::Occupation => "occupation",
            Self::Position => "position",
            Self::Degree => "degree",
            Self::Workplace => "workplace",
            Self::Home => "home",
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }

    /// Whether the law protects it more than other data about a person (dữ liệu cá nhân nhạy cảm).
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Ethnicity | Self::Identity)
    }
}

/// How much something is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Bắt buộc.
    #[default]
    Required,
    /// Nếu có.
    Optional,
}

impl Need {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Required, Self::Optional];

    /// Its word in forms and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
        }
    }
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

/// Where a prize keeps a solution out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Won {
    /// At whatever contest of this kind.
    Anywhere,
    /// At a contest of a province or ministry, or above.
    Province,
    /// At the national contest.
    Nation,
}

impl Won {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Anywhere, Self::Province, Self::Nation];

    /// Its word in forms and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Province => "province",
            Self::Nation => "nation",
        }
    }
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

/// What a part of a dossier is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Phiếu đăng ký dự thi.
    Registration,
    /// Bản mô tả giải pháp.
    Description,
    /// Toàn văn giải pháp.
    FullText,
    /// Ảnh chân dung.
    Portrait,
    /// Giấy tờ tùy thân, giấy khai sinh.
    Identity,
    /// Bản vẽ, ảnh chụp, phim.
    Pictures,
    /// Mô hình, sản phẩm.
    Model,
    /// Minh chứng đã áp dụng, hiệu quả.
    Evidence,
    /// Whatever else.
    #[default]
    Other,
}

impl Role {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Registration,
        Self::Description,
        Self::FullText,
        Self::Portrait,
        Self::Identity,
        Self::Pictures,
        Self::Model,
        Self::Evidence,
        Self::Other,
    ];

    /// Its word in forms and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Description => "description",
            Self::FullText => "full-text",
            Self::Portrait => "portrait",
            Self::Identity => "identity",
            Self::Pictures => "pictures",
            Self::Model => "model",
            Self::Evidence => "evidence",
            Self::Other => "other",
        }
    }
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

/// Who confirms an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confirmation {
    /// Nobody.
    None,
    /// The body where the author works or learns.
    Employer,
    /// The people's committee of the commune.
    Commune,
    /// Either of the two.
    #[default]
    Either,
}

impl Confirmation {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Either, Self::Employer, Self::Commune, Self::None];

    /// Its word in forms and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Employer => "employer",
            Self::Commune => "commune",
            Self::Either => "either",
        }
    }
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

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// Word: DOCX.
    Text,
    /// JPEG, PNG, HEIC, WebP.
    Picture,
    /// Excel: XLSX.
    Sheet,
    /// MP4, MOV, WebM.
    Film,
}

impl FileKind {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Text, Self::Picture, Self::Sheet, Self::Film];

    /// Its word in forms and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "text",
            Self::Picture => "picture",
            Self::Sheet => "sheet",
            Self::Film => "film",
        }
    }
}
