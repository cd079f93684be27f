//! How often one account asks: what a node can answer is shared. Each node counts for itself, for it is only
//! its own time that is guarded.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use kernel::refusal::RefusalKind;
use kernel::{Instant, Refusal};

use crate::accounts::Who;

/// Questions of one account in one minute.
const MOST: u32 = 60;
/// Accounts that are remembered.
const ACCOUNTS: usize = 10_000;
const MINUTE: i64 = 60_000;

/// Who asked how often in which minute.
#[derive(Debug, Default)]
pub struct Often(Mutex<HashMap<String, (i64, u32)>>);

impl Often {
    /// Counts a question.
    ///
    /// # Errors
    /// There were too many in this minute.
    pub fn count(&self, who: Who, at: Instant) -> Result<(), Refusal> {
        let minute = at.millis().div_euclid(MINUTE);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= ACCOUNTS {
            counts.retain(|_, (of, _)| *of == minute);
        }
        let (of, count) = counts.entry(who.to_string()).or_insert((minute, 0));
        *count = if *of == minute { *count + 1 } else { 1 };
        *of = minute;
        match *count > MOST {
            true => Err(Refusal::new(RefusalKind::TooMany, "prior-too-often")
                .way_out("way-prior", "/prior-art")),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_minute_begins_anew() {
        let often = Often::default();
        let at = Instant::from_millis(120_000);
        let count =
            |at: Instant| (0..=MOST).filter(|_| often.count(Who::Operator, at).is_ok()).count();
        assert_eq!(count(at), 60);
        assert_eq!(count(at), 0);
        assert_eq!(count(Instant::from_millis(180_000)), 60);
    }
}
