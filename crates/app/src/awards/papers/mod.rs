//! The papers of a meeting (biên bản, bảng tổng hợp, tờ trình, dự thảo quyết định), from its own data: always in
//! Vietnamese, whatever language the page is read in.

mod ceremony;
mod decision;
mod minutes;
mod money;
mod scores;

use std::collections::BTreeMap;

use ::judging::ranking::Outcome;
use ::judging::records::Records;
use ::judging::rules::Rules;
use ::store::Reader;
use kernel::{Failure, Instant};
use typesetting::{Align, Block, Column, Dated, Paper, Post, Run, Signature, Table, qr};

use super::access::SeenMeeting;
use super::shares::{self, Authors};
use super::store::{self, ListRow, MotionRow, OutRow};
use super::table::{self, Line};
use super::{counted, meetings};
use crate::councils::{MemberRow, Results};
use crate::frame::money as amounts;
use crate::frame::{Locale, Words};

/// Papers are in Vietnamese.
const PAPERS: Words = Words(Locale::Vi);

/// A paper of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Biên bản họp.
    Minutes,
    /// Bảng tổng hợp kết quả chấm.
    Scores,
    /// Tờ trình.
    Proposal,
    /// Dự thảo quyết định.
    Decision,
    /// Bảng kê chi tiền thưởng.
    Money,
    /// Kịch bản trao giải.
    Ceremony,
}

impl Kind {
    /// Every one.
    pub const ALL: [Self; 6] =
        [Self::Minutes, Self::Scores, Self::Proposal, Self::Decision, Self::Money, Self::Ceremony];

    /// The name of its files.
    pub const fn stem(self) -> &'static str {
        match self {
            Self::Minutes => "bien-ban",
            Self::Scores => "bang-tong-hop",
            Self::Proposal => "to-trinh",
            Self::Decision => "du-thao-quyet-dinh",
            Self::Money => "bang-ke-tien-thuong",
            Self::Ceremony => "kich-ban-trao-giai",
        }
    }

    /// Key of its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Minutes => "award-paper-minutes",
            Self::Scores => "award-paper-scores",
            Self::Proposal => "award-paper-proposal",
            Self::Decision => "award-paper-decision",
            Self::Money => "award-paper-money",
            Self::Ceremony => "award-paper-ceremony",
        }
    }
}

/// Everything that papers tell of a meeting.
pub struct Told {
    seen: SeenMeeting,
    issuer: String,
    rules: Rules,
    records: Records,
    lines: Vec<Line>,
    /// The authors of the dossiers with a prize, by the id of the dossier.
    authors: BTreeMap<String, Authors>,
    /// Numbers by the id of the dossier.
    codes: BTreeMap<String, String>,
    /// Totals that count, by dossier and judge.
    sheets: BTreeMap<String, Vec<(String, String)>>,
    motions: Vec<MotionRow>,
    out: Vec<OutRow>,
    there: Vec<MemberRow>,
    away: Vec<MemberRow>,
    list: Option<ListRow>,
    /// Size and root of the newest checkpoint of the ledger, one on each line.
    checkpoint: Option<String>,
}

/// Gathers what papers tell; `issuer` is who runs the contest.
///
/// # Errors
/// The database is away.
pub async fn gather(
    reader: &Reader,
    (seen, results): (SeenMeeting, &Results),
    (issuer, checkpoint): (String, Option<String>),
) -> Result<Told, Failure> {
    let (rules, records) = table::decided(reader, &seen, results).await?;
    let day = seen.row.begins().day();
    let entrants = table::entrants(reader, seen.contest.id, day).await?;
    let codes = entrants.iter().map(|(code, row)| (row.dossier_id.clone(), code.clone()));
    let codes: BTreeMap<String, String> = codes.collect();
    let ranking = counted::ranking(&rules, &records)?;
    let lines = table::lines(PAPERS, &ranking.outcomes, &entrants);
    let has_prize =
        |code: &String| lines.iter().any(|it| it.number == *code && !it.prize.is_empty());
    let won = codes.iter().filter(|(_, code)| has_prize(code)).map(|(id, _)| id.clone());
    let won: Vec<String> = won.collect();
    let sheets = ranking.outcomes.iter().map(|it| sheets(&rules, it)).collect();
    let (there, away) = meetings::attendance(reader, &seen).await?;
    Ok(Told {
        authors: shares::of_dossiers(reader, &won).await?,
        there: there.into_iter().cloned().collect(),
        away: away.into_iter().cloned().collect(),
        motions: store::motions(reader, seen.id).await?,
        out: store::stepped_out(reader, seen.id).await?,
        list: store::list_of(reader, seen.id).await?,
        issuer,
        checkpoint,
        codes,
        lines,
        sheets,
        rules,
        records,
        seen,
    })
}

/// What each judge gave a dossier in the last round, by the codes of judges.
fn sheets(rules: &Rules, outcome: &Outcome<'_>) -> (String, Vec<(String, String)>) {
    use ::judging::ranking::Step;
    let last = rules.rounds.last().map(|round| round.key.as_str()).unwrap_or_default();
    let totals = outcome.steps.iter().filter_map(|step| match step {
        Step::Sheet { round, judge, total, .. } if *round == last => {
            Some(((*judge).to_owned(), crate::councils::pages::points(*total)))
        }
        _ => None,
    });
    (outcome.code.to_owned(), totals.collect())
}

impl Told {
    /// The paper of a kind.
    pub fn paper(&self, kind: Kind) -> Paper {
        match kind {
            Kind::Minutes => minutes::laid_out(self),
            Kind::Scores => scores::laid_out(self),
            Kind::Proposal => decision::proposal(self),
            Kind::Decision => decision::laid_out(self),
            Kind::Money => money::laid_out(self),
            Kind::Ceremony => ceremony::laid_out(self),
        }
    }

    /// The authors of a line with a prize, with their shares.
    fn authors_of(&self, line: &Line) -> &[(String, Option<u32>)] {
        let id = self.codes.iter().find(|(_, code)| **code == line.number).map(|(id, _)| id);
        id.and_then(|id| self.authors.get(id)).map(Vec::as_slice).unwrap_or_default()
    }

    fn contest(&self) -> &str {
        &self.seen.contest.row.name
    }

    fn begun(&self) -> Instant {
        self.seen.row.sat_at.map_or_else(|| self.seen.row.begins(), Instant::from_millis)
    }

    fn member(&self, id: &str) -> String {
        self.seen.member(id).map(|member| member.name.clone()).unwrap_or_default()
    }

    /// A paper of the council, as far as all of them are alike.
    fn paper_of_council(&self) -> Paper {
        Paper {
            superior: Some(self.issuer.clone()),
            issuer: PAPERS.say("award-paper-council"),
            place: self.seen.row.town.clone(),
            dated: Dated::on(self.begun().day()),
            ..Paper::default()
        }
    }

    /// The lines with a prize, the highest prize first.
    fn winners(&self) -> Vec<&Line> {
        let mut winners: Vec<&Line> = Vec::new();
        for prize in &self.rules.prizes {
            winners.extend(self.lines.iter().filter(|line| line.prize == prize.name));
        }
        winners
    }

    /// How many of each prize there are, and the sum of their money.
    fn counts(&self) -> (Vec<(String, usize)>, u64) {
        let winners = self.winners();
        let count = |name: &str| winners.iter().filter(|line| line.prize == name).count();
        let prizes = self.rules.prizes.iter().map(|prize| (prize.name.clone(), count(&prize.name)));
        let sum = winners.iter().map(|line| u64::from(line.money)).sum();
        (prizes.filter(|(_, count)| *count > 0).collect(), sum)
    }

    /// The prizes with who gets them.
    fn winners_table(&self) -> Table {
        let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
        let columns = vec![
            column("award-column-position", 2, Align::Centre),
            column("entry-solution-title", 9, Align::Left),
            column("entry-part-authors", 6, Align::Left),
            column("desk-list-unit", 5, Align::Left),
            column("award-column-prize", 4, Align::Left),
            column("award-column-money", 4, Align::Right),
        ];
        let winners = self.winners();
        let row = |(at, line): (usize, &&Line)| {
            vec![
                (at + 1).to_string(),
                line.title.clone(),
                line.authors.replace('\n', ", "),
                line.unit.clone(),
                line.prize.clone(),
                amounts::grouped(PAPERS, line.money.into()),
            ]
        };
        let mut rows: Vec<Vec<String>> = winners.iter().enumerate().map(row).collect();
        let (_, sum) = self.counts();
        let mut last = vec![String::new(); 6];
        last[1] = PAPERS.say("award-column-sum");
        last[5] = amounts::grouped(PAPERS, sum);
        rows.push(last);
        Table { columns, rows, sum: true }
    }

    /// Prizes and their numbers in one sentence.
    fn counted(&self) -> String {
        let (counts, sum) = self.counts();
        let each: Vec<String> =
            counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
        let says = kernel::Message::new("award-paper-counts").with("prizes", each.join(", "));
        PAPERS.tell(&says.with("money", amounts::written(PAPERS, sum)))
    }

    /// What proves that a paper tells what was decided; the checkpoint also for a phone.
    fn proof(&self) -> Vec<Block> {
        let told = |key: &str, value: &str| format!("{}: {value}", PAPERS.say(key));
        let digest = self.list.as_ref().map(|list| told("award-paper-digest", &list.digest));
        let mut proof: Vec<Block> =
            digest.into_iter().map(|told| Block::Paragraph(vec![Run::slanted(told)])).collect();
        if let Some(checkpoint) = &self.checkpoint {
            let words = told("award-paper-checkpoint", &checkpoint.replace('\n', " · "));
            proof.push(match qr::code(checkpoint) {
                Ok(code) => Block::Code(code, words),
                Err(_) => Block::Paragraph(vec![Run::slanted(words)]),
            });
        }
        proof
    }

    fn signature(&self, post: &str, member: &str) -> Signature {
        Signature {
            posts: vec![Post::read(&PAPERS.say(post))],
            note: Some(PAPERS.say("award-paper-sign")),
            name: Some(self.member(member)),
        }
    }
}
