//! Pages without a sign-in. They are the same for everybody who reads one language, so that their bytes
//! can stand on the shelf: no name of a person, no clock that runs but beside a deadline that is near.

mod contest;
mod files;
mod forms;
mod index;
mod leaflet;
mod machine;
mod milestones;
mod news;
pub(super) mod parts;
mod results;

use axum::http::HeaderMap;
use axum::response::IntoResponse;
use kernel::{Failure, Instant};

use super::contest::Portal;
use super::dates;
use crate::frame::answer::encode;
use crate::frame::guard::Access::Anyone;
use crate::frame::shelf::Made;
use crate::frame::{Answer, App, Locale, Visitor, Words, assets};
use crate::router::{Route, get};

/// Its addresses.
pub fn routes() -> Vec<Route> {
    vec![
        get("/hoi-thi", Anyone, index::show),
        get("/hoi-thi/{slug}", Anyone, contest::show),
        get("/hoi-thi/{slug}/lich.ics", Anyone, machine::calendar),
        get("/hoi-thi/{slug}/tin.atom", Anyone, machine::feed),
        get("/hoi-thi/{slug}/tin", Anyone, news::list),
        get("/hoi-thi/{slug}/tin/{news}", Anyone, news::show),
        get("/hoi-thi/{slug}/tin/{news}/tep", Anyone, files::of_news),
        get("/hoi-thi/{slug}/ket-qua", Anyone, results::show),
        get("/hoi-thi/{slug}/ket-qua.json", Anyone, results::bundle),
        get("/hoi-thi/{slug}/qr.svg", Anyone, machine::qr_svg),
        get("/hoi-thi/{slug}/qr.png", Anyone, machine::qr_png),
        get("/hoi-thi/{slug}/ap-phich", Anyone, leaflet::poster),
        get("/hoi-thi/{slug}/ap-phich.pdf", Anyone, leaflet::poster_pdf),
        get("/hoi-thi/{slug}/to-roi", Anyone, leaflet::leaflet),
        get("/hoi-thi/{slug}/to-roi.pdf", Anyone, leaflet::leaflet_pdf),
        get("/hoi-thi/{slug}/van-ban/{paper}", Anyone, files::show),
        get("/hoi-thi/{slug}/bieu-mau/{file}", Anyone, forms::show),
        get("/hoi-thi/{slug}/nop-ho-so", Anyone, forms::enter),
        get("/sitemap.xml", Anyone, machine::sitemap),
        get("/robots.txt", Anyone, machine::robots),
    ]
}

const HTML: &str = "text/html; charset=utf-8";

/// What every page of the portal has around it.
pub struct Door {
    /// Sentences in the visitor's language.
    pub t: Words,
    /// Path and query of the page.
    pub path: String,
    /// Its whole address.
    pub url: String,
    /// What a preview in a chat or a search engine says of it.
    pub about: String,
    /// The address of its feed, if it has one.
    pub feed: Option<String>,
    /// Whether this is the demo, where nothing is real.
    pub demo: bool,
}

impl Door {
    fn new(app: &App, t: Words, path: &str, about: String) -> Self {
        let (url, demo) = (public_url(app, path), app.configuration.demo);
        Self { t, path: path.to_owned(), url, about, feed: None, demo }
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
        Locale::ALL.map(|locale| (locale.code(), locale.own_name()))
    }

    /// Where the language switch leads.
    pub fn switch(&self, code: &str) -> String {
        format!("/language/{code}?next={}", encode(&self.path))
    }

    /// The language as previews name it.
    pub fn region(&self) -> &'static str {
        match self.t.0 {
            Locale::Vi => "vi_VN",
            Locale::En => "en_GB",
        }
    }
}

/// A path as it is typed from a poster.
fn public_url(app: &App, path: &str) -> String {
    app.configuration.address(path)
}

/// Who asks for something of a contest, and for which.
struct Asked {
    app: App,
    words: Words,
    headers: HeaderMap,
    slug: String,
}

impl Asked {
    fn new(app: App, visitor: &Visitor, headers: HeaderMap, slug: String) -> Self {
        Self { app, words: visitor.words(), headers, slug }
    }

    /// Answers with what is made of the contest, from the shelf where it stands there.
    async fn answer(
        &self,
        (name, kind): (&str, &'static str),
        write: impl FnOnce(&App, &Portal, (Words, Instant)) -> Result<Vec<u8>, Failure>,
    ) -> Answer {
        let (app, words) = (&self.app, self.words);
        let key = format!("{name}/{}/{}", words.0.code(), self.slug);
        let make = async || {
            let at = app.store.now();
            let portal = Portal::load(&app.store, &self.slug, at).await?;
            let is_near = portal.left(at).is_some_and(dates::Left::is_near);
            let bytes = write(app, &portal, (words, at))?;
            let until = dates::keeps_until(at, is_near).min(machine::until(app, at).await?);
            Ok(Made { kind, bytes, until })
        };
        let kept = app.shelf.take(&app.store, key, make).await?;
        Ok(kept.answer(&self.headers).into_response())
    }
}

/// A template as bytes.
fn bytes(template: &impl askama::Template) -> Result<Vec<u8>, Failure> {
    Ok(template.render().map_err(kernel::Fault::from)?.into_bytes())
}
