//! What the command line says: sentences on standard error or output, JSON where a program reads it.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};
use kernel::{Failure, Message};
use serde::Serialize;

use super::{FAULT, REFUSED};
use crate::frame::{Locale, Words};

/// The voice of one run.
pub struct Speaker {
    /// Sentences in the user's language.
    pub words: Words,
}

impl Speaker {
    /// Vietnamese, unless `--lang`, `HOITHI_LANG` or the machine's language says English.
    pub fn for_args(args: &[OsString]) -> Self {
        let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
        let flag =
            texts.iter().enumerate().find_map(|(at, arg)| match arg.strip_prefix("--lang") {
                Some("") => texts.get(at + 1).map(|next| (*next).to_owned()),
                Some(value) => value.strip_prefix('=').map(str::to_owned),
                None => None,
            });
        let named = flag.or_else(|| std::env::var("HOITHI_LANG").ok());
        let locale: Option<Locale> = named.and_then(|name| name.parse().ok());
        Self { words: Words(locale.unwrap_or_default()) }
    }

    /// Says a sentence on standard output.
    pub fn say(&self, key: &str) {
        self.line(&self.words.say(key));
    }

    /// Says a sentence with arguments on standard output.
    pub fn tell(&self, message: &Message) {
        self.line(&self.words.tell(message));
    }

    /// Prints a line. A closed pipe is not our failure.
    pub fn line(&self, text: &str) {
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// Says on standard error what is wrong.
    pub fn complain(&self, sentences: &str) {
        let _ = writeln!(std::io::stderr(), "{sentences}");
    }

    /// Prints a value as one line of JSON.
    ///
    /// # Errors
    /// The value has no JSON form.
    pub fn json(&self, value: &impl Serialize) -> Result<(), Failure> {
        self.line(&serde_json::to_string(value)?);
        Ok(())
    }

    /// A bar for work of known length; nothing is drawn where nobody looks.
    pub fn bar(&self, steps: u64) -> ProgressBar {
        if !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}");
        let bar = ProgressBar::new(steps);
        style.map_or(bar.clone(), |style| bar.with_style(style))
    }

    /// The exit code of an outcome; a failure is said on standard error.
    pub fn close(&self, outcome: Result<u8, Failure>) -> u8 {
        match outcome {
            Ok(code) => code,
            Err(Failure::Refusal(refusal)) => {
                let _ = writeln!(std::io::stderr(), "{}", self.words.tell(&refusal.message));
                for (_, message) in &refusal.fields {
                    let _ = writeln!(std::io::stderr(), "{}", self.words.tell(message));
                }
                REFUSED
            }
            Err(Failure::Fault(fault)) => {
                let message = Message::new("cli-fault").with("fault", &fault);
                let _ = writeln!(std::io::stderr(), "{}", self.words.tell(&message));
                FAULT
            }
        }
    }
}
