//! The form of a table: a book with the columns of a contest's rules, and one example that is made up.

use kernel::{Fault, Message};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use super::column::{Column, columns, columns_of_authors};
use crate::contests::RuleSet;
use crate::frame::Words;

/// The book: the sheet of dossiers with an example, that of authors, and what every column is for.
///
/// # Errors
/// The file could not be made.
pub fn template(words: Words, rules: &RuleSet) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    // The same rules make the same bytes: the machine's clock has no place in the file.
    let undated = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&undated));
    let mut all = columns(rules);
    all.retain(|column| column.is_usual);
    let example: Vec<String> = all.iter().map(|column| example(words, column, rules)).collect();
    sheet(&mut book, &words.say("dossier-import-sheet"), (&headings(words, &all), &example))?;
    let authors = headings(words, &columns_of_authors(rules));
    sheet(&mut book, &words.say("dossier-import-authors"), (&authors, &[]))?;
    notes(&mut book, words, rules)?;
    Ok(book.save_to_buffer()?)
}

fn headings(words: Words, columns: &[Column]) -> Vec<String> {
    columns.iter().map(|column| column.heading(words)).collect()
}

fn sheet(
    book: &mut Workbook,
    name: &str,
    (headings, example): (&[String], &[String]),
) -> Result<(), Fault> {
    let bold = Format::new().set_bold().set_text_wrap();
    // Numbers stay as they are typed: a telephone begins with a nought.
    let text = Format::new().set_num_format("@");
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 1)?;
    for (at, heading) in (0u16..).zip(headings) {
        sheet.set_column_format(at, &text)?;
        sheet.set_column_width(at, if at == 1 { 50.0 } else { 22.0 })?;
        sheet.write_string_with_format(0, at, heading, &bold)?;
    }
    for (at, cell) in (0u16..).zip(example).filter(|(_, cell)| !cell.is_empty()) {
        sheet.write_string_with_format(1, at, cell, &text)?;
    }
    Ok(())
}

/// What stands in the example: fields as the rules name them, people who are made up.
fn example(words: Words, column: &Column, rules: &RuleSet) -> String {
    let said = match column.field.as_str() {
        "key" => "dossier-import-example-key",
        "title" => "dossier-import-example-title",
        "field" => return rules.fields.first().cloned().unwrap_or_default(),
        "applied-since" => {
            return format!("5/{}", rules.eligibility.applied_since_year.unwrap_or(2024));
        }
        "applied-at" => "dossier-import-example-place",
        "holder" => return holder(words, rules),
        "author-0-name" => "dossier-import-example-author",
        "author-0-share" => return "100".to_owned(),
        "author-0-birth" => return "15/3/1980".to_owned(),
        "author-0-phone" => return "0900 000 000".to_owned(),
        "way" => "arrival-counter",
        "came-on" => "dossier-import-example-day",
        "copies" => return rules.entry.paper_copies.max(1).to_string(),
        _ => return String::new(),
    };
    words.say(said)
}

fn holder(words: Words, rules: &RuleSet) -> String {
    let holder = rules.entry.holders.first();
    holder.map(|it| words.say(&format!("entry-holder-{}", it.code()))).unwrap_or_default()
}

/// The sheet that explains: words of choices, fields, how files are found.
fn notes(book: &mut Workbook, words: Words, rules: &RuleSet) -> Result<(), Fault> {
    let sheet = book.add_worksheet();
    sheet.set_name(words.say("dossier-import-notes"))?;
    sheet.set_column_width(0, 110)?;
    let holders = rules.entry.holders.iter();
    let holders: Vec<String> =
        holders.map(|it| words.say(&format!("entry-holder-{}", it.code()))).collect();
    let ways = ["arrival-counter", "arrival-post", "arrival-earlier"].map(|key| words.say(key));
    let told = |key: &'static str, value: String| words.tell(&Message::new(key).with("all", value));
    let lines = [
        words.say("dossier-import-note-key"),
        words.say("dossier-import-note-authors"),
        told("dossier-import-note-fields", rules.fields.join("; ")),
        told("dossier-import-note-holders", holders.join("; ")),
        told("dossier-import-note-ways", ways.join("; ")),
        words.say("dossier-import-note-files"),
        words.say("dossier-import-note-example"),
    ];
    let wrapped = Format::new().set_text_wrap();
    for (row, line) in (0u32..).zip(lines) {
        sheet.write_string_with_format(row, 0, line, &wrapped)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::table::table;
    use super::*;
    use crate::frame::Locale;
    use crate::units::sheet::BOOK;
    use crate::units::sheet::decoding::decode_book;

    #[test]
    fn the_form_is_read_back_and_its_example_is_no_dossier() {
        let set = entry::with_code("national").expect("the set is there");
        let rules =
            RuleSet { fields: set.fields.clone(), entry: set.rules.clone(), ..RuleSet::default() };
        for locale in Locale::ALL {
            let bytes = template(Words(locale), &rules).unwrap();
            let mut book = decode_book(bytes, &BOOK).unwrap();
            let refusal = table(&book, &rules).unwrap_err();
            assert_eq!(refusal.fields[0].1.key, "dossier-import-no-rows");
            let mut mine = book[0].rows[1].clone();
            mine.cells[0] = crate::units::sheet::Cell::Text("7".to_owned());
            book[0].rows.push(mine);
            let read = table(&book, &rules).unwrap();
            assert_eq!(read.unknown, Vec::<String>::new());
            let row = &read.rows[0];
            assert_eq!((row.key.as_str(), row.problems.len()), ("7", 0));
            assert_eq!(row.typed.text("field"), rules.fields[0]);
            assert_eq!(row.typed.text("holder"), rules.entry.holders[0].code());
            assert_eq!(row.typed.text("way"), "counter");
        }
    }
}
