//! `file.url | qr`: an address as a QR code (ISO/IEC 18004), for whoever has a telephone and a screen or a sheet of paper.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use qrcode::{Color, EcLevel, QrCode};
use serde_json::{Map, Value as Json};

/// Modules of white around the code, which readers of codes need.
const QUIET: usize = 4;

/// Draws an address as a code. An address too long for a code gives nothing. Whoever cannot see it is told nothing of it, for the address
/// is beside it.
pub(crate) fn call(
    _: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    Ok(HelperOutput::Html(svg(&text(value)?).unwrap_or_default()))
}

/// Rows of modules as strokes, the shortest way to draw them: black on white in every scheme, or telephones do not read
/// it. None where the address is too long.
pub(crate) fn svg(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    let (mut x, mut y) = (0, 0);
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        let mut at = 0;
        while at < width {
            let run = modules[at..]
                .iter()
                .take_while(|m| **m == Color::Dark)
                .count();
            if run > 0 {
                path.push_str(&step((x, y), (at, row), path.is_empty()));
                path.push_str(&format!("h{run}"));
                (x, y) = (at + run, row);
            }
            at += run.max(1);
        }
    }
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" width=\"{0}\" height=\"{0}\" style=\"display:block;background:#fff\" aria-hidden=\"true\">\
         <path style=\"fill:none;stroke:#000;stroke-width:1\" d=\"{path}\"/></svg>",
        side * 4
    ))
}

/// From the end of the last stroke to the next; half a module down, for a stroke lies on both sides of its line.
fn step(from: (usize, usize), to: (usize, usize), first: bool) -> String {
    if first {
        return format!("M{} {}.5", to.0 + QUIET, to.1 + QUIET);
    }
    let back = if to.0 < from.0 { "-" } else { "" };
    format!("m{back}{} {}", to.0.abs_diff(from.0), to.1 - from.1)
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn draws_every_dark_module_once() {
        let drawn = svg("https://ejemplo.example/abierto/site.zip").unwrap();
        assert!(
            drawn.starts_with("<svg class=\"qr\" viewBox=\"0 0 37 37\" width=\"148\""),
            "{drawn}"
        );
        let path = drawn.split(" d=\"").nth(1).unwrap();
        // The mark in the corner is seven modules wide.
        assert!(path.starts_with("M4 4.5h7m"), "{path}");
        let code = qrcode::QrCode::with_error_correction_level(
            "https://ejemplo.example/abierto/site.zip",
            qrcode::EcLevel::M,
        );
        let dark = code
            .unwrap()
            .to_colors()
            .iter()
            .filter(|c| **c == qrcode::Color::Dark)
            .count();
        let runs = path.split('h').skip(1).map(|run| {
            run.split(['m', '"'])
                .next()
                .unwrap()
                .parse::<usize>()
                .unwrap()
        });
        assert_eq!(runs.sum::<usize>(), dark);
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(svg(&"x".repeat(5000)), None);
    }
}
