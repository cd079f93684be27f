//! The program `hoithi`.

use std::process::ExitCode;

fn main() -> ExitCode {
    hoithi::cli::run(std::env::args_os())
}
