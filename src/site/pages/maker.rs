//! Making one page, without writing it anywhere: what it states, its text, its plain-text edition.

use super::links::SiteLinks;
use super::{Materials, foot};
use crate::catalogs;
use crate::diag::{Diagnostic, Sink, codes};
use crate::feeds;
use crate::feeds::ListedPage;
use crate::html::pieces::{Piece, pieces};
use crate::html::plain_text;
use crate::html::plain_text::{Lines, Words};
use crate::model::Portal;
use crate::pages::context::PageContext;
use crate::pages::frame;
use crate::pages::glossary;
use crate::pages::kinds::SchemaOrgSubject;
use crate::pages::page_kind::PageKind;
use crate::pages::rows::context::RowsContext as PageOfRows;
use crate::pages::{FrameInputs, PagePlan, SiteFacts, address, row_pages};
use crate::render::style::Styles;
use crate::render::{MissingKind, OwnTerm, PageEngine, RenderError, Theme, plain_cause};
use crate::site::audit::{Look, LookBuilder};
use crate::site::cards;
use crate::site::policy::Needs;
use crate::stage::sha256;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A page or its text edition that is not in the output as it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageFile {
    /// The path of the file in whose place it is.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(super) kind: String,
    pub(super) look: Look,
}

/// A page's text, what was seen in it, and its plain-text edition.
struct RenderedPage {
    html: String,
    look: Look,
    text: Option<String>,
}

/// The finding why a page is not made: what is wrong with its template.
pub(super) type PageFault = Box<Diagnostic>;

/// Rows as pages show them; a missing cell is none.
pub(super) type ShownRows = Vec<Vec<Option<String>>>;

/// Everything that pages are made with.
pub(super) struct Maker<'a> {
    pub(crate) view: &'a SiteFacts<'a>,
    pub(crate) theme: &'a Theme,
    feeds: BTreeMap<Lang, String>,
    engines: BTreeMap<&'a Lang, PageEngine>,
    pub(crate) links: BTreeMap<&'a Lang, Arc<SiteLinks>>,
    styles: Styles,
    needs: Needs,
}

impl<'a> Maker<'a> {
    /// Opens the theme's engine for each of these languages; none where a template is not well formed, which is a finding.
    pub(crate) fn open(
        view: &'a SiteFacts<'a>,
        of: &Materials<'a>,
        languages: &[&'a Lang],
        sink: &mut Sink,
    ) -> Option<Maker<'a>> {
        let Materials {
            plan,
            images,
            theme,
        } = *of;
        let mut engines: BTreeMap<&Lang, PageEngine> = BTreeMap::new();
        let mut links = BTreeMap::new();
        for lang in languages.iter().copied() {
            let own = links.entry(lang).or_insert_with(|| {
                Arc::new(SiteLinks::new(plan, images, own_terms(view.portal, lang)))
            });
            match theme.engine(lang, own.clone()) {
                Ok(engine) => {
                    engines.insert(lang, engine);
                }
                Err(error) => {
                    sink.push(failed(theme, &error.template, &error));
                    return None;
                }
            }
        }
        let feeds = feeds::paths(&plan.catalog).into_iter().collect();
        let needs = Needs::of(&view.portal.settings, theme, plan.has_search());
        Some(Maker {
            view,
            theme,
            feeds,
            engines,
            links,
            styles: Styles::default(),
            needs,
        })
    }

    /// Everything that a page states, but for the rows of a page of rows.
    pub(crate) fn context(&self, page: &PagePlan) -> PageContext {
        let feed = self.feeds.get(&page.lang).map(String::as_str);
        let catalog = &self.view.plan.catalog;
        let structured = page
            .kind
            .describes(page, self.view)
            .map(|described| match described {
                SchemaOrgSubject::Catalog => {
                    catalogs::schema_org::catalog(catalog, &page.path, &page.lang)
                }
                SchemaOrgSubject::Dataset(record) => {
                    catalogs::schema_org::json_ld(catalog, record, &page.lang)
                }
            });
        let hinted = page.draft.part == 1
            && matches!(
                page.draft.address.as_str(),
                "index.html" | "datasets/index.html"
            );
        let mut hints = if hinted {
            catalogs::hints(catalog)
        } else {
            Vec::new()
        };
        let json_feed =
            feeds::json_path(catalog, &page.lang).filter(|_| page.draft.address == "index.html");
        hints.extend(json_feed.map(|path| (path, "application/feed+json")));
        let say = |id: &str| self.theme.say(&page.lang, id, &[]);
        frame::fill(
            self.view,
            page,
            FrameInputs {
                feed,
                structured,
                hints,
                card: cards::of_page(page, self.view, &say),
                policy: self.needs.of_page(page.kind == PageKind::Search),
                options: &self.theme.options,
            },
        )
    }

    /// Returns the page and, where it has one, its plain-text edition.
    ///
    /// # Errors
    /// Where its template fails, which is a finding.
    pub(crate) fn files(
        &self,
        page: &PagePlan,
        mut context: PageContext,
        rows: Option<&ShownRows>,
    ) -> Result<Vec<PageFile>, PageFault> {
        if let (Some(body), Some(rows)) = (context.body.facts_mut::<PageOfRows>(), rows) {
            let table = &self.view.tables.tables[page.draft.item];
            let columns = row_pages::columns(table, page.draft.rows);
            let heads = &body.preview.columns;
            let cells = |row: &Vec<Option<String>>| -> Vec<Option<String>> {
                (columns.iter().zip(heads))
                    .map(|(at, head)| Some(head.shown(row[*at].clone()?)))
                    .collect()
            };
            body.preview.rows = rows.iter().map(cells).collect();
        }
        let kind = context.page.kind.clone();
        let rendered = self.rendered(page, context)?;
        let mut files = vec![PageFile {
            path: page.path.clone(),
            text: rendered.html,
            kind,
            look: rendered.look,
        }];
        files.extend(rendered.text.map(|text| PageFile {
            path: address::edition(&page.path, "txt"),
            text,
            kind: "text".to_owned(),
            look: Look::default(),
        }));
        Ok(files)
    }

    /// Returns the template of a page. Where it names one that is not there, which is told, that of its kind is taken.
    fn template_of<'c>(&self, context: &'c PageContext) -> &'c str {
        let named = context.template();
        if self.theme.has_template(named) {
            named
        } else {
            context.body.template()
        }
    }

    /// Renders a page, and makes its plain-text edition before the page states the edition's checksum.
    fn rendered(&self, page: &PagePlan, context: PageContext) -> Result<RenderedPage, PageFault> {
        let engine = &self.engines[&page.lang];
        let template = self.template_of(&context);
        match engine.foot(template) {
            Some(foot) => self.with_foot(page, context, foot),
            None if engine.states_checksum() && context.page.text_edition.is_some() => {
                self.twice(page, context)
            }
            None => {
                let html = self.styles.lean(self.part(page, template, &context)?);
                let pieces = pieces(&html);
                let look = Look::at(&pieces);
                let text = self.text(page, &context, pieces);
                Ok(RenderedPage { html, look, text })
            }
        }
    }

    /// Renders a page whose frame leaves the foot to a template of its own.
    fn with_foot(
        &self,
        page: &PagePlan,
        mut context: PageContext,
        foot: &str,
    ) -> Result<RenderedPage, PageFault> {
        let mut look = LookBuilder::default();
        let mut html = self.part(page, self.template_of(&context), &context)?;
        let before = pieces(&html);
        look.read(&before);
        let text = self.text(page, &context, before);
        context.page.text_sha256 = text.as_ref().map(|text| sha256(text.as_bytes()));
        let foot = self.part(page, foot, &context.around())?;
        look.read(&pieces(&foot));
        html.push_str(&foot);
        let html = self.styles.lean(html);
        look.read_styles(&html);
        Ok(RenderedPage {
            html,
            look: look.finish(),
            text,
        })
    }

    /// Renders a page of a theme that may state the checksum anywhere: once for the plain-text edition, in which words are
    /// in its place, for no file can hold its own, and once with it.
    fn twice(&self, page: &PagePlan, mut context: PageContext) -> Result<RenderedPage, PageFault> {
        let template = self.template_of(&context).to_owned();
        context.page.text_sha256 = Some(self.theme.say(&page.lang, "text-sum", &[]));
        let first = self.part(page, &template, &context)?;
        let text = self.text(page, &context, pieces(&first));
        context.page.text_sha256 = text.as_ref().map(|text| sha256(text.as_bytes()));
        let html = self.styles.lean(self.part(page, &template, &context)?);
        let look = Look::at(&pieces(&html));
        Ok(RenderedPage { html, look, text })
    }

    /// Renders one template; words that another language lends say so.
    fn part(
        &self,
        page: &PagePlan,
        template: &str,
        context: &dyn erased_serde::Serialize,
    ) -> Result<String, PageFault> {
        match self.engines[&page.lang].part(template, context) {
            Ok(html) => Ok(self.theme.settle(&page.lang, html)),
            Err(error) => Err(Box::new(failed(self.theme, &page.path, &error))),
        }
    }

    /// The lines above a page's plain text: the portal, the address, the date.
    pub(crate) fn top(&self, page: &PagePlan) -> Vec<String> {
        let settings = &self.view.portal.settings;
        let mut top = vec![settings.title.text(&page.lang).to_owned()];
        top.push(
            self.view
                .plan
                .catalog
                .url(&page.path)
                .unwrap_or_else(|| page.path.clone()),
        );
        top.extend(page.draft.updated.map(|date| date.to_string()));
        top
    }

    /// Returns the plain-text edition; none of a page that has none.
    fn text(&self, page: &PagePlan, context: &PageContext, pieces: Vec<Piece>) -> Option<String> {
        context.page.text_edition.as_ref()?;
        let say = |id: &str| self.theme.say(&page.lang, id, &[]);
        let address = self.view.plan.catalog.url(&page.path);
        let words = Words {
            removed: say("text-removed"),
            added: say("text-added"),
            note: say("text-note"),
        };
        let lines = Lines {
            top: self.top(page),
            foot: foot::lines(self.theme, &page.lang, &context.site),
        };
        let address = address.as_deref();
        Some(plain_text::of_pieces(pieces, &words, &lines, address))
    }

    pub(crate) fn listed(&self, page: &PagePlan, kind: &str) -> ListedPage {
        let draft = &page.draft;
        let say = |id: &str, args: &[(&str, Arg)]| self.theme.say(&page.lang, id, args);
        let title = draft.title.text(&page.lang, &say);
        let main = self.view.portal.settings.main();
        let languages = page.kind.languages(self.view.portal);
        ListedPage {
            path: page.path.clone(),
            lang: page.lang.clone(),
            title,
            summary: draft.summary.text(&page.lang).to_owned(),
            updated: draft.updated,
            kind: kind.to_owned(),
            news: draft.news,
            // Rows are found through their dataset; a map of every page of them would hide everything else.
            mapped: page.kind.is_mapped(),
            alternates: languages
                .iter()
                .map(|lang| (lang.clone(), address::in_lang(lang, main, &draft.address)))
                .collect(),
        }
    }
}

/// Returns the portal's own terms as texts in a language have them.
fn own_terms(portal: &Portal, lang: &Lang) -> Vec<OwnTerm> {
    let terms = portal.settings.glossary.iter();
    let own = terms.map(|term| OwnTerm {
        anchor: glossary::anchor_of(term, portal.settings.main()),
        forms: (term
            .term
            .said(lang)
            .map(|words| words.text.to_owned())
            .into_iter())
        .chain(term.also.iter().cloned())
        .collect(),
    });
    own.collect()
}

/// The finding that a page, or any with a template, cannot be made; it is at the template.
fn failed(theme: &Theme, path: &str, error: &RenderError) -> Diagnostic {
    let (kind, name, near) = match &error.missing {
        Some(missing) => {
            let kind = if missing.kind == MissingKind::Block {
                "block"
            } else {
                "value"
            };
            (
                kind,
                missing.name.as_str(),
                missing.near.as_deref().unwrap_or("none"),
            )
        }
        None => ("other", "", "none"),
    };
    let finding =
        Diagnostic::new(&codes::TEMPLATE_FAILED).at(theme.place(&error.template, error.line));
    let finding = finding
        .arg("path", path)
        .arg("where", format!("{}:{}", error.template, error.line));
    let finding = finding
        .arg("fault", plain_cause::name(&error.cause))
        .arg("named", plain_cause::quoted(&error.cause));
    let finding = finding.arg("line", 0_usize);
    finding
        .arg("kind", kind)
        .arg("name", name)
        .arg("near", near)
}
