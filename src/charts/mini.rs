//! Charts the size of a word: how a column's values are spread, a share, a line without a scale. At most 200 bytes each,
//! compressed, and what is told in words besides at most 60 more.

use super::canvas::{n, reduce};
use super::class::{self, AREA};
use crate::text::escape::html;

/// Points of a line: what such a small one can show, and 200 bytes hold.
const MOST: usize = 12;

/// Returns how often values of each of some equal classes occur, with the same in words; empty where there are none.
pub fn spread(counts: &[u64], words: &str) -> String {
    let most = counts.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return String::new();
    }
    let mut path = String::from("M0 16");
    let mut at = 0_u64;
    for count in counts {
        // What occurs at all is seen.
        let height = (count * 16 / most).max(u64::from(*count > 0));
        let step = i128::from(at) - i128::from(height);
        path.push_str(&if step == 0 {
            "h6".to_owned()
        } else {
            format!("v{step}h6")
        });
        at = height;
    }
    let attributes = format!("role=\"img\" aria-label=\"{}\"", html(words));
    svg(
        counts.len() * 6,
        16,
        &attributes,
        &format!("<path class=\"{AREA}\" d=\"{path}V16z\"/>"),
    )
}

/// Returns a bar of a share, in per cent.
pub fn share(percent: f64) -> String {
    svg(
        100,
        6,
        HIDDEN,
        &format!(
            "<path class=\"{AREA}\" d=\"M0 0h{}v6H0z\"/>",
            n(percent.clamp(0.5, 100.0))
        ),
    )
}

/// Returns a line of values; `None` between two breaks it, and a value between two such is a dash.
pub fn line(values: &[Option<f64>]) -> String {
    let present: Vec<(usize, f64)> = (values.iter().enumerate())
        .filter_map(|(i, v)| Some((i, (*v)?)))
        .collect();
    let points = points(&present, values.len());
    let kept = reduce(&points, MOST);
    let mut path = String::new();
    let mut at = (0, 0);
    for (k, i) in kept.iter().enumerate() {
        let next = (points[*i].0.round() as i64, points[*i].1.round() as i64);
        if k > 0 && joined(&present, kept[k - 1], *i) {
            let (dx, dy) = (next.0 - at.0, next.1 - at.1);
            path.push_str(&format!("l{dx}{}{dy}", if dy < 0 { "" } else { " " }));
        } else {
            let goes_on = (kept.get(k + 1)).is_some_and(|after| joined(&present, *i, *after));
            path.push_str(&format!("M{} {}", next.0, next.1));
            path.push_str(if goes_on { "" } else { "h1" });
        }
        at = next;
    }
    svg(60, 16, HIDDEN, &format!("<path d=\"{path}\"/>"))
}

/// Returns where values are, given with their indexes among `count`, in 60 × 16 units.
fn points(present: &[(usize, f64)], count: usize) -> Vec<(f64, f64)> {
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    for (_, value) in present {
        (min, max) = (min.min(*value), max.max(*value));
    }
    let last = count.saturating_sub(1).max(1) as f64;
    (present.iter())
        .map(|(i, v)| {
            let y = if max > min {
                15.0 - (v - min) / (max - min) * 14.0
            } else {
                8.0
            };
            (*i as f64 / last * 60.0, y)
        })
        .collect()
}

/// Returns whether no value is missing between two that are kept: a gap is where more values lie than are present.
fn joined(present: &[(usize, f64)], a: usize, b: usize) -> bool {
    present[b].0 - present[a].0 == b - a
}

/// Of a drawing beside words that say the same.
const HIDDEN: &str = "aria-hidden=\"true\"";

fn svg(width: usize, height: usize, attributes: &str, inside: &str) -> String {
    let class = class::MINI;
    format!("<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" {attributes}>{inside}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What it weighs in a page, at most: alone, with the header that a page needs once.
    fn weight(svg: &str) -> usize {
        let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut zip, svg.as_bytes()).unwrap();
        zip.finish().unwrap().len()
    }

    #[test]
    fn what_there_is_nothing_of_is_not_drawn() {
        assert_eq!(spread(&[], ""), "");
    }

    #[test]
    fn a_gap_is_not_bridged() {
        let drawn = |values: &[Option<f64>]| {
            line(values)
                .split("d=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        };
        assert_eq!(
            drawn(&[Some(1.0), Some(3.0), None, Some(2.0), Some(1.0)]),
            "M0 15l15-14M45 8l15 7"
        );
        assert_eq!(drawn(&[Some(1.0), None, Some(3.0)]), "M0 15h1M60 1h1");
        assert_eq!(drawn(&[None, Some(1.0)]), "M60 8h1");
        assert_eq!(drawn(&[]), "");
    }

    /// Values that jump from end to end, that leave gaps, and the most classes that a column has: what packs worst.
    #[test]
    fn each_weighs_200_bytes_at_most() {
        let mut seed = 1_u64;
        let mut dice = || {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            seed >> 40
        };
        for turn in 0..4_000_usize {
            let many = 2 + turn % 150;
            let holes = turn % 5;
            let values: Vec<Option<f64>> = (0..many)
                .map(|_| (holes == 0 || dice() % 5 >= holes as u64).then(|| dice() as f64))
                .collect();
            let counts: Vec<u64> = (0..20).map(|_| dice() % 5_000).collect();
            let said = counts
                .iter()
                .map(u64::to_string)
                .collect::<Vec<_>>()
                .join(" ");
            let said = format!("Cuántas veces, en pasos iguales: {said}");
            for svg in [
                line(&values),
                spread(&counts, ""),
                share((dice() % 10_000) as f64 / 100.0),
            ] {
                assert!(
                    svg.starts_with("<svg") && weight(&svg) <= 200,
                    "{}: {svg}",
                    weight(&svg)
                );
            }
            // The counts themselves are what the words weigh.
            let told = spread(&counts, &said);
            assert!(weight(&told) <= 260, "{}: {told}", weight(&told));
        }
    }
}
