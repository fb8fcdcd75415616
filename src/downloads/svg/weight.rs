//! How much a drawing draws: a few `use` elements that show each other can come to thousands of millions of shapes, and
//! patterns, masks and markers that refer to each other too.

use std::collections::BTreeMap;

/// An element: where what it holds ends, and the places of the drawing that it shows.
#[derive(Debug, Default)]
struct SvgElement {
    end: usize,
    shows: Vec<String>,
}

/// The elements of a drawing in the order in which they begin.
#[derive(Debug, Default)]
pub(super) struct SvgElements {
    all: Vec<SvgElement>,
    open: Vec<usize>,
    /// The first element of each `id`.
    by_id: BTreeMap<String, usize>,
}

impl SvgElements {
    /// Begins an element within those that are open.
    pub(crate) fn open(&mut self) {
        self.open.push(self.all.len());
        self.all.push(SvgElement::default());
    }

    /// Ends the innermost open element.
    pub(crate) fn close(&mut self) {
        if let Some(at) = self.open.pop() {
            self.all[at].end = self.all.len();
        }
    }

    /// Takes in an attribute of the innermost open element.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        let Some(at) = self.open.last().copied() else {
            return;
        };
        if name == "id" {
            self.by_id.entry(value.to_owned()).or_insert(at);
        } else if name == "href" {
            self.all[at]
                .shows
                .extend(value.trim().strip_prefix('#').map(str::to_owned));
        } else {
            for part in value.split("url(").skip(1) {
                let place = part
                    .split(')')
                    .next()
                    .unwrap_or_default()
                    .trim_matches(['"', '\'', ' ']);
                self.all[at]
                    .shows
                    .extend(place.strip_prefix('#').map(str::to_owned));
            }
        }
    }

    /// Returns how many elements are drawn, each as often as it is shown. What shows itself counts once. Takes time with
    /// the number of elements and of what they show.
    pub(crate) fn drawn(&self) -> u64 {
        let mut weights: Vec<Option<u64>> = vec![None; self.all.len()];
        let mut begun = vec![false; self.all.len()];
        let mut todo: Vec<usize> = self.all.first().map(|_| 0).into_iter().collect();
        while let Some(at) = todo.last().copied() {
            if weights[at].is_some() {
                todo.pop();
            } else if begun[at] {
                let of_parts = self.parts(at).map(|part| weights[part].unwrap_or(0));
                weights[at] = Some(of_parts.fold(1, u64::saturating_add));
                todo.pop();
            } else {
                begun[at] = true;
                todo.extend(self.parts(at).filter(|part| !begun[*part]));
            }
        }
        weights.first().copied().flatten().unwrap_or(0)
    }

    /// The elements that one holds, and those that it shows.
    fn parts(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.all[at].end;
        let children = std::iter::successors(Some(at + 1), move |child| {
            Some(self.all.get(*child)?.end.max(child + 1))
        });
        let children = children.take_while(move |child| *child < end);
        children.chain(
            self.all[at]
                .shows
                .iter()
                .filter_map(|id| self.by_id.get(id).copied()),
        )
    }
}
