//! `bwrap`: name spaces of its own for the child.

use std::path::Path;
use std::process::Stdio;

use tokio::process::Command;
use tokio::sync::OnceCell;

use crate::READABLE;

/// Where the program stands for the child.
const PROGRAM: &str = "/hoithi";
/// Folders that are links into `/usr` on most machines and folders on others.
const ROOT_FOLDERS: [&str; 4] = ["/bin", "/lib", "/lib32", "/lib64"];

/// Whether `bwrap` is there and may make name spaces; asked once.
pub async fn works() -> bool {
    static WORKS: OnceCell<bool> = OnceCell::const_new();
    *WORKS.get_or_init(try_out).await
}

async fn try_out() -> bool {
    let Some(this) = std::env::current_exe().ok() else { return false };
    let mut command = command(&this);
    // Any program that ends well and is on every machine.
    command.args(["--", "/usr/bin/true"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).env_clear();
    command.status().await.is_ok_and(|status| status.success())
}

/// `bwrap` with a view of the few folders that the child needs, up to what it shall run.
fn command(program: &Path) -> Command {
    let mut command = Command::new("bwrap");
    command.args(["--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]);
    command.args(["--cap-drop", "ALL", "--hostname", "hoithi"]);
    for folder in READABLE {
        command.args(["--ro-bind-try", folder, folder]);
    }
    for folder in ROOT_FOLDERS {
        match std::fs::read_link(folder) {
            Ok(target) => command.arg("--symlink").arg(target).arg(folder),
            Err(_) => command.args(["--ro-bind-try", folder, folder]),
        };
    }
    command.arg("--ro-bind").arg(program).arg(PROGRAM);
    command.args(["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/"]);
    command
}

/// The command that runs our program in name spaces of its own; its arguments are still to come.
pub fn wrap(program: &Path) -> Command {
    let mut command = command(program);
    command.args(["--", PROGRAM]);
    command
}
