//! Consent (sự đồng ý): what a person has agreed to, for which purpose, on which text, until taken back.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Refusal};
use store::{Reader, Tx};

use super::actor::Actor;
use super::store::consents as rows;
pub use super::store::consents::ConsentRow;
use crate::audit::{self, Act};

kernel::id_type!(
    /// A statement about consent.
    ConsentId
);

/// For what somebody may agree that their data are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To take part: what the dossier says of its authors is read by those who check and judge it.
    Entry,
    /// Name, unit and title of the solution stand in public lists.
    Publication,
    /// Ethnicity (dân tộc), which only counts the movement and never judges.
    Ethnicity,
    /// To be told of later contests.
    Invitation,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 4] = [Self::Entry, Self::Publication, Self::Ethnicity, Self::Invitation];

    /// The word in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Publication => "publication",
            Self::Ethnicity => "ethnicity",
            Self::Invitation => "invitation",
        }
    }

    /// Reads the word of a form.
    ///
    /// # Errors
    /// There is no such purpose.
    pub fn read(code: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|purpose| purpose.code() == code);
        found.ok_or_else(Refusal::absent)
    }

    /// The version of the text that is shown today. Another text is another version, and whoever agreed
    /// to the earlier one is asked again.
    pub const fn version(self) -> i64 {
        match self {
            Self::Entry | Self::Publication | Self::Ethnicity | Self::Invitation => 1,
        }
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("consent-{}", self.code())
    }

    /// Key of the text that people agree to.
    pub fn text(self) -> String {
        format!("consent-{}-text", self.code())
    }
}

/// Whether an account agrees today to the present text of a purpose.
///
/// # Errors
/// The database is away.
pub async fn given(reader: &Reader, account: AccountId, purpose: Purpose) -> Result<bool, Fault> {
    let last = rows::last(reader, account, purpose.code()).await?;
    Ok(last.is_some_and(|row| row.kind == "given" && row.version == purpose.version()))
}

/// Everything an account has stated, the last first.
///
/// # Errors
/// The database is away.
pub async fn statements(reader: &Reader, account: AccountId) -> Result<Vec<ConsentRow>, Fault> {
    rows::statements(reader, account).await
}

/// Somebody agrees to the present text of a purpose. Agreeing again changes nothing.
///
/// # Errors
/// The operator has nothing to agree to.
pub async fn give(tx: &mut Tx, actor: &Actor, purpose: Purpose) -> Result<(), Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    match given(tx, account, purpose).await? {
        true => Ok(()),
        false => {
            let id = state(tx, account, (purpose, purpose.version(), "given")).await?;
            let act = Act::on("consent.give", format!("account/{account}"));
            audit::record(tx, actor.who, act.row("consent", id).note("purpose", purpose.code()))
                .await
        }
    }
}

/// Somebody takes their consent back. What was not given cannot be taken back and changes nothing.
///
/// # Errors
/// The operator has nothing to take back.
pub async fn withdraw(tx: &mut Tx, actor: &Actor, purpose: Purpose) -> Result<(), Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let last = rows::last(tx, account, purpose.code()).await?;
    let Some(given) = last.filter(|row| row.kind == "given") else { return Ok(()) };
    let id = state(tx, account, (purpose, given.version, "withdrawn")).await?;
    let act = Act::on("consent.withdraw", format!("account/{account}"));
    audit::record(tx, actor.who, act.row("consent", id).note("purpose", purpose.code())).await
}

async fn state(
    tx: &mut Tx,
    account: AccountId,
    (purpose, version, kind): (Purpose, i64, &str),
) -> Result<ConsentId, Failure> {
    let id = ConsentId::new(tx.at());
    rows::insert(tx, &id.to_string(), account, (purpose.code(), version, kind)).await?;
    Ok(id)
}
