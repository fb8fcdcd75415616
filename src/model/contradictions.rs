//! What does not fit together in a portal's pages, as readers are told: findings of [`rules`](super::rules), each at the
//! page that it is about, with the publisher's reason where that acknowledges it.

use super::contradiction::Contradiction;
use super::head::Head;
use super::portal::Portal;
use super::rules;
use crate::cache::Cache;
use crate::diag::{Code, Diagnostic, Sink, codes};
use std::collections::BTreeMap;

/// The findings that readers are told of. What a page says anyway is not among them: that a report is elsewhere, that a
/// milestone has no evidence, that a value has no reason.
const TOLD: &[&Code] = &[
    &codes::ENDS_BEFORE_START,
    &codes::MILESTONE_OUTSIDE_COMMITMENT,
    &codes::COMMITMENT_OUTSIDE_PLAN,
    &codes::MILESTONES_OUT_OF_ORDER,
    &codes::REPEATED_INSTITUTION,
    &codes::INSTITUTIONS_ALIKE,
    &codes::PLAN_OF_OTHER_LOCALITY,
    &codes::INCEPTION_OF_OTHER_MEMBER,
    &codes::REPORT_OF_OTHER_MEMBER,
    &codes::REPORT_OF_OTHER_PLAN,
    &codes::LIMITED_AS_PLANNED,
    &codes::ANSWER_AGAINST_DEGREE,
    &codes::EVALUATION_AGAINST_MILESTONES,
    &codes::COMPLETE_WITHOUT_EVIDENCE,
    &codes::TRANSLATION_OLDER,
];

impl Portal {
    /// Takes what readers are told from the findings of rules.
    pub(super) fn take_contradictions<'d>(&mut self, found: impl Iterator<Item = &'d Diagnostic>) {
        let heads = heads(self);
        let told = found.filter(|finding| TOLD.contains(&finding.code));
        let mut all: Vec<Contradiction> = told
            .filter_map(|finding| {
                let place = finding.place.as_ref()?;
                let head = heads.get(place.file.as_str())?;
                let is_main = head.file.path == place.file;
                let files = head.files.iter();
                let lang = files.filter(|(_, file)| !is_main && file.path == place.file);
                Some(Contradiction {
                    code: finding.code,
                    page: head.file.path.clone(),
                    lang: lang.map(|(lang, _)| lang.clone()).next(),
                    line: place.line,
                    args: finding.args.clone(),
                    reason: self.reason(head, finding.code, &place.file),
                })
            })
            .collect();
        all.sort_by(|a, b| (&a.page, a.line, a.code.id).cmp(&(&b.page, b.line, b.code.id)));
        self.contradictions = all;
    }

    /// Looks for contradictions anew, after a page was taken in.
    pub(super) fn find_contradictions(&mut self) {
        let mut sink = Sink::new();
        rules::contradict(self, &Cache::off(), &mut sink);
        let found = sink.into_found();
        self.take_contradictions(found.iter());
    }

    /// Returns what does not fit together on the page of a file in the main language.
    pub(crate) fn contradictions_in(&self, page: &str) -> &[Contradiction] {
        let all = &self.contradictions;
        let first = all.partition_point(|one| *one.page < *page);
        let end = all.partition_point(|one| *one.page <= *page);
        &all[first..end]
    }

    /// Why a finding is left as it is: by the page, else by the settings.
    fn reason(&self, head: &Head, code: &Code, file: &str) -> Option<String> {
        let own = head.acknowledged.iter();
        let settings = self.settings.acknowledged.iter().filter(|known| {
            let about = known.file.as_deref().unwrap_or_default();
            let rest = file.strip_prefix(about.trim_end_matches('/'));
            rest.is_some_and(|rest| about.is_empty() || rest.is_empty() || rest.starts_with('/'))
        });
        own.chain(settings)
            .find(|known| known.code == code)
            .map(|known| known.reason.clone())
    }
}

/// Returns the pages by their files.
fn heads(portal: &Portal) -> BTreeMap<&str, &Head> {
    let mut all = BTreeMap::new();
    for head in portal.heads() {
        let files = head.files.values().chain([&head.file]);
        all.extend(files.map(|file| (file.path.as_str(), head)));
    }
    all
}
