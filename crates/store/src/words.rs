//! Looking for words in columns that hold folded texts.

use crate::{Engine, Value};

/// Conditions that each of these folded words stands in the column `folded` of one of the tables, and their
/// values behind those that are there. `%`, `_` and the escape itself stand for themselves.
pub fn holding(tables: &[&str], words: &[String], values: &mut Vec<Value>) -> String {
    let mut sql = String::new();
    for word in words {
        let place = pattern(word, values);
        let holds = |table: &&str| format!("{table}.folded like ${place} escape '~'");
        let any: Vec<String> = tables.iter().map(holds).collect();
        sql.push_str(&format!(" and ({})", any.join(" or ")));
    }
    sql
}

/// The condition that a folded word stands in a column that holds folded texts, and its value likewise. What
/// stands before `folded` in the name of the column is given: `s.`, `s.people_`.
pub fn holds(engine: Engine, before: &str, word: &str, values: &mut Vec<Value>) -> String {
    values.push(word.into());
    format!("{}({before}folded, ${}) > 0", engine.position_of(), values.len())
}

/// The place of the pattern that finds a word.
fn pattern(word: &str, values: &mut Vec<Value>) -> usize {
    let word = word.replace('~', "~~").replace('%', "~%").replace('_', "~_");
    values.push(format!("%{word}%").into());
    values.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_a_place_and_stands_for_itself() {
        let mut values: Vec<Value> = vec![1.into()];
        let sql = holding(&["c", "s"], &["50%".to_owned(), "a_~".to_owned()], &mut values);
        assert_eq!(
            sql,
            " and (c.folded like $2 escape '~' or s.folded like $2 escape '~') \
             and (c.folded like $3 escape '~' or s.folded like $3 escape '~')"
        );
        assert_eq!(values, [1.into(), "%50~%%".into(), "%a~_~~%".into()]);
        assert_eq!(holding(&["c"], &[], &mut values), "");
    }

    #[test]
    fn a_word_is_sought_as_it_is() {
        let check = |engine: Engine, sql: &str| {
            let mut values: Vec<Value> = vec![1.into()];
            assert_eq!(holds(engine, "s.people_", "50%~", &mut values), sql);
            assert_eq!(values, [1.into(), "50%~".into()]);
        };
        check(Engine::Sqlite, "instr(s.people_folded, $2) > 0");
        check(Engine::Postgres, "strpos(s.people_folded, $2) > 0");
    }
}
