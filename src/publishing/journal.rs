//! What a publication has done so far, so that the next run goes on where it was cut off.
//!
//! Before anything is sent, the journal is on the disk: what is at the target, and of which files that may be another thing from now on.
//! As each is in its place, a line is added to a second file, which nobody has to flush: without such a line the file is sent again.
//! Both go when the publication is whole. A journal holds as long as the target's list is one that it knows; else somebody else
//! published there since, and what that list says holds.

use super::built_site::BuiltSite;
use super::plan::SendPlan;
use super::present::PresentFiles;
use crate::diag::Fatal;
use crate::stage::{self, is_plain, sha256};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use tragaluz_disk::DiskFile;

const FILE: &str = "journal";
const DONE: &str = "journal.done";

/// The beginning of the file; the number changes with its form.
const HEAD: &str = "tragaluz publish 1";

/// What stands for the checksum of a list that is not there.
const NONE: &str = "none";

/// The journal of a target.
#[derive(Debug)]
pub(super) struct Journal {
    folder: PathBuf,
}

/// What a journal says.
#[derive(Debug, Default)]
struct JournalText {
    /// Lists that may be at the target.
    lists: Vec<String>,
    files: BTreeMap<String, Option<String>>,
}

impl JournalText {
    /// Reads a journal; what is no line of one says nothing.
    fn read(text: &str) -> Option<JournalText> {
        let mut told = JournalText::default();
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return None;
        }
        for line in lines {
            told.take(line);
        }
        Some(told)
    }

    fn take(&mut self, line: &str) {
        let Some((sign, rest)) = line.split_once(' ') else {
            return;
        };
        match sign {
            "list" => self.lists.push(rest.to_owned()),
            "?" if is_plain(rest) => {
                self.files.insert(rest.to_owned(), None);
            }
            "-" => {
                self.files.remove(rest);
            }
            "=" => {
                if let Some((sum, path)) = rest.split_once(' ').filter(|(_, path)| is_plain(path)) {
                    self.files.insert(path.to_owned(), Some(sum.to_owned()));
                }
            }
            _ => {}
        }
    }

    /// The text of a journal.
    fn written(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for list in &self.lists {
            text.push_str(&format!("list {list}\n"));
        }
        for (path, sum) in &self.files {
            match sum {
                Some(sum) => text.push_str(&format!("= {sum} {path}\n")),
                None => text.push_str(&format!("? {path}\n")),
            }
        }
        text
    }
}

impl Journal {
    /// The one in this folder, which need not be there.
    pub(super) fn in_folder(folder: &Path) -> Journal {
        Journal {
            folder: folder.to_owned(),
        }
    }

    /// Returns what is at the target: what the list there says, or, where a run was cut off, what that had come to.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn resumed(&self, published: PresentFiles) -> Result<PresentFiles, Fatal> {
        let Some(told) = self.read() else {
            return Ok(published);
        };
        let list = published.sums().unwrap_or(NONE);
        // A list that is nobody's may be the one that was being put, in part or without its marker.
        if published.is_known() && !told.lists.iter().any(|known| known == list) {
            return Ok(published);
        }
        let sums = published.sums().map(str::to_owned);
        Ok(PresentFiles::of(told.files, sums))
    }

    /// Returns what the journal says with what was done since; none where there is none.
    fn read(&self) -> Option<JournalText> {
        let bytes = stage::read(&self.folder, FILE).ok()?;
        let mut told = JournalText::read(&String::from_utf8_lossy(&bytes))?;
        let done = stage::read(&self.folder, DONE).unwrap_or_default();
        let done = String::from_utf8_lossy(&done);
        let (head, lines) = done.split_once('\n').unwrap_or_default();
        if head == sha256(&bytes) {
            // A line that was cut off says nothing.
            let whole = lines.rfind('\n').map_or("", |end| &lines[..end]);
            whole.lines().for_each(|line| told.take(line));
        }
        Some(told)
    }

    /// Begins a publication. It is on the disk when this comes back.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn begin(
        &self,
        site: &BuiltSite,
        plan: &SendPlan,
        present: &PresentFiles,
    ) -> Result<OpenJournal<'_>, Fatal> {
        let mut text = JournalText {
            lists: vec![
                present.sums().unwrap_or(NONE).to_owned(),
                site.sums().to_owned(),
            ],
            files: present.files().clone(),
        };
        for file in &plan.sent {
            text.files.insert(file.path.clone(), None);
        }
        self.write(&text)
    }

    /// Notes that nobody knows what these files are at the target.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn doubt(&self, site: &BuiltSite, wrong: &[String]) -> Result<(), Fatal> {
        let files = site.files().iter();
        let mut files: BTreeMap<String, Option<String>> = files
            .map(|(path, file)| (path.clone(), Some(file.sha256.clone())))
            .collect();
        for path in wrong {
            files.insert(path.clone(), None);
        }
        let lists = vec![site.sums().to_owned()];
        self.write(&JournalText { lists, files }).map(drop)
    }

    fn write(&self, text: &JournalText) -> Result<OpenJournal<'_>, Fatal> {
        let written = text.written();
        let creating = || Fatal::io("creating", &self.folder);
        stage::create_folders(&self.folder).map_err(creating())?;
        stage::replace(&self.folder.join(FILE), written.as_bytes())?;
        let path = self.folder.join(DONE);
        let mut done = DiskFile::create_over(&path).map_err(Fatal::io("writing", &path))?;
        writeln!(done, "{}", sha256(written.as_bytes())).map_err(Fatal::io("writing", &path))?;
        Ok(OpenJournal {
            journal: self,
            done,
            path,
        })
    }
}

/// A journal that is being written.
#[derive(Debug)]
pub(super) struct OpenJournal<'j> {
    journal: &'j Journal,
    done: DiskFile,
    path: PathBuf,
}

impl OpenJournal<'_> {
    /// Notes that a file is in its place.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn put(&mut self, path: &str, sha256: &str) -> Result<(), Fatal> {
        self.add(&format!("= {sha256} {path}\n"))
    }

    /// Notes that a file is gone.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn removed(&mut self, path: &str) -> Result<(), Fatal> {
        self.add(&format!("- {path}\n"))
    }

    fn add(&mut self, line: &str) -> Result<(), Fatal> {
        let added = self.done.write_all(line.as_bytes());
        added.map_err(Fatal::io("writing", &self.path))
    }

    /// Ends the publication: the target's own list says everything now.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn end(self) -> Result<(), Fatal> {
        for name in [FILE, DONE] {
            let path = self.journal.folder.join(name);
            tragaluz_disk::remove_file(&path).map_err(Fatal::io("removing", &path))?;
        }
        Ok(())
    }
}
