//! What stands beside a file (ảnh xem trước, bản cho giám khảo), for whoever may have the file itself.

use decoding::NoCopy;

/// The copy of a file for judges (bản cho giám khảo), in which no program and no camera says who made it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum JudgesCopy {
    /// Nobody has looked at the file yet.
    #[default]
    NotYet,
    /// The original says nothing of that kind: it is its own copy.
    Original,
    /// A file of its own, by its hash.
    Made(String),
    /// There is none, and why.
    Absent(NoCopy),
}

impl JudgesCopy {
    /// Key of the sentence that says why there is no copy; nothing where there is one.
    pub fn absence(&self) -> Option<&'static str> {
        match self {
            Self::NotYet => Some("judges-copy-not-yet"),
            Self::Absent(why) => Some(why_not(*why)),
            Self::Original | Self::Made(_) => None,
        }
    }

    /// Which file judges are given of an original; nothing where there is no copy.
    pub fn hash<'a>(&'a self, original: &'a str) -> Option<&'a str> {
        match self {
            Self::Original => Some(original),
            Self::Made(hash) => Some(hash),
            Self::NotYet | Self::Absent(_) => None,
        }
    }
}

/// Key of the sentence that says why there is no copy, and what to do.
fn why_not(why: NoCopy) -> &'static str {
    match why {
        NoCopy::Kind => "judges-copy-kind",
        NoCopy::Moving => "judges-copy-moving",
        NoCopy::Damaged => "judges-copy-damaged",
        NoCopy::Locked => "judges-copy-locked",
        NoCopy::TooHard => "judges-copy-too-hard",
        NoCopy::NoProgram => "judges-copy-no-program",
    }
}

/// What was made of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Renditions {
    /// Pictures of its first pages, by their hashes.
    pub pages: Vec<String>,
    /// Its copy for judges.
    pub copy: JudgesCopy,
}
