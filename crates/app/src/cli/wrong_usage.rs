//! Wrong usage, said in the user's language: clap knows what is wrong, and we have the sentence.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use kernel::Message;

use crate::frame::Words;

/// The sentences for wrong usage: what is wrong, what was meant perhaps, and where help is. Nothing
/// when somebody has asked for help or for the version.
pub fn sentences(error: &Error, words: Words) -> Option<String> {
    let said = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if said {
        return None;
    }
    let lines = [Some(what(error)), meant(error), Some(Message::new("cli-wrong-help"))];
    let lines = lines.into_iter().flatten().map(|line| words.tell(&line));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

fn what(error: &Error) -> Message {
    let found = |kind| context(error, kind);
    let argument = found(ContextKind::InvalidArg).replace("...", "");
    match error.kind() {
        ErrorKind::UnknownArgument => Message::new("cli-wrong-argument").with("argument", argument),
        ErrorKind::InvalidSubcommand => {
            Message::new("cli-wrong-command").with("command", found(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => Message::new("cli-wrong-no-command"),
        ErrorKind::MissingRequiredArgument => {
            Message::new("cli-wrong-missing").with("argument", argument)
        }
        ErrorKind::InvalidValue if found(ContextKind::InvalidValue).is_empty() => {
            Message::new("cli-wrong-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Message::new("cli-wrong-value")
            .with("argument", argument)
            .with("value", found(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => Message::new("cli-wrong-twice").with("argument", argument),
        _ => Message::new("cli-wrong"),
    }
}

/// What somebody may have meant to type.
fn meant(error: &Error) -> Option<Message> {
    let kinds = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ];
    let found = kinds.into_iter().map(|kind| context(error, kind)).find(|text| !text.is_empty());
    found.map(|text| Message::new("cli-wrong-meant").with("meant", text))
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::cli::command;
    use crate::frame::{Locale, Words};

    #[track_caller]
    fn check(line: &str, expect: &str) {
        let words = Words(Locale::Vi);
        let error = command(words).try_get_matches_from(line.split(' ')).unwrap_err();
        let said = sentences(&error, words).unwrap();
        assert_eq!(said, format!("{expect}\nThêm --help để xem cách gọi."));
    }

    #[test]
    fn wrong_usage_is_said_in_vietnamese() {
        check("hoithi serve --nope", "Không có tham số --nope.");
        check("hoithi serve --listn 1", "Không có tham số --listn.\nCó phải: --listen?");
        check("hoithi verfy", "Không có lệnh verfy.\nCó phải: verify?");
        check("hoithi place", "Thiếu tham số <TEXT>.");
        check("hoithi serve --listen abc", "Giá trị abc không dùng được cho --listen <ADDR>.");
        check("hoithi serve --listen", "Thiếu giá trị cho --listen <ADDR>.");
        check(
            "hoithi serve --demo --demo",
            "Tham số --demo không dùng được ở đây, hoặc có hai lần.",
        );
    }

    #[test]
    fn help_and_version_are_no_wrong_usage() {
        let words = Words(Locale::Vi);
        for line in [["hoithi", "--help"], ["hoithi", "--version"]] {
            let asked = command(words).try_get_matches_from(line).unwrap_err();
            assert_eq!(sentences(&asked, words), None);
        }
    }
}
