//! Looking for a shift: some hidden counts that go up or down by as much, so that every equation holds as before.

use super::equations::{CellRole, CellState, Equations};
use std::collections::BTreeMap;

/// Most counts that a shift changes, in one look after the other: two rows and two columns meet in four, and each further
/// dimension doubles them.
const MOST_CELLS: &[usize] = &[4, 8, 16, 48];
/// Steps that each look may take.
const MOST_STEPS: u32 = 300;
/// Levels of totals of totals: no declaration has as many.
const MOST_LEVELS: usize = 48;
/// Ways tried at each step, the most promising first.
const WAYS: usize = 4;

/// A count that goes up (1) or down (-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) cell: usize,
    pub(super) up: i32,
}

/// Shifts that were already made, and with them what a count may be to a reader.
#[derive(Debug, Default)]
pub(super) struct ShiftedValues(BTreeMap<usize, i64>);

impl ShiftedValues {
    /// Makes a shift by so much.
    pub(super) fn apply(&mut self, steps: &[Step], amount: i64) {
        for step in steps {
            *self.0.entry(step.cell).or_default() += i64::from(step.up) * amount;
        }
    }

    /// Returns a count as it is by now.
    pub(super) fn value(&self, equations: &Equations, cell: usize) -> i64 {
        equations.values[cell] + self.0.get(&cell).copied().unwrap_or(0)
    }
}

/// What a search may do.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShiftRules {
    /// By how much each count goes up or down.
    pub(super) amount: i64,
    /// Counts below this that are shown are left as they are.
    pub(super) below: i64,
    /// Whether a hidden count may be nought to a reader though no zero is hidden: only where nothing else will do.
    pub(super) to_nought: bool,
}

/// A search for shifts. Its memory is used for one after the other.
pub(super) struct ShiftSearch {
    /// What is lacking to each equation, in units of the amount.
    lacking: Vec<i32>,
    /// Whether a cell is in the shift.
    is_taken: Vec<bool>,
    steps: Vec<Step>,
    /// Equations that steps touched, in their order, some several times.
    touched: Vec<usize>,
    budget: u32,
    most_cells: usize,
    /// Whether a cell's value may be nought to a reader, because it is a part of a small total.
    may_be_nought: Vec<bool>,
}

/// A way to go on, and how promising it is: less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    rank: i32,
    value: i64,
    cell: usize,
    up: i32,
}

impl ShiftSearch {
    /// Makes the memory for searches among these equations, whose small cells are hidden.
    pub(super) fn new(equations: &Equations, hides_zeros: bool) -> ShiftSearch {
        let cells = equations.values.len();
        let mut may_be_nought = vec![hides_zeros; cells];
        for equation in 0..equations.len() {
            if equations.states[equations.total(equation)] == CellState::Small {
                equations
                    .parts(equation)
                    .for_each(|part| may_be_nought[part] = true);
            }
        }
        ShiftSearch {
            lacking: vec![0; equations.len()],
            is_taken: vec![false; cells],
            steps: Vec::new(),
            touched: Vec::new(),
            budget: 0,
            most_cells: 0,
            may_be_nought,
        }
    }

    /// Finds a shift that begins with this step; none where the search finds none.
    pub(super) fn find(
        &mut self,
        equations: &Equations,
        values: &ShiftedValues,
        first: Step,
        rules: ShiftRules,
    ) -> Option<Vec<Step>> {
        if first.up < 0 && !self.can_sink(equations, values, first.cell, rules) {
            return None;
        }
        for most_cells in MOST_CELLS {
            self.clear();
            (self.budget, self.most_cells) = (MOST_STEPS, *most_cells);
            self.push(equations, first);
            if self.extend(equations, values, rules) {
                return Some(self.steps.clone());
            }
        }
        None
    }

    /// Returns the shift of one count with all totals that it is part of, where a total is shifted by what its parts are:
    /// there always is one. A count that is itself a total begins at one of its parts.
    pub(super) fn with_totals(
        &mut self,
        equations: &Equations,
        values: &ShiftedValues,
        first: Step,
        rules: ShiftRules,
    ) -> Option<Vec<Step>> {
        self.clear();
        let cell = self.leaf(equations, values, first, rules)?;
        self.push(equations, Step { cell, ..first });
        let mut at = 0;
        while at < self.steps.len() {
            let cell = self.steps[at].cell;
            for role in equations.roles(cell).iter().filter(|role| !role.is_total) {
                let total = equations.total(role.equation);
                if !self.is_taken[total] {
                    self.push(
                        equations,
                        Step {
                            cell: total,
                            ..first
                        },
                    );
                }
            }
            at += 1;
        }
        let is_balanced = self
            .touched
            .iter()
            .all(|equation| self.lacking[*equation] == 0);
        let sinks =
            |step: &Step| first.up > 0 || self.can_sink(equations, values, step.cell, rules);
        let is_sound = is_balanced && self.steps.iter().all(sinks);
        is_sound.then(|| self.steps.clone())
    }

    /// Returns the count that is no total, below one that may be.
    fn leaf(
        &self,
        equations: &Equations,
        values: &ShiftedValues,
        first: Step,
        rules: ShiftRules,
    ) -> Option<usize> {
        let mut cell = first.cell;
        for _ in 0..MOST_LEVELS {
            let role = equations.roles(cell).iter().find(|role| role.is_total);
            let Some(role) = role else {
                return Some(cell);
            };
            let parts = equations.parts(role.equation).filter(|part| {
                equations.states[*part].is_hidden()
                    && (first.up > 0 || self.can_sink(equations, values, *part, rules))
            });
            cell = parts.max_by_key(|part| values.value(equations, *part))?;
        }
        None
    }

    fn clear(&mut self) {
        for step in self.steps.drain(..) {
            self.is_taken[step.cell] = false;
        }
        for equation in self.touched.drain(..) {
            self.lacking[equation] = 0;
        }
    }

    fn push(&mut self, equations: &Equations, step: Step) {
        self.is_taken[step.cell] = true;
        self.steps.push(step);
        for role in equations.roles(step.cell) {
            self.lacking[role.equation] += role.sign() * step.up;
            self.touched.push(role.equation);
        }
    }

    fn pop(&mut self, equations: &Equations) {
        let Some(step) = self.steps.pop() else {
            return;
        };
        self.is_taken[step.cell] = false;
        for role in equations.roles(step.cell) {
            self.lacking[role.equation] -= role.sign() * step.up;
            self.touched.pop();
        }
    }

    /// Whether a count may be less by the amount to a reader.
    fn can_sink(
        &self,
        equations: &Equations,
        values: &ShiftedValues,
        cell: usize,
        rules: ShiftRules,
    ) -> bool {
        let may_be_nought = rules.to_nought || self.may_be_nought[cell];
        let least = i64::from(!may_be_nought && equations.values[cell] > 0);
        values.value(equations, cell) - rules.amount >= least
    }

    /// Adds steps until every equation holds; takes them back where that fails.
    fn extend(&mut self, equations: &Equations, values: &ShiftedValues, rules: ShiftRules) -> bool {
        let open = self
            .touched
            .iter()
            .find(|equation| self.lacking[**equation] != 0);
        let Some(open) = open.copied() else {
            return true;
        };
        if self.steps.len() >= self.most_cells {
            return false;
        }
        for way in self
            .ways(equations, values, open, rules)
            .into_iter()
            .flatten()
        {
            if self.budget == 0 {
                return false;
            }
            self.budget -= 1;
            let step = Step {
                cell: way.cell,
                up: way.up,
            };
            self.push(equations, step);
            if self.extend(equations, values, rules) {
                return true;
            }
            self.pop(equations);
        }
        false
    }

    /// The most promising ways to bring an equation nearer to holding.
    fn ways(
        &self,
        equations: &Equations,
        values: &ShiftedValues,
        open: usize,
        rules: ShiftRules,
    ) -> [Option<Way>; WAYS] {
        let mut best = [None; WAYS];
        let parts = equations.parts(open).map(|part| (part, 1));
        let members = parts.chain([(equations.total(open), -1)]);
        for (cell, sign) in members.filter(|(cell, _)| !self.is_taken[*cell]) {
            let up = -self.lacking[open].signum() * sign;
            let is_hidden = equations.states[cell].is_hidden();
            let is_open = is_hidden || equations.values[cell] >= rules.below;
            if !is_open || up < 0 && !self.can_sink(equations, values, cell, rules) {
                continue;
            }
            let way = Way {
                rank: 2 * self.opened(equations.roles(cell), up) + if is_hidden { 0 } else { 3 },
                value: equations.values[cell],
                cell,
                up,
            };
            keep(&mut best, way);
        }
        best
    }

    /// How many more equations a step leaves open than before.
    fn opened(&self, roles: &[CellRole], up: i32) -> i32 {
        let change = |role: &CellRole| {
            let before = self.lacking[role.equation];
            (before + role.sign() * up).abs() - before.abs()
        };
        roles.iter().map(change).sum()
    }
}

/// Keeps a way, if it is among the best.
fn keep(best: &mut [Option<Way>; WAYS], way: Way) {
    let place = best
        .iter()
        .position(|kept| kept.is_none_or(|kept| way < kept));
    if let Some(place) = place {
        best[place..].rotate_right(1);
        best[place] = Some(way);
    }
}
