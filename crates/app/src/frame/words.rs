//! Words: every sentence that a person reads comes from `messages/vi` or `messages/en`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use kernel::Message;

static_loader! {
    static MESSAGES = {
        locales: "./messages",
        fallback_language: "vi",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static VIETNAMESE: LanguageIdentifier = langid!("vi");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Tiếng Việt
    #[default]
    Vi,
    /// English
    En,
}

impl Locale {
    /// Every language, the first being the default.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// `vi` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
        }
    }
}

/// The text names no language that we speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALocale;

impl FromStr for Locale {
    type Err = NotALocale;

    /// Reads `vi`, `en`, and longer tags such as `en-GB`.
    fn from_str(text: &str) -> Result<Self, NotALocale> {
        let primary = text.split(['-', '_', ';', '.']).next().unwrap_or("").trim();
        Self::ALL.into_iter().find(|locale| locale.code() == primary).ok_or(NotALocale)
    }
}

/// Sentences in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(pub Locale);

impl Words {
    /// The sentence of this key.
    pub fn say(self, key: &str) -> String {
        self.look_up(key, &HashMap::new())
    }

    /// The sentence of this key with one argument.
    pub fn with(self, key: &str, name: &'static str, value: impl fmt::Display) -> String {
        let args = HashMap::from([(Cow::Borrowed(name), value.to_string().into())]);
        self.look_up(key, &args)
    }

    /// The sentence of this key about `count` things; English has a singular.
    pub fn count(self, key: &str, count: impl TryInto<i64>) -> String {
        let count = count.try_into().unwrap_or(i64::MAX);
        self.look_up(key, &HashMap::from([(Cow::Borrowed("count"), FluentValue::from(count))]))
    }

    /// The sentence of a message.
    pub fn tell(self, message: &Message) -> String {
        let value = |(name, value): &(&'static str, String)| {
            (Cow::Borrowed(*name), FluentValue::from(value.clone()))
        };
        self.look_up(&message.key, &message.args.iter().map(value).collect())
    }

    /// Whether there is a sentence of this key.
    pub fn knows(self, key: &str) -> bool {
        MESSAGES.try_lookup(self.language(), key).is_some()
    }

    fn look_up(self, key: &str, args: &HashMap<Cow<'static, str>, FluentValue>) -> String {
        let found = MESSAGES.try_lookup_complete(self.language(), key, Some(args));
        found.unwrap_or_else(|| {
            tracing::error!(key, "message {key} is missing");
            key.to_owned()
        })
    }

    fn language(self) -> &'static LanguageIdentifier {
        match self.0 {
            Locale::Vi => &VIETNAMESE,
            Locale::En => &ENGLISH,
        }
    }
}
