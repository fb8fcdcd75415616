//! The classes that drawings have; the themes' styles say how each looks. A new class is a line here and one in the styles.

/// Colours and dashes of series, in their order.
pub(crate) const SERIES: [&str; 4] = ["k1", "k2", "k3", "k4"];
/// What does not stand out beside something that does.
pub(crate) const GREY: &str = "q";
/// A filled area in the series' colour.
pub(crate) const AREA: &str = "f";
/// An area that does not stand out.
pub(crate) const GREY_AREA: &str = "f q";
/// A line or an area of projections.
pub(crate) const PROJECTED: &str = "p";
/// Thin lines behind the values.
pub(crate) const GRID: &str = "g";
/// The axis line at the value nought.
pub(crate) const NOUGHT: &str = "z";
/// A text that ends where it is put.
pub(crate) const END: &str = "e";
/// A text with its middle where it is put.
pub(crate) const MIDDLE: &str = "m";
/// A text of second importance; the themes of this repository write it like any other.
pub(crate) const MINOR: &str = "s";
pub(crate) const MINOR_END: &str = "e s";
pub(crate) const MINOR_MIDDLE: &str = "m s";
/// A chart with its title, drawing and table.
pub(crate) const FIGURE: &str = "ch";
/// A chart the size of a word.
pub(crate) const MINI: &str = "mini";
/// A paragraph of second importance, below a chart.
pub(crate) const NOTE: &str = "small";
/// A table that may be wider than the page.
pub(crate) const SCROLLING: &str = "scroll";
/// A cell with a number.
pub(crate) const NUMBER: &str = "n";
/// A cell without a value.
pub(crate) const NO_VALUE: &str = "none";

/// Returns the class of an area of `class`, which may be empty.
pub(crate) fn area(class: &str) -> String {
    format!("{AREA} {class}")
}

/// Returns the class of what shows projections in a series' `class`, which may be empty.
pub(crate) fn projected(class: &str) -> String {
    format!("{class} {PROJECTED}").trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_a_style_in_both_themes() {
        let styles = [
            include_str!("../../themes/claro/templates/parts/style.css"),
            include_str!("../../themes/llano/templates/style.css"),
        ];
        // The first series has the colour of text without dashes.
        let plain = SERIES[0];
        let drawn = [
            GREY, AREA, PROJECTED, GRID, NOUGHT, END, MIDDLE, MINI, NOTE, SCROLLING, NUMBER,
            NO_VALUE, FIGURE,
        ];
        for style in styles {
            for class in (SERIES.iter().chain(&drawn)).filter(|class| **class != plain) {
                let named = |end: char| style.contains(&format!(".{class}{end}"));
                assert!(
                    ['{', ',', ' ', '[', ':', '>', '.'].into_iter().any(named),
                    "{class}"
                );
            }
        }
    }
}
