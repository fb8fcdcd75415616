//! What the preview shows: the output on the disk, and before it what was written since.

use super::error_overlay;
use super::http::path_of;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tragaluz::diag::{Diagnostic, Speech, show};
use tragaluz::source::limits::{Limit, Limits};
use tragaluz::{Preview, stage};

/// Where the page of findings is, and below it where browsers wait for changes.
pub(super) const OWN: &str = "/__tragaluz";

/// A file of the site that is sent as it is on the disk.
pub(super) struct OpenedFile {
    /// From the site's root.
    pub(super) path: String,
    pub(super) file: File,
    pub(super) length: u64,
}

/// What a build found, in words.
#[derive(Default)]
pub(super) struct FoundInBuild {
    /// All of it as text.
    text: String,
    /// How many findings there are.
    count: usize,
    /// The errors, as every page shows them; empty where there are none.
    overlay: Arc<str>,
}

impl FoundInBuild {
    /// Puts findings into words. `has_site` says whether there is a site to be shown below the errors.
    pub(super) fn of(found: &[Diagnostic], has_site: bool, speech: &Speech) -> FoundInBuild {
        let mut text = anstream::StripStream::new(Vec::new());
        // Writing to memory cannot fail.
        let _ = show::ALL[0].show(found, speech, &mut text);
        FoundInBuild {
            text: String::from_utf8_lossy(&text.into_inner()).into_owned(),
            count: found.len(),
            overlay: error_overlay::overlay(found, has_site, OWN, speech).into(),
        }
    }
}

/// The site as it is shown.
pub(super) struct LiveSite {
    out: PathBuf,
    state: Mutex<State>,
    /// Told whenever something that is shown may have changed.
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// The last site that was published, in memory.
    preview: Option<Preview>,
    /// Whether it holds what the output does not say yet.
    ahead: bool,
    /// Files that changed since the build began that is going on, or the last one that ended.
    since: Vec<String>,
    /// What the last build found.
    found: FoundInBuild,
    /// The page that was made last, by its path: whoever is told of it asks for it next.
    last_page: Option<(String, String)>,
}

impl State {
    /// A page of what the output does not say yet.
    fn page(&mut self, path: &str) -> Option<String> {
        if let Some((_, text)) = self.last_page.as_ref().filter(|(made, _)| made == path) {
            return Some(text.clone());
        }
        let text = self.preview.as_ref()?.page(path)?;
        self.last_page = Some((path.to_owned(), text.clone()));
        Some(text)
    }
}

/// A file as it is sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ServedFile {
    /// Its path from the site's root.
    pub path: String,
    /// Whether it is the one that was asked for, and not the page for lost readers.
    pub found: bool,
    pub bytes: Vec<u8>,
    /// How many findings the last build had.
    pub count: usize,
    /// Its errors, as they are shown over a page.
    pub overlay: Arc<str>,
}

impl ServedFile {
    /// Another one where a reader would see something else.
    pub(super) fn tag(&self) -> String {
        let mut hasher = DefaultHasher::new();
        (&self.bytes, self.count, &self.overlay).hash(&mut hasher);
        format!("{:x}", hasher.finish())
    }
}

impl LiveSite {
    pub(super) fn new(out: PathBuf) -> LiveSite {
        LiveSite {
            out,
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // What a request left when it failed is what the last build said: another one goes on with it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Files changed, by their paths from the portal's root: what can be shown at once is.
    pub(super) fn take_in(&self, changed: &[String]) {
        let mut state = self.state();
        state.since.extend_from_slice(changed);
        state.last_page = None;
        state.ahead |= state
            .preview
            .as_mut()
            .is_some_and(|preview| preview.take_in(changed));
        drop(state);
        self.changed.notify_all();
    }

    /// A build begins, which will see all that changed up to now.
    pub(super) fn begin(&self) {
        self.state().since.clear();
    }

    /// Whether there is a site to be shown.
    pub(super) fn has_site(&self) -> bool {
        stage::exists(&self.out.join("index.html"))
    }

    /// A build has ended; it holds a site where it published one.
    pub(super) fn built(&self, preview: Option<Preview>, found: FoundInBuild) {
        let mut state = self.state();
        state.last_page = None;
        if let Some(mut preview) = preview {
            // What was written meanwhile is not in it.
            state.ahead = !state.since.is_empty() && preview.take_in(&state.since);
            state.preview = Some(preview);
        }
        state.found = found;
        drop(state);
        self.changed.notify_all();
    }

    /// How long a request may take to come, and each step of its answer to go: as the settings say that were read last.
    pub(super) fn patience(&self) -> Duration {
        let usual = Limits::default();
        let state = self.state();
        let limits = state.preview.as_ref().map_or(&usual, Preview::limits);
        Duration::from_secs(limits.most(Limit::ServeSeconds))
    }

    /// What is at an address: of the site, or of the server's own.
    pub(super) fn show(&self, url: &str) -> ServedFile {
        self.shown(&mut self.state(), url)
    }

    /// Opens a file that is sent as it is on the disk. None for pages, and where none is.
    pub(super) fn download(&self, url: &str) -> Option<OpenedFile> {
        let path = path_of(url).filter(|path| !path.ends_with(".html"))?;
        let (file, length) = stage::open(&self.out, &path)?;
        Some(OpenedFile { path, file, length })
    }

    /// A build could not be made at all; what was shown before is shown on, with the reason among the findings.
    pub(super) fn failed(&self, found: FoundInBuild) {
        self.state().found = found;
        self.changed.notify_all();
    }

    fn shown(&self, state: &mut State, url: &str) -> ServedFile {
        let mut served = ServedFile {
            path: url.to_owned(),
            found: true,
            bytes: Vec::new(),
            count: state.found.count,
            overlay: state.found.overlay.clone(),
        };
        if url == OWN {
            served.bytes = state.found.text.clone().into_bytes();
            return served;
        }
        let path = path_of(url);
        if let Some(path) = &path
            && state.ahead
            && let Some(text) = state.page(path)
        {
            served.path.clone_from(path);
            served.bytes = text.into_bytes();
            return served;
        }
        let file = path
            .filter(|path| path.ends_with(".html"))
            .and_then(|path| Some((stage::read(&self.out, &path).ok()?, path)));
        if let Some((bytes, path)) = file {
            (served.path, served.bytes) = (path, bytes);
        } else {
            served.path = "404.html".to_owned();
            served.bytes = stage::read(&self.out, &served.path).unwrap_or_default();
            served.found = false;
        }
        served
    }

    /// Waits until what is at an address is another than this tag says, for so long; whether it is.
    pub(super) fn wait(&self, url: &str, tag: &str, most: Duration) -> bool {
        let end = Instant::now() + most;
        let mut state = self.state();
        loop {
            if self.shown(&mut state, url).tag() != tag {
                return true;
            }
            let remaining = end.saturating_duration_since(Instant::now());
            if remaining.is_zero() {
                return false;
            }
            state = self
                .changed
                .wait_timeout(state, remaining)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn waits_for_another_page_and_not_for_ever() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("index.html"), "one").unwrap();
        let live = LiveSite::new(home.path().to_owned());
        let tag = live.show("/").tag();
        assert!(!live.wait("/", &tag, Duration::from_millis(5)));
        fs::write(home.path().join("index.html"), "two").unwrap();
        live.built(None, FoundInBuild::default());
        assert!(live.wait("/", &tag, Duration::from_mins(5)));
        assert!(!live.show("/none.html").found);
        // An error is something else to be seen, though no page changed.
        let tag = live.show("/").tag();
        live.failed(FoundInBuild {
            overlay: "wrong".into(),
            ..FoundInBuild::default()
        });
        assert!(live.wait("/", &tag, Duration::from_mins(5)));
    }
}
