//! Grids of tiles: places as squares of one size, near where they are on a map. A small place is seen as well as a large one.

use crate::charts::ChartTile;
use crate::text::slug::slug;

/// A place of a grid: where it is, how it is called on its tile, and by which names data call it, as slugs.
struct Spot {
    row: u64,
    column: u64,
    short: String,
    names: Vec<String>,
}

/// The states of Mexico as tiles; each by its code (INEGI, "Catálogo Único de Claves"), its usual short name and its names.
const MEXICO: [(u64, u64, &str, &str, &str); 32] = [
    (0, 0, "02", "BC", "Baja California"),
    (0, 1, "26", "SON", "Sonora"),
    (0, 2, "08", "CHIH", "Chihuahua"),
    (0, 3, "05", "COAH", "Coahuila|Coahuila de Zaragoza"),
    (0, 4, "19", "NL", "Nuevo León"),
    (0, 5, "28", "TAM", "Tamaulipas"),
    (1, 0, "03", "BCS", "Baja California Sur"),
    (1, 1, "25", "SIN", "Sinaloa"),
    (1, 2, "10", "DGO", "Durango"),
    (1, 3, "32", "ZAC", "Zacatecas"),
    (1, 4, "24", "SLP", "San Luis Potosí"),
    (
        1,
        5,
        "30",
        "VER",
        "Veracruz|Veracruz de Ignacio de la Llave",
    ),
    (1, 8, "31", "YUC", "Yucatán"),
    (2, 1, "18", "NAY", "Nayarit"),
    (2, 2, "01", "AGS", "Aguascalientes"),
    (2, 3, "11", "GTO", "Guanajuato"),
    (2, 4, "22", "QRO", "Querétaro|Querétaro de Arteaga"),
    (2, 5, "13", "HGO", "Hidalgo"),
    (2, 7, "04", "CAM", "Campeche"),
    (2, 8, "23", "QR", "Quintana Roo"),
    (3, 1, "14", "JAL", "Jalisco"),
    (3, 2, "16", "MICH", "Michoacán|Michoacán de Ocampo"),
    (3, 3, "15", "MEX", "México|Estado de México|Mexico State"),
    (
        3,
        4,
        "09",
        "CDMX",
        "Ciudad de México|Distrito Federal|Mexico City",
    ),
    (3, 5, "29", "TLAX", "Tlaxcala"),
    (3, 6, "27", "TAB", "Tabasco"),
    (4, 1, "06", "COL", "Colima"),
    (4, 2, "12", "GRO", "Guerrero"),
    (4, 3, "17", "MOR", "Morelos"),
    (4, 4, "21", "PUE", "Puebla"),
    (4, 5, "20", "OAX", "Oaxaca"),
    (4, 6, "07", "CHIS", "Chiapas"),
];

fn mexico() -> Vec<Spot> {
    let spot = |(row, column, code, short, names): &(u64, u64, &str, &str, &str)| {
        // Programs that take a code for a number drop its nought.
        let codes = [*code, code.trim_start_matches('0')];
        let names = names.split('|').chain(codes).map(slug).collect();
        Spot {
            row: *row,
            column: *column,
            short: (*short).to_owned(),
            names,
        }
    };
    MEXICO.iter().map(spot).collect()
}

/// A grid of the author's: a text a row, its cells between `|`, each as the data call the place. `SHORT = NAME` gives what
/// is on the tile.
fn own(rows: &[String]) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells.split('|')) {
            let (short, name) = cell.split_once('=').unwrap_or((cell, cell));
            let names = vec![slug(name)];
            if !name.trim().is_empty() {
                spots.push(Spot {
                    row,
                    column,
                    short: short.trim().to_owned(),
                    names,
                });
            }
        }
    }
    spots
}

/// The tiles of a grid, each with the place of its label; none where a label has no tile, or two have the same one.
pub(crate) fn tiles(rows: &[String], labels: &[String]) -> Option<Vec<ChartTile>> {
    let spots = if rows.is_empty() { mexico() } else { own(rows) };
    let slugs: Vec<String> = labels.iter().map(|label| slug(label)).collect();
    let of = |spot: &Spot| {
        (0..slugs.len())
            .filter(|at| spot.names.contains(&slugs[*at]))
            .collect::<Vec<usize>>()
    };
    let mut found = Vec::new();
    let mut taken = 0;
    for spot in spots {
        let here = of(&spot);
        if here.len() > 1 {
            return None;
        }
        taken += here.len();
        let label = here.first().map(|at| *at as u64);
        found.push(ChartTile {
            row: spot.row,
            column: spot.column,
            short: spot.short,
            label,
        });
    }
    (taken == labels.len()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn labels(all: &[&str]) -> Vec<String> {
        all.iter().map(|label| (*label).to_owned()).collect()
    }

    #[test]
    fn every_state_has_a_tile_of_its_own() {
        let places: BTreeSet<(u64, u64)> = MEXICO.iter().map(|s| (s.0, s.1)).collect();
        let mut codes: Vec<&str> = MEXICO.iter().map(|s| s.2).collect();
        codes.sort_unstable();
        let all: Vec<String> = (1..=32).map(|n| format!("{n:02}")).collect();
        assert_eq!(
            (places.len(), codes),
            (32, all.iter().map(String::as_str).collect())
        );
    }

    #[test]
    fn states_are_known_by_code_and_name_and_nothing_else() {
        let made = tiles(
            &[],
            &labels(&["9", "México", "Veracruz de Ignacio de la Llave"]),
        )
        .unwrap();
        let of = |short: &str| made.iter().find(|tile| tile.short == short).unwrap().label;
        assert_eq!(
            [of("CDMX"), of("MEX"), of("VER"), of("YUC")],
            [Some(0), Some(1), Some(2), None]
        );
        assert_eq!(tiles(&[], &labels(&["09", "Texas"])), None);
        assert_eq!(tiles(&[], &labels(&["09", "Ciudad de México"])), None);
    }

    #[test]
    fn an_author_lays_out_places_as_they_lie() {
        let rows = labels(&[" | N = Zona norte", "Centro | Sur"]);
        let made = tiles(&rows, &labels(&["sur", "Zona Norte"])).unwrap();
        let told: Vec<(u64, u64, &str, Option<u64>)> = made
            .iter()
            .map(|t| (t.row, t.column, t.short.as_str(), t.label))
            .collect();
        assert_eq!(
            told,
            [
                (0, 1, "N", Some(1)),
                (1, 0, "Centro", None),
                (1, 1, "Sur", Some(0))
            ]
        );
    }
}
