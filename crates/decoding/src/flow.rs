//! Paragraphs and tables on their way to one text.
//!
//! A paragraph is a line, or several where it breaks its lines. A table that holds figures or work is a line
//! for each row, `cell | cell`; one that only places blocks beside one another (the head of a paper, its
//! signatures) gives its cells one after the other, from left to right.

/// Words that stand in tables which only place blocks; compared without case and marks of emphasis.
const OF_BLOCKS: [&str; 8] =
    ["độc lập", "cộng hòa", "cộng hoà", "nơi nhận", "tm. ", "kt. ", "đảng cộng sản", "v/v"];

/// Text that grows paragraph by paragraph.
#[derive(Debug, Default)]
pub struct Flow {
    text: String,
    tables: Vec<Table>,
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<Vec<String>>>,
}

impl Flow {
    /// One more paragraph, in the innermost cell if there is one.
    pub fn paragraph(&mut self, text: &str) {
        let text = text.trim_end();
        let cell = self.tables.last_mut().and_then(|table| table.rows.last_mut()?.last_mut());
        match cell {
            Some(_) if text.trim().is_empty() => (),
            Some(cell) => cell.push(text.to_owned()),
            None => self.line(text),
        }
    }

    /// One more paragraph in a cell of the innermost row.
    pub fn paragraph_in(&mut self, cell: usize, text: &str) {
        let row = self.tables.last_mut().and_then(|table| table.rows.last_mut());
        if let Some(cell) = row.and_then(|row| row.get_mut(cell)).filter(|_| !text.is_empty()) {
            cell.push(text.to_owned());
        }
    }

    /// A table begins, perhaps within a cell.
    pub fn begin_table(&mut self) {
        self.tables.push(Table::default());
    }

    /// A row of the innermost table begins.
    pub fn begin_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    /// A cell of the innermost row begins.
    pub fn begin_cell(&mut self) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            row.push(Vec::new());
        }
    }

    /// The innermost table ends.
    pub fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        self.space();
        for line in table.lines() {
            self.paragraph(&line);
        }
        self.space();
    }

    /// The whole text; tables that were not ended are.
    pub fn finish(mut self) -> String {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
        self.text
    }

    /// An empty line, unless one is there.
    fn space(&mut self) {
        if self.tables.is_empty() {
            self.line("");
        }
    }

    fn line(&mut self, text: &str) {
        let is_doubled = text.is_empty() && (self.text.is_empty() || self.text.ends_with("\n\n"));
        if !is_doubled {
            self.text.push_str(text);
            self.text.push('\n');
        }
    }
}

impl Table {
    fn lines(&self) -> Vec<String> {
        if self.places_blocks() {
            return self.rows.iter().flatten().flatten().cloned().collect();
        }
        let cell = |cell: &Vec<String>| cell.join(" ").replace(['\n', '\t'], " ");
        let row = |row: &Vec<Vec<String>>| row.iter().map(cell).collect::<Vec<_>>().join(" | ");
        let held = self.rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty()));
        held.map(row).collect()
    }

    /// Whether the table places blocks beside one another: at most two columns, and words that say so or no
    /// more than two rows.
    fn places_blocks(&self) -> bool {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        columns < 2
            || self.rows.iter().flatten().flatten().any(|text| is_of_blocks(text)) && columns <= 3
            || columns == 2 && self.rows.len() <= 1
    }
}

/// Whether a text stands in tables that only place blocks beside one another.
pub fn is_of_blocks(text: &str) -> bool {
    let text = text.to_lowercase();
    OF_BLOCKS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&[&str]]]) -> String {
        let mut flow = Flow::default();
        flow.paragraph("A");
        flow.begin_table();
        for row in rows {
            flow.begin_row();
            for cell in *row {
                flow.begin_cell();
                cell.iter().for_each(|text| flow.paragraph(text));
            }
        }
        flow.end_table();
        flow.paragraph("B");
        flow.finish()
    }

    #[test]
    fn rows_of_work_stay_rows() {
        let found = table(&[&[&["TT"], &["Việc"], &["Hạn"]], &[&["1"], &["a;", "b"], &[]]]);
        assert_eq!(found, "A\n\nTT | Việc | Hạn\n1 | a; b |\n\nB\n");
    }

    #[test]
    fn blocks_come_one_after_the_other() {
        let found = table(&[&[&["SỞ X"], &["CỘNG HÒA", "Độc lập"]], &[&["Số: 1"], &["X, ngày 2"]]]);
        assert_eq!(found, "A\n\nSỞ X\nCỘNG HÒA\nĐộc lập\nSố: 1\nX, ngày 2\n\nB\n");
    }

    #[test]
    fn empty_lines_are_not_doubled() {
        let mut flow = Flow::default();
        ["", "a", "", "", "b", ""].iter().for_each(|text| flow.paragraph(text));
        assert_eq!(flow.finish(), "a\n\nb\n");
    }
}
