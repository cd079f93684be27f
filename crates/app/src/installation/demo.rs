//! The demo world.
use kernel::Failure;

use crate::frame::App;

/// Somebody of the demo world whom one click signs in.
pub struct Person {
    /// Address.
    pub email: &'static str,
    /// Name.
    pub name: &'static str,
    /// Key of the role.
    pub role: &'static str,
}

/// Whom one may be in the demo; nobody outside of it.
pub fn people(_app: &App) -> Vec<Person> {
    Vec::new()
}

/// Loads the demo world where there is nothing yet.
///
/// # Errors
/// The database is away.
pub async fn load(_app: &App) -> Result<(), Failure> {
    Ok(())
}
