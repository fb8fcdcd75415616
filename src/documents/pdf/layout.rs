//! Pieces of text that are shown here and there on a page, to lines as a reader sees them.

/// A gap of this part of the letters' size is a blank.
const BLANK: f64 = 0.1;
/// One of this many sizes divides columns.
const COLUMN: f64 = 2.5;
/// What lies back by less of the size still follows.
const BACK: f64 = 0.5;
/// What is off the line by less of the size is on it: exponents too.
const OFF: f64 = 0.5;
/// Lines that later pieces may still go on with.
const OPEN_LINES: usize = 64;
/// Letters that are each on its own: from this many on they are read as words.
const BOXES: usize = 8;
/// Between such letters, a gap so many times the smallest one is between words.
const WORD_GAP: f64 = 2.0;

/// A piece of text on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextPiece {
    /// Where it begins, in units of the page.
    pub(super) start: (f64, f64),
    pub(super) end: (f64, f64),
    /// Which way its letters go, of length 1.
    pub(super) way: (f64, f64),
    /// The letters' size in units of the page.
    pub(super) size: f64,
    pub(super) text: String,
}

/// Where a piece is on its line.
struct Span {
    /// How far along its way it begins and ends, and how far it is off, across its way.
    start: f64,
    end: f64,
    off: f64,
    size: f64,
}

impl TextPiece {
    fn span(&self) -> Span {
        let along = |point: (f64, f64)| point.0 * self.way.0 + point.1 * self.way.1;
        Span {
            start: along(self.start),
            end: along(self.end),
            off: self.start.1 * self.way.0 - self.start.0 * self.way.1,
            size: self.size.max(0.01),
        }
    }
}

/// A blank that replaces a gap: where in the text it is, and how wide, in sizes of the letters.
#[derive(Debug, Clone, Copy)]
struct GapBlank {
    at: usize,
    width: f64,
}

#[derive(Debug)]
struct PageLine {
    way: (f64, f64),
    span: (f64, f64),
    size: f64,
    text: String,
    gaps: Vec<GapBlank>,
}

impl PageLine {
    /// Returns how far behind the line's end a piece begins, in its sizes; none where it is not on the line.
    fn gap(&self, piece: &TextPiece, span: &Span) -> Option<f64> {
        let (end, off) = self.span;
        let turned = (self.way.0 - piece.way.0).abs() + (self.way.1 - piece.way.1).abs();
        let same = turned < 0.02 && (off - span.off).abs() < OFF * span.size.max(self.size);
        same.then(|| (span.start - end) / span.size)
    }

    fn go_on(&mut self, piece: &TextPiece, span: &Span, gap: f64) {
        if gap > BLANK && !self.text.ends_with(' ') && !piece.text.starts_with(' ') {
            let at = self.text.len();
            self.gaps.push(GapBlank { at, width: gap });
            self.text.push(if gap > COLUMN { '\t' } else { ' ' });
        }
        self.text.push_str(&piece.text);
        self.span.0 = span.end;
        self.size = span.size;
    }

    /// Returns the text; letters that are each on its own, in the boxes of a form or spaced, as words.
    fn words(self) -> String {
        let PageLine { text, gaps, .. } = self;
        let mut out = String::new();
        let (mut from, mut at) = (0, 0);
        while at < gaps.len() {
            // Gaps with one letter between each and the next.
            let alone = |pair: &&[GapBlank]| one_letter(&text[pair[0].at + 1..pair[1].at]);
            let run = 1 + gaps[at..].windows(2).take_while(alone).count();
            if run + 1 >= BOXES {
                let least = gaps[at..at + run]
                    .iter()
                    .map(|gap| gap.width)
                    .fold(f64::MAX, f64::min);
                for gap in &gaps[at..at + run] {
                    out.push_str(&text[from..gap.at]);
                    if gap.width > least * WORD_GAP {
                        out.push(' ');
                    }
                    from = gap.at + 1;
                }
            }
            at += run;
        }
        out.push_str(&text[from..]);
        out
    }
}

/// Whether there are only letters that are each on its own, between blanks of the text itself.
fn one_letter(text: &str) -> bool {
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    words.all(|word| word.chars().nth(1).is_none())
}

/// Lines of a page that grow.
#[derive(Debug, Default)]
pub(super) struct PageLines {
    lines: Vec<PageLine>,
    /// Bytes of all lines, about.
    pub(super) bytes: usize,
}

impl PageLines {
    /// Adds a piece to the line that it goes on with, or as a line of its own.
    pub(super) fn add(&mut self, piece: TextPiece) {
        let span = piece.span();
        self.bytes += piece.text.len();
        match self.found(&piece, &span) {
            Some((index, gap)) => self.lines[index].go_on(&piece, &span, gap),
            None => self.lines.push(PageLine {
                way: piece.way,
                span: (span.end, span.off),
                size: span.size,
                text: piece.text,
                gaps: Vec::new(),
            }),
        }
    }

    /// Returns the line that a piece goes on with, and the gap between.
    fn found(&self, piece: &TextPiece, span: &Span) -> Option<(usize, f64)> {
        let last = self.lines.len().checked_sub(1)?;
        let gap = |index: usize| Some((index, self.lines[index].gap(piece, span)?));
        gap(last).filter(|(_, gap)| *gap > -BACK).or_else(|| {
            let open = (last.saturating_sub(OPEN_LINES)..last).rev();
            (open.filter_map(gap)).find(|(_, gap)| (-BACK..COLUMN).contains(gap))
        })
    }

    /// Takes the lines out.
    pub(super) fn take(&mut self) -> String {
        self.bytes = 0;
        let lines: Vec<String> = self.lines.drain(..).map(PageLine::words).collect();
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(x: f64, y: f64, width: f64, text: &str) -> TextPiece {
        TextPiece {
            start: (x, y),
            end: (x + width, y),
            way: (1.0, 0.0),
            size: 10.0,
            text: text.to_owned(),
        }
    }

    fn lines(pieces: &[(f64, f64, f64, &str)]) -> String {
        let mut lines = PageLines::default();
        for (x, y, width, text) in pieces {
            lines.add(piece(*x, *y, *width, text));
        }
        lines.take()
    }

    #[test]
    fn kerned_pieces_are_one_word_and_gaps_are_blanks() {
        let kerned = [
            (0.0, 0.0, 20.0, "BADD"),
            (19.5, 0.0, 20.0, "1103"),
            (40.5, 0.0, 10.0, "13"),
        ];
        assert_eq!(lines(&kerned), "BADD110313");
        let words = [
            (0.0, 0.0, 20.0, "55"),
            (23.0, 1.0, 20.0, "1234"),
            (90.0, 0.0, 9.0, "x"),
        ];
        assert_eq!(lines(&words), "55 1234\tx");
    }

    #[test]
    fn lines_that_are_shown_in_turns_go_on_where_they_were() {
        let turns = [
            (0.0, 20.0, 20.0, "left"),
            (0.0, 0.0, 20.0, "low"),
            (20.0, 20.0, 20.0, "er"),
        ];
        assert_eq!(lines(&turns), "lefter\nlow");
    }

    #[test]
    fn letters_that_stand_each_on_its_own_are_words() {
        let boxes: Vec<_> = "BADD110313"
            .chars()
            .zip(0_u32..)
            .map(|(c, i)| (f64::from(i) * 20.0, c.to_string()))
            .collect();
        let pieces: Vec<_> = boxes
            .iter()
            .map(|(x, text)| (*x, 0.0, 6.0, text.as_str()))
            .collect();
        assert_eq!(lines(&pieces), "BADD110313");
        let spaced = [
            ("C", 0.0),
            ("l", 8.0),
            ("a", 16.0),
            ("v", 24.0),
            ("e", 32.0),
            ("1", 45.0),
            ("2", 53.0),
            ("3", 61.0),
        ];
        let pieces: Vec<_> = spaced
            .iter()
            .map(|(text, x)| (*x, 0.0, 6.0, *text))
            .collect();
        assert_eq!(lines(&pieces), "Clave 123");
        assert_eq!(lines(&pieces[..4]), "C l a v");
    }
}
