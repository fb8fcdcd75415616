//! Holding what was seen against the files of the site.

use super::anchors::{meant, named};
use super::budget::TEXT;
use super::followed::FollowedPages;
use super::look::{Texts, is_html};
use super::markup::{Markup, MarkupKind, findings};
use super::{Audit, FIRST_VIEW, InspectedPage, OwnBudget, Rules, Weight, of_kind};
use crate::cache::Cache;
use crate::diag::{Code, Diagnostic, Place, codes};
use crate::html::target::{Target, resolve};
use crate::stage::{Manifest, SUMS};
use crate::text::web::decode_percent;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Pages that are named one by one when they share a fault; beyond, the first is named and the others are counted,
/// for such a fault is in the theme and not in the pages.
const NAMED: usize = 5;

/// Links that miss their place and for which the nearest is looked for: a page may have thousands of both.
const MOST_COMPARED: usize = 200;

/// A fault of one page: its kind, the address as written, and where that leads.
struct Fault<'a> {
    page: &'a InspectedPage,
    code: &'static Code,
    written: &'a str,
    leads: String,
    /// The places of the page that it leads to, where there is no such place.
    places: Option<&'a Texts>,
}

/// Holds what was seen against the files of the site: `files` are all that were written, pages included.
pub fn judge(seen: &[InspectedPage], files: &Manifest, rules: &Rules) -> Audit {
    judge_again(seen, files, rules, &Cache::off())
}

/// The same, where an earlier run may have followed most links.
pub(crate) fn judge_again(
    seen: &[InspectedPage],
    files: &Manifest,
    rules: &Rules,
    cache: &Cache,
) -> Audit {
    let site = AuditedSite::new(seen, files, rules);
    let faults = site.all_faults(seen, cache);
    let weights: Vec<Weight> = seen.par_iter().map(|page| site.weight(page)).collect();
    let mut found = findings_of(&faults);
    found.extend(findings(seen, &|page, markup| site.allows(page, markup)));
    found.extend(seen.iter().flat_map(repeated));
    found.extend(
        rules
            .budgets
            .iter()
            .filter(|(page, own)| own.bytes > most_of(page))
            .map(|(page, own)| oversized(page, own)),
    );
    found.extend(
        seen.iter()
            .zip(&weights)
            .filter_map(|(page, weight)| too_heavy(page, weight)),
    );
    Audit { found, weights }
}

struct AuditedSite<'a> {
    files: &'a Manifest,
    rules: &'a Rules,
    places: BTreeMap<&'a str, &'a Texts>,
    folders: BTreeSet<&'a str>,
}

impl<'a> AuditedSite<'a> {
    fn new(seen: &'a [InspectedPage], files: &'a Manifest, rules: &'a Rules) -> Self {
        let folders = files
            .keys()
            .flat_map(|path| path.match_indices('/').map(move |(at, _)| &path[..=at]));
        AuditedSite {
            files,
            rules,
            places: seen
                .iter()
                .filter(|s| is_html(&s.path))
                .map(|s| (s.path.as_str(), &s.look.places))
                .collect(),
            folders: folders.chain([""]).collect(),
        }
    }

    fn resolve(&self, page: &InspectedPage, address: &str) -> Target {
        let rooted = page.path.rsplit('/').next() == Some("404.html");
        resolve(&page.path, address, self.rules.base_url.as_deref(), rooted)
    }

    /// Follows the links of all pages, but for those that an earlier run followed to the same files and places.
    fn all_faults(&self, seen: &'a [InspectedPage], cache: &Cache) -> Vec<Fault<'a>> {
        let followed = FollowedPages::known(seen, (self.files, self.rules), cache);
        let pages = match &followed {
            Some(followed) => followed.others(seen),
            None => seen.iter().collect(),
        };
        let faults: Vec<Fault<'a>> = (pages.into_par_iter())
            .flat_map_iter(|page| self.faults(page))
            .collect();
        if let Some(followed) = followed {
            followed.keep(seen, faults.iter().map(|fault| fault.page));
        }
        faults
    }

    /// The list of checksums is written last, so that it is not among the files yet.
    fn has(&self, path: &str) -> bool {
        path == SUMS || self.files.contains_key(path) || self.places.contains_key(path)
    }

    fn faults(&self, page: &'a InspectedPage) -> Vec<Fault<'a>> {
        let links = page
            .look
            .links
            .iter()
            .filter_map(|a| Some((a, self.link_fault(page, a)?)));
        let loads = page
            .look
            .loads
            .iter()
            .filter_map(|(a, _)| Some((a.as_str(), self.load_fault(page, a)?)));
        let fault = |(written, (code, leads)): (&'a str, (&'static Code, String))| {
            let misses = code == &codes::LINK_FRAGMENT_BROKEN;
            let path = leads
                .rsplit_once('#')
                .filter(|_| misses)
                .map(|(path, _)| path);
            let places = path.and_then(|path| self.places.get(path).copied());
            Fault {
                page,
                code,
                written,
                leads,
                places,
            }
        };
        links.chain(loads).map(fault).collect()
    }

    fn link_fault(&self, page: &InspectedPage, address: &str) -> Option<(&'static Code, String)> {
        match self.resolve(page, address) {
            Target::OtherHost | Target::Elsewhere => None,
            Target::Absolute => Some((&codes::LINK_ABSOLUTE, address.to_owned())),
            Target::Above => Some((&codes::LINK_BROKEN, address.to_owned())),
            Target::Folder { path, full } => self.folder_fault(&path, full),
            Target::Inside { path, place } => self.file_fault(path, place),
        }
    }

    /// A full address is followed on a host, which answers with the folder's `index.html`.
    fn folder_fault(&self, path: &str, full: bool) -> Option<(&'static Code, String)> {
        let index = format!("{path}index.html");
        match (self.folders.contains(path), self.has(&index)) {
            (true, true) if full => None,
            (true, _) => Some((&codes::LINK_TO_FOLDER, index)),
            (false, _) => Some((&codes::LINK_BROKEN, path.to_owned())),
        }
    }

    fn file_fault(&self, path: String, place: Option<String>) -> Option<(&'static Code, String)> {
        if !self.has(&path) {
            let folder = format!("{path}/");
            let is_folder = self.folders.contains(folder.as_str());
            return Some(if is_folder {
                (&codes::LINK_TO_FOLDER, format!("{folder}index.html"))
            } else {
                (&codes::LINK_BROKEN, path)
            });
        }
        let place = place?;
        let places = self.places.get(path.as_str())?;
        (!places.contains(&place))
            .then(|| (&codes::LINK_FRAGMENT_BROKEN, format!("{path}#{place}")))
    }

    fn load_fault(&self, page: &InspectedPage, address: &str) -> Option<(&'static Code, String)> {
        match self.resolve(page, address) {
            Target::OtherHost => Some((&codes::OTHER_HOST, address.to_owned())),
            Target::Elsewhere => None,
            _ => self.link_fault(page, address),
        }
    }

    /// Whether markup that runs, embeds or sends something may be there, or is told of as a link or load.
    fn allows(&self, page: &InspectedPage, markup: &Markup) -> bool {
        let target = || self.resolve(page, &markup.what);
        match markup.kind {
            MarkupKind::Script => self.rules.scripts.contains(&markup.what),
            MarkupKind::ScriptFile | MarkupKind::Frame | MarkupKind::Object => {
                target() == Target::OtherHost
            }
            MarkupKind::Form => target() != Target::OtherHost,
            MarkupKind::Handler | MarkupKind::Address | MarkupKind::Refresh | MarkupKind::Base => {
                false
            }
        }
    }

    /// Returns the site's files that a page loads, with their sizes: at once, or only once a reader scrolls to them.
    fn loaded(&self, page: &InspectedPage, lazily: bool) -> BTreeMap<&'a str, u64> {
        let loads = page.look.loads.iter().filter(|(_, lazy)| *lazy == lazily);
        let files = loads.filter_map(|(address, _)| {
            let Target::Inside { path, .. } = self.resolve(page, address) else {
                return None;
            };
            let (path, written) = self.files.get_key_value(&path)?;
            Some((path.as_str(), written.bytes))
        });
        files.collect()
    }

    fn weight(&self, page: &InspectedPage) -> Weight {
        let (now, later) = (self.loaded(page, false), self.loaded(page, true));
        let budgets = &self.rules.budgets;
        let of_texts = budgets.get(TEXT).filter(|_| page.kind == TEXT);
        let own = budgets.get(&page.path).or(of_texts);
        Weight {
            path: page.path.clone(),
            kind: page.kind.clone(),
            bytes: page.bytes + now.values().sum::<u64>(),
            requests: 1 + now.len() as u64,
            images: later.len() as u64,
            image_bytes: later.values().sum(),
            limit: own.map_or_else(
                || of_kind(&page.kind),
                |own| own.bytes.min(most_of(&page.path)),
            ),
            reason: own.map(|own| own.reason.clone()),
        }
    }
}

/// Faults as findings, in the order of pages; one that many pages share is told once.
fn findings_of(faults: &[Fault<'_>]) -> Vec<Diagnostic> {
    let mut pages: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for fault in faults {
        *pages.entry((fault.code.id, &fault.leads)).or_default() += 1;
    }
    let mut reported = BTreeSet::new();
    let (mut found, mut compared) = (Vec::new(), 0);
    for fault in faults {
        let key = (fault.code.id, fault.leads.as_str());
        let count = pages[&key];
        let first = reported.insert(key);
        if count <= NAMED || first {
            let more = if count <= NAMED { 0 } else { count - 1 };
            let finding = about(fault.page, fault.code)
                .arg("target", decode_percent(fault.written))
                .arg("more", more);
            found.push(with_particulars(finding, fault, &mut compared));
        }
    }
    found
}

/// Adds what the message of this kind names besides; `compared` counts the places that were looked for among a page's.
fn with_particulars(finding: Diagnostic, fault: &Fault<'_>, compared: &mut usize) -> Diagnostic {
    if let Some(places) = fault.places {
        *compared += 1;
        let wanted = fault.leads.rsplit_once('#').map_or("", |(_, place)| place);
        let near = (*compared <= MOST_COMPARED)
            .then(|| meant(wanted, places.iter()))
            .flatten();
        return finding
            .arg("near", near.unwrap_or("none"))
            .arg("places", named(places.iter()));
    }
    let file = fault.written.trim_end_matches('/');
    let file = if file.is_empty() {
        "index.html".to_owned()
    } else {
        format!("{file}/index.html")
    };
    finding.arg("file", file).arg("kind", "site")
}

fn about(page: &InspectedPage, code: &'static Code) -> Diagnostic {
    let finding = Diagnostic::new(code).arg("page", &page.path);
    match &page.source {
        Some(source) => finding.at(Place::file(source)),
        None => finding,
    }
}

fn repeated(page: &InspectedPage) -> impl Iterator<Item = Diagnostic> {
    page.look
        .repeated
        .iter()
        .map(|id| about(page, &codes::REPEATED_ANCHOR).arg("id", id))
}

fn oversized(page: &str, own: &OwnBudget) -> Diagnostic {
    Diagnostic::new(&codes::BUDGET_TOO_LARGE)
        .arg("page", page)
        .arg("bytes", own.bytes)
        .arg("limit", FIRST_VIEW)
}

/// The most that an author may let a page weigh; a plain text is read while it comes, and may have any length.
fn most_of(path: &str) -> u64 {
    if path == TEXT || path.ends_with(".txt") {
        u64::MAX
    } else {
        FIRST_VIEW
    }
}

/// A warning at 90 %, an error above 100 %; a plain text is only warned of.
fn too_heavy(page: &InspectedPage, weight: &Weight) -> Option<Diagnostic> {
    if weight.kind == TEXT {
        let finding = about(page, &codes::TEXT_EDITION_HEAVY)
            .arg("bytes", weight.bytes)
            .arg("limit", weight.limit);
        return (weight.bytes > weight.limit).then_some(finding);
    }
    let code = if weight.bytes > weight.limit {
        &codes::PAGE_TOO_HEAVY
    } else if weight.bytes * 10 >= weight.limit * 9 {
        &codes::PAGE_NEARLY_TOO_HEAVY
    } else {
        return None;
    };
    let finding = about(page, code).arg("kind", &weight.kind);
    Some(
        finding
            .arg("bytes", weight.bytes)
            .arg("limit", weight.limit),
    )
}
