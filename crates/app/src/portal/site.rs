//! For search engines: what there is, and where they need not look.

use std::fmt::Write;

use super::contest::path;
use super::store::{NewsPath, PublicRow};

/// Most pieces of news of a map: with the contests they stay below the 50 000 addresses that one may have.
pub const MAPPED_NEWS: i64 = 40_000;

/// The addresses that everybody may read (sitemaps.org, 0.9).
pub fn map(contests: &[PublicRow], news: &[NewsPath], public_url: &str) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let news = news.iter().map(|news| format!("{}/tin/{}", path(&news.slug), news.id));
    let paths = contests.iter().map(|contest| path(&contest.slug)).chain(news);
    for path in std::iter::once("/hoi-thi".to_owned()).chain(paths) {
        let address = escape(&format!("{public_url}{path}"));
        writeln!(map, "<url><loc>{address}</loc></url>")
            .expect("writing into memory does not fail");
    }
    map.push_str("</urlset>\n");
    map
}

/// Only the portal is for search engines; everything else needs a sign-in or changes by the minute.
pub fn robots(public_url: &str) -> String {
    format!(
        "User-agent: *\nAllow: /hoi-thi\nAllow: /assets/\nDisallow: /\n\n\
         Sitemap: {public_url}/sitemap.xml\n"
    )
}

/// Text as it may stand in markup and in attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_text() {
        assert_eq!(escape("<a> & \"b\""), "&lt;a&gt; &amp; &quot;b&quot;");
    }
}
