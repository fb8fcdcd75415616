//! What is shown on a terminal while long work goes on: what is being done, how much of it is done, and how fast it goes. A pipe
//! is told nothing.

use super::stdio::Volume;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::{self, Write};
use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tragaluz::diag::Speech;
use tragaluz::timing::{Timings, WorkObserver};
use tragaluz_tables::{Onlooker, RowObserver};

/// Work that is done within this time is not shown.
const PATIENCE: Duration = Duration::from_millis(700);

/// A stage that took less time is not told of.
const TOLD: Duration = Duration::from_millis(5);

/// Time between two looks at how far the work has come.
const STEP: Duration = Duration::from_millis(120);

/// Work that is shown while this lives.
pub(super) struct Progress {
    shown: Arc<ShownWork>,
    /// Whoever holds this has not ended.
    _ends: Sender<()>,
}

impl Progress {
    /// Begins to show work on the error stream, where that is a terminal and anything may be said.
    pub(super) fn begin(speech: &Speech, volume: Volume) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(style(speech));
        bar.set_message(speech.say("progress-stage", &[("stage", "other".into())]));
        let (ends, ended) = mpsc::channel();
        if volume != Volume::Quiet && std::io::stderr().is_terminal() {
            let bar = bar.clone();
            std::thread::spawn(move || {
                if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(STEP);
                }
            });
        }
        let shown = ShownWork {
            bar,
            speech: speech.again(),
            is_verbose: volume == Volume::Verbose,
            current: Mutex::default(),
        };
        Progress {
            shown: Arc::new(shown),
            _ends: ends,
        }
    }

    /// Returns what measures a run and shows its stages; what measures nothing, where nobody looks on.
    pub(super) fn timings(&self) -> Timings {
        Timings::observed_by(Arc::clone(&self.shown) as Arc<dyn WorkObserver>)
    }

    /// Says something on the error stream, past what is shown there.
    pub(super) fn aside(&self, say: impl FnOnce()) {
        self.shown.bar.suspend(say);
    }

    /// Returns who is told how a file is read.
    pub(super) fn onlooker(&self) -> Onlooker {
        Onlooker::of(Arc::clone(&self.shown) as Arc<dyn RowObserver>)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.shown.bar.finish_and_clear();
    }
}

/// What is being done, in words; and so many of them in a second, once there are any.
fn style(speech: &Speech) -> ProgressStyle {
    let words = Arc::new(speech.again());
    ProgressStyle::with_template("{spinner} {msg}{share}{rate} {elapsed}")
        .unwrap_or_else(|_| ProgressStyle::default_spinner())
        .with_key("share", |state: &ProgressState, out: &mut dyn Write| {
            if let Some(all) = state.len().filter(|_| state.pos() > 0) {
                let share = (state.pos() * 100 / all.max(1)).min(100);
                // A text in memory takes anything.
                let _ = write!(out, " {share} %,");
            }
        })
        .with_key("rate", move |state: &ProgressState, out: &mut dyn Write| {
            let seconds = state.elapsed().as_millis().max(1);
            let rate = u128::from(state.pos()) * 1000 / seconds;
            if state.pos() > 0 {
                let rate = u64::try_from(rate).unwrap_or(u64::MAX);
                let counts = [
                    ("count", grouped(state.pos()).into()),
                    ("rate", grouped(rate).into()),
                ];
                let _ = write!(out, " {}", words.say("progress-rate", &counts));
            }
        })
}

/// Writes a number with its digits in groups of three, parted by a blank as in ISO 80000-1, which both languages read.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

/// The work as it is told, by several threads at once.
struct ShownWork {
    bar: ProgressBar,
    speech: Speech,
    is_verbose: bool,
    current: Mutex<CurrentWork>,
}

/// What is being done.
#[derive(Default)]
struct CurrentWork {
    /// Stages that have begun and not ended.
    stages: Vec<&'static str>,
    /// Files of whose rows is told.
    files: usize,
}

impl fmt::Debug for ShownWork {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("ShownWork")
    }
}

impl ShownWork {
    /// Shows that something else is being done.
    fn turn_to(&self, words: String, all: Option<u64>) {
        self.bar.reset();
        match all {
            Some(all) => self.bar.set_length(all),
            None => self.bar.unset_length(),
        }
        self.bar.set_message(words);
    }

    /// Shows the stage that is being done; what was done before the first is the whole.
    fn turn_back(&self, current: &CurrentWork) {
        let stage = current.stages.last().copied().unwrap_or("other");
        self.turn_to(self.stage_in_words(stage), None);
    }

    fn stage_in_words(&self, stage: &'static str) -> String {
        self.speech
            .say("progress-stage", &[("stage", stage.into())])
    }
}

impl RowObserver for ShownWork {
    fn begin(&self, path: &str, rows: Option<u64>) {
        if let Ok(mut current) = self.current.lock() {
            current.files += 1;
        }
        let file = [("file", path.into())];
        self.turn_to(self.speech.say("progress-rows", &file), rows);
    }

    fn read(&self, rows: u64) {
        self.bar.inc(rows);
    }

    fn end(&self) {
        if let Ok(mut current) = self.current.lock() {
            current.files = current.files.saturating_sub(1);
            if current.files == 0 {
                self.turn_back(&current);
            }
        }
    }
}

impl WorkObserver for ShownWork {
    fn begin_stage(&self, stage: &'static str) {
        if let Ok(mut current) = self.current.lock() {
            current.stages.push(stage);
            self.turn_back(&current);
        }
    }

    fn end_stage(&self, stage: &'static str, time: Duration) {
        if let Ok(mut current) = self.current.lock() {
            if let Some(at) = (current.stages.iter()).rposition(|known| *known == stage) {
                current.stages.remove(at);
            }
            self.turn_back(&current);
        }
        if self.is_verbose && time >= TOLD {
            let (seconds, words) = (time.as_secs_f64(), self.stage_in_words(stage));
            let line = format!("{seconds:7.2} s  {stage}: {words}");
            self.bar
                .suspend(|| super::stdio::aside(format_args!("{line}")));
        }
    }

    fn finish_piece(&self, stage: &'static str) {
        // While rows are shown, a file that is finished is no row.
        if let Ok(current) = self.current.lock()
            && current.files == 0
            && current.stages.last() == Some(&stage)
        {
            self.bar.inc(1);
        }
    }
}
