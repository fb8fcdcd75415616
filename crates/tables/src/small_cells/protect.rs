//! Hiding further counts until no small one can be found out.

use super::equations::{CellState, Equations};
use super::shift::{ShiftRules, ShiftSearch, ShiftedValues, Step};

/// What protects a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct CountLimit {
    /// Counts below this are hidden.
    pub(super) below: i64,
    /// Whether noughts are, too.
    pub(super) hides_zeros: bool,
}

/// Hides small counts, and further ones until each small count may be 1 as well as one less than the limit. Returns how many
/// small ones cannot be protected: nearly always none.
pub(super) fn protect(equations: &mut Equations, limit: CountLimit) -> u64 {
    equations.hide_small(limit.below, limit.hides_zeros);
    let mut search = ShiftSearch::new(equations, limit.hides_zeros);
    let small = (0..equations.values.len()).filter(|at| equations.states[*at] == CellState::Small);
    let small: Vec<usize> = small.collect();
    let mut bare = 0;
    for cell in small {
        let value = equations.values[cell];
        let mut guard = CellGuard {
            equations,
            search: &mut search,
            limit,
        };
        let rises = guard.reach(Step { cell, up: 1 }, limit.below - 1 - value);
        let sinks = guard.reach(Step { cell, up: -1 }, value - 1);
        bare += u64::from(!rises || !sinks);
    }
    bare
}

/// The protection of one count.
struct CellGuard<'e> {
    equations: &'e mut Equations,
    search: &'e mut ShiftSearch,
    limit: CountLimit,
}

impl CellGuard<'_> {
    /// Hides counts until this one may be further up or down by so much.
    fn reach(&mut self, step: Step, amount: i64) -> bool {
        amount <= 0
            || self.at_once(step, amount)
            || self.by_ones(step, amount, false)
            || self.by_ones(step, amount, true)
    }

    fn rules(&self, amount: i64, to_nought: bool) -> ShiftRules {
        ShiftRules {
            amount,
            below: self.limit.below,
            to_nought,
        }
    }

    fn at_once(&mut self, step: Step, amount: i64) -> bool {
        let (rules, values) = (self.rules(amount, false), ShiftedValues::default());
        let found = self.search.find(self.equations, &values, step, rules);
        found.is_some_and(|steps| {
            self.hide(&steps);
            true
        })
    }

    /// Shifts by one, and again by one.
    fn by_ones(&mut self, step: Step, amount: i64, to_nought: bool) -> bool {
        let rules = self.rules(1, to_nought);
        let mut values = ShiftedValues::default();
        for _ in 0..amount {
            let found = self.search.find(self.equations, &values, step, rules);
            let found = found.or_else(|| {
                self.search
                    .with_totals(self.equations, &values, step, rules)
            });
            let Some(steps) = found else {
                return false;
            };
            self.hide(&steps);
            values.apply(&steps, 1);
        }
        true
    }

    fn hide(&mut self, steps: &[Step]) {
        steps.iter().for_each(|step| self.equations.hide(step.cell));
    }
}
