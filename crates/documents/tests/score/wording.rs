//! Values in words, as the other scorer prints them, so that both outputs compare line by line.

use serde_json::Value;

/// A value inside a sentence: a text stands bare.
pub fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| quoted(value), str::to_owned)
}

/// A value inside another: a text stands in quotes.
pub fn quoted(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted_text(text),
        Value::Array(values) => {
            format!("[{}]", values.iter().map(quoted).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let pair = |(name, value): (&String, &Value)| {
                format!("{}: {}", quoted_text(name), quoted(value))
            };
            format!("{{{}}}", fields.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}

fn quoted_text(text: &str) -> String {
    let mark = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut words = String::from(mark);
    for letter in text.chars() {
        match letter {
            '\n' => words.push_str("\\n"),
            '\r' => words.push_str("\\r"),
            '\t' => words.push_str("\\t"),
            '\u{a0}' => words.push_str("\\xa0"),
            control if control.is_control() => {
                words.push_str(&format!("\\x{:02x}", u32::from(control)));
            }
            other => {
                if other == mark || other == '\\' {
                    words.push('\\');
                }
                words.push(other);
            }
        }
    }
    words.push(mark);
    words
}
