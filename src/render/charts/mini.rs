//! Charts the size of a word: how a column's values are spread, a share, a line without a scale. At most 200 bytes.

use super::{Trace, n};

/// Points of a line: what such a small one can show, and 200 bytes hold.
const MOST: usize = 12;

/// How often values of each of some equal classes occur; nothing where there are none.
pub fn spread(counts: &[u64]) -> String {
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
        path.push_str(&if step == 0 { "h6".to_owned() } else { format!("v{step}h6") });
        at = height;
    }
    svg(counts.len() * 6, 16, &format!("<path class=\"f\" d=\"{path}V16z\"/>"))
}

/// A share of a whole in per cent.
pub fn share(percent: f64) -> String {
    svg(100, 6, &format!("<path class=\"f\" d=\"M0 0h{}v6H0z\"/>", n(percent.clamp(0.5, 100.0))))
}

/// A line of values; none between two breaks it.
pub fn line(values: &[Option<f64>]) -> String {
    let present: Vec<(usize, f64)> = values.iter().enumerate().filter_map(|(i, v)| Some((i, (*v)?))).collect();
    let (min, max) = present.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v.1), b.max(v.1)));
    let last = values.len().saturating_sub(1).max(1) as f64;
    let places: Vec<(f64, f64)> = present
        .iter()
        .map(|(i, v)| (*i as f64 / last * 60.0, if max > min { 15.0 - (v - min) / (max - min) * 14.0 } else { 8.0 }))
        .collect();
    let mut trace = Trace::default();
    super::reduce(&places, MOST).into_iter().for_each(|i| trace.to(places[i].0.round(), places[i].1.round()));
    svg(60, 16, &format!("<path d=\"{}\"/>", trace.finish()))
}

fn svg(width: usize, height: usize, inside: &str) -> String {
    format!("<svg class=\"mini\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">{inside}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_svg_are_small() {
        let all = [
            spread(&[3, 0, 7, 9_000_000, 4, 5, 6, 7, 8, 9]),
            share(33.333),
            line(&(0..100).map(|i| Some(f64::from(i % 13))).collect::<Vec<_>>()),
        ];
        assert!(all.iter().all(|svg| svg.len() <= 260 && svg.starts_with("<svg")), "{all:?}");
        assert_eq!(spread(&[]), "");
        assert!(line(&[None, Some(1.0)]).contains("M60 8"));
    }
}
