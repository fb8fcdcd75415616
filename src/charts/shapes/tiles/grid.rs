//! Grids of tiles: locations as squares of one size, near where they are on a map. A small one is seen as well as a large one.

use crate::charts::chart::ChartTile;
use crate::text::slug::slug;

/// A location of a grid: where it is, how it is called on its tile, and by which names data call it, as slugs.
struct GridTile {
    row: u64,
    column: u64,
    short: String,
    names: Vec<String>,
}

/// A state of Mexico: where its tile is, its code (INEGI, "Catálogo Único de Claves"), its usual short name and its names,
/// between `|`.
struct StateTile {
    row: u64,
    column: u64,
    code: &'static str,
    short: &'static str,
    names: &'static str,
}

const fn state(
    row: u64,
    column: u64,
    code: &'static str,
    short: &'static str,
    names: &'static str,
) -> StateTile {
    StateTile {
        row,
        column,
        code,
        short,
        names,
    }
}

/// The states of Mexico as tiles.
const MEXICO: [StateTile; 32] = [
    state(0, 0, "02", "BC", "Baja California"),
    state(0, 1, "26", "SON", "Sonora"),
    state(0, 2, "08", "CHIH", "Chihuahua"),
    state(0, 3, "05", "COAH", "Coahuila|Coahuila de Zaragoza"),
    state(0, 4, "19", "NL", "Nuevo León"),
    state(0, 5, "28", "TAM", "Tamaulipas"),
    state(1, 0, "03", "BCS", "Baja California Sur"),
    state(1, 1, "25", "SIN", "Sinaloa"),
    state(1, 2, "10", "DGO", "Durango"),
    state(1, 3, "32", "ZAC", "Zacatecas"),
    state(1, 4, "24", "SLP", "San Luis Potosí"),
    state(
        1,
        5,
        "30",
        "VER",
        "Veracruz|Veracruz de Ignacio de la Llave",
    ),
    state(1, 8, "31", "YUC", "Yucatán"),
    state(2, 1, "18", "NAY", "Nayarit"),
    state(2, 2, "01", "AGS", "Aguascalientes"),
    state(2, 3, "11", "GTO", "Guanajuato"),
    state(2, 4, "22", "QRO", "Querétaro|Querétaro de Arteaga"),
    state(2, 5, "13", "HGO", "Hidalgo"),
    state(2, 7, "04", "CAM", "Campeche"),
    state(2, 8, "23", "QR", "Quintana Roo"),
    state(3, 1, "14", "JAL", "Jalisco"),
    state(3, 2, "16", "MICH", "Michoacán|Michoacán de Ocampo"),
    state(3, 3, "15", "MEX", "México|Estado de México|Mexico State"),
    state(
        3,
        4,
        "09",
        "CDMX",
        "Ciudad de México|Distrito Federal|Mexico City",
    ),
    state(3, 5, "29", "TLAX", "Tlaxcala"),
    state(3, 6, "27", "TAB", "Tabasco"),
    state(4, 1, "06", "COL", "Colima"),
    state(4, 2, "12", "GRO", "Guerrero"),
    state(4, 3, "17", "MOR", "Morelos"),
    state(4, 4, "21", "PUE", "Puebla"),
    state(4, 5, "20", "OAX", "Oaxaca"),
    state(4, 6, "07", "CHIS", "Chiapas"),
];

/// Returns the tiles of Mexico, its states known by code and name.
fn mexico() -> Vec<GridTile> {
    (MEXICO.iter())
        .map(|state| {
            // Programs that take a code for a number drop its nought.
            let codes = [state.code, state.code.trim_start_matches('0')];
            GridTile {
                row: state.row,
                column: state.column,
                short: state.short.to_owned(),
                names: state.names.split('|').chain(codes).map(slug).collect(),
            }
        })
        .collect()
}

/// Parses a grid of the author's: a text a row, its cells between `|`, each as the data call the location. `SHORT = NAME` gives what
/// is on the tile.
fn own(rows: &[String]) -> Vec<GridTile> {
    let mut spots = Vec::new();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells.split('|')) {
            let (short, name) = cell.split_once('=').unwrap_or((cell, cell));
            let names = vec![slug(name)];
            if !name.trim().is_empty() {
                spots.push(GridTile {
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

/// Returns the tiles of a grid, each with the index of its label; `None` where a label has no tile, or two have the same one.
pub(super) fn tiles(rows: &[String], labels: &[String]) -> Option<Vec<ChartTile>> {
    let spots = if rows.is_empty() { mexico() } else { own(rows) };
    let slugs: Vec<String> = labels.iter().map(|label| slug(label)).collect();
    let mut tiles = Vec::new();
    let mut taken = 0;
    for spot in spots {
        let mut here = (0_u64..)
            .zip(&slugs)
            .filter(|(_, slug)| spot.names.contains(slug));
        let label = here.next().map(|(at, _)| at);
        if here.next().is_some() {
            return None;
        }
        taken += usize::from(label.is_some());
        tiles.push(ChartTile {
            row: spot.row,
            column: spot.column,
            short: spot.short,
            label,
        });
    }
    (taken == labels.len()).then_some(tiles)
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
        let places: BTreeSet<(u64, u64)> = MEXICO.iter().map(|s| (s.row, s.column)).collect();
        let mut codes: Vec<&str> = MEXICO.iter().map(|s| s.code).collect();
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
