//! What tests do to a run: count its changes to the disk, write them to a log, and let one of them go wrong.
//!
//! A thread's own plan ([`plan`]) goes before that of the program, which is read from the environment, so that a program can
//! be tried whole: `TRAGALUZ_DISK="die 17"` ends it at its eighteenth change. Words of that plan: `fail N`, `full N`, `die N`,
//! `halves`, `plain`, and last `log PATH`.

use crate::{Action, Change};
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// The variable of the environment that holds the program's plan.
pub const VARIABLE: &str = "TRAGALUZ_DISK";

/// What goes wrong, at one change or from it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This one change fails, as on a damaged disk.
    Fail,
    /// The disk is full from here on: whatever needs room gets half of it, and fails.
    Full,
    /// The program ends here, as when it is killed; what was half done is.
    Die,
}

/// A plan for a run.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// What goes wrong, and at which change, from 0.
    pub fault: Option<(usize, Fault)>,
    /// Whether every write takes half of what it is given, and says so.
    pub halves: bool,
    /// Whether the system is one that neither exchanges folders nor flushes a whole disk in one step.
    pub is_plain: bool,
    /// Where every change that was made is written down ([`LoggedChange`]).
    pub log: Option<PathBuf>,
}

impl Plan {
    /// Reads a plan from its words; what they do not say is as in any run.
    pub fn of(words: &str) -> Plan {
        let mut plan = Plan::default();
        let mut rest = words;
        while !rest.is_empty() {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            let fault = match word {
                "fail" => Some(Fault::Fail),
                "full" => Some(Fault::Full),
                "die" => Some(Fault::Die),
                _ => None,
            };
            rest = after;
            match (word, fault) {
                (_, Some(fault)) => {
                    let (number, after) = rest.split_once(' ').unwrap_or((rest, ""));
                    plan.fault = number.parse().ok().map(|at| (at, fault));
                    rest = after;
                }
                ("halves", _) => plan.halves = true,
                ("plain", _) => plan.is_plain = true,
                ("log", _) => {
                    plan.log = Some(PathBuf::from(rest));
                    rest = "";
                }
                _ => {}
            }
        }
        plan
    }
}

/// A change that was made, as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedChange {
    /// Name of its [`Action`].
    pub action: String,
    /// What it was done to; of a file being written, by which name it was created; empty of one without a name.
    pub path: PathBuf,
    /// Where it leads to, of what has two ends.
    pub to: PathBuf,
    /// What was written.
    pub bytes: Vec<u8>,
    /// Whether it was made, and did not fail by itself.
    pub is_done: bool,
}

/// Reads a log.
///
/// # Errors
/// When there is none, or it is cut off.
pub fn logged(path: &Path) -> io::Result<Vec<LoggedChange>> {
    let log = std::fs::read(path)?;
    let mut rest = log.as_slice();
    let mut all = Vec::new();
    while !rest.is_empty() {
        let cut_off = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let end = rest.iter().position(|b| *b == b'\n').ok_or_else(cut_off)?;
        let line = String::from_utf8_lossy(&rest[..end]).into_owned();
        let parts: Vec<&str> = line.split('\t').collect();
        let [action, done, length, path, to] = parts[..] else {
            return Err(cut_off());
        };
        let length: usize = length.parse().map_err(|_| cut_off())?;
        let bytes = rest.get(end + 1..end + 1 + length).ok_or_else(cut_off)?;
        all.push(LoggedChange {
            action: action.to_owned(),
            path: path.into(),
            to: to.into(),
            bytes: bytes.to_vec(),
            is_done: done == "true",
        });
        rest = &rest[end + 1 + length..];
    }
    Ok(all)
}

/// A run that is tried.
#[derive(Debug, Default)]
struct Run {
    plan: Plan,
    taken: Vec<(Action, PathBuf)>,
    log: Option<File>,
}

thread_local! {
    static OWN: RefCell<Option<Run>> = const { RefCell::new(None) };
}

static PROGRAM: LazyLock<Option<Mutex<Run>>> = LazyLock::new(|| {
    let words = std::env::var(VARIABLE).ok()?;
    Some(Mutex::new(Run::of(Plan::of(&words))))
});

/// Gives this thread's run a plan, or takes it away. Counting begins anew.
pub fn plan(plan: Option<Plan>) {
    OWN.set(plan.map(Run::of));
}

/// The changes that this thread made under its plan, the failed ones too.
pub fn taken() -> Vec<(Action, PathBuf)> {
    OWN.with_borrow(|run| run.as_ref().map_or_else(Vec::new, |run| run.taken.clone()))
}

/// Does something with the run's plan, where it has one.
fn with_run<T>(work: impl FnOnce(&mut Run) -> T) -> Option<T> {
    OWN.with_borrow_mut(|own| match (own, &*PROGRAM) {
        (Some(run), _) => Some(work(run)),
        (None, Some(run)) => run.lock().ok().map(|mut run| work(&mut run)),
        (None, None) => None,
    })
}

/// Whether the system is tried as one that can neither exchange folders nor flush a disk.
pub(crate) fn is_plain_system() -> bool {
    with_run(|run| run.plan.is_plain).unwrap_or_default()
}

/// Whether the run has a plan, even one by which nothing goes wrong.
pub(crate) fn is_tried() -> bool {
    with_run(|_| ()).is_some()
}

impl Action {
    /// Whether a full disk refuses it.
    fn needs_room(self) -> bool {
        use Action::{
            Copy, CreateFile, CreateFolder, CreateNameless, Link, LinkSymbolically, Write,
        };
        matches!(
            self,
            CreateFile | CreateNameless | CreateFolder | Write | Link | LinkSymbolically | Copy
        )
    }
}

impl Run {
    fn of(plan: Plan) -> Run {
        let log = (plan.log.as_ref()).and_then(|path| File::create(path).ok());
        Run {
            plan,
            taken: Vec::new(),
            log,
        }
    }

    /// Counts a change, and says what goes wrong with it.
    fn turn(&mut self, action: Action, path: &Path) -> Option<Fault> {
        let at = self.taken.len();
        self.taken.push((action, path.to_owned()));
        match self.plan.fault? {
            (planned, Fault::Full) if planned <= at && action.needs_room() => Some(Fault::Full),
            (_, Fault::Full) => None,
            (planned, fault) if planned == at => Some(fault),
            _ => None,
        }
    }

    fn note(&mut self, change: &Change<'_>, bytes: &[u8], is_done: bool) {
        if let Some(log) = &mut self.log {
            let (action, path) = (change.action, change.path.display());
            let to = change.to.unwrap_or(Path::new("")).display();
            let line = format!("{action:?}\t{is_done}\t{}\t{path}\t{to}\n", bytes.len());
            let noted = log
                .write_all(line.as_bytes())
                .and_then(|()| log.write_all(bytes));
            noted.expect("the log can be written");
        }
    }
}

/// What the system says of a fault.
fn error(fault: Fault) -> io::Error {
    io::Error::from_raw_os_error(match (fault, cfg!(windows)) {
        (Fault::Full, true) => 112,
        (Fault::Full, false) => 28,
        (_, true) => 1117,
        (_, false) => 5,
    })
}

/// Carries a change out as planned.
pub(crate) fn change<T>(
    change: &Change<'_>,
    half: impl FnOnce() -> io::Result<()>,
    whole: impl FnOnce() -> io::Result<T>,
) -> io::Result<T> {
    if let Some(fault) = with_run(|run| run.turn(change.action, change.path)).flatten() {
        // What is half done is seen by whoever looks after it.
        let _ = half();
        if fault == Fault::Die {
            std::process::abort();
        }
        return Err(error(fault));
    }
    let outcome = whole();
    with_run(|run| run.note(change, &[], outcome.is_ok()));
    outcome
}

/// Writes bytes as planned.
pub(crate) fn write(name: &Path, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
    let turn = with_run(|run| (run.turn(Action::Write, name), run.plan.halves));
    let (fault, halves) = turn.unwrap_or_default();
    if let Some(fault) = fault {
        let _ = file.write_all(&bytes[..bytes.len() / 2]);
        if fault == Fault::Die {
            std::process::abort();
        }
        return Err(error(fault));
    }
    let given = if halves && bytes.len() > 1 {
        &bytes[..bytes.len() / 2]
    } else {
        bytes
    };
    let written = file.write(given);
    let change = Change {
        action: Action::Write,
        path: name,
        to: None,
    };
    let length = *written.as_ref().unwrap_or(&0);
    with_run(|run| run.note(&change, &given[..length], written.is_ok()));
    written
}
