//! A commitment's milestones on one scale of time.

use super::context::{Timeline, TimelineBar, TimelineYear};
use crate::model::commitment::{Commitment, Milestone};
use crate::text::date::PartialDate;

/// Milestones of which a drawing on a phone is still read.
const MOST: usize = 40;

/// Where bars begin: before them is room for a milestone's number.
const LEFT: i64 = 30;

/// Where the scale ends.
const RIGHT: i64 = 356;

/// The height of a milestone's line.
const LINE: u64 = 16;

/// Room at the foot for the dates.
const FOOT: u64 = 20;

/// Room that the label of the first and of the last date takes.
const DATE: i64 = 112;

/// Half of the room that a year's label takes.
const YEAR: i64 = 18;

/// Parts of a month on the scale: every month is as wide as another.
const DAYS: i64 = 31;

/// A milestone's time.
struct MilestoneTime<'m> {
    milestone: &'m Milestone,
    first: PartialDate,
    last: PartialDate,
}

impl<'m> MilestoneTime<'m> {
    fn of(milestone: &'m Milestone) -> Option<MilestoneTime<'m>> {
        let dates = [&milestone.start, &milestone.end];
        let [start, end] = dates.map(|date| date.as_ref().map(|date| date.value));
        let first = start.or(end)?;
        let is_after = |end: &PartialDate| end.last_day() >= first.first_day();
        Some(MilestoneTime {
            milestone,
            first,
            last: end.filter(is_after).unwrap_or(first),
        })
    }

    /// Returns where it begins and where it ends on the scale.
    fn ends(&self) -> (i64, i64) {
        (
            place(self.first.first_day()),
            place(self.last.last_day()) + 1,
        )
    }
}

/// Returns a day's place: the months before it, and the part of its own.
fn place(day: jiff::civil::Date) -> i64 {
    let is_last = day == day.last_of_month();
    let part = if is_last { DAYS } else { i64::from(day.day()) };
    month(day) * DAYS + part - 1
}

fn month(day: jiff::civil::Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// The months that a drawing shows.
struct Scale {
    /// The first, counted from the year 0.
    from: i64,
    /// The one after the last.
    to: i64,
}

impl Scale {
    /// Returns the unit at which a place is drawn.
    fn x(&self, place: i64) -> i64 {
        let whole = (self.to - self.from) * DAYS;
        LEFT + (RIGHT - LEFT) * (place - self.from * DAYS) / whole
    }

    /// Returns the lines between months; of a longer time those between quarters, or years: a few, which are counted at a glance.
    fn grid(&self, height: u64) -> String {
        let step = match self.to - self.from {
            ..=6 => 1,
            7..=18 => 3,
            _ => 12,
        };
        let lines = (self.from..=self.to).filter(|month| month % step == 0);
        lines
            .map(|month| format!("M{} 0V{height}", self.x(month * DAYS)))
            .collect()
    }

    /// Returns the years whose labels touch neither the dates at both ends nor one another.
    fn years(&self) -> Vec<TimelineYear> {
        let mut free = LEFT + DATE;
        let mut years = Vec::new();
        for month in (self.from..self.to).filter(|month| month % 12 == 0) {
            let x = self.x(month * DAYS);
            if x - YEAR >= free && x + YEAR <= RIGHT - DATE {
                free = x + YEAR;
                years.push(TimelineYear {
                    year: (month / 12).to_string(),
                    x: x.unsigned_abs(),
                });
            }
        }
        years
    }

    fn bar(&self, line: usize, span: &MilestoneTime<'_>) -> TimelineBar {
        let (start, end) = span.ends();
        let (x, end) = (self.x(start), self.x(end));
        TimelineBar {
            number: span.milestone.number.to_string(),
            status: span.milestone.status.code().to_owned(),
            x: x.unsigned_abs(),
            y: line as u64 * LINE,
            width: (end - x).max(3).unsigned_abs(),
        }
    }
}

/// Draws the milestones, where at least two have a time and these differ.
pub(super) fn of(c: &Commitment) -> Option<Timeline> {
    let spans: Vec<MilestoneTime<'_>> = c.milestones.iter().filter_map(MilestoneTime::of).collect();
    let ends: Vec<(i64, i64)> = spans.iter().map(MilestoneTime::ends).collect();
    if spans.len() > MOST || ends.windows(2).all(|pair| pair[0] == pair[1]) {
        return None;
    }
    let first = spans
        .iter()
        .map(|span| span.first)
        .min_by_key(|d| d.first_day())?;
    let last = spans
        .iter()
        .map(|span| span.last)
        .max_by_key(|d| d.last_day())?;
    let scale = Scale {
        from: month(first.first_day()),
        to: month(last.last_day()) + 1,
    };
    let foot = spans.len() as u64 * LINE;
    let bars = spans.iter().enumerate();
    Some(Timeline {
        height: foot + FOOT,
        from: first.to_string(),
        to: last.to_string(),
        grid: scale.grid(foot),
        years: scale.years(),
        bars: bars.map(|(line, span)| scale.bar(line, span)).collect(),
    })
}
