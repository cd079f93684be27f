//! An installation with a contest that takes dossiers, and the first dossier, written as its author would.

use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use documents::{Level, MilestoneKind, Series};
use hoithi::accounts::Actor;
use hoithi::accounts::invitations::first_administrator;
use hoithi::accounts::names::{Email, PersonName};
use hoithi::accounts::password::{self, NewPassword};
use hoithi::configuration::Configuration;
use hoithi::contests::{self, ContestDraft, ContestFacts, MilestoneDraft, RuleSet, Step};
use hoithi::frame::App;
use hoithi::units::draft::TypedUnit;
use hoithi::units::{self, Kind};
use kernel::id::{ContestId, UnitId};
use kernel::time::SystemClock;
use kernel::{Failure, Fault, Window};
use sha2::{Digest, Sha256};

use crate::country::{EMAIL, PASSWORD};
use crate::http::{Client, Reply};
use crate::lists::as_fault;
use crate::server::Server;

/// What the rules ask: a short form, a description of one part, evidence.
const RULES: &str = r#"
    holders = ["person", "group"]
    confirmation = "either"
    [authors]
    shares = true
    details = { phone = "required" }
    [files]
    each_mb = 100
    all_mb = 1000
    most = 40
    grace_minutes = 60
    [[checklist]]
    key = "minh-chung"
    name = "Minh chứng đã áp dụng"
    role = "evidence"
    takes = ["pdf", "picture"]
    [[sections]]
    key = "diem-moi"
    title = "Điểm mới"
"#;

/// Units from which dossiers come.
pub const UNITS: usize = 40;

/// An installation that is filled.
pub struct Installed {
    /// The contest.
    pub contest: ContestId,
    /// The units, the organiser first.
    pub units: Vec<UnitId>,
}

/// Opens the program's own database: embedded in the folder, or that of the address.
pub async fn open(data: &Path, url: Option<&str>) -> Result<App, Failure> {
    let mut configuration = Configuration::embedded(data);
    configuration.database = url.map(str::to_owned);
    Ok(App::open(configuration, Arc::new(SystemClock)).await?)
}

/// Founds the units, the contest and its administrator.
pub fn install(data: &Path, url: Option<&str>) -> Result<Installed, Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(installed(data, url)).map_err(as_fault)
}

async fn installed(data: &Path, url: Option<&str>) -> Result<Installed, Failure> {
    let app = open(data, url).await?;
    let hash = password::hash(&app, NewPassword::read(PASSWORD, PASSWORD, &[])?).await?;
    let mut tx = app.store.begin().await?;
    let actor = Actor::operator(tx.at());
    first_administrator(&mut tx, &Email::read(EMAIL)?, &PersonName::read("Đo")?, &hash).await?;
    let mut units = Vec::new();
    for number in 0..=UNITS {
        let typed = TypedUnit {
            name: format!("Ủy ban nhân dân xã Đo Lường {number}"),
            kind: Kind::Committee.code().to_owned(),
            ..TypedUnit::default()
        };
        let above = units.first().copied();
        units.push(units::found(&mut tx, &actor, &typed.read(Ok(above))?).await?);
    }
    let draft = draft(units[0], tx.at().day().year())?;
    let contest = contests::found(&mut tx, &actor, &draft).await?;
    contests::step(&mut tx, &actor, contest, Step::Start).await?;
    tx.commit().await?;
    app.close().await?;
    Ok(Installed { contest, units })
}

fn draft(organiser: UnitId, year: i16) -> Result<ContestDraft, Failure> {
    let facts = ContestFacts {
        name: "Hội thi Sáng tạo kỹ thuật tỉnh Đo Lường".to_owned(),
        series: Series::TechnicalInnovation,
        level: Level::Province,
        locality: "tỉnh Đo Lường".to_owned(),
        edition: Some(9),
        years: Some([year, year + 1]),
        parent: None,
        higher: None,
        organiser: Some(organiser),
        standing: Some(organiser),
        receiving: Some(organiser),
        summary: None,
    };
    let end = format!("{}-05-31", year + 1);
    let rules = RuleSet {
        entry: toml::from_str(RULES).map_err(Fault::from)?,
        fields: ["Cơ khí", "Y dược", "Nông lâm ngư nghiệp"].map(str::to_owned).into(),
        ..RuleSet::default()
    };
    Ok(ContestDraft {
        facts,
        rules,
        milestones: vec![MilestoneDraft {
            kind: Some(MilestoneKind::Submission),
            title: None,
            window: Window { start: None, end: end.parse().ok(), end_inclusive: true },
            by_postmark: false,
            sentence: None,
        }],
        contacts: Vec::new(),
        citations: Vec::new(),
        regimes: Vec::new(),
        paper: None,
    })
}

/// Somebody who is signed in, on a connection of their own.
pub struct Person {
    client: Client,
    headers: String,
}

impl Person {
    /// The administrator.
    pub fn administrator(server: &Server) -> Result<Self, Fault> {
        let mut client = Client::connect(server.address)?;
        let form = format!("email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
        let cookie = client.post("/sign-in", &form)?.cookie;
        let cookie = cookie.ok_or_else(|| Fault::new("the sign-in gave no session"))?;
        Ok(Self { client, headers: format!("cookie: {cookie}\r\n") })
    }

    /// Whoever holds this session.
    pub fn with_cookie(server: &Server, cookie: &str) -> Result<Self, Fault> {
        let client = Client::connect(server.address)?;
        Ok(Self { client, headers: format!("cookie: {cookie}\r\n") })
    }

    /// The session, as its cookie.
    pub fn cookie(&self) -> &str {
        self.headers.trim_start_matches("cookie: ").trim_end()
    }

    /// The header line with the session.
    pub fn headers(&self) -> &str {
        &self.headers
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> Result<Reply, Fault> {
        self.client.get(path, &self.headers)
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, form: &str) -> Result<Reply, Fault> {
        self.client.post_as(path, &self.headers, form)
    }

    /// Sends a request of the protocol of uploads.
    pub fn tus(&mut self, request: (&str, &str), more: &str, body: &[u8]) -> Result<Reply, Fault> {
        let headers = format!(
            "{}tus-resumable: 1.0.0\r\nsec-fetch-site: same-origin\r\n{more}",
            self.headers
        );
        self.client.send(request, &headers, body)
    }

    /// Promises a file for a dossier; answers with the address of the upload.
    pub fn begins(&mut self, path: &str, (bytes, sha256): (usize, &str)) -> Result<String, Fault> {
        let purpose = path.trim_start_matches('/').replacen("dossiers", "dossier", 1);
        let pair = |name: &str, value: &str| format!("{name} {}", STANDARD.encode(value));
        let metadata =
            [pair("filename", "tệp.pdf"), pair("sha256", sha256), pair("purpose", &purpose)]
                .join(",");
        let more = format!("upload-length: {bytes}\r\nupload-metadata: {metadata}\r\n");
        let promised = self.tus(("POST", "/uploads"), &more, b"")?;
        promised.location.ok_or_else(|| refused("a promise", promised.status))
    }

    /// Promises a file for a dossier and names it there; answers with the address of the upload.
    pub fn promises(
        &mut self,
        (path, item): (&str, &str),
        (bytes, sha256): (usize, &str),
    ) -> Result<String, Fault> {
        let upload = self.begins(path, (bytes, sha256))?;
        let id = upload.trim_start_matches("/uploads/");
        let named = self.post(&format!("{path}/uploads"), &format!("item={item}&upload={id}"))?;
        match named.status {
            303 => Ok(upload),
            status => Err(refused("naming a file", status)),
        }
    }

    /// Sends bytes of an upload that begin at an offset; answers with the status and how much is there.
    pub fn sends(
        &mut self,
        upload: &str,
        offset: usize,
        bytes: &[u8],
    ) -> Result<(u16, Option<u64>), Fault> {
        let more =
            format!("upload-offset: {offset}\r\ncontent-type: application/offset+octet-stream\r\n");
        let reply = self.tus(("PATCH", upload), &more, bytes)?;
        Ok((reply.status, reply.offset))
    }

    /// Adds a file to a dossier.
    pub fn attaches(&mut self, path: &str, item: &str, bytes: &[u8]) -> Result<(), Fault> {
        let upload = self.promises((path, item), (bytes.len(), &sha256(bytes)))?;
        match self.sends(&upload, 0, bytes)?.0 {
            204 => Ok(()),
            status => Err(refused("a file", status)),
        }
    }

    /// Begins a dossier and writes its pages; answers with its address.
    pub fn writes(&mut self, contest: ContestId) -> Result<String, Fault> {
        let begun = self.post(&format!("/contests/{contest}/dossiers"), "")?;
        let first = begun.location.ok_or_else(|| Fault::new("a dossier was not begun"))?;
        let path = first.trim_end_matches("/pages/solution").to_owned();
        for (page, form) in PAGES {
            let reply = self.post(&format!("{path}/pages/{page}"), form)?;
            if reply.status != 303 {
                return Err(refused(page, reply.status));
            }
        }
        Ok(path)
    }
}

/// SHA-256 of bytes, hex.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn refused(what: &str, status: u16) -> Fault {
    Fault::new(format!("{what} answered {status}"))
}

/// What is written on each page.
const PAGES: [(&str, &str); 3] = [
    (
        "solution",
        "title=M%C3%A1y+gieo+h%E1%BA%A1t+ng%C3%B4&field=C%C6%A1+kh%C3%AD&applied-since=5%2F2024&\
         applied-at=x%C3%A3+%C4%90o&revision=0",
    ),
    (
        "people",
        "holder=person&author-0-key=author-1&author-0-name=L%C3%B2+V%C4%83n+Gieo&author-0-share=100&\
         author-0-phone=0900+000+201&revision=0",
    ),
    ("description", "part-diem-moi=Gieo+ba+h%C3%A0ng+m%E1%BB%99t+l%C6%B0%E1%BB%A3t.&revision=0"),
];
