//! What is said of a file that somebody got earlier, and of where a figure is.

use crate::commands::stdio::tell;
use tragaluz::Fatal;
use tragaluz::diag::Speech;
use tragaluz::text::messages::Arg;
use tragaluz::text::obeyed;
use tragaluz::verify::{
    ChangedCell, FigureCell, FigurePlaceFound, FileAnswer, FileChanges, FileVerdict, LaterVersion,
    NamedCell, NearBy,
};
use tragaluz_changes::ChangeCounts;

/// Returns a text without what a terminal obeys.
fn plain(text: &str) -> String {
    obeyed::shown(text).into_owned()
}

/// Says what a file is to the copy.
pub(super) fn tell_file(answer: &FileAnswer, speech: &Speech) -> Result<(), Fatal> {
    let kind = match answer.answer {
        FileVerdict::Same => "same",
        FileVerdict::Older => "older",
        FileVerdict::Unknown => "unknown",
    };
    tell!("{}", speech.say("file-answer", &[("kind", kind.into())]));
    for path in &answer.now {
        tell!("  {}", plain(path));
    }
    for known in &answer.versions {
        let now = if known.rewritten { "other" } else { "same" };
        let args: [(&'static str, Arg); 5] = [
            ("now", now.into()),
            ("dataset", plain(&known.dataset).into()),
            ("table", plain(&known.table).into()),
            ("version", known.version.to_string().into()),
            ("date", plain(&known.date).into()),
        ];
        tell!("{}", speech.say("file-version", &args));
    }
    for later in &answer.since {
        tell_later(later, speech)?;
    }
    if let Some(near) = &answer.nearest {
        let by = match near.by {
            NearBy::Columns => "columns",
            NearBy::Name => "name",
        };
        let args: [(&'static str, Arg); 2] =
            [("path", plain(&near.path).into()), ("by", by.into())];
        tell!("{}", speech.say("file-nearest", &args));
    }
    match &answer.changes {
        Some(changes) => tell_changes(changes, speech),
        None => Ok(()),
    }
}

/// Returns how much changed, as particulars of a message.
fn counted(counts: &ChangeCounts) -> [(&'static str, Arg); 3] {
    [
        ("changed", counts.changed.into()),
        ("added", counts.added.into()),
        ("removed", counts.removed.into()),
    ]
}

fn tell_later(later: &LaterVersion, speech: &Speech) -> Result<(), Fatal> {
    let args: [(&'static str, Arg); 4] = [
        ("version", later.version.to_string().into()),
        ("date", plain(&later.date).into()),
        ("reason", later.reason.id().into()),
        (
            "note",
            plain(later.note.as_deref().unwrap_or("none")).into(),
        ),
    ];
    tell!("{}", speech.say("file-later", &args));
    if let Some(counts) = &later.changes {
        tell!("    {}", speech.say("file-counts", &counted(counts)));
    }
    Ok(())
}

fn tell_changes(changes: &FileChanges, speech: &Speech) -> Result<(), Fatal> {
    let to = [("path", plain(&changes.to).into())];
    if changes.counts.is_nothing() {
        tell!("{}", speech.say("file-same-rows", &to));
        return Ok(());
    }
    tell!("{}", speech.say("file-changes", &to));
    tell!("  {}", speech.say("file-counts", &counted(&changes.counts)));
    for cell in &changes.cells {
        tell!("  {}", shown(cell, speech));
    }
    for (id, rows) in [
        ("file-added", &changes.added),
        ("file-removed", &changes.removed),
    ] {
        for row in rows {
            let args: [(&'static str, Arg); 1] = [("row", named(row).into())];
            tell!("  {}", speech.say(id, &args));
        }
    }
    Ok(())
}

fn named(cells: &[NamedCell]) -> String {
    let cells = cells.iter();
    let cells: Vec<String> = cells
        .map(|cell| plain(&format!("{} {}", cell.column, cell.value)))
        .collect();
    cells.join(", ")
}

fn shown(cell: &ChangedCell, speech: &Speech) -> String {
    let value = |side: &Option<String>| match side.as_deref() {
        None | Some("") => speech.say("cell-empty", &[]),
        Some(text) => plain(text),
    };
    let args: [(&'static str, Arg); 4] = [
        ("row", named(&cell.row).into()),
        ("column", plain(&cell.column).into()),
        ("before", value(&cell.before).into()),
        ("after", value(&cell.after).into()),
    ];
    speech.say("file-cell", &args)
}

/// Says a place that has a figure.
pub(super) fn tell_place(found: &FigurePlaceFound, speech: &Speech) -> Result<(), Fatal> {
    match found {
        FigurePlaceFound::Sentence(sentence) => {
            let link = plain(sentence.link.as_deref().unwrap_or("none"));
            let args: [(&'static str, Arg); 3] = [
                ("page", plain(&sentence.page).into()),
                ("text", plain(&sentence.text).into()),
                ("link", link.into()),
            ];
            tell!("{}", speech.say("figure-sentence", &args));
        }
        FigurePlaceFound::Cell(cell) => tell!("{}", cell_in_words(cell, speech)),
    }
    Ok(())
}

fn cell_in_words(cell: &FigureCell, speech: &Speech) -> String {
    let version = cell
        .version
        .map_or_else(|| "none".to_owned(), |n| n.to_string());
    let args: [(&'static str, Arg); 10] = [
        ("when", if cell.now { "now" } else { "then" }.into()),
        ("version", version.into()),
        ("date", plain(cell.date.as_deref().unwrap_or("")).into()),
        ("dataset", plain(&cell.dataset).into()),
        ("table", plain(&cell.table).into()),
        ("row", cell.row.to_string().into()),
        ("key", named(&cell.key).into()),
        ("column", plain(&cell.column).into()),
        ("value", plain(&cell.value).into()),
        ("link", plain(cell.link.as_deref().unwrap_or("none")).into()),
    ];
    speech.say("figure-cell", &args)
}
