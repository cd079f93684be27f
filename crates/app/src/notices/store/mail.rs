//! What waits to be mailed.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::{ENDS_WITH_ITS_GRANT, HOLDS, OWN};
use crate::notices::hours::Hours;

/// Somebody for whom notices wait to be mailed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Addressee {
    /// The account.
    pub account_id: String,
    /// With what they sign in; letters go to an address only.
    pub login: String,
    /// Name.
    pub name: String,
    /// Language.
    pub locale: String,
    /// How many are to leave at once.
    pub at_once: i64,
    /// When the oldest for the daily mail was made; nothing: there is none.
    pub oldest: Option<i64>,
    digest_hour: Option<i64>,
    quiet_from: Option<i64>,
    quiet_until: Option<i64>,
}

impl Addressee {
    /// Their hours.
    pub fn hours(&self) -> Hours {
        match self.digest_hour {
            Some(digest) => Hours { digest, quiet: self.quiet_from.zip(self.quiet_until) },
            None => Hours::default(),
        }
    }
}

/// Everybody for whom something waits.
pub async fn addressees(reader: &Reader) -> Result<Vec<Addressee>, Fault> {
    let sql = "select n.account_id, a.email as login, a.name, a.locale,
            sum(case n.mail when 'at_once' then 1 else 0 end) as at_once,
            min(case n.mail when 'digest' then n.created_at end) as oldest,
            h.digest_hour, h.quiet_from, h.quiet_until
        from notice n join account a on a.id = n.account_id
            left join notice_hours h on h.account_id = n.account_id
        where n.mail in ('at_once', 'digest')
        group by n.account_id, a.email, a.name, a.locale, h.digest_hour, h.quiet_from, h.quiet_until
        order by n.account_id";
    reader.rows(sql, []).await
}

/// What waits for somebody whose role has ended, or whose account is disabled, does not leave.
pub async fn drop_ended(tx: &mut Tx) -> Result<u64, Failure> {
    let holds = ENDS_WITH_ITS_GRANT.replace("$day", "$1");
    let sql = format!(
        "update notice set mail = 'none' where mail in ('at_once', 'digest')
            and not exists (select 1 from role_grant g {HOLDS}
                where g.account_id = notice.account_id
                    and g.role || '/' || coalesce(g.unit_id, '') = notice.via and {holds})
            and not exists (select 1 from account l where notice.via = '{OWN}'
                and l.id = notice.account_id and l.disabled_at is null)"
    );
    tx.run(&sql, [tx.at().day().to_string().into()]).await
}

/// A notice that waits, with what a mail says of it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct WaitingLine {
    /// Its number.
    pub seq: i64,
    /// To whom.
    pub account_id: String,
    /// Word of the kind.
    pub kind: String,
    /// The thing.
    pub subject: String,
    /// Id of the contest.
    pub contest_id: String,
    /// Name of the contest.
    pub contest: String,
    /// Name of the unit on the day.
    pub unit: Option<String>,
    /// Words of the task, milestone or period.
    pub about: String,
    /// What was said.
    pub words: Option<String>,
    /// The end that is spoken of.
    pub due_at: Option<i64>,
    /// at_once, digest.
    pub mail: String,
    /// When it was made.
    pub created_at: i64,
}

/// Everything that waits for these people, by contest and in the order of making.
pub async fn waiting_lines(
    reader: &Reader,
    accounts: &[AccountId],
    day: kernel::Day,
) -> Result<Vec<WaitingLine>, Fault> {
    let mut values: Vec<Value> = vec![day.to_string().into()];
    let among = among(accounts, &mut values);
    let sql = format!(
        "select n.seq, n.account_id, n.kind, n.subject, n.contest_id, c.name as contest,
            u.name as unit, n.about, n.words, n.due_at, n.mail, n.created_at
         from notice n join contest c on c.id = n.contest_id
            left join unit_name u on u.unit_id = n.unit_id
                and (u.from_day is null or u.from_day <= $1)
                and (u.until_day is null or u.until_day > $1)
         where n.mail in ('at_once', 'digest') and n.account_id in ({among})
         order by n.account_id, c.sort_key, c.id, n.seq"
    );
    reader.rows(&sql, values).await
}

/// Notes that these have gone into a mail.
pub async fn set_mailed(tx: &mut Tx, seqs: &[i64]) -> Result<(), Failure> {
    for part in seqs.chunks(500) {
        let places: Vec<String> = (1..=part.len()).map(|place| format!("${place}")).collect();
        let sql = format!("update notice set mail = 'sent' where seq in ({})", places.join(", "));
        tx.run(&sql, part.iter().map(|seq| Value::from(*seq))).await?;
    }
    Ok(())
}

fn among(accounts: &[AccountId], values: &mut Vec<Value>) -> String {
    let places = (1..=accounts.len()).map(|place| format!("${}", values.len() + place));
    let places: Vec<String> = places.collect();
    values.extend(accounts.iter().map(|id| Value::from(id.to_string())));
    places.join(", ")
}
