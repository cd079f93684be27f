//! The only SQL on the recipients of mailings.

use std::collections::BTreeMap;

use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value, holding};

use crate::mailings::{MailingId, Reached};
use crate::notifications::NewMail;

/// A line of a mailing.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RecipientRow {
    /// The unit.
    pub unit_id: String,
    /// Its name on the day.
    pub unit: Option<String>,
    /// The address.
    pub recipient: Option<String>,
    /// Whose.
    pub person: Option<String>,
    /// Word of the state of the mail; nothing: it was stopped, or there is none.
    pub state: Option<String>,
    /// Whether it was stopped.
    pub stopped: bool,
}

/// The lines of a mailing by unit, of units whose names hold these words.
pub async fn recipients(
    reader: &Reader,
    (id, words): (MailingId, &[String]),
    day: kernel::Day,
    (limit, offset): (i64, i64),
) -> Result<Vec<RecipientRow>, Fault> {
    let mut values: Vec<Value> = vec![id.to_string().into(), day.to_string().into()];
    let held = holding(&["s"], words, &mut values);
    values.extend([limit.into(), offset.into()]);
    let (limit, offset) = (values.len() - 1, values.len());
    let sql = format!(
        "select r.unit_id, n.name as unit, r.recipient, r.person, m.state, r.stopped
        from mailing_recipient r join unit_search s on s.unit_id = r.unit_id
            left join unit_name n on n.unit_id = r.unit_id
                and (n.from_day is null or n.from_day <= $2)
                and (n.until_day is null or n.until_day > $2)
            left join mail m on m.id = r.mail_id
        where r.mailing_id = $1{held}
        order by case when r.recipient is null then 0 else 1 end, s.sort_key, r.id
        limit ${limit} offset ${offset}"
    );
    reader.rows(&sql, values).await
}

pub async fn count_recipients(
    reader: &Reader,
    id: MailingId,
    words: &[String],
) -> Result<i64, Fault> {
    let mut values = vec![Value::from(id.to_string())];
    let held = holding(&["s"], words, &mut values);
    let sql = format!(
        "select count(*) from mailing_recipient r join unit_search s on s.unit_id = r.unit_id
         where r.mailing_id = $1{held}"
    );
    reader.number(&sql, values).await
}

/// Rows of one statement.
const BATCH: usize = 100;

/// Writes down for each unit to whom its mail goes, or that it has no address.
pub async fn insert_recipients(
    tx: &mut Tx,
    id: MailingId,
    reached: &Reached,
    mails: &[NewMail],
) -> Result<(), Failure> {
    let mails: BTreeMap<&str, String> =
        mails.iter().map(|mail| (mail.recipient.as_str(), mail.id.to_string())).collect();
    let mut lines: Vec<(&str, Option<(&String, &String)>)> = Vec::new();
    for unit in &reached.units {
        match unit.people.is_empty() {
            true => lines.push((&unit.id, None)),
            false => {
                lines.extend(unit.people.iter().map(|person| (unit.id.as_str(), Some(person))))
            }
        }
    }
    for batch in lines.chunks(BATCH) {
        let mut values: Vec<Value> = vec![id.to_string().into()];
        let mut rows = Vec::with_capacity(batch.len());
        for (unit, person) in batch {
            let at = values.len();
            let place = |by: usize| at + by;
            let (line, of, to) = (place(1), place(2), place(3));
            rows.push(format!("(${line}, $1, ${of}, ${to}, ${}, ${}, false)", place(4), place(5)));
            values.push(MailingId::new(tx.at()).to_string().into());
            values.push((*unit).into());
            values.push(person.map(|(email, _)| email.clone()).into());
            values.push(person.map(|(_, name)| name.clone()).into());
            values.push(person.and_then(|(email, _)| mails.get(email.as_str()).cloned()).into());
        }
        let sql = format!(
            "insert into mailing_recipient (id, mailing_id, unit_id, recipient, person, mail_id, stopped)
             values {}",
            rows.join(", ")
        );
        tx.run(&sql, values).await?;
    }
    Ok(())
}
