//! Passwords: long enough, not among the common ones, kept as argon2id. No rules of composition.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use kernel::{Failure, Fault, Message, Refusal, text};

use crate::frame::App;

/// Fewest characters of a password.
pub const SHORTEST: usize = 10;
/// Most characters; more would only cost time.
pub const LONGEST: usize = 200;

/// Common passwords of at least [`SHORTEST`] characters, lower case, sorted;
/// `accounts/common_passwords.md` says where they come from.
const COMMON: &str = include_str!("common_passwords.txt");

/// A password that may be set: not too short, not too common, not the person's own name or address.
pub struct NewPassword(String);

impl NewPassword {
    /// Reads a password that somebody wants to set.
    ///
    /// # Errors
    /// A refusal beside the field `password`.
    pub fn read(typed: &str, repeated: &str, own_words: &[&str]) -> Result<Self, Refusal> {
        let password = text::nfc(typed);
        let length = password.chars().count();
        if length < SHORTEST {
            let message = Message::new("password-too-short").with("shortest", SHORTEST);
            return Err(Refusal::field("password", message));
        }
        if length > LONGEST {
            return Err(Refusal::field(
                "password",
                Message::new("password-too-long").with("longest", LONGEST),
            ));
        }
        if is_common(&password) || is_own_word(&password, own_words) {
            return Err(Refusal::field("password", "password-too-common"));
        }
        if password != text::nfc(repeated) {
            return Err(Refusal::field("repeated", "password-repeated-differs"));
        }
        Ok(Self(password))
    }
}

fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let one_character = lower.chars().all(|letter| lower.starts_with(letter));
    one_character || COMMON.lines().any(|common| common == lower)
}

fn is_own_word(password: &str, own_words: &[&str]) -> bool {
    let folded = text::fold(password);
    own_words.iter().any(|word| !word.is_empty() && text::fold(word) == folded)
}

/// Hashes a password on a thread of its own; as many at once as the machine has cores.
///
/// # Errors
/// The machine refused memory or threads.
pub async fn hash(app: &App, password: NewPassword) -> Result<String, Fault> {
    let _turn = app.hashing.acquire().await?;
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.0.as_bytes()).map(|hash| hash.to_string())
    });
    Ok(hashed.await??)
}

/// Whether a password is the one that was hashed. Without a hash it takes as long and says no, so that
/// nobody learns from the time whether an account exists.
///
/// # Errors
/// The machine refused memory or threads.
pub async fn matches(app: &App, password: &str, hash: Option<&str>) -> Result<bool, Failure> {
    let _turn = app.hashing.acquire().await?;
    let password = text::nfc(password).chars().take(LONGEST).collect::<String>();
    let hash = hash.map(str::to_owned);
    let verified = tokio::task::spawn_blocking(move || match hash {
        Some(hash) => PasswordHash::new(&hash).is_ok_and(|hash| {
            Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
        }),
        None => {
            let _ = Argon2::default().hash_password(password.as_bytes());
            false
        }
    });
    Ok(verified.await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(typed: &str, repeated: &str) -> Option<String> {
        let read = NewPassword::read(typed, repeated, &["Lò Văn Mẫu", "mau@example.org"]);
        read.err().map(|refusal| refusal.fields[0].1.key.to_string())
    }

    #[test]
    fn passwords_are_judged_by_length_and_commonness() {
        let check = |typed: &str, expect: Option<&str>| {
            assert_eq!(key(typed, typed).as_deref(), expect, "{typed}");
        };
        check("suối trong đầu nguồn", None);
        check("ngắn", Some("password-too-short"));
        check("1234567890", Some("password-too-common"));
        check("aaaaaaaaaaaa", Some("password-too-common"));
        check("lo van mau", Some("password-too-common"));
        check("mau@example.org", Some("password-too-common"));
        check(&"x1".repeat(101), Some("password-too-long"));
        assert_eq!(
            key("suối trong đầu nguồn", "khác").as_deref(),
            Some("password-repeated-differs")
        );
    }

    #[test]
    fn both_normal_forms_are_one_password() {
        assert_eq!(key("suối trong đầu nguồn", "suô\u{301}i trong đâ\u{300}u nguồn"), None);
    }
}
