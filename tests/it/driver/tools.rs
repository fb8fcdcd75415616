//! Tools that a test needs and a machine may lack.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A tool that a machine may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tool {
    /// Its name.
    pub name: &'static str,
    /// How to get it.
    pub remedy: &'static str,
}

#[allow(dead_code, reason = "some are asked for by features that may be off")]
impl Tool {
    pub(crate) const PYTHON: Tool = Tool {
        name: "Python",
        remedy: "apt-get install python3",
    };
    pub(crate) const DATA_READERS: Tool = Tool {
        name: "Python's openpyxl, duckdb and frictionless",
        remedy: "pip install openpyxl duckdb -r tests/conformance/requirements.txt; TRAGALUZ_PYTHON names that Python",
    };
    pub(crate) const HARVESTERS: Tool = Tool {
        name: "Python's readers of catalogs",
        remedy: "pip install -r tests/conformance/requirements.txt; TRAGALUZ_PYTHON names that Python",
    };
    pub(crate) const CKAN: Tool = Tool {
        name: "CKAN's parser",
        remedy: "pip install ckan[requirements] ckanext-dcat; TRAGALUZ_CKAN names that Python",
    };
    pub(crate) const NODE: Tool = Tool {
        name: "Node",
        remedy: "apt-get install nodejs",
    };
    pub(crate) const NODE_MODULES: Tool = Tool {
        name: "the npm modules of tests/browser/package.json",
        remedy: "npm install; TRAGALUZ_NODE_MODULES names the folder",
    };
    pub(crate) const CHROMIUM: Tool = Tool {
        name: "Chromium",
        remedy: "apt-get install chromium, or TRAGALUZ_CHROMIUM names it",
    };
    pub(crate) const JAVA: Tool = Tool {
        name: "Java",
        remedy: "apt-get install default-jre-headless",
    };
    pub(crate) const EPUBCHECK: Tool = Tool {
        name: "EPUBCheck",
        remedy: "apt-get install epubcheck",
    };
    pub(crate) const ZIM_TOOLS: Tool = Tool {
        name: "zimcheck and zimdump",
        remedy: "apt-get install zim-tools",
    };
    pub(crate) const POPPLER: Tool = Tool {
        name: "poppler",
        remedy: "apt-get install poppler-utils",
    };
    pub(crate) const ICALENDAR: Tool = Tool {
        name: "Python's icalendar",
        remedy: "pip install icalendar, and name that Python in TRAGALUZ_PYTHON",
    };
    pub(crate) const PANDAS: Tool = Tool {
        name: "Python's pandas",
        remedy: "pip install pandas, and name that Python in TRAGALUZ_PYTHON",
    };
    pub(crate) const R: Tool = Tool {
        name: "R",
        remedy: "apt-get install r-base-core",
    };
    pub(crate) const GIT: Tool = Tool {
        name: "git",
        remedy: "apt-get install git",
    };
    pub(crate) const RSYNC: Tool = Tool {
        name: "rsync",
        remedy: "apt-get install rsync",
    };
    pub(crate) const SSHD: Tool = Tool {
        name: "sshd with sftp",
        remedy: "apt-get install openssh-server openssh-client; as root, mkdir -p /run/sshd",
    };
    pub(crate) const PYFTPDLIB: Tool = Tool {
        name: "Python's pyftpdlib",
        remedy: "pip install pyftpdlib pyopenssl; TRAGALUZ_PYTHON names that Python",
    };
    pub(crate) const OPENSSL: Tool = Tool {
        name: "openssl",
        remedy: "apt-get install openssl",
    };
    pub(crate) const SETPRIV: Tool = Tool {
        name: "setpriv",
        remedy: "apt-get install util-linux, or run the tests as another user than root",
    };
    pub(crate) const SECOND_DISK: Tool = Tool {
        name: "a second file system (/dev/shm)",
        remedy: "run them on Linux",
    };
    pub(crate) const OTHER_PROCESSOR: Tool = Tool {
        name: "qemu-x86_64, which stands for an older processor",
        remedy: "apt-get install qemu-user, on a machine of that family",
    };
    pub(crate) const PROC: Tool = Tool {
        name: "/proc, which says what a program held and took",
        remedy: "run them on Linux",
    };
}

/// Returns what was found; where it is none, notes that the test is skipped for lack of `tool`. With `TRAGALUZ_CI=1`
/// that is a failure.
#[track_caller]
pub(crate) fn require<T>(tool: Tool, found: Option<T>) -> Option<T> {
    if found.is_none() {
        skip(tool);
    }
    found
}

#[track_caller]
#[allow(
    clippy::disallowed_methods,
    reason = "whether this is CI is asked of the environment"
)]
fn skip(tool: Tool) {
    let ci = std::env::var("TRAGALUZ_CI").is_ok_and(|ci| ci == "1");
    assert!(!ci, "{} is absent: {}", tool.name, tool.remedy);
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tragaluz_untested::note(folder, test, tool.name, tool.remedy);
    say_once(tool, test);
}

/// Says that a tool is absent, the first time in this process. The stream itself is written to: the runner keeps what
/// `eprintln!` prints in passing tests to itself, and only a run of all targets ends with the line of `tests/skips`.
fn say_once(tool: Tool, test: &str) {
    static SAID: Mutex<BTreeSet<Tool>> = Mutex::new(BTreeSet::new());
    let mut said = SAID
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    if said.insert(tool) {
        let line = format!(
            "skipped for lack of {}, from {test} on: {}\n",
            tool.name, tool.remedy
        );
        let _ = std::io::stderr().write_all(line.as_bytes());
    }
}

/// Finds a program: the file that the variable names, else the one in the path.
#[allow(
    clippy::disallowed_methods,
    reason = "where programs are is asked of the environment"
)]
pub(crate) fn program_of(variable: Option<&str>, name: &str) -> Option<PathBuf> {
    let named = variable.and_then(std::env::var_os).map(PathBuf::from);
    named.filter(|path| path.exists()).or_else(|| {
        std::env::split_paths(&std::env::var_os("PATH")?)
            .flat_map(|folder| [folder.join(name), folder.join(format!("{name}.exe"))])
            .find(|path| path.is_file())
    })
}

/// Programs and modules that pages are read with in a browser.
pub(crate) struct Browser {
    /// The folder of the npm modules.
    pub modules: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
}

impl Browser {
    /// Finds all of it; where something is absent the test is skipped.
    #[track_caller]
    pub(crate) fn find() -> Option<Browser> {
        let modules = require(Tool::NODE_MODULES, node_modules_with("playwright-core"))?;
        let chromium = program_of(Some("TRAGALUZ_CHROMIUM"), "chromium");
        let chromium = require(Tool::CHROMIUM, chromium)?;
        require(Tool::NODE, program_of(None, "node"))?;
        Some(Browser { modules, chromium })
    }
}

/// Finds the npm modules of `tests/browser/package.json`, if they hold this one.
#[allow(clippy::disallowed_methods, reason = "tools are looked for")]
pub(crate) fn node_modules_with(module: &str) -> Option<PathBuf> {
    named_or_kept("TRAGALUZ_NODE_MODULES", "tragaluz-browser/node_modules")
        .filter(|folder| folder.join(module).is_dir())
}

/// Finds the Python that has the readers of data and catalogs: the one that `TRAGALUZ_PYTHON` names.
pub(crate) fn python_with_readers() -> Option<PathBuf> {
    named_or_kept("TRAGALUZ_PYTHON", "tragaluz-conformance/bin/python")
}

/// Finds the Python that has CKAN's parser: the one that `TRAGALUZ_CKAN` names.
pub(crate) fn python_with_ckan() -> Option<PathBuf> {
    named_or_kept("TRAGALUZ_CKAN", "tragaluz-ckan/bin/python")
}

/// Finds what a variable names, or what `.ci/run` keeps in the cache of the home.
#[allow(
    clippy::disallowed_methods,
    reason = "where programs are is asked of the environment"
)]
fn named_or_kept(variable: &str, kept: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    let home = || {
        Some(
            Path::new(&std::env::var_os("HOME")?)
                .join(".cache")
                .join(kept),
        )
    };
    named.or_else(home).filter(|path| path.exists())
}
