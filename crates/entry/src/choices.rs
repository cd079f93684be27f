//! What can be chosen in rules, each with its word in forms and stores.

use serde::{Deserialize, Serialize};

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
