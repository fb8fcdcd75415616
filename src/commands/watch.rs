//! Watching what a portal is made of, and not what is made of it.

use notify_debouncer_full::notify::{self, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tragaluz::Fatal;

/// How long a file is left alone before it is read: saving it takes some steps.
const SETTLED: Duration = Duration::from_millis(8);

/// How long nothing may change before everything is built: people save often, and editors in several steps.
const CALM: Duration = Duration::from_millis(200);

pub(super) type Watcher = notify_debouncer_full::Debouncer<
    notify::RecommendedWatcher,
    notify_debouncer_full::RecommendedCache,
>;

/// Folders that a portal is made of, beside its settings.
const FOLDERS: &[&str] = &["content", "data", "themes"];

/// Whether a path is of what a portal is made of.
fn is_part(path: &str) -> bool {
    path == tragaluz::source::SETTINGS
        || FOLDERS.contains(&path.split('/').next().unwrap_or_default())
}

/// Paths that changed, from the portal's root and with `/`, a few at a time.
pub(super) fn watch(root: &Path) -> Result<(Receiver<Vec<String>>, Watcher), Fatal> {
    let (send, changes) = channel();
    let stopped = |e: notify::Error| Fatal::fault(e);
    let root = root.canonicalize().map_err(Fatal::io("reading", root))?;
    let home = root.clone();
    let on_change = move |result: DebounceEventResult| {
        let Ok(events) = result else { return };
        let told = events
            .iter()
            .filter(|event| !event.kind.is_access())
            .flat_map(|event| &event.paths);
        let mut paths: Vec<String> = told
            .map(|path| within(&home, path))
            .filter(|path| is_part(path))
            .collect();
        paths.dedup();
        if !paths.is_empty() {
            let _ = send.send(paths);
        }
    };
    let mut watcher = new_debouncer(SETTLED, None, on_change).map_err(stopped)?;
    // The settings are watched by way of their folder: a file that is replaced is another one.
    watcher
        .watch(&root, RecursiveMode::NonRecursive)
        .map_err(stopped)?;
    for part in FOLDERS {
        let path = root.join(part);
        if path.exists() {
            watcher
                .watch(&path, RecursiveMode::Recursive)
                .map_err(stopped)?;
        }
    }
    Ok((changes, watcher))
}

/// Calls `make` each time that something has changed and nothing does any more, for as long as changes are told.
pub(super) fn each_calm<T>(changes: &Receiver<T>, mut make: impl FnMut()) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(CALM).is_ok() {}
        make();
    }
}

/// A path from the root; one that is not below it stays as it is, and is no page's.
fn within(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).unwrap_or(path);
    inner
        .components()
        .map(|c| c.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}
