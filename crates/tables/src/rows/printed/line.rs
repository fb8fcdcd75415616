//! A line of printed text.

use std::ops::Range;

/// A line of text, in characters.
pub(crate) struct PrintedLine(pub Vec<char>);

impl PrintedLine {
    /// The line, without the blanks at its end.
    pub(crate) fn new(text: &str) -> PrintedLine {
        PrintedLine(text.trim_end().chars().collect())
    }

    /// Whether something is at this place.
    pub(crate) fn is_filled(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|c| *c != ' ')
    }

    /// The part between two places that is not blank; none where all of it is.
    pub(crate) fn filled_part(&self, places: &Range<usize>) -> Option<Range<usize>> {
        let first = places.clone().find(|at| self.is_filled(*at))?;
        let last = places.clone().rev().find(|at| self.is_filled(*at))?;
        Some(first..last + 1)
    }

    /// What is between two places, without the blanks around it.
    pub(crate) fn text(&self, places: &Range<usize>) -> String {
        self.filled_part(places)
            .map_or_else(String::new, |part| self.0[part].iter().collect())
    }

    /// Blanks before its first word.
    pub(crate) fn indent(&self) -> usize {
        self.0.iter().take_while(|c| **c == ' ').count()
    }

    /// Whether two blanks stand together between words.
    pub(crate) fn has_gap(&self) -> bool {
        self.0[self.indent()..]
            .windows(2)
            .any(|pair| pair == [' ', ' '])
    }

    /// Returns the text of the line.
    pub(crate) fn whole(&self) -> String {
        self.0.iter().collect()
    }

    /// Whether each of its words that stands apart begins where a column does.
    pub(crate) fn begins_at(&self, starts: &[usize]) -> bool {
        let words = self.words();
        let apart = words
            .iter()
            .enumerate()
            .filter(|(at, word)| *at == 0 || words[at - 1].end + 1 < word.start);
        apart
            .map(|(_, word)| word.start)
            .all(|start| start == 0 || starts.contains(&start))
    }

    /// Returns the places of its words, in characters.
    pub(crate) fn words(&self) -> Vec<Range<usize>> {
        let mut words: Vec<Range<usize>> = Vec::new();
        for at in (0..self.0.len()).filter(|at| self.is_filled(*at)) {
            match words.last_mut().filter(|word| word.end == at) {
                Some(word) => word.end = at + 1,
                None => words.push(at..at + 1),
            }
        }
        words
    }
}
