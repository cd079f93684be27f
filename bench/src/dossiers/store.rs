//! Copies of the first dossier, by plain statements: a hundred thousand by the verbs would take an hour.

use std::path::Path;

use ::store::{Tx, Value};
use hoithi::accounts::session;
use hoithi::audit::{self, Act};
use kernel::{Failure, Fault, Instant};

use super::first::{self, Installed, UNITS};
use crate::country::days;
use crate::country::store::insert;
use crate::lists::as_fault;

/// Words of titles, of which each has some.
const WORDS: [&str; 16] = [
    "máy", "gieo", "hạt", "ngô", "nương", "bếp", "củi", "tưới", "chè", "lò", "sấy", "phanh", "xe",
    "van", "nước", "giống",
];
/// States as they stand half-way, and how often.
const STATES: [&str; 8] =
    ["submitted", "submitted", "received", "asked", "valid", "valid", "valid", "ineligible"];

/// The id of copy `number` of a kind of thing, which is always the same.
fn id(kind: u8, number: usize) -> String {
    format!("01a00000-00{kind:02}-7000-8000-{number:012}")
}

/// The id of a dossier.
pub fn dossier(number: usize) -> String {
    id(1, number)
}

/// What is copied of each dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// What is being written, each with an author of its own.
    Written,
    /// What was handed in.
    HandedIn,
}

/// Fills so many copies of the dossier at this address; answers with the sessions of their authors, where each has
/// one of its own.
pub fn fill(
    (data, url): (&Path, Option<&str>),
    (installed, path): (&Installed, &str),
    (count, stage): (usize, Stage),
) -> Result<Vec<String>, Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    let first = path.trim_start_matches("/dossiers/").to_owned();
    runtime
        .block_on(async {
            let app = first::open(data, url).await?;
            let mut tx = app.store.begin().await?;
            let copies = Copies { first, count, installed };
            let cookies = match stage {
                Stage::Written => copies.written(&mut tx).await?,
                Stage::HandedIn => copies.handed_in(&mut tx).await?,
            };
            tx.commit().await?;
            app.close().await?;
            Ok(cookies)
        })
        .map_err(as_fault)
        .and_then(|cookies| {
            url.map_or(Ok(()), |url| {
                runtime.block_on(crate::country::store::settle(url)).map_err(as_fault)
            })?;
            Ok(cookies)
        })
}

/// Moves the deadline of every contest to a moment.
pub fn move_deadline((data, url): (&Path, Option<&str>), to: Instant) -> Result<(), Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    let moved = runtime.block_on(async {
        let app = first::open(data, url).await?;
        let mut tx = app.store.begin().await?;
        tx.run("update milestone_version set closes_at = $1", [to.millis().into()]).await?;
        let act = Act::on("contest.rules", "bench").row("milestone_version", "moved");
        audit::record(&mut tx, "operator", act).await?;
        tx.commit().await?;
        app.close().await?;
        Ok::<_, Failure>(())
    });
    moved.map_err(as_fault)
}

/// How many versions there are, and of how many dossiers.
pub fn versions(data: &Path) -> Result<(i64, i64), Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    let counted = runtime.block_on(async {
        let app = first::open(data, None).await?;
        let all = app.store.number("select count(*) from dossier_version", []).await?;
        let distinct = "select count(distinct dossier_id) from dossier_version";
        let distinct = app.store.number(distinct, []).await?;
        app.close().await?;
        Ok::<_, Failure>((all, distinct))
    });
    counted.map_err(as_fault)
}

struct Copies<'i> {
    first: String,
    count: usize,
    installed: &'i Installed,
}

impl Copies<'_> {
    /// Accounts, sessions, dossiers and pages.
    async fn written(&self, tx: &mut Tx) -> Result<Vec<String>, Failure> {
        let at = tx.at().millis();
        let all = 0..self.count;
        let tokens: Vec<String> = all.clone().map(|_| session::new_token()).collect();
        let account = |number: usize| {
            let email = format!("tac-gia-{number}@example.org");
            let name = format!("Tác giả {number}");
            vec![id(2, number).into(), email.into(), name.into(), "vi".into(), at.into()]
        };
        insert(
            tx,
            "account (id, email, name, locale, created_at)",
            all.clone().map(account).collect(),
        )
        .await?;
        let holds = |number: usize| {
            let ends = at + 12 * 3_600_000;
            let digest = session::digest(&tokens[number]);
            let row: [Value; 10] = [
                id(3, number).into(),
                digest.into(),
                id(2, number).into(),
                "full".into(),
                at.into(),
                at.into(),
                ends.into(),
                at.into(),
                "127.0.0.1".into(),
                "bench".into(),
            ];
            row.to_vec()
        };
        let into = "session (id, token_digest, account_id, stage, created_at, seen_at, expires_at,
            confirmed_at, address, agent)";
        insert(tx, into, all.clone().map(holds).collect()).await?;
        self.dossiers(tx, "draft").await?;
        let member = |number: usize| {
            vec![
                id(4, number).into(),
                dossier(number).into(),
                id(2, number).into(),
                "owner".into(),
                at.into(),
            ]
        };
        let into = "dossier_member (id, dossier_id, account_id, role, added_at)";
        insert(tx, into, all.map(member).collect()).await?;
        self.each(
            tx,
            "dossier_part (id, dossier_id, step, body, revision, saved_at)",
            "c.id || '/' || p.step, c.id, p.step, p.body, p.revision, p.saved_at",
            "dossier_part",
        )
        .await?;
        noted(tx, &["account", "dossier", "dossier_member"]).await?;
        Ok(tokens.into_iter().map(|token| format!("hoithi={token}")).collect())
    }

    /// Dossiers with their versions, needs, events and rows of search.
    async fn handed_in(&self, tx: &mut Tx) -> Result<Vec<String>, Failure> {
        self.dossiers(tx, "handed in").await?;
        self.each(tx, "dossier_version (id, dossier_id, version, rules_version, body, digest, title,
                field, code, closes_at, received_at, submitted_by)",
            "'01a00005-' || substr(c.id, 10), c.id, p.version, p.rules_version, p.body, p.digest, p.title,
                p.field, substr(c.id, 25), p.closes_at, p.received_at, p.submitted_by", "dossier_version").await?;
        self.each(tx, "dossier_file (id, dossier_id, item_key, name, bytes, hash, media_type, added_by,
                added_at, arrived_at)",
            "'01a00006-' || substr(c.id, 10), c.id, p.item_key, p.name, p.bytes, p.hash, p.media_type,
                p.added_by, p.added_at, coalesce(p.arrived_at, p.added_at)", "dossier_file").await?;
        self.each(
            tx,
            "dossier_event (id, dossier_id, kind, reason, made_by, made_at)",
            "'01a00007-' || substr(c.id, 10), c.id, p.kind, p.reason, p.made_by, p.made_at",
            "dossier_event",
        )
        .await?;
        self.each(
            tx,
            "dossier_need (id, dossier_id, contest_id, what, key, holds_for, met)",
            "c.id || '/' || p.what || '/' || p.key, c.id, p.contest_id, p.what, p.key, p.holds_for,
                case when c.number % 3 = 0 then true else false end",
            "dossier_need",
        )
        .await?;
        self.searched(tx).await?;
        noted(tx, &["dossier", "dossier_version", "dossier_event"]).await?;
        Ok(Vec::new())
    }

    async fn dossiers(&self, tx: &mut Tx, stage: &str) -> Result<(), Failure> {
        let at = tx.at().millis();
        let contest = self.installed.contest.to_string();
        let row = |number: usize| {
            let handed_in = stage != "draft";
            let state = if handed_in { STATES[number % STATES.len()] } else { "draft" };
            let own = i64::try_from(number).unwrap_or(0) + 2;
            let row: [Value; 7] = [
                dossier(number).into(),
                contest.clone().into(),
                handed_in.then_some(own).into(),
                state.into(),
                1_i64.into(),
                self.unit(number).into(),
                at.into(),
            ];
            row.to_vec()
        };
        let into = "dossier (id, contest_id, number, state, rules_version, unit_id, opened_at)";
        insert(tx, into, (0..self.count).map(row).collect()).await.map(drop)
    }

    fn unit(&self, number: usize) -> String {
        self.installed.units[1 + number % UNITS].to_string()
    }

    /// Rows of a table for each copy, made of the first dossier's rows `p` and the copy `c`.
    async fn each(&self, tx: &mut Tx, into: &str, values: &str, from: &str) -> Result<(), Failure> {
        let sql = format!(
            "insert into {into} select {values} from {from} p, dossier c
             where p.dossier_id = $1 and c.id like '01a00000-0001-%'"
        );
        tx.run(&sql, [self.first.clone().into()]).await.map(drop)
    }

    async fn searched(&self, tx: &mut Tx) -> Result<(), Failure> {
        let at = tx.at();
        let contest = self.installed.contest.to_string();
        let row = |number: usize| {
            let word = |place: usize| {
                WORDS[(number / 7_usize.pow(place as u32) + number * place) % WORDS.len()]
            };
            let title = format!("{} {} {} {}", word(0), word(1), word(2), number);
            let folded = kernel::text::fold(&format!("{title} tác giả {number}"));
            let year = 2016 + number % 10;
            let row: [Value; 14] = [
                dossier(number).into(),
                contest.clone().into(),
                (i64::try_from(number).unwrap_or(0) + 2).into(),
                STATES[number % STATES.len()].into(),
                self.unit(number).into(),
                ["Cơ khí", "Y dược", "Nông lâm ngư nghiệp"][number % 3].into(),
                title.clone().into(),
                format!("Tác giả {number}").into(),
                folded.into(),
                kernel::text::sort_key(&title).into(),
                format!("{year}-0{}", 1 + number % 9).into(),
                days(at, -((number % 90) as i64)).millis().into(),
                format!("tac gia {number}").into(),
                Value::from(None::<String>),
            ];
            row[..13].to_vec()
        };
        let into =
            "dossier_search (dossier_id, contest_id, number, state, unit_id, field, title, authors,
            folded, sort_key, applied, received_at, people_folded)";
        insert(tx, into, (0..self.count).map(row).collect()).await.map(drop)
    }
}

async fn noted(tx: &mut Tx, tables: &[&'static str]) -> Result<(), Failure> {
    let mut act = Act::on("dossier.submit", "bench");
    for table in tables {
        act = act.row(*table, "filled");
    }
    audit::record(tx, "operator", act).await
}
