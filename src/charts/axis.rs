//! Scales and their ticks, at 1, 2 or 5 times a power of ten.

/// A scale from values to units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Axis {
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Distance from one tick to the next, in the values' unit.
    pub(crate) step: f64,
}

/// Returns the smallest of 1, 2, 5 × 10ⁿ that is at least this.
pub(crate) fn round_step(least: f64) -> f64 {
    if !least.is_finite() || least <= 0.0 {
        return 1.0;
    }
    let ten = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|m| m * ten)
        .find(|step| *step >= least * 0.999_999)
        .unwrap_or(ten * 10.0)
}

impl Axis {
    /// Returns a scale over values with at most `ticks` ticks; `zero` says that it must begin at nought.
    pub(crate) fn over(values: impl Iterator<Item = f64>, zero: bool, ticks: u32) -> Axis {
        let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|v| v.is_finite()) {
            (min, max) = (min.min(value), max.max(value));
        }
        if min > max {
            (min, max) = (0.0, 1.0);
        }
        // A line may leave nought out, but only where it would be squeezed flat.
        if zero || max <= min || min > 0.0 && min < max * 0.6 || max < 0.0 && max > min * 0.6 {
            (min, max) = (min.min(0.0), max.max(0.0));
        }
        if max <= min {
            max = min + 1.0;
        }
        let mut room = f64::from(ticks.max(2) - 1);
        loop {
            let step = round_step((max - min) / room);
            let axis = Axis {
                min: (min / step + 1e-9).floor() * step,
                max: (max / step - 1e-9).ceil() * step,
                step,
            };
            if axis.ticks().len() <= ticks as usize || room <= 1.0 {
                return axis;
            }
            room -= 0.5;
        }
    }

    /// Returns the value that is furthest from nought.
    pub(crate) fn furthest(&self) -> f64 {
        self.max.abs().max(self.min.abs())
    }

    /// Returns the values of the ticks.
    pub(crate) fn ticks(&self) -> Vec<f64> {
        let count = ((self.max - self.min) / self.step).round().clamp(1.0, 20.0) as i32;
        (0..=count)
            .map(|i| self.min + f64::from(i) * self.step)
            .map(|v| if v.abs() < self.step / 1e6 { 0.0 } else { v })
            .collect()
    }

    /// Returns where a value is between `from` (the smallest) and `to`.
    pub(crate) fn at(&self, value: f64, from: f64, to: f64) -> f64 {
        from + (value - self.min) / (self.max - self.min) * (to - from)
    }
}

/// Writes a bound in plain digits, without the traces of binary fractions, for steps of `width`.
pub(crate) fn bound(value: f64, width: f64) -> String {
    let decimals = (-width.log10().floor()).clamp(0.0, 12.0) as usize;
    format!("{value:.decimals$}")
}

/// Returns an ISO date as years, for a line of time; `None` for anything else.
pub(crate) fn years(iso: &str) -> Option<f64> {
    let (day, clock) = iso.split_once('T').unwrap_or((iso, ""));
    let negative = day.starts_with('-');
    let mut parts = day.trim_start_matches('-').split('-');
    let year: f64 = parts.next()?.parse().ok()?;
    let month: f64 = parts.next().map_or(Ok(1.0), str::parse).ok()?;
    let day: f64 = parts.next().map_or(Ok(1.0), str::parse).ok()?;
    let hour: f64 = clock.get(..2).and_then(|h| h.parse().ok()).unwrap_or(0.0);
    let year = if negative { -year } else { year };
    let all = year + (month - 1.0) / 12.0 + (day - 1.0 + hour / 24.0) / 372.0;
    all.is_finite().then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        for (values, zero, expected) in [
            (
                vec![0.0, 87.0],
                true,
                vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0],
            ),
            (vec![92.0, 99.0], false, vec![92.0, 94.0, 96.0, 98.0, 100.0]),
            (vec![-4.0, 3.0], true, vec![-4.0, -2.0, 0.0, 2.0, 4.0]),
            (vec![7.0, 7.0], false, vec![0.0, 2.0, 4.0, 6.0, 8.0]),
            (vec![0.0, 0.0], true, vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        ] {
            let ticks = Axis::over(values.into_iter(), zero, 6).ticks();
            assert!(
                ticks.len() <= 6
                    && ticks
                        .iter()
                        .zip(&expected)
                        .all(|(a, b)| (a - b).abs() < 1e-9),
                "{ticks:?}"
            );
        }
        assert!(
            Axis::over([1e18, -1e18, f64::NAN].into_iter(), true, 5)
                .ticks()
                .len()
                <= 5
        );
    }

    #[test]
    fn dates_stand_in_order() {
        let all = [
            "1950",
            "2022-02",
            "2022-02-28",
            "2022-03-01T10:00:00",
            "2022-04",
        ]
        .map(|d| years(d).unwrap());
        assert!(all.windows(2).all(|w| w[0] < w[1]), "{all:?}");
        assert_eq!(years("mayo"), None);
    }
}
