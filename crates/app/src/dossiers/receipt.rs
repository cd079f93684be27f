//! The receipt (giấy biên nhận): what was handed in, when, under which number, and how everybody can check it.

use ::store::Reader;
use kernel::{Failure, Instant, Refusal};
use typesetting::{Align, Block, Column, Form, Table};

use super::access::{self, SeenDossier};
use super::manifest::Manifest;
use super::store::{self, VersionRow};
use super::{DossierId, subject};
use crate::accounts::Actor;
use crate::audit;
use crate::contests;
use crate::frame::{Locale, Words, code};

/// Papers are in Vietnamese, whatever language the page is read in.
const PAPERS: Words = Words(Locale::Vi);

/// A receipt.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The dossier.
    pub seen: SeenDossier,
    /// Its number.
    pub number: i64,
    /// The version that was handed in.
    pub version: VersionRow,
    /// What it holds.
    pub manifest: Manifest,
    /// The place of the act in the ledger.
    pub place: Option<i64>,
}

/// The receipt of the newest version, for those who write the dossier.
///
/// # Errors
/// For this actor there is no such dossier, or it was not handed in.
pub async fn of(reader: &Reader, actor: &Actor, id: DossierId) -> Result<Receipt, Failure> {
    let seen = access::own(reader, actor, id).await?;
    let version = store::last_version(reader, id).await?.ok_or_else(Refusal::absent)?;
    let number = seen.row.number.ok_or_else(Refusal::absent)?;
    let noted = ("digest", version.digest.as_str());
    let place = audit::place_of(reader, &subject(id), "dossier.submit", noted).await?;
    let manifest = Manifest::read(&version.body)?;
    Ok(Receipt { seen, number, version, manifest, place })
}

/// What everybody may know of a receipt whose code they hold: that it is one. No title and no name.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The contest.
    pub contest: String,
    /// The number of the dossier.
    pub number: i64,
    /// When all of it was here.
    pub received_at: Instant,
    /// The digest of the manifest.
    pub digest: String,
    /// How many files it names.
    pub files: usize,
    /// Whether a newer version was handed in since.
    pub is_replaced: bool,
}

/// The receipt on which a code stands.
///
/// # Errors
/// There is none.
pub async fn check(reader: &Reader, code: &str) -> Result<Checked, Failure> {
    let gone = || Refusal::absent_because("receipt-unknown").way_out("way-portal", "/hoi-thi");
    let found = store::version_by_code(reader, &code::typed(code)).await?;
    let version = found.ok_or_else(gone)?;
    let id: DossierId = version.dossier_id.parse()?;
    let row = store::find(reader, id).await?.ok_or_else(gone)?;
    let contest = contests::store::find(reader, row.contest()?).await?.ok_or_else(gone)?;
    let newest = store::last_version(reader, id).await?;
    Ok(Checked {
        contest: contest.name,
        number: row.number.ok_or_else(gone)?,
        received_at: Instant::from_millis(version.received_at),
        files: Manifest::read(&version.body)?.files.len(),
        is_replaced: newest.is_some_and(|newest| newest.version > version.version),
        digest: version.digest,
    })
}

/// The path at which everybody can check a receipt.
pub fn path(code: &str) -> String {
    format!("/receipts/{code}")
}

impl Receipt {
    /// The receipt as a PDF; `address` is where it can be checked.
    pub fn pdf(&self, address: &str) -> Vec<u8> {
        let form = Form {
            label: String::new(),
            name: PAPERS.say("receipt-name"),
            subject: self.seen.contest.name.clone(),
            body: self.blocks(address),
            signatures: Vec::new(),
        };
        form.pdf()
    }

    fn blocks(&self, address: &str) -> Vec<Block> {
        let files = self.manifest.files.len();
        let count = PAPERS.count("receipt-files", i64::try_from(files).unwrap_or(i64::MAX));
        let mut blocks = vec![Block::Table(self.facts(address)), Block::text(count)];
        if let Some(until) = self.version.bytes_until.map(Instant::from_millis) {
            let says = PAPERS.with("receipt-bytes-until", "moment", until.written());
            blocks.push(Block::text(says));
        }
        if files > 0 {
            blocks.push(Block::Table(self.table()));
        }
        blocks
    }

    fn facts(&self, address: &str) -> Table {
        let authors = self.manifest.entry.people.authors.iter();
        let authors: Vec<&str> = authors.map(|author| author.name.as_str()).collect();
        let received = Instant::from_millis(self.version.received_at);
        let told = [
            ("dossier-number", Some(self.number.to_string())),
            ("receipt-received", Some(received.to_the_second())),
            ("entry-solution-title", Some(self.version.title.clone())),
            ("entry-part-authors", Some(authors.join(", "))),
            ("receipt-code", Some(code::spoken(&self.version.code))),
            ("receipt-ledger", self.place.map(|place| place.to_string())),
            ("receipt-sha256", Some(self.version.digest.clone())),
            ("receipt-check-head", Some(address.to_owned())),
        ];
        let row = |(key, value): (&str, Option<String>)| Some(vec![PAPERS.say(key), value?]);
        Table {
            columns: vec![
                column("receipt-column-what", 3, Align::Left),
                column("receipt-column-value", 7, Align::Left),
            ],
            rows: told.into_iter().filter_map(row).collect(),
            sum: false,
        }
    }

    fn table(&self) -> Table {
        let row = |file: &super::manifest::Listed| {
            vec![file.name.clone(), file.bytes.to_string(), file.sha256.clone()]
        };
        Table {
            columns: vec![
                column("receipt-file", 4, Align::Left),
                column("receipt-bytes", 2, Align::Right),
                column("receipt-sha256", 6, Align::Left),
            ],
            rows: self.manifest.files.iter().map(row).collect(),
            sum: false,
        }
    }
}

fn column(key: &str, share: u16, align: Align) -> Column {
    Column { head: PAPERS.say(key), share, align }
}
