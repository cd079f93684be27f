//! Known devices (thiết bị quen): browsers in which an account has signed in before.

use kernel::Failure;
use kernel::id::AccountId;
use store::Tx;

use super::letters::{self, News};
use super::session::{digest, new_token};
use super::store::known_devices as rows;
use crate::frame::{App, Visitor};

kernel::id_type!(
    /// A known device.
    DeviceId
);

/// A device that was not used for so long is forgotten. Browsers keep a cookie no longer either.
pub const FORGOTTEN_AFTER_SECONDS: i64 = 400 * 24 * 3600;

/// Notes on which device somebody has signed in, and tells them by letter when it is a new one; of the
/// very first there is nothing to tell. Returns the token that the browser is to keep.
///
/// # Errors
/// The database is away.
pub async fn note(
    tx: &mut Tx,
    app: &App,
    account: AccountId,
    visitor: &Visitor,
) -> Result<String, Failure> {
    let token = visitor.device().filter(|token| is_one_of_ours(token));
    let token = token.map_or_else(new_token, str::to_owned);
    if rows::set_seen(tx, account, &digest(&token)).await? > 0 {
        return Ok(token);
    }
    if rows::count_of(tx, account).await? > 0 {
        letters::tell(tx, app, account, News::NewDevice(visitor)).await?;
    }
    let id = DeviceId::new(tx.at()).to_string();
    rows::insert(tx, &id, account, &digest(&token)).await?;
    Ok(token)
}

/// A shorter token could be guessed by whoever planted it elsewhere.
fn is_one_of_ours(token: &str) -> bool {
    token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit())
}
