//! The door at which authors hand files in: taken or refused, looked at, given out again byte for byte.

use hoithi::frame::{Locale, Words};
use hoithi::installation::work;
use hoithi::uploads::{Inspection, inspections};
use kernel::Message;
use kernel::time::Stopwatch;

use super::Piece;
use crate::browser::Browser;
use crate::dossiers::standing::{attach, taking, without_files};
use crate::house::House;
use crate::reply::Reply;
use crate::uploads::hash;

/// The parts of the checklist that take papers, and pictures.
pub const PAPERS: &str = "mo-ta";
pub const IMAGES: &str = "minh-chung";

/// Microseconds after the last byte within which there is an answer.
const LONGEST: u64 = 10_000_000;

/// A dossier that somebody writes, at whose files they are.
pub struct Door<'h> {
    house: &'h House,
    author: Browser<'h>,
    path: String,
}

impl<'h> Door<'h> {
    pub async fn open(house: &'h House) -> Self {
        let author = house.known(world::COORDINATOR);
        let path = without_files(&author, taking(house).await).await;
        Self { house, author, path }
    }

    /// Hands a file in, looks at what became of it, and takes it away again.
    pub async fn takes(&self, item: &str, piece: &Piece) -> String {
        let begun = Stopwatch::start();
        let sent = (item, piece.name.as_str(), piece.bytes.as_slice());
        let reply = attach(&self.author, &self.path, sent).await;
        let took = begun.micros();
        assert!(took < LONGEST, "{} took {took} µs", piece.name);
        if reply.status != 303 {
            return format!("{} {}", reply.status.as_u16(), refused_with(&reply, &piece.name));
        }
        work::work_off(&self.house.app).await.unwrap();
        let kind = self.gives_out(piece).await;
        let found = self.found(piece).await;
        let is_misread = piece.says.as_ref().is_some_and(|says| *says != found.text);
        let misread =
            if is_misread { format!(" | misread {:?}", found.text) } else { String::new() };
        format!("{kind} | {}{misread}", shown(&found))
    }

    /// The file comes out as it came in, as something to be saved, and goes; answers with its kind.
    async fn gives_out(&self, piece: &Piece) -> String {
        let (path, hash) = (&self.path, hash(&piece.bytes));
        let id =
            format!("select id from dossier_file where hash = '{hash}' and removed_at is null");
        let id = self.house.ask(&id).await;
        let saved = self.author.get(&format!("{path}/files/{id}")).await;
        assert_eq!(saved.is(200).body, piece.bytes, "{}", piece.name);
        assert!(saved.header("content-disposition").starts_with("attachment; "));
        assert_eq!(saved.header("x-content-type-options"), "nosniff");
        assert_eq!(saved.header("content-security-policy"), "sandbox; default-src 'none'");
        let kind = saved.header("content-type").to_owned();
        self.author.post(&format!("{path}/files/{id}/removal"), &[]).await.is(303);
        kind
    }

    async fn found(&self, piece: &Piece) -> Inspection {
        let hash = hash(&piece.bytes);
        let found = inspections(&self.house.app.store, std::slice::from_ref(&hash)).await;
        found.unwrap().remove(&hash).unwrap()
    }
}

/// The sentences with which a file is refused at the door: each says what to do.
fn refused_with(reply: &Reply, name: &str) -> &'static str {
    let says = [
        Message::new("dossier-file-kind").with("name", name),
        Message::new("dossier-file-too-large").with("most", 1),
        Message::new("dossier-file-missing"),
    ];
    let keys = ["dossier-file-kind", "dossier-file-too-large", "dossier-file-missing"];
    let told = says.iter().position(|says| reply.has(&Words(Locale::Vi).tell(says)));
    told.map_or("without a sentence", |at| keys[at])
}

/// What the machine found: trouble, what it does by itself, pages, letters.
fn shown(found: &Inspection) -> String {
    let trouble = found.trouble.map_or("-", |trouble| trouble.code());
    let does = serde_json::to_string(&found.active).unwrap().replace(['[', ']', '"'], "");
    let does = if does.is_empty() { "-" } else { &does };
    let pages = found.pages.map_or_else(|| "-".to_owned(), |pages| pages.to_string());
    let letters = found.text.chars().filter(|letter| letter.is_alphanumeric()).count();
    format!("{trouble} | {does} | {pages} | {letters}")
}
