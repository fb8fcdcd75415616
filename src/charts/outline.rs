//! Paths of drawings as corners: read from the attribute `d`, cut into dashes, made as wide as a stroke.

/// Corners, one after another.
type Corners = Vec<(f64, f64)>;

/// Steps that a curve is divided into.
const STEPS: u32 = 16;
/// Of the radius: how far from its end a curve's handle is that stands for a quarter of a circle.
const QUARTER: f64 = 0.552_284_749_8;

/// Returns the lines of a path, as this room writes them: `M`, `L`, `l`, `H`, `h`, `V`, `v`, `C`, `z`, and `a` for half circles.
pub(crate) fn parse(path: &str) -> Vec<Corners> {
    let mut pen = Pen::default();
    let mut command = ' ';
    let mut rest = path;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_alphabetic() {
            command = first;
            rest = &rest[1..];
        }
        let (numbers, after) = take_numbers(rest, arguments(command));
        if numbers.len() < arguments(command) {
            break;
        }
        pen.draw(command, &numbers);
        rest = after.trim_start();
    }
    pen.lines
}

/// Returns how many numbers a command takes.
fn arguments(command: char) -> usize {
    match command {
        'M' | 'L' | 'l' => 2,
        'H' | 'h' | 'V' | 'v' => 1,
        'C' => 6,
        'a' => 7,
        _ => 0,
    }
}

/// Returns as many numbers as wanted, or as there are, and what comes after them.
fn take_numbers(text: &str, wanted: usize) -> (Vec<f64>, &str) {
    let mut numbers = Vec::new();
    let mut rest = text;
    while numbers.len() < wanted {
        let start = rest.trim_start_matches([' ', ',']);
        let sign = usize::from(start.starts_with('-'));
        let digits = start[sign..]
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .map_or(start.len(), |end| end + sign);
        let Ok(number) = start[..digits].parse() else {
            break;
        };
        numbers.push(number);
        rest = &start[digits..];
    }
    (numbers, rest)
}

#[derive(Default)]
struct Pen {
    at: (f64, f64),
    lines: Vec<Corners>,
}

impl Pen {
    fn draw(&mut self, command: char, n: &[f64]) {
        let (x, y) = self.at;
        match command {
            'M' => {
                self.at = (n[0], n[1]);
                self.lines.push(vec![self.at]);
            }
            'L' => self.to((n[0], n[1])),
            'l' => self.to((x + n[0], y + n[1])),
            'H' => self.to((n[0], y)),
            'h' => self.to((x + n[0], y)),
            'V' => self.to((x, n[0])),
            'v' => self.to((x, y + n[0])),
            'C' => self.curve((n[0], n[1]), (n[2], n[3]), (n[4], n[5])),
            'a' => self.half_circle(n[0], n[5]),
            _ => self.close(),
        }
    }

    fn to(&mut self, place: (f64, f64)) {
        self.at = place;
        self.lines
            .last_mut()
            .into_iter()
            .for_each(|line| line.push(place));
    }

    fn close(&mut self) {
        if let Some(first) = self.lines.last().and_then(|line| line.first()).copied() {
            self.to(first);
        }
    }

    #[allow(
        clippy::many_single_char_names,
        reason = "a curve's four points and its shares have their usual letters"
    )]
    fn curve(&mut self, b: (f64, f64), c: (f64, f64), d: (f64, f64)) {
        let a = self.at;
        for step in 1..=STEPS {
            let t = f64::from(step) / f64::from(STEPS);
            let u = 1.0 - t;
            let shares = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
            let mix = |p: [f64; 4]| (p.iter().zip(shares)).map(|(p, share)| p * share).sum();
            self.to((mix([a.0, b.0, c.0, d.0]), mix([a.1, b.1, c.1, d.1])));
        }
    }

    /// Draws half a circle of radius `r` to a place on the same height.
    fn half_circle(&mut self, r: f64, across: f64) {
        let (x, y) = self.at;
        let (side, reach) = (across.signum(), r * QUARTER);
        let (top, middle, end) = (y + r * side, x + across / 2.0, x + across);
        self.curve(
            (x, y + reach * side),
            (middle - reach * side, top),
            (middle, top),
        );
        self.curve(
            (middle + reach * side, top),
            (end, y + reach * side),
            (end, y),
        );
    }
}

/// Cuts lines into dashes: of these lengths, drawn and left out by turns; whole where there are none.
pub(crate) fn dashed(lines: &[Corners], dashes: &[f64]) -> Vec<Corners> {
    if dashes.is_empty() {
        return lines.to_vec();
    }
    lines.iter().flat_map(|line| cut(line, dashes)).collect()
}

fn cut(line: &[(f64, f64)], dashes: &[f64]) -> Vec<Corners> {
    let mut pieces: Vec<Corners> = line.first().map(|first| vec![*first]).into_iter().collect();
    let (mut turn, mut left) = (0, dashes[0]);
    for pair in line.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = distance(from, to);
        while length > left {
            let share = left / length;
            from = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            length -= left;
            if turn % 2 == 0 {
                pieces
                    .last_mut()
                    .into_iter()
                    .for_each(|piece| piece.push(from));
            } else {
                pieces.push(vec![from]);
            }
            turn += 1;
            left = dashes[turn % dashes.len()];
        }
        left -= length;
        if turn % 2 == 0 {
            pieces
                .last_mut()
                .into_iter()
                .for_each(|piece| piece.push(to));
        }
    }
    pieces
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (x, y) = (b.0 - a.0, b.1 - a.1);
    (x * x + y * y).sqrt()
}

/// Returns areas that cover lines as wide as a stroke, all turned the same way, with an eight-cornered joint at each corner
/// between two pieces.
pub(crate) fn stroke(lines: &[Corners], width: f64) -> Vec<Corners> {
    let mut areas = Vec::new();
    for line in lines {
        for pair in line.windows(2) {
            areas.extend(band(pair[0], pair[1], width / 2.0));
        }
        let joints = line
            .get(1..line.len().saturating_sub(1))
            .unwrap_or_default();
        areas.extend(joints.iter().map(|corner| joint(*corner, width / 2.0)));
    }
    areas
}

fn band(a: (f64, f64), b: (f64, f64), half: f64) -> Option<Corners> {
    let length = distance(a, b);
    let (x, y) = ((b.0 - a.0) / length * half, (b.1 - a.1) / length * half);
    (length > 0.0).then(|| {
        vec![
            (a.0 + y, a.1 - x),
            (b.0 + y, b.1 - x),
            (b.0 - y, b.1 + x),
            (a.0 - y, a.1 + x),
        ]
    })
}

fn joint((x, y): (f64, f64), half: f64) -> Corners {
    let near = half * 0.414_213_562_4;
    [
        (near, -half),
        (half, -near),
        (half, near),
        (near, half),
        (-near, half),
        (-half, near),
        (-half, -near),
        (-near, -half),
    ]
    .map(|(dx, dy)| (x + dx, y + dy))
    .to_vec()
}

#[cfg(test)]
mod tests {
    use super::{dashed, parse, stroke};

    #[test]
    fn paths_are_read_as_they_are_written() {
        assert_eq!(
            parse("M0 10l0.3-1h4v-2z"),
            [[(0.0, 10.0), (0.3, 9.0), (4.3, 9.0), (4.3, 7.0), (0.0, 10.0)]]
        );
        assert_eq!(
            parse("M1 2l6 6-6 6"),
            [[(1.0, 2.0), (7.0, 8.0), (1.0, 14.0)]]
        );
        let disc = &parse("M0 4a4 4 0 1 0 8 0a4 4 0 1 0-8 0")[0];
        assert!(disc.iter().all(|(x, y)| {
            let (x, y) = (x - 4.0, y - 4.0);
            ((x * x + y * y).sqrt() - 4.0).abs() < 0.01
        }));
        assert_eq!(parse("l"), Vec::<Vec<(f64, f64)>>::new());
    }

    #[test]
    fn dashes_have_their_lengths() {
        let line = vec![vec![(0.0, 0.0), (10.0, 0.0)]];
        let cut = dashed(&line, &[4.0, 2.0]);
        assert_eq!(cut, [[(0.0, 0.0), (4.0, 0.0)], [(6.0, 0.0), (10.0, 0.0)]]);
        assert_eq!(stroke(&line, 2.0)[0][0], (0.0, -1.0));
    }
}
