//! A disk whose power is cut: what was flushed is there; of the rest, any name may be the old or the new one, and any file's
//! bytes may be lost, torn or zeros. Of names, some disks keep an order and some do not; both are tried.

use super::state::{State, Thing};
use crate::driver::Dice;
use std::collections::BTreeMap;
use std::path::{Component, Path};
use tragaluz_disk::trial::LoggedChange;

type Number = usize;

/// Something on the disk, by its number.
#[derive(Debug, Clone)]
enum Node {
    /// Its bytes, and those that were flushed.
    File {
        bytes: Vec<u8>,
        flushed: Vec<u8>,
    },
    /// Its names, and those that were flushed.
    Folder {
        names: Names,
        flushed: Names,
    },
    Link(std::path::PathBuf),
}

type Names = BTreeMap<String, Number>;

/// A change of names that the disk makes whole or not at all: each name in its folder, and what it leads to.
type NameChange = Vec<(Number, String, Option<Number>)>;

/// A disk, and what it would hold without power.
#[derive(Debug, Clone)]
pub(super) struct Disk {
    nodes: Vec<Node>,
    /// Changes of names that were not flushed, in order.
    pending: Vec<NameChange>,
    /// Files by the names under which they were created: they may have been renamed since.
    open: BTreeMap<String, Number>,
}

/// Which of the changes of names that were not flushed the disk has.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kept {
    None,
    All,
    /// The first several.
    First,
    /// Any: the disk keeps no order.
    Some,
}

/// What became of bytes that were not flushed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Torn {
    Lost,
    Half,
    Zeros,
    /// Any of these, or nothing, file by file.
    Any,
}

/// What is tried after each change.
pub(super) const CUTS: [(Kept, Torn); 8] = [
    (Kept::None, Torn::Lost),
    (Kept::All, Torn::Lost),
    (Kept::All, Torn::Half),
    (Kept::All, Torn::Zeros),
    (Kept::First, Torn::Any),
    (Kept::First, Torn::Any),
    (Kept::Some, Torn::Any),
    (Kept::Some, Torn::Any),
];

const ROOT: Number = 0;

impl Disk {
    /// A disk that holds this, flushed.
    pub(super) fn of(state: &State) -> Disk {
        let empty = Node::Folder {
            names: Names::new(),
            flushed: Names::new(),
        };
        let mut disk = Disk {
            nodes: vec![empty],
            pending: Vec::new(),
            open: BTreeMap::new(),
        };
        for (path, thing) in state {
            let node = match thing {
                Thing::Folder => Node::Folder {
                    names: Names::new(),
                    flushed: Names::new(),
                },
                Thing::File(bytes) => Node::File {
                    bytes: bytes.clone(),
                    flushed: bytes.clone(),
                },
                Thing::Link(target) => Node::Link(target.clone()),
            };
            disk.add(path, node);
        }
        disk.flush_all();
        disk
    }

    /// Returns a folder and the name in it of a path; none where its folder is not on this disk.
    fn parent(&self, path: &str) -> Option<(Number, String)> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        Some((self.find(folder)?, name.to_owned()))
    }

    fn names(&self, folder: Number) -> Option<&Names> {
        match &self.nodes[folder] {
            Node::Folder { names, .. } => Some(names),
            _ => None,
        }
    }

    fn find(&self, path: &str) -> Option<Number> {
        let parts = Path::new(path).components().filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        });
        let mut at = ROOT;
        for name in parts {
            at = *self.names(at)?.get(name)?;
        }
        Some(at)
    }

    fn add(&mut self, path: &str, node: Node) {
        self.nodes.push(node);
        let number = self.nodes.len() - 1;
        self.open.insert(path.to_owned(), number);
        self.rename(&[(path, Some(number))]);
    }

    /// Changes names, all of them in one.
    fn rename(&mut self, changes: &[(&str, Option<Number>)]) {
        let mut change = NameChange::new();
        for (path, number) in changes {
            let Some((folder, name)) = self.parent(path) else {
                continue;
            };
            change.push((folder, name, *number));
        }
        for (folder, name, number) in &change {
            if let Node::Folder { names, .. } = &mut self.nodes[*folder] {
                set(names, name, *number);
            }
        }
        self.pending.push(change);
    }

    fn remove_tree(&mut self, path: &str) {
        let inside = self
            .find(path)
            .and_then(|folder| self.names(folder))
            .cloned()
            .unwrap_or_default();
        for name in inside.keys() {
            self.remove_tree(&format!("{path}/{name}"));
        }
        self.rename(&[(path, None)]);
    }

    fn file(&mut self, path: &str) -> Option<(&mut Vec<u8>, &mut Vec<u8>)> {
        let number = self.open.get(path).copied().or_else(|| self.find(path))?;
        match &mut self.nodes[number] {
            Node::File { bytes, flushed } => Some((bytes, flushed)),
            _ => None,
        }
    }

    /// Makes a change that a run made; what it does to nothing on this disk (a file without a name) is none.
    pub(super) fn make(&mut self, change: &LoggedChange) {
        let [path, to] = [&change.path, &change.to].map(|path| path.to_str().unwrap());
        match change.action.as_str() {
            _ if !change.is_done || path.is_empty() || path.starts_with('/') => {}
            "CreateFile" => self.add(
                path,
                Node::File {
                    bytes: Vec::new(),
                    flushed: Vec::new(),
                },
            ),
            "CreateFolder" => self.add(
                path,
                Node::Folder {
                    names: Names::new(),
                    flushed: Names::new(),
                },
            ),
            "Write" => {
                if let Some((bytes, _)) = self.file(path) {
                    bytes.extend(&change.bytes);
                }
            }
            "Link" => self.rename(&[(to, self.find(path))]),
            "Copy" | "LinkSymbolically" => {
                let node = match &self.nodes[self.find(path).unwrap()] {
                    Node::File { bytes, .. } => Node::File {
                        bytes: bytes.clone(),
                        flushed: Vec::new(),
                    },
                    other => other.clone(),
                };
                self.add(to, node);
            }
            "Rename" => self.rename(&[(to, self.find(path)), (path, None)]),
            "Exchange" => self.rename(&[(to, self.find(path)), (path, self.find(to))]),
            "RemoveFile" | "RemoveFolder" => self.rename(&[(path, None)]),
            "RemoveTree" => self.remove_tree(path),
            "FlushFile" => {
                if let Some((bytes, flushed)) = self.file(path) {
                    flushed.clone_from(bytes);
                }
            }
            "FlushFolder" => self.flush_folder(path),
            "FlushDisk" => self.flush_all(),
            "SetMode" | "SetTime" | "SetOwner" | "CreateNameless" => {}
            other => panic!("what {other} does to a disk is not known"),
        }
    }

    fn flush_folder(&mut self, path: &str) {
        let Some(folder) = self.find(path) else {
            return;
        };
        let is_here = |change: &NameChange| change.iter().any(|(of, ..)| *of == folder);
        let (here, others) = self.pending.drain(..).partition::<Vec<_>, _>(is_here);
        self.pending = others;
        here.iter()
            .for_each(|change| flush(&mut self.nodes, change));
    }

    fn flush_all(&mut self) {
        for change in std::mem::take(&mut self.pending) {
            flush(&mut self.nodes, &change);
        }
        for node in &mut self.nodes {
            if let Node::File { bytes, flushed } = node {
                flushed.clone_from(bytes);
            }
        }
    }

    /// What the disk holds once the power was cut here.
    pub(super) fn cut(&self, (kept, torn): (Kept, Torn), dice: &mut Dice) -> State {
        let mut nodes = self.nodes.clone();
        let first = dice.roll(self.pending.len() + 1);
        for (at, change) in self.pending.iter().enumerate() {
            let is_kept = match kept {
                Kept::None => false,
                Kept::All => true,
                Kept::First => at < first,
                Kept::Some => dice.roll(2) == 0,
            };
            if is_kept {
                flush(&mut nodes, change);
            }
        }
        for node in &mut nodes {
            if let Node::File { bytes, flushed } = node
                && bytes != flushed
            {
                tear(bytes, flushed, torn, dice);
            }
        }
        let mut state = State::new();
        gather(&nodes, ROOT, "", &mut state);
        state
    }
}

fn set(names: &mut Names, name: &str, number: Option<Number>) {
    match number {
        Some(number) => names.insert(name.to_owned(), number),
        None => names.remove(name),
    };
}

fn flush(nodes: &mut [Node], change: &NameChange) {
    for (folder, name, number) in change {
        if let Node::Folder { flushed, .. } = &mut nodes[*folder] {
            set(flushed, name, *number);
        }
    }
}

fn tear(bytes: &mut Vec<u8>, flushed: &[u8], torn: Torn, dice: &mut Dice) {
    let fate = match torn {
        Torn::Lost => 0,
        Torn::Half => 1,
        Torn::Zeros => 2,
        Torn::Any => dice.roll(4),
    };
    match fate {
        0 => *bytes = flushed.to_vec(),
        1 => bytes.truncate(flushed.len() + (bytes.len() - flushed.len()) / 2),
        2 => bytes[flushed.len()..].fill(0),
        _ => {}
    }
}

fn gather(nodes: &[Node], folder: Number, path: &str, state: &mut State) {
    let Node::Folder { flushed, .. } = &nodes[folder] else {
        return;
    };
    for (name, number) in flushed {
        let path = format!("{path}{}{name}", if path.is_empty() { "" } else { "/" });
        match &nodes[*number] {
            Node::File { bytes, .. } => drop(state.insert(path, Thing::File(bytes.clone()))),
            Node::Link(target) => drop(state.insert(path, Thing::Link(target.clone()))),
            Node::Folder { .. } => {
                state.insert(path.clone(), Thing::Folder);
                gather(nodes, *number, &path, state);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(action: &str, path: &str, to: &str, bytes: &[u8]) -> LoggedChange {
        LoggedChange {
            action: action.into(),
            path: path.into(),
            to: to.into(),
            bytes: bytes.to_vec(),
            is_done: true,
        }
    }

    /// What a disk without power holds of a file that was replaced so.
    fn replaced(flushes: &[&str]) -> std::collections::BTreeSet<String> {
        let mut disk = Disk::of(&State::from([(
            "a".to_owned(),
            Thing::File(b"old".to_vec()),
        )]));
        let mut changes = vec![
            change("CreateFile", "b", "", b""),
            change("Write", "b", "", b"new text"),
        ];
        changes.extend(
            flushes
                .iter()
                .map(|path| change("FlushFile", path, "", b"")),
        );
        changes.push(change("Rename", "b", "a", b""));
        changes.iter().for_each(|change| disk.make(change));
        let mut dice = Dice::new(1);
        let held = CUTS.map(|cut| match disk.cut(cut, &mut dice).get("a") {
            Some(Thing::File(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
            other => format!("{other:?}"),
        });
        held.into()
    }

    #[test]
    fn a_file_that_is_renamed_before_it_is_flushed_may_be_torn() {
        let torn = replaced(&[]);
        for held in ["old", "", "new ", "\0\0\0\0\0\0\0\0"] {
            assert!(torn.contains(held), "{torn:?}");
        }
        let whole = replaced(&["b"]);
        assert!(
            whole.iter().all(|held| held == "old" || held == "new text"),
            "{whole:?}"
        );
        assert!(whole.len() == 2);
    }
}
