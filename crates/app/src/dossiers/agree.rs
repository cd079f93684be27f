//! Authors agree (đồng tác giả xác nhận) to the entry and to their share in it.

use ::store::{Reader, Tx};
use entry::{Author, Entry};
use kernel::{Failure, Fault, Instant, Refusal};

use super::access;
use super::store::{self, AgreementRow, DossierRow, InvitationRow, NewAgreement};
use super::{DossierId, subject};
use crate::accounts::Actor;
use crate::accounts::names::Email;
use crate::accounts::session::{digest, new_token};
use crate::audit::{self, Act};
use crate::contests::{self, ContestRow};
use crate::frame::App;
use crate::notifications::{self, Letter};

/// How long a letter can be answered.
const LASTS_SECONDS: i64 = 60 * 24 * 3600;

/// How far an author's agreement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Who hands in agrees by doing so.
    ByHandingIn,
    /// The dossier came on paper, with the signatures.
    OnPaper,
    /// Not asked yet.
    Open,
    /// Asked, and no answer yet.
    Asked,
    /// Yes, to this name and this share.
    Yes,
    /// Yes, to another name or share: asked again.
    Outdated,
    /// No.
    No,
}

impl Agreement {
    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ByHandingIn => "agreement-by-handing-in",
            Self::OnPaper => "agreement-on-paper",
            Self::Open => "agreement-open",
            Self::Asked => "agreement-asked",
            Self::Yes => "agreement-yes",
            Self::Outdated => "agreement-outdated",
            Self::No => "agreement-no",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::ByHandingIn | Self::OnPaper | Self::Yes => "check",
            Self::Open | Self::Asked => "clock",
            Self::Outdated => "warning",
            Self::No => "stop",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::ByHandingIn | Self::OnPaper | Self::Yes => "is-done",
            Self::Open | Self::Asked | Self::Outdated => "is-due",
            Self::No => "is-late",
        }
    }
}

/// Whose hand writes a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The first author's own.
    ByAuthor,
    /// Somebody's who writes for the authors.
    ForThem,
    /// The office's, from a dossier on paper.
    FromPaper,
}

/// What the authors of a dossier were asked and answered.
#[derive(Debug, Clone)]
pub struct Agreements {
    /// Answers, the newest first.
    pub answers: Vec<AgreementRow>,
    /// Letters.
    pub invitations: Vec<InvitationRow>,
    /// Whose hand writes.
    pub written: Written,
}

impl Agreements {
    /// Those of a dossier.
    ///
    /// # Errors
    /// The database is away.
    pub async fn load(reader: &Reader, id: DossierId) -> Result<Self, Fault> {
        let written = match store::has_author(reader, id).await? {
            true => Written::ByAuthor,
            false if store::began_on_paper(reader, id).await? => Written::FromPaper,
            false => Written::ForThem,
        };
        let answers = store::agreements(reader, id).await?;
        Ok(Self { answers, invitations: store::invitations(reader, id).await?, written })
    }

    /// How far it is for the author at a place.
    pub fn of(&self, (at, author): (usize, &Author)) -> Agreement {
        let answer = self.answers.iter().find(|answer| answer.author_key == author.key);
        let share = author.share.map(|share| i64::from(share.hundredths()));
        let is_asked = || self.invitations.iter().any(|it| it.author_key == author.key);
        match (answer, self.written) {
            (Some(answer), _) if !answer.agreed => Agreement::No,
            (Some(answer), _) if answer.name == author.name && answer.share == share => {
                Agreement::Yes
            }
            (Some(_), _) => Agreement::Outdated,
            (None, Written::FromPaper) => Agreement::OnPaper,
            (None, Written::ByAuthor) if at == 0 => Agreement::ByHandingIn,
            (None, _) if is_asked() => Agreement::Asked,
            (None, _) => Agreement::Open,
        }
    }

    /// Whether the author at a place signed a sheet that somebody else sent in.
    pub fn is_by_sheet(&self, author: &Author) -> bool {
        let mut mine = self.answers.iter().filter(|answer| answer.author_key == author.key);
        mine.next().is_some_and(|answer| answer.file_hash.is_some())
    }
}

/// Sends an author a letter in which to agree.
///
/// # Errors
/// The actor does not write the dossier, it has no such author, or the address is none.
pub async fn ask_author(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: DossierId,
    (key, address): (&str, &str),
) -> Result<(), Failure> {
    let seen = access::own(tx, actor, id).await?;
    let entry = access::draft(tx, id).await?.entry;
    let author = entry.people.authors.iter().find(|author| author.key == key);
    let author = author.ok_or_else(Refusal::absent)?;
    let email = Email::read(address)?;
    let token = new_token();
    let expires = tx.at().plus_seconds(LASTS_SECONDS);
    let letter = (email.as_str(), digest(&token));
    let letter = (letter.0, letter.1.as_str());
    let row = store::insert_invitation(tx, (id, key), letter, expires, actor.account()).await?;
    let act = Act::on("dossier.ask-author", subject(id)).row("dossier_invitation", row);
    audit::record(tx, actor.who, act).await?;
    let letter = Letter::new(actor.locale, "mail-dossier-agreement")
        .with("name", &author.name)
        .with("asker", &actor.name)
        .with("title", &entry.solution.title)
        .with("contest", &seen.contest.name)
        .with("link", app.configuration.address(&format!("/agreements/{token}")));
    notifications::post(tx, app, email.as_str(), letter).await
}

/// What somebody who holds a letter is asked to agree to.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The dossier.
    pub id: DossierId,
    /// The dossier's row.
    pub row: DossierRow,
    /// Its contest.
    pub contest: ContestRow,
    /// What is written.
    pub entry: Entry,
    /// The author who is asked.
    pub author: Author,
    /// What was answered so far, the newest first.
    pub answers: Vec<AgreementRow>,
}

/// What the holder of a letter is asked to agree to.
///
/// # Errors
/// There is no such letter, it is too old, or the author is no longer one.
pub async fn asked(reader: &Reader, token: &str, at: Instant) -> Result<Asked, Failure> {
    let gone = || Refusal::absent_because("agreement-gone").way_out("way-home", "/");
    let invitation = store::invitation(reader, &digest(token)).await?;
    let invitation = invitation.filter(|it| it.expires_at >= at.millis()).ok_or_else(gone)?;
    let id: DossierId = invitation.dossier_id.parse()?;
    let row = store::find(reader, id).await?.ok_or_else(gone)?;
    let contest = contests::store::find(reader, row.contest()?).await?.ok_or_else(gone)?;
    let entry = access::draft(reader, id).await?.entry;
    let authors = entry.people.authors.iter();
    let author = authors.clone().find(|author| author.key == invitation.author_key).cloned();
    let author = author.ok_or_else(gone)?;
    let answers = store::agreements(reader, id).await?;
    let answers = answers.into_iter().filter(|it| it.author_key == author.key).collect();
    Ok(Asked { id, row, contest, entry, author, answers })
}

/// Answers for an author who holds a letter. The letter stays good, for people change their minds and
/// shares change.
///
/// # Errors
/// The letter is no longer good, or what was seen has changed meanwhile.
pub async fn answer(
    tx: &mut Tx,
    token: &str,
    (agreed, reason): (bool, Option<&str>),
    seen: (&str, &str),
) -> Result<(), Failure> {
    let asked = asked(tx, token, tx.at()).await?;
    let stands = (asked.author.name.as_str(), shown_share(&asked.author));
    if (stands.0, stands.1.as_str()) != seen {
        return Err(Refusal::conflict("agreement-changed-meanwhile").into());
    }
    let new = NewAgreement { author: &asked.author, agreed, reason, way: "letter", file: None };
    let row = store::insert_agreement(tx, asked.id, new, None).await?;
    let act = Act::on("dossier.agree", subject(asked.id)).row("dossier_agreement", row);
    let act = act.note("agreed", agreed);
    audit::record(tx, "letter", act).await
}

/// The share as it is shown and sent back; empty where none is asked.
pub fn shown_share(author: &Author) -> String {
    author.share.map(|share| share.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(key: &str, share: &str) -> Author {
        Author {
            key: key.into(),
            name: "An".into(),
            share: share.parse().ok(),
            ..Author::default()
        }
    }

    fn answer(share: i64, agreed: bool) -> AgreementRow {
        AgreementRow {
            author_key: "a".into(),
            name: "An".into(),
            share: Some(share),
            agreed,
            reason: None,
            made_at: 0,
            file_hash: None,
        }
    }

    #[test]
    fn an_answer_holds_for_what_was_shown() {
        let invitation = InvitationRow {
            dossier_id: String::new(),
            author_key: "a".into(),
            address: String::new(),
            sent_at: 0,
            expires_at: 0,
        };
        let asked = std::slice::from_ref(&invitation);
        let by = |written, at, share: &str, answers: &[AgreementRow], asked: &[InvitationRow]| {
            let (answers, invitations) = (answers.to_vec(), asked.to_vec());
            Agreements { answers, invitations, written }.of((at, &author("a", share)))
        };
        let of = |at, share: &str, answers: &[AgreementRow], asked: &[InvitationRow]| {
            by(Written::ByAuthor, at, share, answers, asked)
        };
        assert_eq!(by(Written::ForThem, 0, "40", &[], &[]), Agreement::Open);
        assert_eq!(by(Written::ForThem, 0, "40", &[], asked), Agreement::Asked);
        assert_eq!(by(Written::FromPaper, 1, "40", &[], asked), Agreement::OnPaper);
        let refused = [answer(4_000, false)];
        assert_eq!(by(Written::FromPaper, 1, "40", &refused, &[]), Agreement::No);
        assert_eq!(of(0, "40", &[], &[]), Agreement::ByHandingIn);
        assert_eq!(of(1, "40", &[], &[]), Agreement::Open);
        assert_eq!(of(1, "40", &[], asked), Agreement::Asked);
        assert_eq!(of(1, "40", &[answer(4_000, true)], asked), Agreement::Yes);
        assert_eq!(of(1, "30", &[answer(4_000, true)], asked), Agreement::Outdated);
        let changed = [answer(4_000, false), answer(4_000, true)];
        assert_eq!(of(1, "40", &changed, asked), Agreement::No);
    }
}
