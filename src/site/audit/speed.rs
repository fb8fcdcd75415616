//! How long a reader waits: four round trips before the first byte, then slow start from ten segments.
//!
//! Name, connection, encryption and request take four round trips; then TCP sends ten segments and doubles what it
//! sends with every round trip (RFC 6928, RFC 5681), as far as the line carries it.

/// A connection by which readers fetch pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReaderConnection {
    /// Its name for programs.
    pub id: &'static str,
    /// Its name for readers.
    pub(crate) name: &'static str,
    /// Bits a second.
    pub(crate) bits: f64,
    /// Seconds there and back.
    pub(crate) round_trip: f64,
}

/// The three lines that weights are shown for.
pub const CONNECTIONS: [ReaderConnection; 3] = [
    ReaderConnection {
        id: "50-kbps",
        name: "50 kbps",
        bits: 50_000.0,
        round_trip: 0.8,
    },
    ReaderConnection {
        id: "400-kbps",
        name: "400 kbps",
        bits: 400_000.0,
        round_trip: 0.4,
    },
    ReaderConnection {
        id: "1600-kbps",
        name: "1.6 Mbps",
        bits: 1_600_000.0,
        round_trip: 0.15,
    },
];

/// Bytes in a segment, without its headers.
const SEGMENT: f64 = 1_460.0;
/// Segments of the first round.
const FIRST_ROUND: f64 = 10.0;
/// Round trips before the first byte arrives.
const BEFORE: f64 = 4.0;

impl ReaderConnection {
    /// Seconds until this many bytes from one host are there, by this many requests. What a page asks for besides
    /// itself is asked for at once, when the page has arrived: one more round trip.
    pub fn seconds_by(&self, bytes: u64, requests: u64) -> f64 {
        let asking = if requests > 1 { self.round_trip } else { 0.0 };
        asking + self.seconds(bytes)
    }

    /// Seconds until this many bytes are there, by one request.
    pub(crate) fn seconds(&self, bytes: u64) -> f64 {
        // Weights of pages and files are far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let mut left = bytes as f64;
        let mut round = FIRST_ROUND * SEGMENT;
        let mut seconds = BEFORE * self.round_trip;
        loop {
            let sending = left.min(round) * 8.0 / self.bits;
            left -= left.min(round);
            if left <= 0.0 {
                return seconds + sending;
            }
            // The next round starts when the first answer to this one is back, or when the line is free.
            seconds += sending.max(self.round_trip);
            if sending >= self.round_trip {
                return seconds + left * 8.0 / self.bits;
            }
            round *= 2.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_table_within_five_percent_or_its_rounding() {
        let table: [(u64, [f64; 3]); 5] = [
            (8 * 1024, [4.5, 1.8, 0.6]),
            (14 * 1024, [5.5, 1.9, 0.7]),
            (100 * 1024, [19.8, 3.8, 1.2]),
            (604 * 1024, [104.0, 14.3, 3.8]),
            (2_559 * 1024, [419.0, 53.7, 13.7]),
        ];
        for (bytes, expected) in table {
            for (line, expected) in CONNECTIONS.iter().zip(expected) {
                let seconds = line.seconds(bytes);
                let off = (seconds - expected).abs();
                assert!(
                    off <= (expected * 0.05).max(0.05),
                    "{bytes} at {}: {seconds:.2}, not {expected}",
                    line.name
                );
            }
        }
    }

    #[test]
    fn nothing_takes_four_round_trips() {
        assert!((CONNECTIONS[1].seconds(0) - 1.6).abs() < 1e-9);
        assert!(
            (CONNECTIONS[1].seconds_by(0, 3) - 2.0).abs() < 1e-9,
            "a separate style sheet costs 0.4 s"
        );
    }
}
