//! Rows of tables of work.

use super::coordination;
use super::gathering::{Gathering, Particulars};
use crate::read::layout::Column;
use crate::read::paper::Paper;
use crate::read::units;

/// One task for each row that names its doers.
pub(super) fn find(paper: &Paper, gathering: &mut Gathering) {
    let text = paper.text();
    for row in &paper.sheet.rows {
        let cell =
            |wanted| row.cells.iter().find(|(column, _)| *column == wanted).map(|(_, span)| *span);
        let (Some(work), Some(who)) = (cell(Column::Work), cell(Column::Who)) else { continue };
        let coordinators = cell(Column::With).map(|with| coordination::listed(text, with));
        let more = Particulars {
            coordinators: coordinators.unwrap_or_default(),
            when: cell(Column::When),
            deliverable: cell(Column::Result),
        };
        gathering.add_with(work, &units::list(text, who), &more);
    }
}
