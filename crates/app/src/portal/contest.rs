//! A contest as everybody may know it: loaded once, then written as page, calendar, feed and leaflet.

use std::collections::BTreeMap;

use kernel::id::ContestId;
use kernel::{Failure, Fault, Instant, Refusal, Window};
use store::Reader;

use super::dates::Left;
use super::store::{self as rows, NewsRow, PaperRow, PublicRow};
use crate::awards;
use crate::contests::RuleSet;
use crate::contests::store::{
    self as contest_rows, ContactRow, MilestoneRow, RulesRow, VersionRow,
};
use crate::frame::Words;

/// So much news a feed holds.
const FEED: i64 = 50;

/// What everybody may know of a contest.
pub struct Portal {
    /// The contest.
    pub row: PublicRow,
    /// The newest rules.
    pub rules: RuleSet,
    /// When the rules changed since the public knows of the contest: version, moment, reason.
    pub rule_changes: Vec<(i64, Instant, Option<String>)>,
    /// Milestones in the order of time.
    pub milestones: Vec<Milestone>,
    /// Whom to call.
    pub contacts: Vec<Contact>,
    /// What may be read.
    pub papers: Vec<PaperRow>,
    /// The newest news.
    pub news: Vec<NewsRow>,
    /// How much news there is.
    pub news_count: i64,
    /// Other editions that everybody may see, the newest first.
    pub editions: Vec<PublicRow>,
    /// The contest above, where everybody may see it.
    pub parent: Option<PublicRow>,
    /// Names of units.
    pub units: BTreeMap<String, String>,
    /// Since when everybody reads the results, and whether they correct earlier ones.
    pub results: Option<(Instant, bool)>,
}

/// A milestone, with what the public was told before.
pub struct Milestone {
    /// The milestone as it stands.
    pub row: MilestoneRow,
    /// When it is.
    pub window: Window,
    /// What no longer holds; nothing where the public was never told otherwise.
    pub was: Option<Window>,
    /// The changes that the public was told of, the oldest first.
    pub changes: Vec<Change>,
    /// When its newest version was made.
    pub made_at: Instant,
}

/// A change of a milestone.
pub struct Change {
    /// The version that made it.
    pub version: i64,
    /// When it was made.
    pub at: Instant,
    /// When it is since then.
    pub window: Window,
    /// When it was before.
    pub was: Window,
    /// Whether it was called off.
    pub called_off: bool,
    /// Why, in words.
    pub reason: Option<String>,
    /// Which paper says so, where it may be read.
    pub paper_id: Option<String>,
}

/// Somebody to call.
pub struct Contact {
    /// Name of the unit or organisation.
    pub at: Option<String>,
    /// Who, with their post.
    pub who: Option<String>,
    /// Where.
    pub address: Option<String>,
    /// Numbers that may be shown.
    pub phones: Vec<String>,
    /// Addresses that may be shown.
    pub emails: Vec<String>,
    /// Whether there are numbers or addresses of a person who has not agreed to show them.
    pub is_masked: bool,
}

impl Portal {
    /// The contest alone.
    ///
    /// # Errors
    /// As [`Portal::load`].
    pub async fn row(reader: &Reader, slug: &str, at: Instant) -> Result<PublicRow, Failure> {
        rows::find(reader, slug, at).await?.ok_or_else(|| Refusal::absent().into())
    }

    /// Loads a contest.
    ///
    /// # Errors
    /// No contest of this address is published at this moment, or the database is away.
    pub async fn load(reader: &Reader, slug: &str, at: Instant) -> Result<Self, Failure> {
        let row = Self::row(reader, slug, at).await?;
        let id = row.id()?;
        let since = Instant::from_millis(row.first_shown_at);
        let mut contacts = contest_rows::contacts(reader, id, false).await?;
        // Ids of one moment have no order: offices come first, then people by name.
        contacts.sort_by_key(|one| (one.personal, one.organisation.clone(), one.person.clone()));
        let units = unit_names(reader, &row, &contacts, at).await?;
        let rules = contest_rows::rules(reader, id).await?;
        let papers = rows::papers(reader, &row.id).await?;
        let parent = match &row.parent_id {
            Some(parent) => rows::find_id(reader, parent, at).await?,
            None => None,
        };
        Ok(Self {
            milestones: milestones(reader, id, since).await?,
            rules: rules.first().map(RulesRow::rules).transpose()?.unwrap_or_default(),
            rule_changes: rule_changes(rules, since),
            contacts: contacts.iter().map(|contact| shown(contact, &units)).collect(),
            news: rows::news(reader, (&row.id, at), (FEED, 0)).await?,
            news_count: rows::news_count(reader, &row.id, at).await?,
            editions: rows::editions(reader, &row, at).await?,
            results: awards::public_since(reader, id, at).await?,
            papers,
            parent,
            units,
            row,
        })
    }

    /// The name of the unit of this id.
    pub fn unit(&self, id: Option<&String>) -> Option<&str> {
        Some(self.units.get(id?)?.as_str())
    }

    /// The milestone by which dossiers must have come in.
    pub fn deadline(&self) -> Option<&Milestone> {
        let submission = |one: &&Milestone| one.row.kind == "submission" && !one.row.called_off;
        self.milestones.iter().filter(submission).find(|one| one.window.end.is_some())
    }

    /// How far the deadline is.
    pub fn left(&self, at: Instant) -> Option<Left> {
        Left::of(&self.deadline()?.window, at)
    }

    /// The address of its page, below that of the installation.
    pub fn path(&self) -> String {
        path(&self.row.slug)
    }

    /// When anything that the public reads was last changed.
    pub fn changed_at(&self) -> Instant {
        let changes = self.milestones.iter().flat_map(|one| &one.changes).map(|change| change.at);
        let rules = self.rule_changes.iter().map(|(_, at, _)| *at);
        let news = self.news.iter().map(|news| Instant::from_millis(news.shown_at));
        let shown = Instant::from_millis(self.row.shown_at);
        let results = self.results.map(|(since, _)| since);
        changes.chain(rules).chain(news).chain(results).max().map_or(shown, |at| at.max(shown))
    }
}

/// The address of a contest's page.
pub fn path(slug: &str) -> String {
    format!("/hoi-thi/{slug}")
}

/// The name of a milestone.
pub fn label(words: Words, kind: &str, title: Option<&str>) -> String {
    if let Some(title) = title {
        return title.to_owned();
    }
    let key = match kind {
        "launch_ceremony" => "portal-milestone-launch-ceremony",
        "publicity" => "portal-milestone-publicity",
        "submission" => "portal-milestone-submission",
        "steering_documents_due" => "portal-milestone-steering-documents-due",
        "council_formation" => "portal-milestone-council-formation",
        "judging" => "portal-milestone-judging",
        "preliminary_judging" => "portal-milestone-preliminary-judging",
        "final_judging" => "portal-milestone-final-judging",
        "forwarding" => "portal-milestone-forwarding",
        "results" => "portal-milestone-results",
        "award_ceremony" => "portal-milestone-award-ceremony",
        "report_due" => "portal-milestone-report-due",
        _ => "portal-milestone-other",
    };
    words.say(key)
}

async fn unit_names(
    reader: &Reader,
    row: &PublicRow,
    contacts: &[ContactRow],
    at: Instant,
) -> Result<BTreeMap<String, String>, Fault> {
    let own = [&row.organiser_id, &row.standing_id, &row.receiving_id];
    let units = own.into_iter().chain(contacts.iter().map(|contact| &contact.unit_id));
    let units: Vec<&str> = units.flatten().map(String::as_str).collect();
    rows::unit_names(reader, &units, at.day()).await
}

/// Work for insiders is no date of the public's: when units report, when steering papers are due.
const INSIDE: [&str; 2] = ["report_due", "steering_documents_due"];

async fn milestones(
    reader: &Reader,
    id: ContestId,
    since: Instant,
) -> Result<Vec<Milestone>, Fault> {
    let mut versions: BTreeMap<String, Vec<VersionRow>> = BTreeMap::new();
    for version in contest_rows::versions(reader, id).await? {
        versions.entry(version.milestone_id.clone()).or_default().push(version);
    }
    let rows = contest_rows::milestones(reader, id).await?;
    let rows = rows.into_iter().filter(|row| !INSIDE.contains(&row.kind.as_str()));
    rows.map(|row| {
        let versions = versions.remove(&row.id).unwrap_or_default();
        let changes = changes(&versions, since)?;
        let made_at = versions.last().map_or(since, |last| Instant::from_millis(last.made_at));
        let last = changes.last().filter(|last| last.version == row.version && !last.called_off);
        let was = last.map(|last| last.was);
        Ok(Milestone { window: row.window()?, was, changes, made_at, row })
    })
    .collect()
}

/// What the public was told to have changed: by a paper, or after it had seen the contest. What was put
/// right before that without a paper, nobody outside ever read otherwise.
fn changes(versions: &[VersionRow], since: Instant) -> Result<Vec<Change>, Fault> {
    let mut changes = Vec::new();
    for pair in versions.windows(2) {
        let [before, after] = pair else { continue };
        let told = after.paper_id.is_some() || after.made_at > since.millis();
        let (was, window) = (before.window()?, after.window()?);
        if told && (was != window || before.called_off != after.called_off) {
            changes.push(Change {
                version: after.version,
                at: Instant::from_millis(after.made_at).max(since),
                window,
                was,
                called_off: after.called_off,
                reason: after.reason.clone(),
                paper_id: after.paper_id.clone(),
            });
        }
    }
    Ok(changes)
}

fn rule_changes(rules: Vec<RulesRow>, since: Instant) -> Vec<(i64, Instant, Option<String>)> {
    let told = rules.into_iter().filter(|row| row.version > 1 && row.made_at > since.millis());
    told.map(|row| (row.version, Instant::from_millis(row.made_at), row.reason)).collect()
}

/// A contact without what only insiders may know. Nothing of a masked number remains, not its length.
fn shown(row: &ContactRow, units: &BTreeMap<String, String>) -> Contact {
    let listed = |list: &str| -> Vec<String> {
        list.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
    };
    let unit = row.unit_id.as_ref().and_then(|id| units.get(id)).cloned();
    let who: Vec<&str> =
        [&row.person, &row.title].into_iter().flatten().map(String::as_str).collect();
    Contact {
        at: row.organisation.clone().or(unit),
        who: (!who.is_empty()).then(|| who.join(", ")),
        address: row.address.clone(),
        phones: listed(&row.phones),
        emails: listed(&row.emails),
        is_masked: row.personal && row.cleared_at.is_none(),
    }
}
