//! `portal`: the public page of a contest, beside an embedded file of the same server.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use documents::{Eligibility, Level, MilestoneKind, Series};
use hoithi::accounts::Actor;
use hoithi::configuration::Configuration;
use hoithi::contests::rules::RulePrize;
use hoithi::contests::{
    self, ContactDraft, ContestDraft, ContestFacts, MilestoneDraft, RuleSet, Step,
};
use hoithi::frame::App;
use hoithi::units;
use hoithi::units::draft::TypedUnit;
use kernel::id::UnitId;
use kernel::time::SystemClock;
use kernel::{Failure, Fault, Window};
use serde_json::{Value, json};

use crate::Folder;
use crate::http::{self, Client};
use crate::lists::as_fault;
use crate::server::Server;

const PAGE: &str = "/hoi-thi/hoi-thi-sang-tao-ky-thuat-tinh-do-luong-lan-thu-1";
const PACKED: &str = "accept-encoding: br\r\naccept-language: vi\r\n";
/// The pieces of fonts that a Vietnamese page needs.
const CUTS: [&str; 4] = ["latin-400", "latin-600", "vietnamese-400", "vietnamese-600"];

/// Fills a folder, serves it, and asks.
pub fn measure(program: &Path, contests: u32, load: (usize, u64)) -> Result<Value, Fault> {
    let folder = Folder::new("portal")?;
    fill(folder.path(), contests)?;
    let server = Server::start(program, folder.path())?;
    let mut client = Client::connect(server.address)?;
    let page = client.get(PAGE, PACKED)?;
    let tag = page.tag.clone().ok_or_else(|| Fault::new("the page has no tag"))?;
    let first = first_visit(&mut client)?;
    let known = client.get(PAGE, &format!("{PACKED}if-none-match: {tag}\r\n"))?;
    let ask = |path: &str, headers: &str| http::load(server.address, path, headers, load);
    let file = file(&mut client, "hoithi.css")?;
    ask(PAGE, PACKED)?;
    let bare = ask("/health/live", "")?;
    let embedded = ask(&file, PACKED)?;
    let portal = ask(PAGE, PACKED)?;
    let overview = ask("/hoi-thi", PACKED)?;
    let search = ask("/hoi-thi?q=do+luong", PACKED)?;
    Ok(json!({
        "bench": "portal",
        "contests": contests,
        "bare_per_s": bare.per_second.round(),
        "embedded_file_per_s": embedded.per_second.round(),
        "embedded_file_bytes": embedded.bytes,
        "portal_per_s": portal.per_second.round(),
        "portal_p50_ms": portal.p50_ms,
        "portal_p95_ms": portal.p95_ms,
        "portal_to_embedded_file": portal.per_second / embedded.per_second,
        "portal_to_bare": portal.per_second / bare.per_second,
        "overview_per_s": overview.per_second.round(),
        "overview_p95_ms": overview.p95_ms,
        "search_per_s": search.per_second.round(),
        "page_bytes": page.wire,
        "first_visit_bytes": first,
        "later_visit_changed_bytes": page.wire,
        "later_visit_unchanged_bytes": known.wire,
        "memory_after_mb": server.resident_mb()?,
    }))
}

/// Makes contests in a folder and publishes them.
pub fn fill(folder: &Path, contests: u32) -> Result<Value, Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(found(folder, contests)).map_err(as_fault)?;
    Ok(json!({ "bench": "portal", "contests": contests }))
}

/// The address of an embedded file with its version, as the page names it.
fn file(client: &mut Client, name: &str) -> Result<String, Fault> {
    let addresses = addresses(&client.get(PAGE, "accept-language: vi\r\n")?.body);
    let found = addresses.into_iter().find(|address| address.contains(name));
    found.ok_or_else(|| Fault::new(format!("the page names no {name}")))
}

/// Bytes over the wire until a browser that was never here shows the page as it is meant to look.
fn first_visit(client: &mut Client) -> Result<usize, Fault> {
    let plain = client.get(PAGE, "accept-language: vi\r\n")?;
    let mut wanted = addresses(&plain.body);
    let sheet = file(client, "hoithi.css")?;
    let sheet = client.get(&sheet, "")?;
    let fonts = addresses(&sheet.body).into_iter();
    wanted.extend(fonts.filter(|font| CUTS.iter().any(|cut| font.contains(cut))));
    wanted.extend([PAGE.to_owned(), format!("{PAGE}/qr.svg")]);
    let mut bytes = 0;
    for address in wanted {
        bytes += client.get(&address, PACKED)?.wire;
    }
    Ok(bytes)
}

/// The embedded files that a page or a style sheet names.
fn addresses(body: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(body);
    let parts = text.split('"').filter(|part| part.starts_with("/assets/"));
    parts.map(|part| part.split('#').next().unwrap_or(part).to_owned()).collect()
}

async fn found(data: &Path, count: u32) -> Result<(), Failure> {
    let app = App::open(Configuration::embedded(data), Arc::new(SystemClock)).await?;
    let mut tx = app.store.begin().await?;
    let actor = Actor::operator(tx.at());
    let typed = TypedUnit {
        name: "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Đo Lường".to_owned(),
        kind: units::Kind::Association.code().to_owned(),
        ..TypedUnit::default()
    };
    let unit = units::found(&mut tx, &actor, &typed.read(Ok(None))?).await?;
    let year = tx.at().day().year();
    for number in 1..=count {
        let id = contests::found(&mut tx, &actor, &draft(number, year, unit)).await?;
        let from = tx.at();
        contests::step(&mut tx, &actor, id, Step::Start).await?;
        contests::publish(&mut tx, &actor, id, from).await?;
    }
    tx.commit().await?;
    app.close().await?;
    Ok(())
}

/// A contest as a plan of four pages makes it.
fn draft(number: u32, year: i16, unit: UnitId) -> ContestDraft {
    let name = format!("Hội thi Sáng tạo kỹ thuật tỉnh Đo Lường lần thứ {number}");
    let facts = ContestFacts {
        name,
        series: Series::TechnicalInnovation,
        level: Level::Province,
        locality: "tỉnh Đo Lường".to_owned(),
        edition: u16::try_from(number).ok(),
        years: Some([year, year + 1]),
        parent: None,
        higher: None,
        organiser: Some(unit),
        standing: Some(unit),
        receiving: Some(unit),
        summary: Some(
            "Dành cho mọi cá nhân, nhóm và tổ chức có giải pháp kỹ thuật đã áp dụng trong tỉnh."
                .to_owned(),
        ),
    };
    ContestDraft {
        facts,
        rules: rules(year),
        milestones: milestones(year),
        contacts: vec![ContactDraft {
            unit: Some(unit),
            title: Some("Ban Thư ký Hội thi".to_owned()),
            phones: vec!["02003812345".to_owned()],
            emails: vec!["hoithi@doluong.example".to_owned()],
            address: Some("12 đường Hoa Ban".to_owned()),
            ..ContactDraft::default()
        }],
        citations: Vec::new(),
        regimes: Vec::new(),
        paper: None,
    }
}

fn rules(year: i16) -> RuleSet {
    let fields = [
        "Công nghệ thông tin, điện tử, viễn thông",
        "Cơ khí tự động hóa, xây dựng, giao thông vận tải",
        "Vật liệu, hóa chất, năng lượng",
        "Nông lâm ngư nghiệp, tài nguyên và môi trường",
        "Y dược",
        "Giáo dục và đào tạo",
    ];
    let prize = |name: &str, count: u32, millions: u64| RulePrize {
        name: name.to_owned(),
        count: Some(count),
        amount_vnd: Some(millions * 1_000_000),
    };
    RuleSet {
        fields: fields.map(str::to_owned).to_vec(),
        eligibility: Eligibility { applied_since_year: Some(year - 5), ..Eligibility::default() },
        prizes: vec![
            prize("Giải Nhất", 1, 30),
            prize("Giải Nhì", 3, 20),
            prize("Giải Ba", 6, 10),
            prize("Giải Khuyến khích", 12, 5),
        ],
        ..RuleSet::default()
    }
}

fn milestones(year: i16) -> Vec<MilestoneDraft> {
    let next = year + 1;
    let stated = [
        (MilestoneKind::LaunchCeremony, format!("{year}-01-10"), format!("{year}-01-10")),
        (MilestoneKind::Submission, format!("{year}-02-01"), format!("{next}-05-31")),
        (MilestoneKind::PreliminaryJudging, format!("{next}-07-01"), format!("{next}-07-20")),
        (MilestoneKind::FinalJudging, format!("{next}-08"), format!("{next}-08")),
        (MilestoneKind::AwardCeremony, format!("{next}-Q4"), format!("{next}-Q4")),
    ];
    let draft = |(kind, start, end): (MilestoneKind, String, String)| MilestoneDraft {
        kind: Some(kind),
        title: None,
        window: Window { start: start.parse().ok(), end: end.parse().ok(), end_inclusive: true },
        by_postmark: false,
        sentence: None,
    };
    stated.map(draft).to_vec()
}
