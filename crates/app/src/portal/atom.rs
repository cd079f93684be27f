//! What has changed, as a feed (RFC 4287): the contest was published, a date moved, the rules changed.

use std::fmt::Write;

use kernel::{Instant, Message};

use super::contest::{Change, Milestone, Portal, label};
use super::dates;
use super::site::escape;
use super::store::NewsRow;
use crate::frame::Words;

/// One piece of news.
struct Entry {
    key: String,
    at: Instant,
    title: String,
    text: String,
    /// Where it is read, below the page of the contest.
    path: String,
}

/// The feed; `url` is the address of the contest's page.
pub fn written(portal: &Portal, words: Words, url: &str) -> String {
    let mut feed = String::new();
    let (name, code) = (escape(&portal.row.name), words.0.code());
    let author = portal.unit(portal.row.standing_id.as_ref());
    let author = author.or_else(|| portal.unit(portal.row.organiser_id.as_ref()));
    let author = escape(author.unwrap_or(&portal.row.locality));
    let updated = portal.changed_at();
    write!(
        feed,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n\
         <id>{url}</id>\n<title>{name}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{url}/tin.atom\"/>\n\
         <author><name>{author}</name></author>\n"
    )
    .expect("writing into memory does not fail");
    for entry in entries(portal, words) {
        feed.push_str(&entry.written(url));
    }
    feed.push_str("</feed>\n");
    feed
}

impl Entry {
    fn written(&self, url: &str) -> String {
        let (key, at, path) = (&self.key, self.at, &self.path);
        let (title, text) = (escape(&self.title), escape(&self.text));
        format!(
            "<entry>\n<id>{url}#{key}</id>\n<title>{title}</title>\n<updated>{at}</updated>\n\
             <published>{at}</published>\n<link href=\"{url}{path}\"/>\n<summary>{text}</summary>\n</entry>\n"
        )
    }
}

/// The newest first.
fn entries(portal: &Portal, words: Words) -> Vec<Entry> {
    let mut entries = vec![published(portal, words)];
    for milestone in &portal.milestones {
        entries.extend(milestone.changes.iter().map(|change| moved(milestone, change, words)));
    }
    entries.extend(portal.rule_changes.iter().map(|(version, at, reason)| Entry {
        key: format!("rules-{version}"),
        at: *at,
        title: words.with("portal-news-rules", "version", *version),
        text: reason.clone().unwrap_or_default(),
        path: String::new(),
    }));
    entries.extend(portal.results.map(|(since, _)| Entry {
        key: format!("results-{}", since.millis()),
        at: since,
        title: words.with("portal-results-news", "name", &portal.row.name),
        text: String::new(),
        path: "/ket-qua".to_owned(),
    }));
    entries.extend(portal.news.iter().map(|news| told(portal, news)));
    entries.sort_by(|one, other| (other.at, &other.key).cmp(&(one.at, &one.key)));
    entries
}

/// News that came before its contest was seen is as old as that.
fn told(portal: &Portal, news: &NewsRow) -> Entry {
    let since = portal.row.first_shown_at.max(news.shown_at);
    Entry {
        key: format!("tin-{}", news.id),
        at: Instant::from_millis(since),
        title: news.title.clone(),
        text: news.body.clone(),
        path: format!("/tin/{}", news.id),
    }
}

fn published(portal: &Portal, words: Words) -> Entry {
    Entry {
        key: "published".to_owned(),
        at: Instant::from_millis(portal.row.first_shown_at),
        title: words.with("portal-news-published", "name", &portal.row.name),
        text: portal.row.summary.clone().unwrap_or_default(),
        path: String::new(),
    }
}

fn moved(milestone: &Milestone, change: &Change, words: Words) -> Entry {
    let what = label(words, &milestone.row.kind, milestone.row.title.as_deref());
    let key = match change.called_off {
        true => "portal-news-called-off",
        false => "portal-news-moved",
    };
    let title = Message::new(key)
        .with("what", what)
        .with("was", dates::window(words, &change.was))
        .with("now", dates::window(words, &change.window));
    Entry {
        key: format!("{}-{}", milestone.row.id, change.version),
        at: change.at,
        title: words.tell(&title),
        text: change.reason.clone().unwrap_or_default(),
        path: String::new(),
    }
}
