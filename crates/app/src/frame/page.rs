//! What every page has around it: navigation, language, server time, the notice of the last act.

use kernel::Instant;

use super::{App, Visitor, Words, assets};
use crate::{notices, router};

/// What every page has around it.
pub struct Frame {
    /// Sentences in the visitor's language.
    pub t: Words,
    /// Name of the person who is signed in.
    pub person: Option<String>,
    /// Links of the navigation that this visitor may follow.
    pub nav: Vec<NavItem>,
    /// The sentence that the last act left.
    pub notice: Option<String>,
    /// Path and query of this page, for the language switch.
    pub path: String,
    /// The moment at which the page was made.
    pub at: Instant,
    /// How many notices wait to be read.
    pub unread: i64,
    /// Whether this is the demo, where nothing is real.
    pub demo: bool,
}

/// A link of the navigation.
pub struct NavItem {
    /// Key of its label.
    pub label: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Whether this page lies under it.
    pub current: bool,
}

impl Frame {
    /// The frame for this visitor.
    pub fn new(app: &App, visitor: &Visitor) -> Self {
        let t = visitor.words();
        let notice = visitor.notice().map(|key| format!("notice-{key}"));
        Self {
            t,
            person: visitor.actor().map(|actor| actor.name.clone()),
            nav: nav(visitor),
            notice: notice.filter(|key| t.knows(key)).map(|key| t.say(&key)),
            path: visitor.path().to_owned(),
            at: visitor.at(),
            unread: visitor.unread(),
            demo: app.configuration.demo,
        }
    }

    /// The address of an embedded file.
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The address of an icon.
    pub fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::address("icons.svg"))
    }

    /// The languages by code, each named in itself.
    pub fn languages(&self) -> [(&'static str, &'static str); 2] {
        super::Locale::ALL.map(|locale| (locale.code(), locale.own_name()))
    }

    /// The version of the program.
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// The number beside the bell.
    pub fn unread_shown(&self) -> String {
        match self.unread {
            notices::MOST_COUNTED.. => format!("{}+", notices::MOST_COUNTED - 1),
            few => few.to_string(),
        }
    }

    /// What of the navigation stands in one line.
    pub fn nav_first(&self) -> &[NavItem] {
        self.nav.split_at_checked(IN_LINE).map_or(&self.nav, |(first, _)| first)
    }

    /// What of the navigation is behind "more".
    pub fn nav_more(&self) -> &[NavItem] {
        self.nav.split_at_checked(IN_LINE).map_or(&[], |(_, more)| more)
    }

    /// Whether the page is one of those behind "more".
    pub fn is_in_more(&self) -> bool {
        self.nav_more().iter().any(|item| item.current)
    }

    /// Where the language switch leads.
    pub fn switch(&self, code: &str) -> String {
        format!("/language/{code}?next={}", super::answer::encode(&self.path))
    }
}

/// So many items of the navigation have room beside each other on 1280 pixels, in both languages.
const IN_LINE: usize = 7;

fn nav(visitor: &Visitor) -> Vec<NavItem> {
    let here = visitor.path();
    let below = |href: &str| match href {
        "/" => here == "/",
        _ => {
            here == href
                || here.starts_with(&format!("{href}/"))
                || here.starts_with(&format!("{href}?"))
        }
    };
    router::NAVIGATION
        .iter()
        .filter(|(_, _, access)| access.admits(visitor.actor()))
        .map(|(label, href, _)| NavItem { label, href, current: below(href) })
        .collect()
}
