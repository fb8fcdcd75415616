//! Ground: where the time of a run went. The only room that looks at the clock, and nothing of the output depends on it.

#![allow(
    clippy::disallowed_methods,
    reason = "measures, and nothing of what is measured reaches the output"
)]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tragaluz_tables::{Onlooker, RowObserver};

/// Slowest pieces of work that are kept.
const KEPT: usize = 20;

/// Where the time went: by stage, and by the slowest pieces of work. One that is off asks no clock.
#[derive(Debug, Clone, Default)]
pub struct Timings {
    log: Option<Arc<Mutex<TimingLog>>>,
    observer: Option<Arc<dyn WorkObserver>>,
}

/// Who is told how a run goes on, while it does. Several threads tell at once.
pub trait WorkObserver: RowObserver {
    /// A stage begins.
    fn begin_stage(&self, stage: &'static str);

    /// A stage, or one of several goes that it is done in, ended after so long on the clock.
    fn end_stage(&self, stage: &'static str, time: Duration);

    /// A piece of a stage's work is done.
    fn finish_piece(&self, stage: &'static str);
}

#[derive(Debug)]
struct TimingLog {
    start: Instant,
    stages: Vec<StageTime>,
    slowest: Vec<SlowFile>,
}

/// A stage of the staircase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageTime {
    /// Its name.
    pub name: &'static str,
    /// How long it took on the clock.
    pub time: Duration,
}

/// A piece of a stage's work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlowFile {
    /// The stage's name.
    pub stage: &'static str,
    /// The file that was read or written: from the portal's root, or from the site's.
    pub path: String,
    /// How long it took on the clock, beside others that were at work at the same time.
    pub time: Duration,
}

/// What was measured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimingReport {
    /// Stages in the order of their ends.
    pub stages: Vec<StageTime>,
    /// The slowest pieces of work, the slowest first.
    pub slowest: Vec<SlowFile>,
    /// From the beginning until now.
    pub whole: Duration,
}

impl Timings {
    /// One that measures, from now on.
    pub fn on() -> Timings {
        let log = TimingLog {
            start: Instant::now(),
            stages: Vec::new(),
            slowest: Vec::new(),
        };
        Timings {
            log: Some(Arc::new(Mutex::new(log))),
            observer: None,
        }
    }

    /// One that measures, and tells this observer what begins and ends.
    pub fn observed_by(observer: Arc<dyn WorkObserver>) -> Timings {
        Timings {
            observer: Some(observer),
            ..Timings::on()
        }
    }

    /// Returns who is told how files are read.
    pub(crate) fn onlooker(&self) -> Onlooker {
        match &self.observer {
            Some(observer) => Onlooker::of(Arc::clone(observer) as Arc<dyn RowObserver>),
            None => Onlooker::default(),
        }
    }

    /// Does the work of a stage. One that is done in several goes is counted together.
    pub(crate) fn stage<T>(&self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let Some(log) = &self.log else { return work() };
        if let Some(observer) = &self.observer {
            observer.begin_stage(name);
        }
        let start = Instant::now();
        let done = work();
        let time = start.elapsed();
        if let Some(observer) = &self.observer {
            observer.end_stage(name, time);
        }
        let mut log = log.lock().expect("no measurement panics");
        match log.stages.iter_mut().find(|stage| stage.name == name) {
            Some(stage) => stage.time += time,
            None => log.stages.push(StageTime { name, time }),
        }
        done
    }

    /// Does a piece of a stage's work, that on one file.
    pub(crate) fn work<T>(&self, stage: &'static str, path: &str, work: impl FnOnce() -> T) -> T {
        let Some(log) = &self.log else { return work() };
        let start = Instant::now();
        let done = work();
        let time = start.elapsed();
        if let Some(observer) = &self.observer {
            observer.finish_piece(stage);
        }
        let slowest = &mut log.lock().expect("no measurement panics").slowest;
        if slowest.len() < KEPT || slowest.last().is_some_and(|last| last.time < time) {
            let at = slowest.partition_point(|known| known.time >= time);
            slowest.insert(
                at,
                SlowFile {
                    stage,
                    path: path.to_owned(),
                    time,
                },
            );
            slowest.truncate(KEPT);
        }
        done
    }

    /// What was measured; nothing where it is off.
    pub fn report(&self) -> TimingReport {
        let Some(log) = &self.log else {
            return TimingReport::default();
        };
        let log = log.lock().expect("no measurement panics");
        TimingReport {
            stages: log.stages.clone(),
            slowest: log.slowest.clone(),
            whole: log.start.elapsed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_are_kept_and_stages_are_added_up() {
        let timings = Timings::on();
        for _ in 0..2 {
            timings.stage("pages", || std::thread::sleep(Duration::from_millis(2)));
        }
        for at in 0..KEPT + 5 {
            timings.work("pages", &format!("{at}.html"), || {
                std::thread::sleep(Duration::from_micros(at as u64 * 50));
            });
        }
        let report = timings.report();
        assert_eq!(report.stages.len(), 1);
        assert!(
            report.stages[0].time >= Duration::from_millis(4)
                && report.whole >= report.stages[0].time
        );
        assert_eq!(report.slowest.len(), KEPT);
        assert!(report.slowest.is_sorted_by(|a, b| a.time >= b.time));
    }

    #[test]
    fn only_timings_that_are_on_tell_stages() {
        let timings = Timings::on();
        assert_eq!(timings.stage("source", || 1 + 1), 2);
        assert_eq!(timings.report().stages[0].name, "source");
        assert!(Timings::default().report().stages.is_empty());
    }
}
