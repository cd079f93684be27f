//! Help in the user's language: the sentences are in the message files, like all others.

use clap::builder::Str;
use clap::{Arg, ArgAction, Command, CommandFactory};
use kernel::Message;

use crate::frame::Words;

/// The command with every sentence of its help: `cli-<command>`, `cli-<command>-arg-<name>`, and where
/// there are any `cli-<command>-examples`.
pub fn command<C: CommandFactory>(words: Words) -> Command {
    let version = flag("version", 'V', ArgAction::Version);
    let command = C::command().disable_version_flag(true).arg(version);
    let mut command = worded(command, "cli", words);
    // Only a built command knows how it is called as part of another.
    command.build();
    with_usage(command, words)
}

/// A flag that clap would add by itself, with an English sentence.
fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).long(name).short(short).action(action)
}

fn worded(command: Command, key: &str, words: Words) -> Command {
    let help = flag("help", 'h', ArgAction::Help);
    let command = command.disable_help_flag(true).disable_help_subcommand(true).arg(help);
    let mut command = headed(command.about(words.say(key)), words);
    let examples = format!("{key}-examples");
    if words.knows(&examples) {
        command = command.after_help(words.say(&examples));
    }
    command = command.mut_args(|arg| {
        let own = format!("{key}-arg-{}", arg.get_id());
        let shared = format!("cli-arg-{}", arg.get_id());
        let found = [own, shared].into_iter().find(|key| words.knows(key));
        described(arg, found.map(|key| words.say(&key)).unwrap_or_default(), words)
    });
    each_subcommand(command, |command, name| {
        let key = format!("{key}-{name}");
        command.mut_subcommand(name, |sub| worded(sub, &key, words))
    })
}

/// Our headings in place of clap's.
fn headed(command: Command, words: Words) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("cli-usage")
    );
    command
        .help_template(template)
        .subcommand_help_heading(words.say("cli-commands"))
        .subcommand_value_name(words.say("cli-command"))
}

/// The sentence of an argument, followed by the variable that stands in for it and by what holds
/// without either; clap would say both in English.
fn described(arg: Arg, sentence: String, words: Words) -> Arg {
    let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
    let plain = |text: &std::ffi::OsStr| text.to_string_lossy().into_owned();
    let variable = arg.get_env().map(|name| Message::new("cli-variable").with("name", plain(name)));
    let takes_value = arg.get_action().takes_values();
    let fallback = arg.get_default_values().first().filter(|_| takes_value);
    let fallback = fallback.map(|value| Message::new("cli-default").with("value", plain(value)));
    let notes = [variable, fallback].into_iter().flatten().map(|note| words.tell(&note));
    let sentence = notes.fold(sentence, |sentence, note| format!("{sentence} [{note}]"));
    let arg = arg.help(sentence).help_heading(words.say(heading));
    match takes_value {
        true => arg.hide_env(true).hide_default_value(true),
        false => arg,
    }
}

/// `[OPTIONS]` is the one word of the usage that clap lets nobody choose.
fn with_usage(mut command: Command, words: Words) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", words.say("cli-option")));
    each_subcommand(command.override_usage(usage), |command, name| {
        command.mut_subcommand(name, |sub| with_usage(sub, words))
    })
}

fn each_subcommand(command: Command, change: impl Fn(Command, Str) -> Command) -> Command {
    let shown = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let names: Vec<Str> = shown.map(|sub| Str::from(sub.get_name().to_owned())).collect();
    names.into_iter().fold(command, change)
}

#[cfg(test)]
mod tests {
    use crate::cli::command;
    use crate::frame::{Locale, Words};

    fn help(locale: Locale, path: &[&str]) -> String {
        let mut command = command(Words(locale));
        let mut found = &mut command;
        for name in path {
            found = found.find_subcommand_mut(name).unwrap();
        }
        found.render_long_help().to_string()
    }

    #[test]
    fn help_is_whole_in_its_language() {
        let expect =
            "Sao lưu toàn bộ vào một tệp\n\nCách gọi: hoithi backup [CỜ] <FILE>\n\nTham số:";
        assert_eq!(&help(Locale::Vi, &["backup"])[..expect.len()], expect);
        let expect = "The contest system: from the signed plan to the certificate.\n\n\
            Usage: hoithi [OPTIONS] <COMMAND>\n\nCommands:";
        assert_eq!(&help(Locale::En, &[])[..expect.len()], expect);
        for path in [[].as_slice(), &["serve"], &["user"], &["user", "invite"], &["verify"]] {
            let text = help(Locale::Vi, path);
            for english in
                ["Usage", "Options", "Commands", "Arguments", "OPTIONS", "default:", "env:"]
            {
                assert_eq!(text.find(english), None, "{english} in {text}");
            }
        }
    }
}
