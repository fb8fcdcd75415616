//! What is around every page: title, languages, menu, breadcrumbs, help.

use super::address::{edition, in_lang, notice, relative, root_of};
use super::context::{
    AccentColours, Alternate, CardContext, ContactChannel, Feedback, Hint, Language, Licence, Link,
    NavItem, OwnFact, PageContext, PageFrame, Phrase, Publisher, SiteFrame, Worker,
};
use super::kinds::SEARCH;
use super::not_found::context::NotFoundContext;
use super::{PagePlan, SiteFacts, address};
use crate::model::head::Head;
use crate::model::settings::Settings;
use crate::pages::{linking, named_by, odd_lines, service_worker};
use crate::record::{absolute, is_web_address, licence_name};
use crate::text::words::Words;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Lists in the main menu: message and folder, in the order in which they are wanted.
const MENU: &[(&str, &str)] = &[
    ("commitments", "commitments"),
    ("menu-datasets", "datasets"),
    ("initiatives", "initiatives"),
    ("menu-action-plans", "action-plans"),
    ("menu-reports", "reports"),
    ("menu-localities", "localities"),
    ("policy-areas", "policy-areas"),
    ("institutions", "institutions"),
    ("sectors", "sectors"),
    ("practices", "practices"),
];

/// Lists that stand in the menu's row on every screen, besides the search.
const ROW: usize = 2;

/// Lists that stand in the row where there is room.
const WIDE_ROW: usize = 5;

/// Entries that fit into a row without anything behind "More".
const WHOLE_ROW: usize = 3;

/// The index of all pages.
const A_TO_Z: &str = "a-z/index.html";

/// Generated pages that every page's foot leads to.
const FOOT: &[&str] = &[
    address::OFFLINE,
    A_TO_Z,
    address::GLOSSARY,
    "quality.html",
    address::WAIVERS,
    "developers.html",
];

/// What the rooms above give a page: links to catalogs and feeds that will be written, and what the theme says.
#[derive(Debug)]
pub(crate) struct FrameInputs<'a> {
    /// The portal's feed in the page's language.
    pub(crate) feed: Option<&'a str>,
    /// schema.org facts as JSON text.
    pub(crate) structured: Option<String>,
    /// Files that hold what the page shows for programs: path and media type.
    pub(crate) hints: Vec<(String, &'static str)>,
    /// The picture beside a link to the page.
    pub(crate) card: Option<CardContext>,
    pub(crate) policy: String,
    /// The theme's own settings, under those of the portal.
    pub(crate) options: &'a Map<String, Value>,
}

/// A fact of an author's own in words: the items of a list, and the names of a group with their values.
fn in_words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Value::Object(facts) => {
            let facts = facts.iter();
            let facts = facts.map(|(name, value)| format!("{name}: {}", in_words(value)));
            facts.collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// Fills a page's whole context: its frame, and the body that its kind gives.
pub(crate) fn fill(site: &SiteFacts<'_>, page: &PagePlan, around: FrameInputs<'_>) -> PageContext {
    let site_frame = site_frame(site, page, &around);
    let body = page.kind.body(page, site);
    let mut frame = page_frame(site, page, around);
    frame.gaps = body.gaps().iter().map(|&gap| gap.to_owned()).collect();
    let context = PageContext {
        page: frame,
        site: site_frame,
        body,
        own_template: own_template(page),
    };
    if page.kind.is_at_any_depth() {
        with_full_links(site, context)
    } else {
        context
    }
}

/// Returns the template that a page names for itself.
fn own_template(page: &PagePlan) -> Option<Arc<str>> {
    let named = page.draft.own.template.as_ref();
    named.map(|named| named.value.clone())
}

fn page_frame(site: &SiteFacts<'_>, page: &PagePlan, around: FrameInputs<'_>) -> PageFrame {
    let draft = &page.draft;
    let base = site.plan.catalog.portal.base_url.as_deref();
    let extra = draft.own.extra(&page.lang, site.portal.settings.main());
    PageFrame {
        kind: page.kind.name().into(),
        title: linking::title(page, &draft.title),
        lang: page.lang.tag().into(),
        dir: page.lang.dir().into(),
        path: page.path.clone(),
        root: root_of(&page.path),
        description: description(site, page),
        text_edition: text_edition(page),
        offline: page.kind.editions(page, site),
        waivers: waivers(site, page),
        odd: odd_lines::of_page(site, page),
        named_by: named_by::groups(site, page),
        pdf: pdf(site, page),
        notice: notice_of(site, page),
        data_edition: data_edition(page),
        canonical: canonical(page, base),
        alternates: alternates(site, page, base),
        breadcrumbs: breadcrumbs(site, page),
        updated: draft.updated.map(|d| d.to_string()),
        untranslated: untranslated(site, page),
        feed: own_feed(site, page, around.feed),
        structured: around.structured,
        search: described_search(site, page, base),
        policy: around.policy,
        hints: hints(page, &around.hints),
        worker: worker_of(site, page),
        card: around.card,
        own: extra.iter().map(own_fact).collect(),
        extra,
        facts: draft.own.further.clone(),
        // Of its text the checksum is known once that is made, and what is not given once its body is.
        ..PageFrame::default()
    }
}

fn canonical(page: &PagePlan, base: Option<&str>) -> Option<String> {
    base.map(|base| absolute(base, &page.path))
}

fn text_edition(page: &PagePlan) -> Option<String> {
    let has_one = page.kind.has_text_edition();
    has_one.then(|| relative(&page.path, &edition(&page.path, "txt")))
}

fn data_edition(page: &PagePlan) -> Option<String> {
    let path = page.kind.data_edition(page)?;
    Some(relative(&page.path, &path))
}

fn pdf(site: &SiteFacts<'_>, page: &PagePlan) -> Option<String> {
    let is_printed = page.kind.is_printed();
    is_printed.then(|| printed(site, page, &edition(&page.path, "pdf")))?
}

fn notice_of(site: &SiteFacts<'_>, page: &PagePlan) -> Option<String> {
    let has_notice = page.kind.has_notice();
    has_notice.then(|| printed(site, page, &notice(&page.path)))?
}

/// The language that the page's text is really in, where nobody translated it.
fn untranslated(site: &SiteFacts<'_>, page: &PagePlan) -> Option<Language> {
    let written = &page.draft.written;
    if written.is_empty() || written.contains(&page.lang) {
        return None;
    }
    let main = site.portal.settings.main();
    let lang = if written.contains(main) {
        main
    } else {
        &written[0]
    };
    Some(Language {
        lang: lang.tag().into(),
        endonym: None,
    })
}

fn hints(page: &PagePlan, files: &[(String, &'static str)]) -> Vec<Hint> {
    files
        .iter()
        .map(|(path, media_type)| Hint {
            href: relative(&page.path, path),
            media_type: (*media_type).to_owned(),
        })
        .collect()
}

fn own_fact((name, value): (&String, &Value)) -> OwnFact {
    OwnFact {
        name: name.clone(),
        text: in_words(value),
    }
}

/// The service worker; none without a base address, by which a page knows that it is where it belongs.
fn worker_of(site: &SiteFacts<'_>, page: &PagePlan) -> Option<Worker> {
    let script = service_worker::REGISTER.to_owned();
    let wanted = service_worker::is_wanted(&site.portal.settings);
    wanted.then(|| Worker {
        href: relative(&page.path, service_worker::FILE),
        script,
    })
}

/// The page of waivers, where one is about what the page is made from.
fn waivers(site: &SiteFacts<'_>, page: &PagePlan) -> Option<String> {
    let source = page.draft.source.as_ref()?;
    let mut waived = site.portal.waived.iter();
    let concerns = waived.any(|one| one.of.as_ref() == Some(source));
    (concerns && site.plan.has(address::WAIVERS))
        .then(|| linking::href(site, page, address::WAIVERS))
}

/// The link to a PDF; none where none is made, or a file of the portal's own has its name.
fn printed(site: &SiteFacts<'_>, page: &PagePlan, path: &str) -> Option<String> {
    let own = site
        .portal
        .attachments
        .iter()
        .any(|own| own.strip_prefix("content/").unwrap_or(own) == path);
    (site.portal.settings.editions.has_pdf() && !own).then(|| relative(&page.path, path))
}

/// Where browsers learn of the portal's search; they need its full address.
fn described_search(site: &SiteFacts<'_>, page: &PagePlan, base: Option<&str>) -> Option<String> {
    let told = ["index.html", SEARCH].contains(&page.draft.address.as_str());
    (told && base.is_some() && site.plan.has_search())
        .then(|| linking::href(site, page, "opensearch.xml"))
}

/// The feed of the page's own changes; on the home page, the portal's. Without a base address there are no feeds.
fn own_feed(site: &SiteFacts<'_>, page: &PagePlan, portal: Option<&str>) -> Option<String> {
    let portal = portal?;
    if page.draft.address == "index.html" {
        return Some(relative(&page.path, portal));
    }
    page.kind
        .feed(page)
        .map(|feed| linking::href(site, page, &feed))
}

/// The summary, else the portal's own description on the home page.
fn description(site: &SiteFacts<'_>, page: &PagePlan) -> Option<String> {
    let words = if page.draft.address == "index.html" && page.draft.summary.is_empty() {
        &site.portal.settings.description
    } else {
        &page.draft.summary
    };
    Some(words.text(&page.lang).to_owned()).filter(|text| !text.is_empty())
}

fn alternates(site: &SiteFacts<'_>, page: &PagePlan, base: Option<&str>) -> Vec<Alternate> {
    let main = site.portal.settings.main();
    let languages = &site.portal.settings.languages;
    if languages.len() < 2 {
        return Vec::new();
    }
    languages
        .iter()
        .map(|lang| {
            let path = in_lang(lang, main, &page.draft.address);
            Alternate {
                lang: lang.tag().into(),
                endonym: None,
                href: relative(&page.path, &path),
                url: base.map(|base| absolute(base, &path)),
                current: *lang == page.lang,
            }
        })
        .collect()
}

fn breadcrumbs(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Link> {
    if page.draft.address == "index.html" {
        return Vec::new();
    }
    let mut crumbs = Vec::new();
    let mut above = page.draft.parent.clone();
    while let Some((title, address)) = above {
        crumbs.push(Link::to(
            linking::title(page, &title),
            linking::href(site, page, &address),
        ));
        above = site
            .plan
            .page(&address)
            .and_then(|draft| draft.parent.clone());
    }
    crumbs.push(Link::to(
        Phrase::message("home"),
        linking::href(site, page, "index.html"),
    ));
    crumbs.reverse();
    crumbs
}

fn site_frame(site: &SiteFacts<'_>, page: &PagePlan, around: &FrameInputs<'_>) -> SiteFrame {
    let settings = &site.portal.settings;
    let lang = &page.lang;
    let nav = nav(site, page);
    SiteFrame {
        title: Phrase::of(&settings.title, lang).unwrap_or_default(),
        description: Phrase::of(&settings.description, lang),
        home: linking::href(site, page, "index.html"),
        nav_more: more_of(&nav).to_owned(),
        nav,
        foot: foot(site, page),
        publisher: settings.publisher.as_ref().map(|p| Publisher {
            name: Phrase::of(&p.name, lang).unwrap_or_default(),
            href: p.url.clone(),
        }),
        accent: settings.accent.as_ref().map(|colours| AccentColours {
            light: colours.light.clone(),
            dark: colours.dark.clone(),
        }),
        crest: settings.crest_image.clone(),
        licence: settings.licence.as_ref().map(|l| Licence {
            title: licence_name(l),
            href: l.path.clone(),
        }),
        feed: around.feed.map(|path| relative(&page.path, path)),
        help: channels(site, None),
        as_of: site.as_of.map(|d| d.to_string()),
        generator: concat!("tragaluz ", env!("CARGO_PKG_VERSION")).into(),
        options: options(settings, around.options),
    }
}

/// Returns an entry of the menu that leads to an address; it is the current one on that page, and on all within its folder.
fn menu_item(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    title: Phrase,
    address: &str,
    folder: &str,
) -> NavItem {
    NavItem {
        title,
        href: linking::href(site, page, address),
        current: page.draft.address == address
            || (!folder.is_empty() && page.draft.address.starts_with(&format!("{folder}/"))),
        place: String::new(),
    }
}

/// Returns the main menu: lists, the portal's own pages, the search; then what stands behind "More".
fn nav(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<NavItem> {
    let lists = MENU
        .iter()
        .map(|(message, folder)| (message, address::list(folder, 1), folder));
    let lists: Vec<NavItem> = lists
        .filter(|(_, address, _)| site.plan.has(address))
        .map(|(message, address, folder)| {
            menu_item(site, page, Phrase::message(*message), &address, folder)
        })
        .collect();
    let [search, index] = [(SEARCH, "search"), (A_TO_Z, "a-z")].map(|(address, message)| {
        let is_there = site.plan.has(address);
        is_there.then(|| menu_item(site, page, Phrase::message(message), address, ""))
    });
    placed(lists, own_items(site, page), [search, index])
}

/// Returns what the portal itself puts into the menu: lists of its own kinds, and its own pages.
fn own_items(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<NavItem> {
    let kinds = site.portal.settings.kinds.iter();
    let lists = kinds
        .filter(|kind| kind.is_in_menu)
        .map(|kind| {
            (
                &kind.plural,
                address::list(&kind.folder, 1),
                kind.folder.as_str(),
            )
        })
        .filter(|(_, address, _)| site.plan.has(address));
    let own = site.portal.pages.iter().filter(|own| own.head.menu);
    let own = own.map(|own| (&own.head.title, format!("{}.html", own.address), ""));
    let item = |(title, address, folder): (&Words, String, &str)| {
        let title = Phrase::of(title, &page.lang).unwrap_or_default();
        menu_item(site, page, title, &address, folder)
    };
    lists.chain(own).map(item).collect()
}

/// Says of each entry where it stands. The index from A to Z is in the place of a search that there is not.
fn placed(
    mut lists: Vec<NavItem>,
    own: Vec<NavItem>,
    [search, index]: [Option<NavItem>; 2],
) -> Vec<NavItem> {
    let at = |place: &'static str| {
        move |item: NavItem| NavItem {
            place: place.to_owned(),
            ..item
        }
    };
    let rest = lists.split_off(lists.len().min(WIDE_ROW));
    let wide = lists.split_off(lists.len().min(ROW));
    let (first, index) = match search {
        Some(search) => (Some(search), index),
        None => (index, None),
    };
    let row = lists.into_iter().map(at("row"));
    let wide = wide.into_iter().chain(own).map(at("wide"));
    let more = rest.into_iter().chain(index).map(at("more"));
    let mut all: Vec<NavItem> = row.chain(wide).chain(first.map(at("row"))).collect();
    all.extend(more);
    if all.len() <= WHOLE_ROW {
        all = all.into_iter().map(at("row")).collect();
    }
    all
}

/// Returns where the menu has entries behind "More".
fn more_of(nav: &[NavItem]) -> &'static str {
    let any = |place: &str| nav.iter().any(|item| item.place == place);
    match (any("more"), any("wide")) {
        (true, _) => "every",
        (false, true) => "narrow",
        (false, false) => "no",
    }
}

/// Most pages of the portal's own at the foot of every page. A portal with hundreds would else weigh more with each of them, on all; the
/// index from A to Z, which is beside them, has the others.
const MOST_IN_FOOT: usize = 12;

/// Pages at the top that are not in the menu, and those about the data.
fn foot(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Link> {
    let top = site
        .portal
        .pages
        .iter()
        .filter(|p| !p.head.menu && !p.address.contains('/'));
    let own = top
        .take(MOST_IN_FOOT)
        .map(|p| format!("{}.html", p.address));
    let mut addresses: Vec<String> = own.collect();
    for made in FOOT {
        if !addresses.iter().any(|address| address == made) {
            addresses.push((*made).to_owned());
        }
    }
    addresses
        .iter()
        .filter_map(|address| linking::link(site, page, address))
        .collect()
}

/// Lists the ways to reach the office: those of `[feedback]`, else those of `[contact]`. `code` is what a message
/// should name.
pub(crate) fn channels(site: &SiteFacts<'_>, code: Option<&str>) -> Vec<ContactChannel> {
    let settings = &site.portal.settings;
    if !settings.feedback.is_empty() {
        return settings
            .feedback
            .iter()
            .map(|(kind, text)| channel(kind, text, code))
            .collect();
    }
    let Some(contact) = &settings.contact else {
        return Vec::new();
    };
    let email = contact
        .email
        .as_ref()
        .map(|email| channel("email", email, code));
    let url = contact
        .url
        .as_ref()
        .filter(|url| is_web_address(url))
        .map(|url| channel("url", url, code));
    email.into_iter().chain(url).collect()
}

/// Says how to comment on something; `None` where the portal names no channel. The portal as a whole has no code.
pub(crate) fn feedback(site: &SiteFacts<'_>, code: Option<&str>) -> Option<Feedback> {
    let channels = channels(site, code);
    let code = code.map(str::to_owned);
    (!channels.is_empty()).then(|| Feedback {
        code,
        channels,
        ..Feedback::default()
    })
}

/// How to comment on what a page shows, and how many comments its source shows; none where neither is known.
pub(crate) fn feedback_on(site: &SiteFacts<'_>, head: &Head) -> Option<Feedback> {
    // Comments are counted where no channel is named, too.
    let feedback = feedback(site, Some(&head.id)).or_else(|| {
        head.comments.map(|_| Feedback {
            code: Some(head.id.clone()),
            ..Feedback::default()
        })
    })?;
    Some(Feedback {
        comments: head.comments,
        ..feedback
    })
}

/// Returns the portal's settings of the theme, then those that it leaves as the theme has them.
fn options(settings: &Settings, of_theme: &Map<String, Value>) -> Map<String, Value> {
    let own = settings.theme_options.iter();
    let mut all: Map<String, Value> = own.map(|(k, v)| (k.clone(), v.clone().into())).collect();
    for (name, value) in of_theme {
        all.entry(name.clone()).or_insert_with(|| value.clone());
    }
    all
}

/// `404.html` is shown at any depth, so its links start at the host's root, or in full where that is known.
fn with_full_links(site: &SiteFacts<'_>, mut context: PageContext) -> PageContext {
    let base = site.plan.catalog.portal.base_url.as_deref().unwrap_or("/");
    let full = |href: &str| absolute(base, &address::normal("", href).unwrap_or_default());
    let PageContext {
        page: frame,
        site: around,
        body,
        ..
    } = &mut context;
    frame.worker = None;
    frame.alternates = Vec::new();
    frame.breadcrumbs = Vec::new();
    frame.root = base.to_owned();
    around.feed = None;
    around.home = full(&around.home);
    for item in &mut around.nav {
        item.href = full(&item.href);
    }
    let links = body
        .facts_mut::<NotFoundContext>()
        .map(|found| &mut found.links);
    for link in around.foot.iter_mut().chain(links.into_iter().flatten()) {
        link.href = link.href.as_deref().map(full);
    }
    context
}

/// A channel, and what a tap on it does.
fn channel(kind: &str, text: &str, code: Option<&str>) -> ContactChannel {
    let digits: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let subject = |key: &str| {
        code.map(|c| format!("?{key}={}", crate::record::encode_path(c)))
            .unwrap_or_default()
    };
    let href = match kind {
        "email" => Some(format!("mailto:{text}{}", subject("subject"))),
        "phone" => Some(format!("tel:{digits}")),
        "sms" => Some(format!("sms:{digits}{}", subject("body"))),
        "whatsapp" => Some(format!(
            "https://wa.me/{}{}",
            digits.trim_start_matches('+'),
            subject("text")
        )),
        "url" => Some(text.to_owned()),
        _ => None,
    };
    let kind = match kind {
        "visit" => "hours",
        "url" => "page",
        kind => kind,
    };
    ContactChannel {
        kind: kind.to_owned(),
        text: Phrase::new(text),
        href,
    }
}
