//! Areas: by name, by an official code, by GeoNames, and by the rectangle around them.

use super::dataset::{Bounds, Spatial};
use super::facts::words_of;
use crate::diag::{Diagnostic, Sink, codes};
use crate::source::fields::Fields;
use crate::text::lang::Lang;
use rust_decimal::Decimal;

/// Parses `{name, code, geonames, bbox}`; what it is called is for the caller to ask for.
pub(super) fn read(mut fields: Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Spatial {
    let name = words_of(&mut fields, "name", languages, sink);
    let code = fields.text("code", sink).map(|t| t.value);
    let geonames = fields.web_address("geonames", sink);
    let bounds = bounds(&mut fields, sink);
    fields.finish(sink);
    Spatial {
        name,
        code,
        geonames,
        bounds,
    }
}

fn within(value: Decimal, most: i64) -> bool {
    value.abs() <= Decimal::from(most)
}

/// `bbox`: west, south, east and north, in degrees of WGS 84, as GeoJSON has it (RFC 7946, §5). A rectangle may go
/// across the antimeridian: then its west is greater than its east.
fn bounds(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Bounds> {
    let node = fields.node("bbox")?;
    let place = fields.place(&node.span);
    let degrees: Vec<Decimal> = fields
        .texts("bbox", sink)
        .iter()
        .filter_map(|text| text.value.trim().parse().ok())
        .collect();
    match degrees[..] {
        [west, south, east, north]
            if within(west, 180)
                && within(east, 180)
                && within(south, 90)
                && within(north, 90)
                && south <= north =>
        {
            Some(Bounds {
                west,
                south,
                east,
                north,
            })
        }
        _ => {
            sink.push(
                Diagnostic::new(&codes::WRONG_FORM)
                    .at(place)
                    .arg("name", "bbox")
                    .arg("expected", "bbox"),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::file::SourceFile;
    use crate::source::yaml;

    fn read_bounds(bbox: &str) -> (Option<String>, Vec<&'static str>) {
        let text = format!("name: x\nbbox: {bbox}\n");
        let file = SourceFile::new("a.md", text.clone());
        let node = yaml::parse(&text, &crate::source::limits::Limits::default()).unwrap();
        let mut sink = Sink::new();
        let fields = Fields::of(&file, &node, "spatial", &mut sink).unwrap();
        let area = read(fields, &[Lang::parse("es").unwrap()], &mut sink);
        (
            area.bounds.map(|b| b.wkt()),
            sink.into_sorted().iter().map(|d| d.code.id).collect(),
        )
    }

    #[test]
    fn rectangles() {
        let (toluca, found) = read_bounds("[-99.70, 19.2, -99.5, 19.4]");
        assert_eq!(
            toluca.unwrap(),
            "POLYGON((-99.70 19.2,-99.5 19.2,-99.5 19.4,-99.70 19.4,-99.70 19.2))"
        );
        assert!(found.is_empty());
        // Across the antimeridian.
        assert!(read_bounds("[170, -20, -170, -10]").0.is_some());
        for wrong in [
            "[1, 2, 3]",
            "[1, 2, 3, 4, 5]",
            "[1, 20, 3, 10]",
            "[181, 0, 3, 4]",
            "[0, -91, 3, 4]",
            "[a, 0, 1, 2]",
        ] {
            assert_eq!(read_bounds(wrong), (None, vec!["wrong-form"]), "{wrong}");
        }
    }
}
