//! An answer, and what a story demands of it.

use axum::body::to_bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use hoithi::frame::{Locale, Words};
use kernel::Message;

/// An answer that was read to its end.
#[derive(Debug, Clone)]
pub struct Reply {
    /// Method and address of the request.
    pub asked: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    /// Reads an answer to its end.
    pub async fn read(asked: String, response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Self { asked, status: parts.status, headers: parts.headers, body }
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The value of a header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Demands a status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}\n{}", self.asked, self.shown());
        self
    }

    /// Demands a redirect after which the browser stands at this address.
    #[track_caller]
    pub fn leads_to(&self, path: &str) -> &Self {
        self.is(303);
        assert_eq!(self.header(header::LOCATION.as_str()), path, "{}", self.asked);
        self
    }

    /// Demands the sentence of this key, in Vietnamese.
    #[track_caller]
    pub fn says(&self, key: &'static str) -> &Self {
        assert!(Words(Locale::Vi).knows(key), "there is no sentence {key}");
        self.tells(&Message::new(key))
    }

    /// Demands this sentence, in Vietnamese.
    #[track_caller]
    pub fn tells(&self, message: &Message) -> &Self {
        self.shows(&Words(Locale::Vi).tell(message))
    }

    /// Demands this text, as a page shows it.
    #[track_caller]
    pub fn shows(&self, text: &str) -> &Self {
        assert!(self.has(text), "{} does not show {text:?}\n{}", self.asked, self.shown());
        self
    }

    /// Demands this piece of the page's source.
    #[track_caller]
    pub fn holds(&self, markup: &str) -> &Self {
        let found = self.text().contains(markup);
        assert!(found, "{} does not hold {markup:?}\n{}", self.asked, self.shown());
        self
    }

    /// Demands that this text is nowhere in the answer, escaped or not.
    #[track_caller]
    pub fn hides(&self, text: &str) -> &Self {
        let hidden = !self.has(text) && !self.text().contains(text);
        assert!(hidden, "{} shows {text:?}\n{}", self.asked, self.shown());
        self
    }

    /// Demands that this sentence is not told, in Vietnamese.
    #[track_caller]
    pub fn keeps(&self, message: &Message) -> &Self {
        self.hides(&Words(Locale::Vi).tell(message))
    }

    /// The value of a hidden field, which the page sends back.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let field = format!("name=\"{name}\" value=\"");
        let found = self.text().split_once(&field);
        let (_, after) = found.unwrap_or_else(|| panic!("{} has no {name}", self.asked));
        after.split('"').next().unwrap().to_owned()
    }

    /// Whether the page shows this text.
    pub fn has(&self, text: &str) -> bool {
        self.text().contains(&escaped(text))
    }

    /// The one-time link that the page hands out, as a path.
    #[track_caller]
    pub fn link(&self) -> String {
        link_in(self.text()).unwrap_or_else(|| panic!("{} has no link", self.asked))
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(&self.body).chars().take(6000).collect()
    }
}

/// The first one-time link in a text, as a path.
pub fn link_in(text: &str) -> Option<String> {
    let (_, after) = text.split_once("/links/")?;
    let token: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
    Some(format!("/links/{token}"))
}

/// The text as templates write it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&#38;"),
            '<' => out.push_str("&#60;"),
            '>' => out.push_str("&#62;"),
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            plain => out.push(plain),
        }
    }
    out
}
