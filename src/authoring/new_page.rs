//! The file of a new page: where it is, and how it comes there without writing over anything.

use super::editor_schemas::{SCHEMAS, line_for};
use super::page_draft::{PageSketch, commitment_of};
use super::page_order::{AddedPage, PageOrder};
use super::written_document::DocumentWords;
use crate::diag::{Fatal, Speech};
use crate::model::Portal;
use crate::model::folder_kind::KnownKind;
use crate::model::head::Head;
use crate::stage;
use crate::text::date::PartialDate;
use crate::text::slug::{check_id, slug};
use std::io::Write;
use std::path::Path;
use tragaluz_disk::DiskFile;

/// A page that is drawn, and not written yet.
pub(crate) struct NewPage {
    pub(crate) text: String,
    pub(crate) added: AddedPage,
}

impl NewPage {
    /// Draws a page of the kind that is ordered.
    ///
    /// # Errors
    /// When it has no title or no usable name, or a page of that name is there.
    pub(crate) fn draw(
        root: &Path,
        portal: &Portal,
        order: &PageOrder,
        words: Option<&DocumentWords>,
        day: Option<PartialDate>,
    ) -> Result<NewPage, Fatal> {
        let unknown = || Fatal::fault(format!("no kind of page: {}", order.kind));
        let kinds = KnownKind::all(&portal.settings.kinds);
        let kind = (kinds.iter()).find(|known| known.is_called(&order.kind));
        let kind = kind.ok_or_else(unknown)?;
        let title = title(portal, order, words)
            .ok_or_else(|| Fatal::wrong_command("add-page-title", Vec::new()))?;
        let id = order.id.clone().unwrap_or_else(|| slug(&title));
        require_free(root, portal, kind, &id)?;
        let path = kind.path(&id);
        let drawing = PageSketch {
            portal,
            kind,
            order,
            title: &title,
            body: words.map(|words| words.body.as_str()),
            today: day.map(|day| day.to_string()),
            schema: stage::exists(&root.join(SCHEMAS)).then(|| line_for(&kind.word, &path)),
        };
        let draft = drawing.draw()?;
        let lost = words.map(|words| words.lost.iter());
        let added = AddedPage {
            path,
            unknown: draft.unknown,
            lost: (lost.into_iter().flatten())
                .map(|(kind, count)| (*kind, *count))
                .collect(),
        };
        Ok(NewPage {
            text: draft.text,
            added,
        })
    }

    /// Writes the page where nothing is yet.
    ///
    /// # Errors
    /// When there is a file by now, or the disk refuses; then nothing of it is left.
    pub(crate) fn place(self, root: &Path) -> Result<AddedPage, Fatal> {
        let path = root.join(&self.added.path);
        let folder = path.parent().unwrap_or(root);
        tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        let mut file = stage::beside(folder).map_err(Fatal::io("writing", &path))?;
        file.write_all(self.text.as_bytes())
            .map_err(Fatal::io("writing", &path))?;
        // The name is taken first, so that nobody's page is written over.
        drop(DiskFile::create(&path).map_err(Fatal::io("creating", &path))?);
        stage::place(file, &path).map_err(|error| {
            let _ = tragaluz_disk::remove_file(&path);
            Fatal::io("writing", &path)(error)
        })?;
        Ok(self.added)
    }
}

/// Returns the page's title: the one that was given, else that of the document, else what the report is about.
fn title(portal: &Portal, order: &PageOrder, words: Option<&DocumentWords>) -> Option<String> {
    let given = order.title.clone().filter(|title| !title.trim().is_empty());
    let of_document = || {
        let title = words?.title.clone();
        let stem = order.document.as_ref()?.file_stem()?;
        Some(title.unwrap_or_else(|| stem.to_string_lossy().replace(['-', '_'], " ")))
    };
    let of_report = || {
        let about = commitment_of(portal, order.of.as_deref()?)?;
        let main = portal.settings.main();
        let title = about.head.title.text(main);
        let speech = Speech::for_locale(main.tag());
        Some(speech.say("page-report-title", &[("title", title.into())]))
    };
    given.or_else(of_document).or_else(of_report)
}

/// Refuses a name that is none, or that another page has.
fn require_free(root: &Path, portal: &Portal, kind: &KnownKind, id: &str) -> Result<(), Fatal> {
    if check_id(id).is_err() {
        let args = vec![("id", id.into())];
        return Err(Fatal::wrong_command("add-page-id", args));
    }
    match taken(root, portal, kind, id) {
        None => Ok(()),
        Some(file) => {
            let args = vec![("id", id.into()), ("file", file.into())];
            Err(Fatal::wrong_command("add-page-taken", args))
        }
    }
}

/// Returns the file that has the name of a new page: another page of its kind, by its identifier or its file.
fn taken(root: &Path, portal: &Portal, kind: &KnownKind, id: &str) -> Option<String> {
    let path = kind.path(id);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_beside = |file: &str| file.rsplit_once('/').is_some_and(|(own, _)| own == folder);
    // Names that differ by case are one file on many disks.
    let is_there = |head: &Head| {
        let file = &head.file.path;
        head.id.eq_ignore_ascii_case(id) || file.eq_ignore_ascii_case(&path)
    };
    let mut heads = portal.written().map(|(_, head)| head);
    let other = heads.find(|head| is_beside(&head.file.path) && is_there(head));
    let own = || stage::exists(&root.join(&path)).then(|| path.clone());
    other.map(|head| head.file.path.clone()).or_else(own)
}
