//! Where the author of a page wrote a link that was found broken in the finished page.

use super::markup::{in_theme, text};
use crate::diag::{Code, Diagnostic, Place, Sink, codes};
use crate::model::Portal;
use crate::model::head::Head;
use crate::model::text_links::links;
use crate::pages::Plan;
use crate::render::Theme;
use crate::text::lang::Lang;
use crate::text::web::decode_percent;
use crate::text::web::encode_address;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Kinds of findings that name a page and an address on it.
static OF_LINKS: &[&Code] = &[
    &codes::LINK_BROKEN,
    &codes::LINK_TO_FOLDER,
    &codes::LINK_ABSOLUTE,
    &codes::LINK_FRAGMENT_BROKEN,
    &codes::OTHER_HOST,
];

/// Returns what the audit found that is not known by its cause already, each at its place in the author's file or the theme.
pub(crate) fn news(
    found: Vec<Diagnostic>,
    portal: &Portal,
    plan: &Plan,
    theme: &Theme,
    known: &Sink,
) -> Vec<Diagnostic> {
    let located = in_theme(locate(found, portal, plan), theme);
    located
        .into_iter()
        .filter(|d| !is_known(d, known))
        .collect()
}

/// Gives findings about links the line and column of each link in the file that its author wrote. A text that several
/// languages show is told of once.
fn locate(found: Vec<Diagnostic>, portal: &Portal, plan: &Plan) -> Vec<Diagnostic> {
    if !found.iter().any(is_of_link) {
        return found;
    }
    let heads = portal.heads();
    let mut locator = Locator {
        portal,
        plan,
        heads: heads.map(|head| (head.file.path.as_str(), head)).collect(),
        page: None,
        told: BTreeSet::new(),
    };
    let mut located = Vec::with_capacity(found.len());
    for finding in found {
        match locator.places(&finding) {
            Some(places) => {
                located.extend(places.into_iter().map(|place| finding.clone().at(place)));
            }
            None => located.push(finding),
        }
    }
    located
}

/// Whether a finding names a page and an address on it, and no line yet.
fn is_of_link(finding: &Diagnostic) -> bool {
    let place = finding.place.as_ref();
    OF_LINKS.contains(&finding.code) && place.is_some_and(|place| place.line == 0)
}

/// Looks for links in the files that authors wrote. Findings come page by page, so that the links of one page are held.
struct Locator<'p> {
    portal: &'p Portal,
    plan: &'p Plan,
    /// Heads by the paths of their files.
    heads: BTreeMap<&'p str, &'p Head>,
    page: Option<ShownLinks<'p>>,
    /// What was told: code, file, line and column.
    told: BTreeSet<ToldPlace>,
}

/// What was told, and where.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct ToldPlace {
    code: &'static str,
    file: String,
    line: usize,
    column: usize,
}

impl Locator<'_> {
    /// Returns the places of a finding's link that were not told yet; none where it is about no link of a text.
    fn places(&mut self, finding: &Diagnostic) -> Option<Vec<Place>> {
        let place = finding.place.as_ref().filter(|_| is_of_link(finding))?;
        let head = *self.heads.get(&*place.file)?;
        let (path, target) = (text(finding, "page")?, text(finding, "target")?);
        let shown = match self.page.take().filter(|shown| shown.path == path) {
            Some(shown) => shown,
            None => ShownLinks::of(head, path, self.portal, self.plan),
        };
        let mut places = self.page.insert(shown).places(target);
        if places.is_empty() {
            return None;
        }
        places.retain(|place| {
            self.told.insert(ToldPlace {
                code: finding.code.id,
                file: place.file.clone(),
                line: place.line,
                column: place.column,
            })
        });
        Some(places)
    }
}

/// The links that the text of a page holds.
struct ShownLinks<'p> {
    path: String,
    head: &'p Head,
    lang: &'p Lang,
    /// Where each is in the file, by its address on the page.
    spans: BTreeMap<String, Vec<Range<usize>>>,
}

impl<'p> ShownLinks<'p> {
    fn of(head: &'p Head, path: &str, portal: &'p Portal, plan: &'p Plan) -> ShownLinks<'p> {
        let reader = plan.lang_of(path);
        let mut spans: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
        let (lang, sections) = match head.body(reader, portal.settings.main()) {
            Some((lang, body)) => (lang, body.sections.as_slice()),
            None => (reader, &[][..]),
        };
        let file = &head.files.get(lang).unwrap_or(&head.file).path;
        for section in sections {
            for link in links(&section.markdown) {
                let resolved = plan.resolve(&plan.lead(&link.target, file), path, reader);
                let address = decode_percent(&encode_address(&resolved.unwrap_or(link.target)));
                let span = section.span.start + link.span.start..section.span.start + link.span.end;
                spans.entry(address).or_default().push(span);
            }
        }
        ShownLinks {
            path: path.to_owned(),
            head,
            lang,
            spans,
        }
    }

    fn places(&self, address: &str) -> Vec<Place> {
        let spans = self
            .spans
            .get(address)
            .map(Vec::as_slice)
            .unwrap_or_default();
        spans
            .iter()
            .map(|span| self.head.place(self.lang, span.clone()))
            .collect()
    }
}

/// Whether the audit only repeats what is known by its cause: a text's link that was found in the text itself, or a
/// link to a page that could not be made.
fn is_known(found: &Diagnostic, sink: &Sink) -> bool {
    let file = found.place.as_ref().map(|place| &place.file);
    found.code == &codes::LINK_BROKEN
        && sink.iter().any(|known| {
            known.code == &codes::TEMPLATE_FAILED
                || known.code == &codes::LINK_BROKEN
                    && known.place.as_ref().map(|place| &place.file) == file
        })
}
