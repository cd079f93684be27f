//! Help in the user's language: the sentences are in the message files, like all others.

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::frame::Words;

/// The command with every sentence of its help: `cli-<command>`, `cli-<command>-arg-<name>`, and where
/// there are any `cli-<command>-examples`.
pub fn command<C: CommandFactory>(words: Words) -> Command {
    let version = flag("version", 'V', ArgAction::Version);
    worded(C::command().disable_version_flag(true).arg(version), "cli", words)
}

/// A flag that clap would add by itself, with an English sentence.
fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).long(name).short(short).action(action)
}

fn worded(command: Command, key: &str, words: Words) -> Command {
    let help = flag("help", 'h', ArgAction::Help);
    let command = command.disable_help_flag(true).disable_help_subcommand(true).arg(help);
    let mut command = command.about(words.say(key));
    let examples = format!("{key}-examples");
    if words.knows(&examples) {
        command = command.after_help(words.say(&examples));
    }
    command = command.mut_args(|arg| {
        let own = format!("{key}-arg-{}", arg.get_id());
        let shared = format!("cli-arg-{}", arg.get_id());
        let found = [own, shared].into_iter().find(|key| words.knows(key));
        match found {
            Some(key) => arg.help(words.say(&key)),
            None => arg,
        }
    });
    let names: Vec<String> = command
        .get_subcommands()
        .filter(|sub| !sub.is_hide_set())
        .map(|sub| sub.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        let key = format!("{key}-{name}");
        command.mut_subcommand(name, |sub| worded(sub, &key, words))
    })
}
