//! Authors' images: made small, given their size, freed of what cameras write into them, or made into links.
//!
//! An image that a text shows (`![words](map.png)`) is at most as wide as a column of text and at most
//! [`LARGEST`] bytes; one that cannot be made as light is published as it can best be seen, and the text links to it.
//! What a camera adds (place, time, maker, owner) is in no published image: it could say where somebody lives.
//! Images that are only linked to keep their size. Everything else under `content/` is published as it is.

mod decode;
mod encode;
mod uses;

use crate::diag::{Code, Diagnostic, Fatal, Place, Sink, codes};
use crate::model::Portal;
use crate::pages::Plan;
use crate::source::limits::Limits;
use crate::stage::Staging;
use decode::{ImageKind, Refusal};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use uses::ImageUse;

/// Bytes of the largest image that is in a page; above it is a link.
pub(crate) use crate::render::markdown::LARGEST_IMAGE as LARGEST;

/// An image as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublishedImage {
    /// Its path in the site.
    pub(crate) path: String,
    /// Its size in bytes.
    pub(crate) bytes: u64,
    /// Its width and height in pixels.
    pub(crate) size: (u32, u32),
}

/// Every image that was made anew, by the path in the site that authors name it by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Images {
    made: BTreeMap<String, PublishedImage>,
}

impl Images {
    /// The image that represents this file.
    pub(crate) fn of(&self, path: &str) -> Option<&PublishedImage> {
        self.made.get(path)
    }
}

/// One image made: the path it is named by, how it is published, and what was found.
type MadeImage = (String, Option<PublishedImage>, Vec<Diagnostic>);

/// Makes and writes every image below `content/`, and finds what is wrong with those that texts show.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn prepare(
    root: &Path,
    portal: &Portal,
    plan: &Plan,
    staging: &Staging,
    sink: &mut Sink,
) -> Result<Images, Fatal> {
    let uses = uses::all(portal, plan);
    for one in uses.iter().filter(|one| one.without_words) {
        sink.push(
            Diagnostic::new(&codes::IMAGE_WITHOUT_WORDS)
                .at(one.place.clone())
                .arg("path", &one.written),
        );
    }
    let mut shown: BTreeMap<&str, &ImageUse> = BTreeMap::new();
    for one in &uses {
        if let Some(path) = &one.path {
            shown.entry(path).or_insert(one);
        }
    }
    let paths: Vec<&str> = portal
        .attachments
        .iter()
        .filter_map(|path| path.strip_prefix("content/"))
        .collect();
    let taken: BTreeSet<&str> = paths.iter().copied().collect();
    let images = paths
        .into_par_iter()
        .filter(|path| decode::is_image(path) || shown.contains_key(path));
    let made: Vec<Result<MadeImage, Fatal>> = images
        .map(|path| {
            make(
                &root.join("content"),
                path,
                shown.get(path).copied(),
                (&taken, &portal.settings.limits),
                staging,
            )
        })
        .collect();
    let mut images = Images::default();
    for made in made {
        let (path, picture, found) = made?;
        sink.extend(found);
        images.made.extend(picture.map(|picture| (path, picture)));
    }
    Ok(images)
}

fn make(
    folder: &Path,
    path: &str,
    shown: Option<&ImageUse>,
    (taken, limits): (&BTreeSet<&str>, &Limits),
    staging: &Staging,
) -> Result<MadeImage, Fatal> {
    let full = folder.join(path);
    let place = shown.map_or_else(
        || Place::file(format!("content/{path}")),
        |one| one.place.clone(),
    );
    let finding = |code: &'static Code| Diagnostic::new(code).at(place.clone()).arg("path", path);
    let mut found = Vec::new();
    let read = match decode::image(&full, path, limits)? {
        Ok(read) => read,
        // A drawing or a format of tomorrow may be offered, but not shown.
        Err(Refusal::Format | Refusal::Svg) if shown.is_none() => {
            return Ok((path.to_owned(), None, found));
        }
        Err(refusal) => {
            let finding = finding(&codes::IMAGE_UNREADABLE).arg("reason", refusal.id());
            let limit = refusal.limit();
            found.push(
                finding
                    .arg("limit", limits.most(limit))
                    .arg("setting", limit.name()),
            );
            return Ok((path.to_owned(), None, found));
        }
    };
    if shown.is_some() && read.moves {
        found.push(finding(&codes::IMAGE_ANIMATED));
    }
    let small = shown.and_then(|_| encode::small(&read, LARGEST));
    if shown.is_some() && small.is_none() {
        found.push(finding(&codes::IMAGE_AS_LINK).arg("limit", LARGEST / 1_000));
    }
    let whole = || {
        if shown.is_some() {
            encode::readable(&read)
        } else {
            encode::whole(&read)
        }
    };
    let encoded = small.unwrap_or_else(whole);
    let published = name(path, encoded.kind, taken);
    let mut out = staging.create(&published)?;
    std::io::Write::write_all(&mut out, &encoded.bytes).map_err(Fatal::io("writing", &full))?;
    out.finish()?;
    let picture = PublishedImage {
        path: published,
        bytes: encoded.bytes.len() as u64,
        size: encoded.size,
    };
    Ok((path.to_owned(), Some(picture), found))
}

/// The path of an image of this kind: its own, or one with the kind's ending that no other file has.
fn name(path: &str, kind: ImageKind, taken: &BTreeSet<&str>) -> String {
    if kind.has_ending(path) {
        return path.to_owned();
    }
    let (stem, old) = path.rsplit_once('.').unwrap_or((path, "image"));
    let plain = format!("{stem}.{}", kind.ending());
    if taken.contains(plain.as_str()) {
        format!("{stem}-{old}.{}", kind.ending())
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_of_another_kind_gets_a_free_name() {
        let taken = BTreeSet::from(["a.webp", "b.webp", "b.jpg", "c.JPEG"]);
        assert_eq!(name("a.webp", ImageKind::Jpeg, &taken), "a.jpg");
        assert_eq!(name("b.webp", ImageKind::Jpeg, &taken), "b-webp.jpg");
        assert_eq!(name("c.JPEG", ImageKind::Jpeg, &taken), "c.JPEG");
    }
}
