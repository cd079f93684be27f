//! Templates: what in them is expression, what is markup, and what a person would read.

use regex::Regex;

use crate::tree::{self, Text};

/// All templates of the product.
pub fn templates() -> Vec<Text> {
    tree::below("crates/app/src/", ".html")
}

/// The template with its expressions, statements and comments gone.
pub fn without_expressions(template: &str) -> String {
    let gone = Regex::new(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}").expect("the pattern is right");
    gone.replace_all(template, "").into_owned()
}

/// Only the expressions and statements of a template, one after the other.
pub fn expressions(template: &str) -> String {
    let kept = Regex::new(r"(?s)\{%.*?%\}|\{\{.*?\}\}").expect("the pattern is right");
    kept.find_iter(template).map(|found| found.as_str().to_owned() + "\n").collect()
}

/// What a person would read of the template's own text: outside of tags, and in attributes that are
/// read aloud or shown.
pub fn own_text(template: &str) -> String {
    let bare = without_expressions(template);
    let shown = Regex::new(r#"(?:aria-label|title|alt|placeholder|data-label)="([^"]*)""#);
    let shown = shown.expect("the pattern is right");
    let read: Vec<String> = shown.captures_iter(&bare).map(|found| found[1].to_owned()).collect();
    let tags = Regex::new(r#"(?s)<(?:"[^"]*"|'[^']*'|[^'">])*>"#).expect("the pattern is right");
    format!("{} {}", tags.replace_all(&bare, " "), read.join(" "))
}

/// The classes that a template names.
pub fn classes(template: &str) -> Vec<String> {
    let bare = without_expressions(template);
    let class = Regex::new(r#"\bclass="([^"]*)""#).expect("the pattern is right");
    let lists = class.captures_iter(&bare);
    lists.flat_map(|found| words(&found[1])).collect()
}

fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = r#"{% if a("x") %}<p class="one{% if b("y") %} two{% endif %}" title="T">{{ t.say("k") }} 3</p>{% endif %}"#;

    #[test]
    fn a_template_is_taken_apart() {
        assert_eq!(without_expressions(TEMPLATE), r#"<p class="one two" title="T"> 3</p>"#);
        assert_eq!(own_text(TEMPLATE).split_whitespace().collect::<Vec<_>>(), ["3", "T"]);
        assert_eq!(classes(TEMPLATE), ["one", "two"]);
        assert!(expressions(TEMPLATE).contains(r#"t.say("k")"#));
    }
}
