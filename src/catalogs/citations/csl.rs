//! CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`).

use super::{Cited, Form};
use crate::catalogs::json_text;
use crate::text::date::PartialDate;
use serde::Serialize;

/// CSL-JSON, which programs that manage literature read.
pub(crate) struct Csl;

impl Form for Csl {
    fn ending(&self) -> &'static str {
        "csl.json"
    }

    fn write(&self, cited: &Cited) -> String {
        json_text(&[CslItem::from(cited)])
    }
}

/// An item of literature.
#[derive(Serialize)]
struct CslItem<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    author: [CslName<'a>; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    publisher: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    language: &'a str,
}

impl<'a> From<&'a Cited> for CslItem<'a> {
    fn from(cited: &'a Cited) -> Self {
        CslItem {
            id: &cited.id,
            kind: "dataset",
            title: &cited.title,
            author: [CslName {
                literal: &cited.creator,
            }],
            issued: cited.date.map(CslDate::from),
            publisher: &cited.publisher,
            version: cited.version.as_deref(),
            doi: cited.doi.as_deref(),
            number: cited.number.as_deref(),
            url: cited.url.as_deref(),
            language: &cited.lang,
        }
    }
}

/// The name of an office, which has no family name.
#[derive(Serialize)]
struct CslName<'a> {
    literal: &'a str,
}

/// A date: year, month and day, as far as they are known.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    date_parts: [Vec<i64>; 1],
}

impl From<PartialDate> for CslDate {
    fn from(date: PartialDate) -> Self {
        let known = [
            Some(date.year.into()),
            date.month.map(i64::from),
            date.day.map(i64::from),
        ];
        CslDate {
            date_parts: [known.into_iter().map_while(|part| part).collect()],
        }
    }
}
