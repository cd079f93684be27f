//! The head of every page about one contest: where one is, what the contest is, how far it is.

use kernel::Message;

use crate::contests::store::ContestRow;
use crate::contests::{Seen, State, kind};
use crate::frame::Words;

/// The head of a page about a contest; `contests/pages/_head.html` shows it.
pub struct Head {
    /// Id of the contest.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Level, place, edition, years.
    pub about: String,
    /// How far it is, in words.
    pub state: String,
    /// Class of the state's tag.
    pub tag: &'static str,
    /// Icon of the state's tag.
    pub icon: &'static str,
    /// Whether the visitor runs it.
    pub runs: bool,
    /// Whether its work is shown.
    pub works: bool,
    /// Whether the visitor may change it now.
    pub may_change: bool,
    /// The page one is on: key of a tab, empty for a page below one.
    pub here: &'static str,
    /// Name of the page below a tab.
    pub below: Option<String>,
    /// Tabs: key of the name, address.
    pub tabs: Vec<(&'static str, String)>,
}

/// Tabs that everybody sees who sees the contest, those of its work aside.
pub const TABS: [(&str, &str); 7] = [
    ("contest-overview", ""),
    ("contest-milestones", "/milestones"),
    WORK_TABS[0],
    WORK_TABS[1],
    ("contest-rules", "/rules"),
    ("contest-basis", "/basis"),
    ("contest-contacts", "/contacts"),
];
/// Tabs of those who run it or take part.
const WORK_TABS: [(&str, &str); 2] =
    [("contest-tasks", "/tasks"), ("contest-publicity", "/publicity")];
/// Tabs of those who run it.
pub const OWN_TABS: [(&str, &str); 11] = [
    ("desk", "/desk"),
    ("register", "/dossiers"),
    ("conversations", "/conversations"),
    ("rubric", "/rubric"),
    ("councils", "/councils"),
    ("reports-of-contest", "/reports"),
    ("mailings", "/mailings"),
    ("contest-news", "/news"),
    ("contest-board", "/overview"),
    ("contest-people", "/people"),
    ("contest-history", "/history"),
];

impl Head {
    /// The head of the page with this key.
    pub fn new(words: Words, seen: &Seen, here: &'static str) -> Self {
        let (tag, icon) = look(seen.state);
        let own = OWN_TABS.iter().filter(|_| seen.runs);
        let tabs = TABS.iter().filter(|tab| seen.works || !WORK_TABS.contains(tab)).chain(own);
        Self {
            name: seen.contest.name.clone(),
            about: about(words, &seen.contest),
            state: words.say(&kind::label("contest-state", seen.state.code())),
            tag,
            icon,
            runs: seen.runs,
            works: seen.works,
            may_change: seen.may_change(),
            here,
            below: None,
            tabs: tabs.map(|(key, path)| (*key, format!("/contests/{}{path}", seen.id))).collect(),
            id: seen.id.to_string(),
        }
    }

    /// The same head for a page below its tab.
    #[must_use]
    pub fn below(mut self, name: String) -> Self {
        self.below = Some(name);
        self
    }

    /// The address of the tab.
    pub fn tab(&self) -> &str {
        let found = self.tabs.iter().find(|(key, _)| *key == self.here);
        found.map_or("/contests", |(_, path)| path)
    }
}

/// `Cấp tỉnh · tỉnh Sông Lam · lần thứ 9 · 2026–2027`
pub fn about(words: Words, contest: &ContestRow) -> String {
    let mut parts =
        vec![words.say(&kind::label("level", &contest.level)), contest.locality.clone()];
    parts.extend(
        contest.edition.map(|edition| words.with("contest-edition-of", "edition", edition)),
    );
    parts.extend(years(words, contest));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// `2026–2027`, `2026`
pub fn years(words: Words, contest: &ContestRow) -> Option<String> {
    let (first, last) = (contest.first_year?, contest.last_year?);
    Some(match first == last {
        true => first.to_string(),
        false => words.tell(&Message::new("contest-years").with("first", first).with("last", last)),
    })
}

/// Class and icon of the tag of a state.
pub fn look(state: State) -> (&'static str, &'static str) {
    match state {
        State::Preparing => ("is-due", "dots"),
        State::Running => ("is-open", "clock"),
        State::Closed => ("is-done", "check"),
    }
}
