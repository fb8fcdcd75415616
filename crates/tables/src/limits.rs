//! How much of a file is read before it is refused: what a small file may make of a computer's memory and time.
//!
//! Every limit is one line of [`Limit::ALL`], has a default that no honest file comes near, and can be raised by whoever
//! knows a file better: below `[limits]` in the settings, or with `--limit NAME=NUMBER` for a file outside a portal. The
//! message that a file exceeds a limit names it.

use std::fmt;

/// Something of which a file may have only so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Cells of a table, where they are more than 250 for each byte of its file.
    Cells,
    /// Columns of a table.
    Columns,
    /// Counts of persons of a table in which small ones are not shown.
    CountedCells,
    /// Levels of lists and objects in JSON data.
    Depth,
    /// Levels of documents inside documents: an attachment of a PDF, a file in a ZIP in a ZIP.
    DocumentLevels,
    /// Levels of groups in an SVG drawing.
    DrawingDepth,
    /// Elements that an SVG drawing draws, each as often as it is shown.
    DrawingElements,
    /// Size of an SVG drawing, in MiB.
    DrawingMib,
    /// Values in the facts of one file.
    Facts,
    /// Levels of lists and maps in facts.
    FactsDepth,
    /// Size of the facts above a page's text, in KiB.
    FactsKib,
    /// Size of a file that is read whole, in MiB: a page, a descriptor, a file of a theme.
    FileMib,
    /// What a format makes the program hold in memory at once, in MiB.
    HeldMib,
    /// Pixels of an image, in millions.
    ImageMegapixels,
    /// Size of an image's file, in MiB.
    ImageMib,
    /// Files in a ZIP.
    Members,
    /// Size of a page that a template makes, in MiB.
    PageMib,
    /// Length of a row, or of one value of JSON, in MiB.
    RowMib,
    /// Seconds in which a request to the preview must have come.
    ServeSeconds,
    /// Tables in one file.
    Tables,
    /// Steps that a template takes to make a page.
    TemplateSteps,
    /// What a compressed file may come to, where that is more than 100 times its size, in MiB.
    UnpackedMib,
}

/// A limit as the settings know it.
#[derive(Debug)]
pub struct LimitDeclaration {
    /// The limit that is described.
    pub limit: Limit,
    /// Its name in the settings and on the command line.
    pub name: &'static str,
    /// How much is allowed where nothing else is said.
    pub default: u64,
    /// The largest number that can be given: more would overflow what the program itself is on.
    pub most: u64,
}

const fn declare(limit: Limit, name: &'static str, default: u64, most: u64) -> LimitDeclaration {
    LimitDeclaration {
        limit,
        name,
        default,
        most,
    }
}

impl Limit {
    /// Every limit, in the order of their names.
    pub const ALL: &[LimitDeclaration] = &[
        declare(Limit::Cells, "cells", 5_000_000, 1 << 50),
        declare(Limit::Columns, "columns", 16_384, 1 << 20),
        declare(Limit::CountedCells, "counted_cells", 500_000, 1 << 28),
        declare(Limit::Depth, "depth", 512, 100_000),
        declare(Limit::DocumentLevels, "document_levels", 8, 64),
        declare(Limit::DrawingDepth, "drawing_depth", 256, 10_000),
        declare(Limit::DrawingElements, "drawing_elements", 500_000, 1 << 30),
        declare(Limit::DrawingMib, "drawing_mib", 16, 2048),
        declare(Limit::Facts, "facts", 200_000, 1 << 30),
        declare(Limit::FactsDepth, "facts_depth", 24, 75),
        declare(Limit::FactsKib, "facts_kib", 256, 1 << 20),
        declare(Limit::FileMib, "file_mib", 32, 2048),
        declare(Limit::HeldMib, "held_mib", 128, 1 << 20),
        declare(Limit::ImageMegapixels, "image_megapixels", 50, 10_000),
        declare(Limit::ImageMib, "image_mib", 48, 2048),
        declare(Limit::Members, "members", 100_000, 1 << 30),
        declare(Limit::PageMib, "page_mib", 16, 2048),
        declare(Limit::RowMib, "row_mib", 16, 2048),
        declare(Limit::ServeSeconds, "serve_seconds", 10, 3600),
        declare(Limit::Tables, "tables", 1000, 1 << 20),
        declare(Limit::TemplateSteps, "template_steps", 5_000_000, 1 << 50),
        declare(Limit::UnpackedMib, "unpacked_mib", 32, 1 << 30),
    ];

    fn declaration(self) -> &'static LimitDeclaration {
        &Limit::ALL[self as usize]
    }

    /// Its name in the settings.
    pub fn name(self) -> &'static str {
        self.declaration().name
    }
}

/// Every limit that holds for a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Limits([u64; Limit::ALL.len()]);

impl Default for Limits {
    fn default() -> Self {
        let mut all = [0; Limit::ALL.len()];
        for (own, known) in all.iter_mut().zip(Limit::ALL) {
            *own = known.default;
        }
        Limits(all)
    }
}

impl fmt::Debug for Limits {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_map()
            .entries(
                Limit::ALL
                    .iter()
                    .zip(self.0)
                    .map(|(known, most)| (known.name, most)),
            )
            .finish()
    }
}

impl Limits {
    /// How much of something is allowed, in its own unit.
    pub fn most(&self, limit: Limit) -> u64 {
        self.0[limit as usize]
    }

    /// How many of something are allowed.
    pub fn count(&self, limit: Limit) -> usize {
        usize::try_from(self.most(limit)).unwrap_or(usize::MAX)
    }

    /// How many bytes are allowed of something that is counted in MiB.
    pub fn mebibytes(&self, limit: Limit) -> u64 {
        self.most(limit).saturating_mul(1 << 20)
    }

    /// Sets a limit by its name; false where there is none of this name, or the number is not one that it can have.
    pub fn set(&mut self, name: &str, most: u64) -> bool {
        let known = Limit::ALL
            .iter()
            .find(|known| known.name == name && (1..=known.most).contains(&most));
        if let Some(known) = known {
            self.0[known.limit as usize] = most;
        }
        known.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_the_order_of_the_limits_and_of_their_names() {
        for (at, known) in Limit::ALL.iter().enumerate() {
            assert_eq!(known.limit as usize, at, "{}", known.name);
            assert!(known.default <= known.most, "{}", known.name);
        }
        assert!(
            Limit::ALL
                .windows(2)
                .all(|pair| pair[0].name < pair[1].name)
        );
    }

    #[test]
    fn limits_are_set_by_name_and_never_to_nothing() {
        let mut limits = Limits::default();
        assert!(
            limits.set("columns", 20_000) && !limits.set("columns", 0) && !limits.set("colums", 5)
        );
        assert!(
            !limits.set("facts_depth", 1 << 40),
            "a depth that no stack bears"
        );
        assert_eq!(
            (
                limits.count(Limit::Columns),
                limits.count(Limit::FactsDepth)
            ),
            (20_000, 24)
        );
        assert_eq!(limits.mebibytes(Limit::RowMib), 16 << 20);
    }
}
