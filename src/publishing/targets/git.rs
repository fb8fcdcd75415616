//! A branch of a Git repository, which GitHub, GitLab, Codeberg and others publish as a site. A publication is one commit, made in a
//! bare repository of the program's own: the user's working tree and index are never touched. Files of the branch that no list
//! names, such as `CNAME`, stay. Whoever pushed in between is not overwritten: the push is refused then.

use crate::diag::Fatal;
use crate::publishing::address::TargetAddress;
use crate::publishing::built_site::BuiltSite;
use crate::publishing::program::{OwnProgram, failed};
use crate::publishing::refusal::refused;
use crate::publishing::target::{Fetched, SentFile, SiteTarget, TargetKind, TargetPlace, ToldPath};
use crate::stage::SUMS;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What begins the address of a branch.
const BEGINNING: &str = "git:";

/// The branch that most hosts publish.
const BRANCH: &str = "gh-pages";

/// The branch that Codeberg publishes.
const CODEBERG_BRANCH: &str = "pages";

/// Where the branch is in the program's own repository.
const REFERENCE: &str = "refs/heads/published";

/// How much of a branch's history is brought here: enough for the site before, and more where others committed since.
const DEPTHS: [&str; 3] = ["--depth=2", "--depth=50", "--depth=2147483647"];

/// What a file's entry begins with where it goes.
const NO_FILE: &str = "0 0000000000000000000000000000000000000000";

/// Branches of repositories.
pub(super) struct GitBranches;

impl TargetKind for GitBranches {
    fn open(&self, place: &TargetPlace<'_>) -> Result<Option<Box<dyn SiteTarget>>, Fatal> {
        let Some(rest) = place.address.after(BEGINNING) else {
            return Ok(None);
        };
        let (remote, branch) = match rest.rsplit_once('#') {
            Some((remote, branch)) => (remote, branch),
            None if rest.contains("codeberg.org") => (rest, CODEBERG_BRANCH),
            None => (rest, BRANCH),
        };
        let is_option = remote.starts_with('-') || branch.starts_with('-');
        if remote.is_empty() || branch.is_empty() || is_option {
            return Ok(None);
        }
        let mut branch = GitBranch {
            address: place.address.clone(),
            portal: place.root.to_owned(),
            repository: place.folder.join("git"),
            index: place.aside.join("index"),
            remote: remote.to_owned(),
            branch: branch.to_owned(),
            tip: None,
            changes: Vec::new(),
        };
        branch.connect()?;
        Ok(Some(Box::new(branch)))
    }
}

/// A branch.
struct GitBranch {
    address: TargetAddress,
    portal: PathBuf,
    /// The bare repository in which commits are made.
    repository: PathBuf,
    index: PathBuf,
    /// A remote of the portal's own repository, an address, or a path.
    remote: String,
    branch: String,
    /// The commit that the branch is at; none where there is no branch yet.
    tip: Option<String>,
    /// Lines for the index: what is put and what goes.
    changes: Vec<String>,
}

impl GitBranch {
    /// Prepares to run git in the program's own repository.
    fn git(&self, words: &[&str]) -> OwnProgram<'_> {
        OwnProgram::new("git", &self.address)
            .args(["--git-dir"])
            .args([&self.repository])
            .args(words)
            .env("GIT_INDEX_FILE", &self.index)
    }

    /// Runs git where the portal is, whose settings are asked; the empty text where that says nothing.
    fn asked(&self, words: &[&str]) -> Result<String, Fatal> {
        let git = OwnProgram::new("git", &self.address);
        let ended = git
            .args(["-C"])
            .args([&self.portal])
            .args(words)
            .ended(b"")?;
        let said = String::from_utf8_lossy(&ended.stdout);
        let is_answer = ended.status.success();
        Ok(if is_answer {
            said.trim().to_owned()
        } else {
            String::new()
        })
    }

    /// Finds the remote, and brings the branch here.
    fn connect(&mut self) -> Result<(), Fatal> {
        let named = self.asked(&["remote", "get-url", "--push", &self.remote])?;
        if !named.is_empty() {
            self.remote = named;
        }
        // Seen from the portal, as any other path that is given.
        let local = self.portal.join(&self.remote);
        if !self.remote.contains(':') && crate::stage::exists(&local) {
            self.remote = local.display().to_string();
        }
        let creating = || Fatal::io("creating", &self.repository);
        tragaluz_disk::create_folders(&self.repository).map_err(creating())?;
        self.told(&["init", "--quiet", "--bare"])?;
        self.tip = self.head()?;
        if self.tip.is_some() {
            self.fetch_branch(DEPTHS[0])?;
            self.tip = Some(self.told(&["rev-parse", REFERENCE])?);
        }
        Ok(())
    }

    /// Brings so many commits of the branch here.
    fn fetch_branch(&self, depth: &str) -> Result<(), Fatal> {
        let wanted = format!("+{}:{REFERENCE}", self.reference());
        let words = [
            "fetch",
            "--quiet",
            "--no-tags",
            depth,
            &self.remote,
            &wanted,
        ];
        self.told(&words).map(drop)
    }

    /// Returns the commit in which the site before the present one stood; none where the branch had none.
    fn commit_before(&self, tip: &str) -> Result<Option<String>, Fatal> {
        // Others may have committed since: what is gone back to is what stood before the list of the present site came.
        let words = [
            "rev-list",
            "--first-parent",
            "--max-count=1",
            tip,
            "--",
            SUMS,
        ];
        let before = format!("{}^", self.told(&words)?);
        let list = format!("{before}:{SUMS}");
        let has_site = self.git(&["cat-file", "-e", &list]).ended(b"")?;
        Ok(has_site.status.success().then_some(before))
    }

    /// The branch as the remote knows it.
    fn reference(&self) -> String {
        format!("refs/heads/{}", self.branch)
    }

    /// Asks the remote at which commit its branch is; none where there is no such branch.
    fn head(&self) -> Result<Option<String>, Fatal> {
        let heads = self.told(&["ls-remote", &self.remote, &self.reference()])?;
        Ok(heads.split_whitespace().next().map(str::to_owned))
    }

    /// Runs git, and returns what it says.
    fn told(&self, words: &[&str]) -> Result<String, Fatal> {
        Ok(self.git(words).output(b"")?.trim().to_owned())
    }

    /// Returns the files of the tip that have one of these paths.
    fn there(&self, paths: &[&str]) -> Result<BTreeSet<String>, Fatal> {
        let Some(tip) = &self.tip else {
            return Ok(BTreeSet::new());
        };
        let listed = self
            .git(&["ls-tree", "-r", "-z", "--name-only", tip])
            .output(b"")?;
        let wanted: BTreeSet<&str> = paths.iter().copied().collect();
        let found = listed.split('\0').filter(|path| wanted.contains(path));
        Ok(found.map(str::to_owned).collect())
    }

    /// Returns the bytes of a file of the tip.
    fn bytes_of(&self, path: &str) -> Result<Vec<u8>, Fatal> {
        let object = format!("{}:{path}", self.tip.as_deref().unwrap_or_default());
        let ended = self.git(&["cat-file", "blob", &object]).ended(b"")?;
        if ended.status.success() {
            Ok(ended.stdout)
        } else {
            Err(failed("git", &self.address, &ended))
        }
    }

    /// Makes the commit, and returns it; none where it would change nothing.
    fn commit(&self) -> Result<Option<String>, Fatal> {
        let head = match &self.tip {
            Some(tip) => self.git(&["read-tree", tip]),
            None => self.git(&["read-tree", "--empty"]),
        };
        head.output(b"")?;
        let changes = self.changes.concat();
        let words = ["update-index", "-z", "--index-info"];
        self.git(&words).output(changes.as_bytes())?;
        let tree = self.told(&["write-tree"])?;
        if let Some(tip) = &self.tip
            && self.told(&["rev-parse", &format!("{tip}^{{tree}}")])? == tree
        {
            return Ok(None);
        }
        let mut words = vec!["commit-tree", &tree, "-m", "Publish with tragaluz"];
        words.extend(self.tip.iter().flat_map(|tip| ["-p", tip.as_str()]));
        let git = self.signed(self.git(&words))?;
        Ok(Some(git.output(b"")?.trim().to_owned()))
    }

    /// Says whose the commit is: the user's, where git knows that.
    fn signed<'g>(&self, mut git: OwnProgram<'g>) -> Result<OwnProgram<'g>, Fatal> {
        for (setting, otherwise, part) in [
            ("user.name", "tragaluz", "NAME"),
            ("user.email", "tragaluz@localhost", "EMAIL"),
        ] {
            let own = self.asked(&["config", "--get", setting])?;
            let told = if own.is_empty() { otherwise } else { &own };
            for role in ["AUTHOR", "COMMITTER"] {
                git = git.env(&format!("GIT_{role}_{part}"), told);
            }
        }
        Ok(git)
    }
}

impl SiteTarget for GitBranch {
    fn fetch(&mut self, paths: &[&str], each: &mut Fetched<'_>) -> Result<(), Fatal> {
        let there = self.there(paths)?;
        for path in paths {
            if there.contains(*path) {
                let bytes = self.bytes_of(path)?;
                each(path, Some(&mut &bytes[..] as &mut dyn Read))?;
            } else {
                each(path, None)?;
            }
        }
        Ok(())
    }

    fn put(&mut self, files: &[SentFile<'_>], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        let mut paths = String::new();
        for file in files {
            let from = file.from();
            let full = std::path::absolute(&from).map_err(Fatal::io("reading", &from))?;
            paths.push_str(&format!("{}\n", full.display()));
        }
        // Every byte as it is, whatever line ends the user's own settings ask for.
        let words = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
        let objects = self.git(&words).output(paths.as_bytes())?;
        let objects: Vec<&str> = objects.lines().collect();
        if objects.len() != files.len() {
            return Err(refused("other", &self.address, "git hash-object"));
        }
        for (file, object) in files.iter().zip(objects) {
            self.changes
                .push(format!("100644 {object}\t{}\0", file.path));
            tell(file.path)?;
        }
        Ok(())
    }

    fn remove(&mut self, paths: &[&str], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for path in paths {
            self.changes.push(format!("{NO_FILE}\t{path}\0"));
            tell(path)?;
        }
        Ok(())
    }

    fn stranger(
        &mut self,
        site: &BuiltSite,
        new: &[&str],
        _is_first: bool,
    ) -> Result<Option<String>, Fatal> {
        for path in self.there(new)? {
            let bytes = self.bytes_of(&path)?;
            if site.sum_of(&path) != Some(&crate::stage::sha256(&bytes)) {
                return Ok(Some(path));
            }
        }
        Ok(None)
    }

    fn is_in_one_step(&self) -> bool {
        true
    }

    fn host_address(&self) -> Option<&str> {
        Some(&self.remote)
    }

    fn finish(&mut self) -> Result<(), Fatal> {
        let Some(commit) = self.commit()? else {
            return Ok(());
        };
        let pushed = format!("{commit}:{}", self.reference());
        self.told(&["push", "--quiet", &self.remote, &pushed])?;
        if self.head()?.as_deref() != Some(&commit) {
            return Err(refused("moved-on", &self.address, &commit));
        }
        self.told(&["update-ref", REFERENCE, &commit])?;
        self.changes.clear();
        self.tip = Some(commit);
        Ok(())
    }

    fn earlier(&mut self, folder: &Path) -> Result<bool, Fatal> {
        let Some(tip) = &self.tip else {
            return Ok(false);
        };
        let mut before = self.commit_before(tip)?;
        for depth in &DEPTHS[1..] {
            if before.is_none() {
                self.fetch_branch(depth)?;
                before = self.commit_before(tip)?;
            }
        }
        let Some(before) = before else {
            return Ok(false);
        };
        tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        let tree = folder.display().to_string();
        let words = [
            "--work-tree",
            &tree,
            "checkout",
            "--force",
            &before,
            "--",
            ".",
        ];
        self.git(&words)
            .env("GIT_INDEX_FILE", self.index.with_extension("earlier"))
            .output(b"")?;
        Ok(true)
    }
}
