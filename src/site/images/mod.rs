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
use decode::{DecodedImage, ImageKind, ImageReading, Refusal};
use encode::EncodedImage;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use uses::ImageUse;

/// Bytes of the largest image that is in a page; above it is a link.
pub(crate) use crate::render::markdown::LARGEST_IMAGE as LARGEST;

/// An image as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublishedImage {
    /// Its path in the site.
    pub(crate) path: String,
    pub(crate) bytes: u64,
    /// Its width and height in pixels.
    pub(crate) size: (u32, u32),
}

/// Every image that was made anew, by the path in the site that authors name it by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Images {
    published: BTreeMap<String, PublishedImage>,
}

impl Images {
    /// The image that represents this file.
    pub(crate) fn of(&self, path: &str) -> Option<&PublishedImage> {
        self.published.get(path)
    }
}

/// What became of one file.
struct MadeImage {
    /// The path in the site that authors name it by.
    path: String,
    /// How it is published; none where it is not an image that can be read.
    image: Option<PublishedImage>,
    /// What is wrong with it.
    found: Vec<Diagnostic>,
}

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
    let maker = ImageMaker {
        folder: root.join("content"),
        taken: paths.iter().copied().collect(),
        limits: &portal.settings.limits,
        staging,
    };
    let made: Vec<Result<MadeImage, Fatal>> = paths
        .into_par_iter()
        .filter(|path| decode::is_image(path) || shown.contains_key(path))
        .map(|path| maker.make(path, shown.get(path).copied()))
        .collect();
    let mut images = Images::default();
    for made in made {
        let MadeImage { path, image, found } = made?;
        sink.extend(found);
        images.published.extend(image.map(|image| (path, image)));
    }
    Ok(images)
}

/// What images are made with, and where they go.
struct ImageMaker<'a> {
    /// The folder of the portal's content.
    folder: PathBuf,
    /// Paths of all files below it: none of them is another one's name.
    taken: BTreeSet<&'a str>,
    limits: &'a Limits,
    staging: &'a Staging,
}

impl ImageMaker<'_> {
    /// Makes an image of a file; `shown` says where a text shows it.
    fn make(&self, path: &str, shown: Option<&ImageUse>) -> Result<MadeImage, Fatal> {
        let full = self.folder.join(path);
        let place = shown.map_or_else(
            || Place::file(format!("content/{path}")),
            |one| one.place.clone(),
        );
        let mut made = MadeImage {
            path: path.to_owned(),
            image: None,
            found: Vec::new(),
        };
        let image = match decode::image(&full, path, self.limits)? {
            ImageReading::Decoded(image) => image,
            ImageReading::Refused(refusal) => {
                made.found
                    .extend(self.refused(refusal, shown, finding_at(place, path)));
                return Ok(made);
            }
        };
        let encoded = match shown {
            Some(_) => encode_shown(&image, &finding_at(place, path), &mut made.found),
            None => encode::whole(&image),
        };
        made.image = Some(self.write(path, &encoded, &full)?);
        Ok(made)
    }

    /// Returns the finding that an image cannot be read. A drawing or a format of tomorrow may be offered, but not shown.
    fn refused(
        &self,
        refusal: Refusal,
        shown: Option<&ImageUse>,
        finding: impl Fn(&'static Code) -> Diagnostic,
    ) -> Option<Diagnostic> {
        if shown.is_none() && matches!(refusal, Refusal::Format | Refusal::Svg) {
            return None;
        }
        let limit = refusal.limit();
        Some(
            finding(&codes::IMAGE_UNREADABLE)
                .arg("reason", refusal.id())
                .arg("limit", self.limits.most(limit))
                .arg("setting", limit.name()),
        )
    }

    fn write(
        &self,
        path: &str,
        encoded: &EncodedImage,
        full: &Path,
    ) -> Result<PublishedImage, Fatal> {
        let published = name(path, encoded.kind, &self.taken);
        let mut out = self.staging.create(&published)?;
        out.write_all(&encoded.bytes)
            .map_err(Fatal::io("writing", full))?;
        out.finish()?;
        Ok(PublishedImage {
            path: published,
            bytes: encoded.bytes.len() as u64,
            size: encoded.size,
        })
    }
}

/// Returns the bytes of an image as a text shows it, without a disk; `None` where it is not taken.
pub(crate) fn published_image(bytes: Vec<u8>, limits: &Limits) -> Option<Vec<u8>> {
    let image = decode::decode(bytes, "", decode::most_pixels(limits)).ok()?;
    let encoded = encode::small(&image, LARGEST).unwrap_or_else(|| encode::readable(&image));
    Some(encoded.bytes)
}

/// Returns what makes findings about the image of this path.
fn finding_at(place: Place, path: &str) -> impl Fn(&'static Code) -> Diagnostic {
    move |code| Diagnostic::new(code).at(place.clone()).arg("path", path)
}

/// Encodes an image that a text shows: small enough for its page, or as it can best be seen behind a link.
fn encode_shown(
    image: &DecodedImage,
    finding: &dyn Fn(&'static Code) -> Diagnostic,
    found: &mut Vec<Diagnostic>,
) -> EncodedImage {
    if image.moves {
        found.push(finding(&codes::IMAGE_ANIMATED));
    }
    encode::small(image, LARGEST).unwrap_or_else(|| {
        found.push(finding(&codes::IMAGE_AS_LINK).arg("limit", LARGEST / 1_000));
        encode::readable(image)
    })
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
