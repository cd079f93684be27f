//! Contests of the stories, made by the verbs.

use documents::{Eligibility, Level, MilestoneKind, Series};
use hoithi::accounts::Actor;
use hoithi::audit::{self, Act};
use hoithi::contests::rules::RulePrize;
use hoithi::contests::{
    self, ContactDraft, ContestDraft, ContestFacts, MilestoneDraft, PartId, RuleSet, Why,
};
use hoithi::{files, news};
use kernel::id::{ContestId, PaperId};
use kernel::{Instant, Window};
use store::Tx;

use crate::house::House;

/// The beginning of the address of every contest of the stories.
pub const SLUG: &str = "hoi-thi-sang-tao-ky-thuat-tinh-sa-linh-lan-thu-5";
/// Its address.
pub const PATH: &str = "/hoi-thi/hoi-thi-sang-tao-ky-thuat-tinh-sa-linh-lan-thu-5";
/// A number that nobody may read before its owner agrees.
pub const PERSONAL: &str = "0912345678";

/// Writes a contest down, without publishing it.
pub async fn found(house: &House) -> ContestId {
    let unit = house.unit("dost").await.parse().unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let draft = ContestDraft {
        facts: facts(Some(unit)),
        rules: rules(),
        milestones: vec![
            milestone(MilestoneKind::LaunchCeremony, "2026-09-10", "2026-09-10"),
            milestone(MilestoneKind::Submission, "2026-10-01", "2027-05-31"),
            milestone(MilestoneKind::FinalJudging, "2027-08", "2027-08"),
            milestone(MilestoneKind::ReportDue, "2026-12-20", "2026-12-20"),
        ],
        contacts: vec![
            contact("Ban Thư ký", "02003812345", false),
            contact("Lò Văn Riêng", PERSONAL, true),
        ],
        citations: Vec::new(),
        regimes: Vec::new(),
        paper: None,
    };
    let id = contests::found(&mut tx, &actor, &draft).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Writes a contest down and publishes it from this moment on.
pub async fn published(house: &House) -> ContestId {
    let id = found(house).await;
    publish(house, id, house.app.store.now()).await;
    id
}

/// Publishes a contest from a moment on.
pub async fn publish(house: &House, id: ContestId, from: Instant) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    contests::publish(&mut tx, &actor, id, from).await.unwrap();
    tx.commit().await.unwrap();
}

/// Takes a contest back.
pub async fn unpublish(house: &House, id: ContestId) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    contests::unpublish(&mut tx, &actor, id).await.unwrap();
    tx.commit().await.unwrap();
}

/// Moves the day until which dossiers are taken, by a paper or without one.
pub async fn move_deadline(house: &House, id: ContestId, end: &str, paper: Option<PaperId>) {
    let sql = format!("select id from milestone where contest_id = '{id}' and kind = 'submission'");
    let milestone: PartId = house.ask(&sql).await.parse().unwrap();
    let draft = self::milestone(MilestoneKind::Submission, "2026-10-01", end);
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let why = Why { paper, words: None, by: None };
    contests::move_milestone(&mut tx, &actor, (id, milestone), &draft, &why).await.unwrap();
    tx.commit().await.unwrap();
}

/// Adds a notice to a contest, with a file.
pub async fn paper(house: &House, id: ContestId, number: &str, public: bool) -> PaperId {
    let kept = files::keep(&house.app, format!("%PDF-1.7 {number}").into_bytes()).await.unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let paper = PaperId::new(tx.at());
    let act = Act::on("contest.rules", contests::subject(id));
    let mut act = files::note(&mut tx, &kept, act).await.unwrap();
    let sql = format!(
        "insert into paper (id, hash, file_name, kind, number, symbol, issued_on, subject, folded, public, added_at)
         values ('{paper}', '{}', 'Thông báo {number}.pdf', 'notice', '{number}', 'TB-BTC',
             '2026-11-02', 'Về việc gia hạn {number}', '{number}', {public}, 0)",
        kept.hash
    );
    tx.run(&sql, []).await.unwrap();
    let tie = PartId::new(tx.at());
    let sql = format!(
        "insert into contest_paper (id, contest_id, paper_id, role, tied_at)
         values ('{tie}', '{id}', '{paper}', 'amending', 0)"
    );
    tx.run(&sql, []).await.unwrap();
    act = act.row("paper", paper).row("contest_paper", tie);
    record(tx, act).await;
    paper
}

/// Writes news with a file down, and publishes it where it is to be read.
pub async fn news(house: &House, id: ContestId, public: bool) -> String {
    let kept = files::keep(&house.app, b"Ban tin".to_vec()).await.unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let draft = news::Draft {
        title: "Bắt đầu nhận hồ sơ".to_owned(),
        body: "Mời các đơn vị tham dự.".to_owned(),
        day: tx.at().day(),
        file: news::Attached::New(kept, "Mẫu đơn.txt".to_owned()),
    };
    let news = news::write(&mut tx, &actor, id, &draft).await.unwrap();
    if public {
        news::publish(&mut tx, &actor, (id, news), house.app.store.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    news.to_string()
}

/// The owner of a personal number agrees to show it.
pub async fn clear_personal(house: &House, id: ContestId) {
    let row = house
        .ask(&format!("select id from contest_contact where contest_id = '{id}' and personal"))
        .await;
    let mut tx = house.app.store.begin().await.unwrap();
    let sql = format!("update contest_contact set cleared_at = 1 where id = '{row}'");
    tx.run(&sql, []).await.unwrap();
    let act = Act::on("contest.rules", contests::subject(id)).row("contest_contact", row);
    record(tx, act).await;
}

async fn record(mut tx: Tx, act: Act) {
    let who = Actor::operator(tx.at()).who;
    audit::record(&mut tx, who, act).await.unwrap();
    tx.commit().await.unwrap();
}

fn facts(unit: Option<kernel::id::UnitId>) -> ContestFacts {
    ContestFacts {
        name: "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 5".to_owned(),
        series: Series::TechnicalInnovation,
        level: Level::Province,
        locality: "tỉnh Sa Lĩnh".to_owned(),
        edition: Some(5),
        years: Some([2026, 2027]),
        parent: None,
        higher: None,
        organiser: unit,
        standing: unit,
        receiving: unit,
        summary: Some("Ai có giải pháp <đã dùng> & muốn chia sẻ.".to_owned()),
    }
}

fn rules() -> RuleSet {
    let first =
        RulePrize {
            name: "Giải Nhất".to_owned(), count: Some(1), amount_vnd: Some(30_000_000)
        };
    RuleSet {
        fields: vec!["Y dược".to_owned(), "Cơ khí, tự động hóa".to_owned()],
        eligibility: Eligibility { applied_since_year: Some(2021), ..Eligibility::default() },
        prizes: vec![first],
        entry: entry::with_code("evaluation").unwrap().rules.clone(),
        ..RuleSet::default()
    }
}

fn milestone(kind: MilestoneKind, start: &str, end: &str) -> MilestoneDraft {
    MilestoneDraft {
        kind: Some(kind),
        title: None,
        window: Window::new(start.parse().ok(), end.parse().ok(), true).unwrap(),
        by_postmark: kind == MilestoneKind::Submission,
        sentence: None,
    }
}

fn contact(person: &str, phone: &str, personal: bool) -> ContactDraft {
    ContactDraft {
        person: Some(person.to_owned()),
        phones: vec![phone.to_owned()],
        personal,
        ..ContactDraft::default()
    }
}
