//! The facts of commitments and reports for programs: `commitments/ID.json` and `reports/ID.json`, in every language at once.

pub(super) mod commitment;
mod contradiction;
pub(super) mod report;

use super::{Blank, IsoDate, LocalizedText, write_json};
use crate::cache::CacheKey;
use crate::diag::Fatal;
use crate::model::Portal;
use crate::model::address;
use crate::model::evidence::Proof;
use crate::model::head::Head;
use crate::model::term::TermRef;
use crate::model::vocabulary::Taxonomy;
use crate::recall::Recall;
use crate::stage::{Staging, WrittenFile};
use commitment::CommitmentFile;
use rayon::prelude::*;
use report::ReportFile;
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::Serializer;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes each commitment's and each report's file, or leaves it as a run made it of the same portal. `own` says by what a
/// commitment's own page is known.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write(
    portal: &Portal,
    staging: &Staging,
    recall: &Recall,
    own: &(dyn Fn(usize) -> CacheKey + Sync),
) -> Result<(), Fatal> {
    let commitments = portal.commitments.par_iter().enumerate();
    commitments.try_for_each(|(at, c)| -> Result<(), Fatal> {
        let (path, own) = (beside(&address::commitment(&c.head.id)), own(at));
        let known = recall.get::<String>(&path, &own);
        if let Some(sha256) = known
            && staging.keep(&path, &sha256)?
        {
            return Ok(());
        }
        let written = write_facts(&path, &CommitmentFile::of(portal, c), staging)?;
        recall.put(&path, own, &written.sha256);
        Ok(())
    })?;
    portal.reports.par_iter().try_for_each(|r| {
        let file = ReportFile::of(portal, r);
        write_facts(&beside(&address::report(&r.head.id)), &file, staging).map(drop)
    })
}

/// Returns the path of the facts beside the page that tells them.
fn beside(page: &str) -> String {
    page.replace(".html", ".json")
}

fn write_facts<T: Serialize>(
    path: &str,
    facts: &T,
    staging: &Staging,
) -> Result<WrittenFile, Fatal> {
    let mut text = Vec::new();
    write_json(&mut text, facts).map_err(Fatal::io("writing", Path::new(path)))?;
    staging.write(path, &text)
}

/// A term of a vocabulary.
#[derive(Debug, Serialize, JsonSchema)]
struct TermEntry<'a> {
    id: &'a str,
    #[schemars(extend("optional" = true))]
    name: LocalizedText<'a>,
}

impl<'a> TermEntry<'a> {
    fn of(portal: &'a Portal, taxonomy: Taxonomy, term: &'a TermRef) -> Self {
        let known = portal.terms.get(taxonomy, &term.id);
        TermEntry {
            id: &term.id,
            name: known.map_or_else(LocalizedText::default, |t| LocalizedText::of(&t.name)),
        }
    }
}

/// Published evidence that something was done.
#[derive(Debug, Serialize, JsonSchema)]
struct ProofEntry<'a> {
    #[schemars(extend("optional" = true))]
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<IsoDate>,
}

impl<'a> From<&'a Proof> for ProofEntry<'a> {
    fn from(proof: &'a Proof) -> Self {
        ProofEntry {
            title: &proof.title,
            url: proof.url.as_ref().map(|url| url.value.as_str()),
            date: proof.date.map(IsoDate),
        }
    }
}

/// Texts by section and language, in the order in which the sections first occur.
#[derive(Debug, Default, JsonSchema)]
#[schemars(transparent, inline)]
struct SectionTexts<'a>(
    #[schemars(with = "BTreeMap<String, LocalizedText>")] Vec<(&'a str, LocalizedText<'a>)>,
);

impl<'a> SectionTexts<'a> {
    /// Draws the Markdown of the sections that `wanted` asks for by their identifiers.
    fn of(head: &'a Head, wanted: impl Fn(&str) -> bool) -> Self {
        let mut ids: Vec<&str> = Vec::new();
        for section in head.body.values().flat_map(|body| &body.sections) {
            if !section.id.is_empty() && !ids.contains(&&*section.id) && wanted(&section.id) {
                ids.push(&section.id);
            }
        }
        SectionTexts(ids.into_iter().map(|id| (id, markdown(head, id))).collect())
    }

    /// Draws the authors' headings: known sections have other ones in other portals.
    fn headings(head: &'a Head) -> Self {
        let mut all = SectionTexts::default();
        for (lang, body) in head.body.iter() {
            let with_id = body.sections.iter().filter(|s| !s.id.is_empty());
            for section in with_id {
                if let Some(heading) = &section.heading {
                    all.section(&section.id).set(lang, heading);
                }
            }
        }
        all
    }

    /// Returns the texts of a section, to be added to.
    fn section(&mut self, id: &'a str) -> &mut LocalizedText<'a> {
        let index = self.0.iter().position(|(own, _)| *own == id);
        let index = index.unwrap_or_else(|| {
            self.0.push((id, LocalizedText::default()));
            self.0.len() - 1
        });
        &mut self.0[index].1
    }
}

impl Serialize for SectionTexts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, texts)| (id, texts)))
    }
}

impl Blank for SectionTexts<'_> {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

/// Returns a section's Markdown by language; that of `""` is before the first heading.
fn markdown<'a>(head: &'a Head, id: &str) -> LocalizedText<'a> {
    let given = head.body.iter();
    given
        .filter_map(|(lang, body)| Some((lang, body.section(id)?.markdown.trim())))
        .collect()
}
