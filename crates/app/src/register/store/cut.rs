//! Which end a page is read from.

use crate::register::column::Sort;

/// Where a page begins: in the order that is wanted, or in the opposite one where that is nearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// In which order the page is read.
    pub sort: Sort,
    /// How many rows it has.
    pub limit: i64,
    /// How many stand before it in that order.
    pub offset: i64,
}

impl Cut {
    /// The page of so many rows after so many others, of so many in all.
    pub fn of(sort: Sort, (limit, offset): (i64, i64), total: i64) -> Self {
        let here = (total - offset).clamp(0, limit);
        let after = (total - offset - here).max(0);
        match after < offset && here > 0 {
            true => {
                let sort = Sort { is_down: !sort.is_down, ..sort };
                Self { sort, limit: here, offset: after }
            }
            false => Self { sort, limit, offset },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_sought_from_the_nearer_end() {
        let sort = Sort::default();
        let down = Sort { is_down: true, ..sort };
        let check = |offset: i64, total: i64, expect: (Sort, i64, i64)| {
            let cut = Cut::of(sort, (50, offset), total);
            assert_eq!((cut.sort, cut.limit, cut.offset), expect, "{offset} of {total}");
        };
        check(0, 0, (sort, 50, 0));
        check(0, 120, (sort, 50, 0));
        check(50, 120, (down, 50, 20));
        check(100, 120, (down, 20, 0));
        check(100, 100, (sort, 50, 100));
        check(450, 1_000, (sort, 50, 450));
        check(500, 1_000, (down, 50, 450));
    }
}
