//! The sheet of paper and the sizes of its letters, in points: Annex I of Decree 30/2020/NĐ-CP.

/// Points in a millimetre.
pub const MILLIMETRE: f32 = 72.0 / 25.4;

/// Width of A4.
pub const WIDTH: f32 = 210.0 * MILLIMETRE;
/// Height of A4.
pub const HEIGHT: f32 = 297.0 * MILLIMETRE;
/// Upper and lower margin, 20 to 25 mm.
pub const TOP: f32 = 20.0 * MILLIMETRE;
/// Left margin, 30 to 35 mm.
pub const LEFT: f32 = 30.0 * MILLIMETRE;
/// Right margin, 15 to 20 mm.
pub const RIGHT: f32 = 18.0 * MILLIMETRE;
/// Width of the text.
pub const TEXT_WIDTH: f32 = WIDTH - LEFT - RIGHT;
/// Where the last line of a page ends, from the top.
pub const BOTTOM: f32 = HEIGHT - TOP;
/// The left half of the head, with the issuer.
pub const ISSUER_WIDTH: f32 = TEXT_WIDTH * 0.42;
/// How far the first line of a paragraph is set in: 1 cm or 1.27 cm.
pub const INDENT: f32 = 12.7 * MILLIMETRE;
/// Room between paragraphs, at least 6 points.
pub const BETWEEN: f32 = 6.0;
/// Room for the pen and the stamp.
pub const SIGNING: f32 = 66.0;
/// Height of a line, in sizes of its letters.
pub const LEADING: f32 = 1.22;
/// How thick lines are.
pub const STROKE: f32 = 0.6;
/// Room between the border of a cell and its text.
pub const PADDING: f32 = 3.5;

/// Body, 13 to 14.
pub const BODY: f32 = 14.0;
/// Number and day, 13 to 14; number of the page.
pub const SMALLER: f32 = 13.0;
/// Names of the state and of bodies, 12 to 13.
pub const NAMES: f32 = 12.0;
/// Recipients: the word 12, the list 11.
pub const RECIPIENTS: [f32; 2] = [12.0, 11.0];
/// Texts of tables.
pub const CELL: f32 = 12.0;
