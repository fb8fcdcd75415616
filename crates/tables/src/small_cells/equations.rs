//! The linear system of a table of counts: each total is the sum of its parts.

/// What readers know of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellState {
    /// It is shown.
    Shown,
    /// It is small, and not shown.
    Small,
    /// It is not shown because it would give away another one.
    Companion,
    /// The file has no value there.
    Missing,
}

impl CellState {
    /// Whether a reader sees no number there, though there is one.
    pub(super) fn is_hidden(self) -> bool {
        matches!(self, CellState::Small | CellState::Companion)
    }
}

/// An equation of a cell: its number, and whether the cell is the total there.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellRole {
    pub(super) equation: usize,
    pub(super) is_total: bool,
}

impl CellRole {
    /// The cell's coefficient where the parts less their total are nought.
    pub(super) fn sign(self) -> i32 {
        if self.is_total { -1 } else { 1 }
    }
}

/// Counts, and the equations that hold among them.
#[derive(Debug)]
pub(super) struct Equations {
    pub(super) values: Vec<i64>,
    pub(super) states: Vec<CellState>,
    /// The cells of all equations, one after the other; the last of each is the total.
    members: Vec<u32>,
    /// Where each equation begins in `members`, and where the last ends.
    starts: Vec<usize>,
    /// The equations of all cells, one cell after the other; filled by [`Equations::index`].
    roles: Vec<CellRole>,
    role_starts: Vec<usize>,
    /// Equations whose parts do not add up to their total.
    pub(super) differing: u64,
}

impl Equations {
    /// Counts without equations; `None` where there is no value.
    pub(super) fn new(values: impl Iterator<Item = Option<i64>>) -> Equations {
        let (values, states) = values
            .map(|value| match value {
                Some(value) => (value, CellState::Shown),
                None => (0, CellState::Missing),
            })
            .unzip();
        Equations {
            values,
            states,
            members: Vec::new(),
            starts: vec![0],
            roles: Vec::new(),
            role_starts: Vec::new(),
            differing: 0,
        }
    }

    /// Adds the equation that these parts come to this total. Cells without a value are left out of it; where they can
    /// represent what is lacking to the total, one that nobody knows does.
    pub(super) fn add(&mut self, parts: impl Iterator<Item = usize>, total: usize) {
        if self.states[total] == CellState::Missing {
            return;
        }
        let (begin, mut sum, mut lacks) = (self.members.len(), 0i64, false);
        for part in parts {
            if self.states[part] == CellState::Missing {
                lacks = true;
            } else {
                sum = sum.saturating_add(self.values[part]);
                self.members.push(narrow(part));
            }
        }
        let rest = self.values[total].saturating_sub(sum);
        if lacks && rest > 0 {
            self.members.push(narrow(self.values.len()));
            self.values.push(rest);
            self.states.push(CellState::Companion);
        } else if rest != 0 {
            self.differing += 1;
        }
        if self.members.len() == begin {
            return;
        }
        self.members.push(narrow(total));
        self.starts.push(self.members.len());
    }

    /// Finds the equations of each cell, once all are there.
    pub(super) fn index(&mut self) {
        let mut starts = vec![0usize; self.values.len() + 1];
        for cell in &self.members {
            starts[*cell as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let unset = CellRole {
            equation: 0,
            is_total: false,
        };
        let mut next = starts.clone();
        let mut roles = vec![unset; self.members.len()];
        for equation in 0..self.len() {
            let members = self.members_of(equation);
            for (at, cell) in members.iter().enumerate() {
                let place = &mut next[*cell as usize];
                let is_total = at + 1 == members.len();
                roles[*place] = CellRole { equation, is_total };
                *place += 1;
            }
        }
        (self.roles, self.role_starts) = (roles, starts);
    }

    /// How many equations there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn members_of(&self, equation: usize) -> &[u32] {
        &self.members[self.starts[equation]..self.starts[equation + 1]]
    }

    /// The parts of an equation.
    pub(super) fn parts(&self, equation: usize) -> impl DoubleEndedIterator<Item = usize> {
        let (_, parts) = self.members_of(equation).split_last().unwrap_or((&0, &[]));
        parts.iter().map(|cell| *cell as usize)
    }

    /// The total of an equation.
    pub(super) fn total(&self, equation: usize) -> usize {
        let members = self.members_of(equation);
        members.last().map_or(0, |cell| *cell as usize)
    }

    /// The equations that a cell is in.
    pub(super) fn roles(&self, cell: usize) -> &[CellRole] {
        &self.roles[self.role_starts[cell]..self.role_starts[cell + 1]]
    }

    /// Hides the small counts: those from 1, or from 0, to below a limit; and all parts of a small total, for how many of them
    /// are nought would narrow what the others may be.
    pub(super) fn hide_small(&mut self, below: i64, hides_zeros: bool) {
        let least = i64::from(!hides_zeros);
        for (state, value) in self.states.iter_mut().zip(&self.values) {
            if *state == CellState::Shown && (least..below).contains(value) {
                *state = CellState::Small;
            }
        }
        for equation in 0..self.len() {
            if self.states[self.total(equation)] == CellState::Small {
                let parts: Vec<usize> = self.parts(equation).collect();
                parts.into_iter().for_each(|part| self.hide(part));
            }
        }
    }

    /// How many counts are small.
    pub(super) fn small(&self) -> u64 {
        let small = self
            .states
            .iter()
            .filter(|state| **state == CellState::Small);
        small.count() as u64
    }

    /// Hides a count that is still shown.
    pub(super) fn hide(&mut self, cell: usize) {
        if self.states[cell] == CellState::Shown {
            self.states[cell] = CellState::Companion;
        }
    }
}

/// A cell's number: as many are never held.
#[allow(
    clippy::cast_possible_truncation,
    reason = "cells are limited to fewer"
)]
fn narrow(cell: usize) -> u32 {
    cell as u32
}
