//! Where the links of texts lead, and which page asked for which: a page that was made before may stay as it is only
//! while every link that it asked for leads where it led then.

use super::super::images::Images;
use crate::pages::Plan;
use crate::pages::links::ResolvedLink;
use crate::render::{LinkRequest, LinkResolver, LinkTarget, OwnTerm};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// A link that a page asked for, and the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AskedLink {
    target: String,
    source: String,
    answer: Option<LinkTarget>,
}

/// Resolves the links of texts against the plan.
pub(crate) struct SiteLinks {
    plan: Arc<Plan>,
    images: Arc<Images>,
    terms: Vec<OwnTerm>,
    /// What each page asked for that is being made.
    asked: Mutex<BTreeMap<String, Vec<AskedLink>>>,
}

impl SiteLinks {
    pub(crate) fn new(plan: &Arc<Plan>, images: &Arc<Images>, terms: Vec<OwnTerm>) -> SiteLinks {
        SiteLinks {
            plan: plan.clone(),
            images: images.clone(),
            terms,
            asked: Mutex::default(),
        }
    }

    /// What a page asked for since this was last called for it.
    pub(crate) fn asked_by(&self, page: &str) -> Vec<AskedLink> {
        self.asked
            .lock()
            .expect("no link panics")
            .remove(page)
            .unwrap_or_default()
    }

    /// Whether all this is answered today as it was then.
    pub(crate) fn still(&self, page: &str, asked: &[AskedLink]) -> bool {
        asked.iter().all(|a| {
            self.answer(LinkRequest {
                target: &a.target,
                source: &a.source,
                page,
            }) == a.answer
        })
    }

    fn answer(&self, wanted: LinkRequest<'_>) -> Option<LinkTarget> {
        let plan = &self.plan;
        let lead = plan.lead(wanted.target, wanted.source);
        if let ResolvedLink::File(path, fragment) = &lead
            && let Some(picture) = self.images.of(path)
        {
            let lead = ResolvedLink::File(picture.path.clone(), fragment.clone());
            let href = plan.resolve(&lead, wanted.page, plan.lang_of(wanted.page))?;
            return Some(LinkTarget {
                href,
                bytes: Some(picture.bytes),
                pixels: Some(picture.size),
                words: None,
            });
        }
        let lang = plan.lang_of(wanted.page);
        let href = plan.resolve(&lead, wanted.page, lang)?;
        let words = plan.figures.words(wanted.target, lang);
        Some(LinkTarget {
            href,
            bytes: plan.size(&lead),
            words: words.map(str::to_owned),
            ..LinkTarget::default()
        })
    }
}

impl LinkResolver for SiteLinks {
    fn resolve(&self, wanted: LinkRequest<'_>) -> Option<LinkTarget> {
        let answer = self.answer(wanted);
        let asked = AskedLink {
            target: wanted.target.to_owned(),
            source: wanted.source.to_owned(),
            answer: answer.clone(),
        };
        self.asked
            .lock()
            .expect("no link panics")
            .entry(wanted.page.to_owned())
            .or_default()
            .push(asked);
        answer
    }

    fn own_terms(&self) -> Vec<OwnTerm> {
        self.terms.clone()
    }
}
