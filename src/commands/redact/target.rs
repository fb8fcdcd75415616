//! The file, where its copy goes, and what that means for the portal that it is in.

use super::FileReading;
use crate::cli::RedactArgs;
use std::path::{Path, PathBuf};
use tragaluz::Fatal;
use tragaluz::source;
use tragaluz::tables::standalone::folder_of;
use tragaluz_disk::TemporaryFile;
use tragaluz_tables::litter;
use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, scan};
use tragaluz_tables::redact::CopyForm;

/// Files whose name is fixed, so that no copy beside them can replace them.
const FIXED: &[&str] = &[
    "dataset.md",
    "datapackage.json",
    "datapackage.yaml",
    "datapackage.yml",
    "tragaluz.toml",
];

/// The file, and where its copy goes.
pub(super) struct RedactionTarget {
    pub(super) file: PathBuf,
    /// The file's name.
    pub(super) name: String,
    /// In what form a table or text is copied; none for a picture.
    pub(super) form: Option<CopyForm>,
    pub(super) out: PathBuf,
    /// The ending of the copy, with its dot.
    pub(super) ending: String,
}

/// What becomes of the file that was copied, where it is in a portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OriginalUse {
    /// It is in none, or where nothing is published.
    Elsewhere,
    /// The portal publishes the copy, and not the file, as long as both are there.
    Withheld,
    /// The portal publishes it.
    Published,
}

impl RedactionTarget {
    /// Finds out in what form a file is copied and where to; refuses what cannot be done rightly.
    pub(super) fn of(
        args: &RedactArgs,
        reading: FileReading<'_>,
    ) -> Result<RedactionTarget, Fatal> {
        let file = args.file.clone();
        let kind = file.metadata().map_err(Fatal::io("reading", &file))?;
        let name = file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name.filter(|_| kind.is_file()) else {
            let args = vec![("what", "folder".into()), ("file", shown(&file).into())];
            return Err(Fatal::wrong_command("redact-form", args));
        };
        let source = reading.of(folder_of(&file), &name);
        let form = source.form();
        if form.is_none() && !is_picture(&name) {
            return Err(no_form(&name));
        }
        let ending = match form {
            Some(CopyForm::Workbook) => ".xlsx".to_owned(),
            _ => litter::endings(&name).to_owned(),
        };
        let out = match &args.out {
            Some(out) => out.clone(),
            None => beside(&file, &name, &ending)?,
        };
        let target = RedactionTarget {
            file,
            name,
            form,
            out,
            ending,
        };
        target.check_out(args.force)?;
        Ok(target)
    }

    /// Returns the folder that the copy goes to.
    pub(super) fn folder(&self) -> &Path {
        folder_of(&self.out)
    }

    /// Returns the folder that the file is in.
    pub(super) fn file_folder(&self) -> &Path {
        folder_of(&self.file)
    }

    fn check_out(&self, overwrites: bool) -> Result<(), Fatal> {
        let out = shown(&self.out);
        let args = || {
            vec![
                ("out", out.clone().into()),
                ("file", shown(&self.file).into()),
            ]
        };
        if is_same_file(&self.file, &self.out) {
            return Err(Fatal::wrong_command("redact-same", args()));
        }
        let ends = out.to_lowercase().ends_with(&self.ending.to_lowercase());
        if !ends || self.out.file_name().is_none() {
            let mut args = args();
            args.push(("ending", self.ending.clone().into()));
            return Err(Fatal::wrong_command("redact-ending", args));
        }
        if self.out.symlink_metadata().is_ok() && !overwrites {
            return Err(Fatal::wrong_command("redact-exists", args()));
        }
        Ok(())
    }

    /// Puts the finished copy in its place.
    pub(super) fn place(&self, copy: TemporaryFile) -> Result<(), Fatal> {
        tragaluz::stage::place(copy, &self.out).map_err(Fatal::io("placing", &self.out))
    }

    /// Tells what becomes of the file that was copied.
    pub(super) fn original(&self) -> OriginalUse {
        let (Ok(file), Ok(out)) = (self.file.canonicalize(), self.out.canonicalize()) else {
            return OriginalUse::Elsewhere;
        };
        let Some(root) = file.parent().and_then(source::find_root) else {
            return OriginalUse::Elsewhere;
        };
        let is_content = ["content", "data"]
            .iter()
            .any(|folder| file.starts_with(root.join(folder)));
        if !is_content {
            return OriginalUse::Elsewhere;
        }
        let name = |path: &Path| {
            path.file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        let is_beside = file.parent() == out.parent();
        if is_beside && litter::is_redacted_copy(&name(&out), &name(&file)) {
            OriginalUse::Withheld
        } else {
            OriginalUse::Published
        }
    }
}

/// Returns the place of a copy beside its file. A name that is fixed, or that holds personal data itself, has none.
fn beside(file: &Path, name: &str, ending: &str) -> Result<PathBuf, Fatal> {
    let args = || vec![("file", name.into()), ("ending", ending.into())];
    if FIXED.contains(&name) || name.starts_with("dataset.") && name.ends_with(".md") {
        return Err(Fatal::wrong_command("redact-fixed", args()));
    }
    if !scan(name, FieldHint::default(), &DeclaredContacts::default()).is_empty() {
        let args = vec![("ending", ending.into())];
        return Err(Fatal::wrong_command("redact-name", args));
    }
    Ok(file.with_file_name(litter::redacted_copy(name, ending)))
}

/// Returns why a file of this name is not copied: what is not a table or a text is not half done.
fn no_form(name: &str) -> Fatal {
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_lowercase();
    let what = match ending.as_str() {
        "pdf" => "pdf",
        "doc" | "docx" | "odt" | "rtf" | "ppt" | "pptx" | "odp" => "office",
        "zip" | "7z" | "rar" | "tar" | "kmz" => "packed",
        "gif" | "tif" | "tiff" | "svg" | "avif" | "heic" | "bmp" => "picture",
        _ => "unknown",
    };
    let args = vec![("what", what.into()), ("file", name.into())];
    Fatal::wrong_command("redact-form", args)
}

/// Whether a file is, by its name, a picture that can be freed of what was written into it.
fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["jpg", "jpeg", "png", "webp"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether two paths lead to one file.
fn is_same_file(a: &Path, b: &Path) -> bool {
    a == b
        || a.canonicalize()
            .is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
