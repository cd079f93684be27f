//! Configuration: parsed once at start from flags, environment and a file, in this order.

mod bucket;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use kernel::Fault;
use serde::Deserialize;

pub use bucket::{Bucket, Patience, Secret, Settings};

/// What the operator has set.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// Folder of everything that this installation keeps.
    pub data: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// PostgreSQL, if not the embedded SQLite.
    pub database: Option<String>,
    /// The address that people type; links in mails begin with it.
    pub public_url: String,
    /// The bucket in which files lie, if not the folder `files`.
    pub bucket: Option<Bucket>,
    /// How mail leaves, if it does.
    pub smtp: Option<Smtp>,
    /// Who asks for metrics must know this.
    pub metrics_token: Option<String>,
    /// Whether anybody may sign in as anybody of the demo world by one click.
    pub demo: bool,
    /// The program `hoithi`, which reads foreign files in a process of its own.
    pub program: PathBuf,
}

/// How mail leaves.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// `smtp://host:25`, `smtps://user:password@host`, `smtp://…?tls=required`.
    pub url: String,
    /// Sender, e.g. `Hội thi <hoithi@example.org>`.
    pub from: String,
    /// For so many seconds a letter to many waits, and can be stopped.
    #[serde(default = "grace_seconds")]
    pub grace_seconds: u32,
}

impl Smtp {
    /// Mail that leaves by this server, from this sender.
    pub fn new(url: impl Into<String>, from: impl Into<String>) -> Self {
        Self { url: url.into(), from: from.into(), grace_seconds: grace_seconds() }
    }
}

/// A minute: long enough to see what went wrong in a letter.
const fn grace_seconds() -> u32 {
    60
}

/// The file `hoithi.toml` in the data folder, or the one that `--config` names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// See [`Configuration::listen`].
    pub listen: Option<SocketAddr>,
    /// See [`Configuration::database`].
    pub database: Option<String>,
    /// See [`Configuration::public_url`].
    pub public_url: Option<String>,
    /// See [`Configuration::bucket`].
    pub bucket: Option<Settings>,
    /// See [`Configuration::smtp`].
    pub smtp: Option<Smtp>,
    /// See [`Configuration::metrics_token`].
    pub metrics_token: Option<String>,
}

impl File {
    /// Reads the file; a missing one is an empty one.
    ///
    /// # Errors
    /// The file is there and cannot be read or understood.
    pub fn read(path: &Path) -> Result<Self, Fault> {
        match std::fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text)
                .map_err(|error| Fault::new(format!("{}: {error}", path.display()))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Fault::new(format!("{}: {error}", path.display()))),
        }
    }
}

impl Configuration {
    /// The embedded installation in a folder, for commands and tests.
    pub fn embedded(data: &Path) -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        Self {
            data: data.to_owned(),
            listen,
            database: None,
            bucket: None,
            public_url: format!("http://{listen}"),
            smtp: None,
            metrics_token: None,
            demo: false,
            program: own_program(),
        }
    }

    /// The URL of the database.
    pub fn database_url(&self) -> String {
        let embedded = || format!("sqlite://{}", self.data.join("hoithi.sqlite").display());
        self.database.clone().unwrap_or_else(embedded)
    }

    /// The address that people type for a path of ours.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.trim_end_matches('/'))
    }

    /// Whether people come by HTTPS, so that cookies may insist on it.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether a request may name this host. A bare address is always right: no name can be rebound
    /// to it.
    pub fn answers_to(&self, host: &str) -> bool {
        let public = self.public_url.split("://").nth(1).unwrap_or("").split('/').next();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let bare = name.trim_matches(['[', ']']);
        Some(host) == public || name == "localhost" || bare.parse::<IpAddr>().is_ok()
    }
}

/// This program itself; for programs beside it, such as measurements, the `hoithi` in the same folder.
fn own_program() -> PathBuf {
    let own = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("hoithi"));
    let folders = own.ancestors().skip(1).take(2);
    let beside = folders.map(|folder| folder.join("hoithi")).find(|path| path.is_file());
    match own.file_stem().is_some_and(|stem| stem == "hoithi") {
        true => own,
        false => beside.unwrap_or(own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forged_hosts_are_known() {
        let mut configuration = Configuration::embedded(Path::new("data"));
        configuration.public_url = "https://hoithi.example".to_owned();
        let check = |host: &str, expect: bool| {
            assert_eq!(configuration.answers_to(host), expect, "{host}");
        };
        check("hoithi.example", true);
        check("127.0.0.1:8080", true);
        check("[::1]:8080", true);
        check("localhost:8080", true);
        check("evil.example", false);
        check("hoithi.example.evil.example", false);
        check("", false);
    }
}
