//! Parts that several of the portal's own JSON files share. Doc comments of types and fields are published as their
//! descriptions in `schemas/`.

use super::{Blank, never_blank};
use crate::downloads::Role;
use crate::model::dataset::{External, Spatial};
use crate::model::head::CitedSource;
use crate::record::Distribution;
use crate::text::by_lang::ByLang;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::Serializer;
use serde_json::{Map, Number, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use tragaluz_tables::FileNote;

/// The same words by language (BCP 47 tag).
#[derive(Debug, Clone, Default, PartialEq, JsonSchema)]
#[schemars(transparent)]
#[schemars(extend("propertyNames" = { "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }))]
pub(crate) struct LocalizedText<'a>(
    #[schemars(with = "BTreeMap<String, String>")] Vec<(&'a Lang, &'a str)>,
);

impl<'a> LocalizedText<'a> {
    /// Returns the words in the order of the languages' tags.
    pub(crate) fn of(words: &'a Words) -> Self {
        LocalizedText(words.sorted().into_iter().collect())
    }

    /// Sets the words of a language.
    pub(crate) fn set(&mut self, lang: &'a Lang, text: &'a str) {
        match self.0.iter_mut().find(|(own, _)| *own == lang) {
            Some((_, old)) => *old = text,
            None => self.0.push((lang, text)),
        }
    }
}

impl<'a> FromIterator<(&'a Lang, &'a str)> for LocalizedText<'a> {
    fn from_iter<I: IntoIterator<Item = (&'a Lang, &'a str)>>(texts: I) -> Self {
        LocalizedText(texts.into_iter().collect())
    }
}

impl Serialize for LocalizedText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(lang, text)| (lang.tag(), text)))
    }
}

impl Blank for LocalizedText<'_> {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

/// Facts of its author's own, by language.
#[derive(Debug, Clone, JsonSchema)]
#[schemars(transparent, inline)]
pub(crate) struct OwnFactsEntry<'a>(
    #[schemars(with = "BTreeMap<String, Map<String, Value>>")]
    pub(crate)  &'a ByLang<Map<String, Value>>,
);

impl Serialize for OwnFactsEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(lang, facts)| (lang.tag(), facts)))
    }
}

impl Blank for OwnFactsEntry<'_> {
    fn is_blank(&self) -> bool {
        self.0.iter().next().is_none()
    }
}

/// ISO 8601, as precise as the source: a year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, JsonSchema)]
#[schemars(transparent)]
#[schemars(extend("pattern" = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
pub(crate) struct IsoDate(#[schemars(with = "String")] pub(crate) PartialDate);

impl Serialize for IsoDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// From the site's root, with /; not percent-encoded.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct SitePath<'a>(
    #[schemars(length(min = 1), regex(pattern = "^[^/]"))] pub(crate) Cow<'a, str>,
);

/// SHA-256 in lower-case hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Sha256<'a>(#[schemars(regex(pattern = "^[0-9a-f]{64}$"))] pub(crate) &'a str);

impl Blank for Sha256<'_> {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

never_blank!(IsoDate, SitePath<'_>);

/// What a file is to its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FileRole {
    /// The whole table.
    Table,
    /// The same for a spreadsheet program.
    Excel,
    /// Its first rows.
    Sample,
    /// The file as received.
    Received,
    /// Everything in one file.
    Archive,
    /// All rows of several tables of the dataset that have the same columns: those of its other files once more.
    Joined,
    /// Metadata.
    Description,
}

impl From<Role> for FileRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Table => FileRole::Table,
            Role::Excel => FileRole::Excel,
            Role::Sample => FileRole::Sample,
            Role::Received => FileRole::Received,
            Role::Archive => FileRole::Archive,
            Role::Joined => FileRole::Joined,
            Role::Description => FileRole::Description,
        }
    }
}

/// A file of a dataset.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct FileEntry<'a> {
    /// The table that it holds; null for a file of the whole dataset.
    #[schemars(extend("optional" = true))]
    name: Option<&'a str>,
    /// What it is to the table.
    role: FileRole,
    path: SitePath<'a>,
    /// csv, json, ndjson, xlsx, ods …
    format: &'a str,
    /// Rows of data, without the header; null for what is not a table.
    rows: Option<u64>,
    bytes: u64,
    sha256: Sha256<'a>,
}

impl<'a> From<&'a Distribution> for FileEntry<'a> {
    fn from(file: &'a Distribution) -> Self {
        FileEntry {
            name: file.resource.as_deref(),
            role: file.role.into(),
            path: SitePath(file.path.as_str().into()),
            format: &file.format,
            rows: file.rows,
            bytes: file.bytes,
            sha256: Sha256(&file.sha256),
        }
    }
}

/// A file on another server, with what is declared of it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ExternalEntry<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: LocalizedText<'a>,
    url: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    media_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    bytes: Option<u64>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    sha256: Option<Sha256<'a>>,
}

impl<'a> From<&'a External> for ExternalEntry<'a> {
    fn from(file: &'a External) -> Self {
        ExternalEntry {
            name: &file.name,
            title: LocalizedText::of(&file.title),
            description: LocalizedText::of(&file.description),
            url: &file.url,
            format: file.format.as_deref(),
            media_type: file.media_type.as_deref(),
            bytes: file.bytes,
            sha256: file.sha256.as_deref().map(Sha256),
        }
    }
}

/// An area.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Area<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: LocalizedText<'a>,
    /// An official code: ISO 3166 or the country's own.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    code: Option<&'a str>,
    /// Its GeoNames address.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    geonames: Option<&'a str>,
    /// West, south, east and north, in degrees of WGS 84.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    bbox: Option<[Number; 4]>,
}

impl<'a> From<&'a Spatial> for Area<'a> {
    fn from(spatial: &'a Spatial) -> Self {
        Area {
            name: LocalizedText::of(&spatial.name),
            code: spatial.code.as_deref(),
            geonames: spatial.geonames.as_deref(),
            bbox: spatial.bounds.and_then(super::degrees),
        }
    }
}

impl Blank for Area<'_> {
    fn is_blank(&self) -> bool {
        self.name.is_blank()
            && self.code.is_blank()
            && self.geonames.is_blank()
            && self.bbox.is_none()
    }
}

/// Where facts come from.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SourceEntry<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    date: Option<IsoDate>,
}

impl<'a> From<&'a CitedSource> for SourceEntry<'a> {
    fn from(source: &'a CitedSource) -> Self {
        SourceEntry {
            title: LocalizedText::of(&source.title),
            url: source.address(),
            date: source.date.map(IsoDate),
        }
    }
}

/// Where a note is.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NotePosition {
    Above,
    Below,
}

/// What a received file says above or below its table: a title, a source, a total.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct NoteEntry<'a> {
    /// Its line in the received file, after the file's name and a colon where there are several.
    line: &'a str,
    position: NotePosition,
    text: &'a str,
}

impl<'a> From<&'a FileNote> for NoteEntry<'a> {
    fn from(note: &'a FileNote) -> Self {
        NoteEntry {
            line: &note.line,
            position: if note.is_above {
                NotePosition::Above
            } else {
                NotePosition::Below
            },
            text: &note.text,
        }
    }
}

/// Projects each item of a list.
pub(crate) fn entries<'a, T, E: From<&'a T>>(items: &'a [T]) -> Vec<E> {
    items.iter().map(E::from).collect()
}

/// The time that data cover; an end that is open is left out.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub(crate) struct CoveredTime {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    start: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    end: Option<IsoDate>,
}

impl CoveredTime {
    pub(crate) fn of((start, end): (Option<PartialDate>, Option<PartialDate>)) -> Self {
        CoveredTime {
            start: start.map(IsoDate),
            end: end.map(IsoDate),
        }
    }
}

impl Blank for CoveredTime {
    fn is_blank(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }
}
