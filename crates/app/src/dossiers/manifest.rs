//! The manifest (bản kê nộp): what is handed in, small enough for any line. It names each file by its hash.

use entry::Entry;
use kernel::Fault;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The word with which each manifest begins.
pub const FORMAT: &str = "hoithi.dossier/1";

/// A manifest. Its JSON, with these fields in this order, is what the receipt's digest is taken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// The contest.
    pub contest: String,
    /// The version of its rules.
    pub rules_version: i64,
    /// What was written.
    pub entry: Entry,
    /// What was vouched for, a sentence each.
    pub vouched: Vec<String>,
    /// The files, in the order of the checklist.
    pub files: Vec<Listed>,
}

/// A file of a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Which part of the checklist it is.
    pub item: String,
    /// As the sender named it.
    pub name: String,
    /// How many bytes.
    pub bytes: i64,
    /// SHA-256, hex.
    pub sha256: String,
}

/// A manifest as it is kept: its JSON and the digest of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// JSON.
    pub body: String,
    /// SHA-256 of the body, hex.
    pub digest: String,
}

impl Manifest {
    /// The manifest as it is kept.
    ///
    /// # Errors
    /// It cannot be written as JSON, which is a fault.
    pub fn seal(&self) -> Result<Sealed, Fault> {
        let body = serde_json::to_string(self)?;
        let digest = digest(&body);
        Ok(Sealed { body, digest })
    }

    /// The manifest that was kept.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn read(body: &str) -> Result<Self, Fault> {
        Ok(serde_json::from_str(body)?)
    }
}

/// SHA-256 of a text, hex.
pub fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_manifest_never_changes() {
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            contest: "c".to_owned(),
            rules_version: 2,
            entry: Entry::default(),
            vouched: vec!["Tự làm".to_owned()],
            files: vec![Listed {
                item: "phieu".to_owned(),
                name: "a.pdf".to_owned(),
                bytes: 3,
                sha256: "00".to_owned(),
            }],
        };
        let sealed = manifest.seal().unwrap();
        let expect = "{\"format\":\"hoithi.dossier/1\",\"contest\":\"c\",\"rules_version\":2,\"entry\":\
            {\"solution\":{\"title\":\"\",\"field\":\"\",\"second_field\":\"\",\"applied_since\":null,\
            \"applied_at\":\"\",\"earlier\":\"\",\"protection\":\"\"},\"people\":{\"holder\":null,\
            \"organisation\":{\"name\":\"\",\"address\":\"\",\"representative\":\"\",\"phone\":\"\"},\
            \"authors\":[]},\"description\":{}},\"vouched\":[\"Tự làm\"],\"files\":[{\"item\":\"phieu\",\
            \"name\":\"a.pdf\",\"bytes\":3,\"sha256\":\"00\"}]}";
        assert_eq!(sealed.body, expect);
        assert_eq!(sealed.digest, digest(expect));
        assert_eq!(Manifest::read(&sealed.body).unwrap(), manifest);
    }
}
