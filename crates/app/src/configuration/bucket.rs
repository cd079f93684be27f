//! The bucket of an installation (kho S3): where it is, and with what its requests are signed.

use std::fmt;
use std::time::Duration;

use kernel::Fault;
use serde::Deserialize;

/// What nobody may read in a log.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// A secret with this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text of it.
    pub fn told(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// How long a store is waited for. A page takes at most 30 seconds, in which a fault must still be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Until it takes a connection.
    pub connecting: Duration,
    /// Until it answers once, beside the time that bytes take which are sent to it.
    pub answer: Duration,
    /// Until it answers, however often it is asked.
    pub all: Duration,
    /// Until the next bytes of a file come that is read.
    pub silence: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connecting: Duration::from_secs(3),
            answer: Duration::from_secs(7),
            all: Duration::from_secs(18),
            silence: Duration::from_secs(15),
        }
    }
}

/// A bucket and who we are to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// `https://s3.example.org`, with a port if it is not the usual one.
    pub endpoint: String,
    /// Name of the bucket.
    pub name: String,
    /// Its region, as the store calls it.
    pub region: String,
    /// Name of the key.
    pub key: String,
    /// What belongs to the key.
    pub secret: Secret,
    /// How the names of all our objects begin; empty where the bucket is ours alone.
    pub prefix: String,
    /// How long it is waited for.
    pub patience: Patience,
}

/// The part `[bucket]` of the configuration file. Each line can also stand in the environment, which comes first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// See [`Bucket::endpoint`]; `HOITHI_BUCKET_ENDPOINT`.
    pub endpoint: Option<String>,
    /// See [`Bucket::name`]; `HOITHI_BUCKET_NAME`.
    pub name: Option<String>,
    /// See [`Bucket::region`]; `HOITHI_BUCKET_REGION`; `us-east-1` where neither says it.
    pub region: Option<String>,
    /// See [`Bucket::key`]; `HOITHI_BUCKET_KEY`.
    pub key: Option<String>,
    /// See [`Bucket::secret`]; `HOITHI_BUCKET_SECRET`.
    pub secret: Option<Secret>,
    /// See [`Bucket::prefix`]; `HOITHI_BUCKET_PREFIX`.
    pub prefix: Option<String>,
}

impl Settings {
    /// What stands in the environment, before what stands in the file.
    #[must_use]
    pub fn or_from(self, variable: impl Fn(&str) -> Option<String>) -> Self {
        let or = |name: &str, stands: Option<String>| {
            variable(&format!("HOITHI_BUCKET_{name}")).or(stands)
        };
        Self {
            endpoint: or("ENDPOINT", self.endpoint),
            name: or("NAME", self.name),
            region: or("REGION", self.region),
            key: or("KEY", self.key),
            secret: variable("HOITHI_BUCKET_SECRET").map(Secret).or(self.secret),
            prefix: or("PREFIX", self.prefix),
        }
    }

    /// The bucket that is meant; nothing where nothing is set.
    ///
    /// # Errors
    /// Something is set, and not all that a bucket needs, or it cannot be so.
    pub fn bucket(self) -> Result<Option<Bucket>, Fault> {
        if self == Self::default() {
            return Ok(None);
        }
        let missing =
            |what: &str| Fault::new(format!("the settings of the bucket lack its {what}"));
        let bucket = Bucket {
            endpoint: self.endpoint.ok_or_else(|| missing("endpoint"))?,
            name: self.name.ok_or_else(|| missing("name"))?,
            region: self.region.unwrap_or_else(|| "us-east-1".to_owned()),
            key: self.key.ok_or_else(|| missing("key"))?,
            secret: self.secret.ok_or_else(|| missing("secret"))?,
            prefix: self.prefix.unwrap_or_default(),
            patience: Patience::default(),
        };
        let odd = |byte: u8| !byte.is_ascii_alphanumeric() && !b"-_./".contains(&byte);
        for (what, text) in [("name", &bucket.name), ("prefix", &bucket.prefix)] {
            if text.bytes().any(odd) || text.contains("//") || text.starts_with('/') {
                return Err(Fault::new(format!("{text} cannot be the {what} of a bucket")));
            }
        }
        if bucket.name.is_empty() || bucket.name.contains('/') {
            return Err(Fault::new(format!("{} cannot be the name of a bucket", bucket.name)));
        }
        Ok(Some(bucket))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> Settings {
        toml::from_str(text).unwrap()
    }

    const ALL: &str =
        "endpoint = 'https://s3.example.org'\nname = 'tep'\nkey = 'k'\nsecret = 's3cr3t'\n";

    #[test]
    fn a_bucket_is_whole_or_refused() {
        let check = |text: &str, expect: Result<Option<&str>, &str>| {
            let found =
                set(text).bucket().map(|it| it.map(|it| format!("{} {}", it.name, it.prefix)));
            let found = found.map_err(|fault| fault.to_string());
            let expect = expect.map(|it| it.map(str::to_owned)).map_err(str::to_owned);
            assert_eq!(found, expect, "{text}");
        };
        check("", Ok(None));
        check(ALL, Ok(Some("tep ")));
        check(&format!("{ALL}prefix = 'so-khcn/2026/'"), Ok(Some("tep so-khcn/2026/")));
        check("name = 'tep'", Err("the settings of the bucket lack its endpoint"));
        let without = |line: &str| ALL.replace(line, "");
        check(&without("key = 'k'\n"), Err("the settings of the bucket lack its key"));
        check(&without("secret = 's3cr3t'\n"), Err("the settings of the bucket lack its secret"));
        check(&ALL.replace("'tep'", "'a/b'"), Err("a/b cannot be the name of a bucket"));
        check(&ALL.replace("'tep'", "''"), Err(" cannot be the name of a bucket"));
        check(&format!("{ALL}prefix = '/a'"), Err("/a cannot be the prefix of a bucket"));
        check(&format!("{ALL}prefix = 'a&b'"), Err("a&b cannot be the prefix of a bucket"));
    }

    #[test]
    fn the_environment_comes_before_the_file() {
        let variable = |name: &str| match name {
            "HOITHI_BUCKET_SECRET" => Some("other".to_owned()),
            "HOITHI_BUCKET_REGION" => Some("hn-1".to_owned()),
            _ => None,
        };
        let bucket = set(ALL).or_from(variable).bucket().unwrap().unwrap();
        assert_eq!((bucket.region.as_str(), bucket.secret.told()), ("hn-1", "other"));
        assert_eq!(bucket.name, "tep");
        assert_eq!(Settings::default().or_from(|_| None).bucket().unwrap(), None);
    }

    #[test]
    fn a_secret_is_in_no_log() {
        let bucket = set(ALL).bucket().unwrap().unwrap();
        let told = format!("{bucket:?} {:?}", set(ALL));
        assert!(!told.contains("s3cr3t"), "{told}");
    }
}
