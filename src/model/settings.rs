//! `tragaluz.toml`: what holds for the whole portal.

use super::accent::Accent;
use super::acknowledgement::{self, Acknowledgement};
use super::agents::{agent, contact, license};
use super::area;
use super::dataset::{Agent, ContactPoint, License, Spatial};
use super::declared_kind::{self, DeclaredKind};
use super::disclosure::SmallNumbers;
use super::editions::Editions;
use super::facts::{no_language, words_of};
use super::glossary::{self, GlossaryTerm};
use super::named_targets::{self, NamedTarget};
use super::privacy::{self, PrivacySettings};
use super::series::{self, Series};
use super::service::{self, Service};
use super::status_word::StatusWords;
use super::waiver::{self, Waiver};
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::active_content::AllowedPaths;
use crate::source::SETTINGS;
use crate::source::asked::KnownFact;
use crate::source::fields::{Fields, Spanned};
use crate::source::front_matter::Document;
use crate::source::limits::{self, Limits};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::collections::BTreeMap;

/// The portal's settings, from `tragaluz.toml`.
#[derive(Debug, Clone)]
pub struct Settings {
    pub(crate) title: Words,
    /// What it is, in a sentence or two.
    pub(crate) description: Words,
    /// Where it will be published, ending in `/`.
    pub(crate) base_url: Option<String>,
    /// The key that its list of checksums is signed with, for readers to hold the signature against.
    pub(crate) public_key: Option<String>,
    /// Its languages, the main one first.
    pub(crate) languages: Vec<Lang>,
    pub(crate) publisher: Option<Agent>,
    pub(crate) contact: Option<ContactPoint>,
    /// The licence of whatever does not name its own.
    pub(crate) licence: Option<License>,
    /// The area that the portal is about; that of its registers.
    pub(crate) spatial: Option<Spatial>,
    pub(crate) theme: String,
    pub(crate) theme_options: BTreeMap<String, String>,
    /// The publisher's colour.
    pub(crate) accent: Option<Accent>,
    /// The publisher's crest, as the settings name it.
    pub(crate) crest: Option<CrestFile>,
    /// The same as an address that holds the drawing, once it was read.
    pub(crate) crest_image: Option<String>,
    /// Download formats asked for; empty for the program's own choice.
    pub(crate) formats: Vec<String>,
    /// What is made to be read without a connection.
    pub(crate) editions: Editions,
    /// Budgets of single pages: address, bytes, reason.
    pub(crate) budgets: Vec<Budget>,
    /// Ways to answer, in the order in which they are offered: channel and address.
    pub(crate) feedback: Vec<(String, String)>,
    /// Where to report a weakness of the site, and until when that holds.
    pub(crate) security: Option<Security>,
    /// Whether there is a search page, whose script is the portal's only one.
    pub(crate) search: bool,
    /// Files of `content/` that may run something and are published all the same.
    pub(crate) active: AllowedPaths,
    /// Whether links to pages come with a picture, where they are passed on.
    pub(crate) social_cards: bool,
    /// Series of datasets.
    pub series: Vec<Series>,
    /// Services that answer questions about datasets.
    pub services: Vec<Service>,
    /// How much of a file is read before it is refused.
    pub(crate) limits: Limits,
    /// What is not told of few persons, where a dataset declares that it counts them.
    pub(crate) small_numbers: SmallNumbers,
    /// Findings that are known and may be.
    pub(crate) acknowledged: Vec<Acknowledgement>,
    /// Whether personal data are looked for, and which are an office's.
    pub(crate) privacy: PrivacySettings,
    /// Personal data that are published all the same, in files that have no page.
    pub(crate) waivers: Vec<Waiver>,
    /// How many versions of a dataset are offered whole.
    pub(crate) whole_versions: u32,
    /// Terms that the glossary explains besides its own.
    pub(crate) glossary: Vec<GlossaryTerm>,
    /// Whether there is a page of what does not fit together.
    pub(crate) contradictions: bool,
    /// Words of its own for statuses.
    pub(crate) statuses: StatusWords,
    /// Kinds of page of its own.
    pub(crate) kinds: Vec<DeclaredKind>,
    /// Where it is published.
    pub(crate) targets: Vec<NamedTarget>,
    pub(crate) place: Place,
}

/// A drawing of `content/` that stands in every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CrestFile {
    /// Its path, with or without `content/`.
    pub(crate) path: String,
    /// Where it is named.
    pub(crate) place: Place,
}

/// Where to report a weakness (RFC 9116).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Security {
    /// Addresses: `mailto:`, `https:` or `tel:`.
    pub(crate) contacts: Vec<String>,
    /// The last day on which this holds.
    pub(crate) expires: PartialDate,
    /// Where that day is written.
    pub(crate) place: Place,
}

/// A page that may weigh other than its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Budget {
    /// The page's address from the site's root.
    pub(crate) path: String,
    /// Bytes compressed.
    pub(crate) bytes: u64,
    pub(crate) reason: String,
}

/// Versions of a dataset that are offered whole where the settings say nothing.
const WHOLE_VERSIONS: u32 = 12;

/// Channels that `[feedback]` may name.
const CHANNELS: &[&str] = &["email", "phone", "sms", "whatsapp", "post", "visit", "url"];

impl Settings {
    /// Returns the main language, which is the first.
    pub(crate) fn main(&self) -> &Lang {
        &self.languages[0]
    }

    /// Parses the settings; whatever is missing or wrong is a finding, and has a default here.
    pub(crate) fn read(document: &Document, sink: &mut Sink) -> Settings {
        let node = document.facts.as_ref();
        let all = node.and_then(|node| Fields::of(&document.file, node, "settings", sink));
        match all {
            Some(mut all) => Settings::read_all(&mut all, sink).finished(all, sink),
            None => Settings::fallback(Place::file(&document.file.path)),
        }
    }

    /// Returns every fact that the settings may have, in the order in which they are read.
    pub(crate) fn facts() -> Vec<KnownFact> {
        let (document, mut unsaid) = (Document::empty(SETTINGS.to_owned()), Sink::new());
        let node = document.facts.as_ref();
        let all = node.and_then(|node| Fields::of(&document.file, node, "settings", &mut unsaid));
        all.map_or_else(Vec::new, |all| {
            let mut all = all.probing();
            Settings::read_all(&mut all, &mut unsaid);
            all.take_asked()
        })
    }

    fn finished(self, all: Fields<'_>, sink: &mut Sink) -> Settings {
        all.finish(sink);
        self
    }

    fn read_all(all: &mut Fields<'_>, sink: &mut Sink) -> Settings {
        let mut settings = Settings::fallback(Place::file(&all.file().path));
        match all.map("portal", sink) {
            Some(portal) => settings.read_portal(portal, sink),
            None => sink.push(all.missing("portal")),
        }
        settings.read_parties(all, sink);
        settings.read_output(all, sink);
        settings.read_answers(all, sink);
        settings.read_catalog(all, sink);
        if let Some(named) = all.map("kinds", sink) {
            settings.kinds = declared_kind::read(&named, &settings.languages, sink);
        }
        settings.acknowledged = acknowledgement::read(all, sink);
        settings.waivers = waiver::read(all, sink);
        settings.glossary = glossary::read(all, &settings.languages, sink);
        settings.statuses = StatusWords::read_settings(all, &settings.languages, sink);
        settings
    }

    /// Parses who publishes, whom to ask, the licence and the area.
    fn read_parties(&mut self, all: &mut Fields<'_>, sink: &mut Sink) {
        let languages = &self.languages;
        self.publisher = all
            .map_or("publisher", "name", sink)
            .and_then(|f| agent(f, languages, sink));
        self.contact = all
            .map_or("contact", "name", sink)
            .and_then(|f| contact(f, languages, sink));
        self.licence = all
            .map_or("licence", "name", sink)
            .map(|f| license(f, sink));
        self.spatial = all
            .map_or("spatial", "name", sink)
            .and_then(|f| spatial(f, languages, sink));
    }

    /// Parses what is made, and how it looks.
    fn read_output(&mut self, all: &mut Fields<'_>, sink: &mut Sink) {
        if let Some(theme) = all.map_or("theme", "name", sink) {
            self.read_theme(theme, sink);
        }
        if let Some(mut formats) = all.map_or("formats", "downloads", sink) {
            self.formats = formats.values("downloads", sink);
            formats.finish(sink);
        }
        if let Some(editions) = all.map_or("editions", "make", sink) {
            self.editions = Editions::read(editions, sink);
        }
        if let Some(releases) = all.map("releases", sink) {
            self.read_releases(releases, sink);
        }
        if let Some(budgets) = all.map("budgets", sink) {
            self.budgets = read_budgets(&budgets, sink);
        }
        if let Some(named) = all.map("publish", sink) {
            self.targets = named_targets::read(&named, sink);
        }
    }

    /// Parses how readers search, answer and warn, and which files may run something.
    fn read_answers(&mut self, all: &mut Fields<'_>, sink: &mut Sink) {
        if let Some(feedback) = all.map("feedback", sink) {
            self.feedback = read_feedback(feedback, sink);
        }
        if let Some(security) = all.map("security", sink) {
            self.security = read_security(security, sink);
        }
        if let Some(mut search) = all.map("search", sink) {
            self.search = search
                .flag("script", sink)
                .is_none_or(|script| script.value);
            search.finish(sink);
        }
        if let Some(mut own) = all.map("contradictions", sink) {
            self.contradictions = own.flag("page", sink).is_some_and(|page| page.value);
            own.finish(sink);
        }
        if let Some(mut attachments) = all.map("attachments", sink) {
            let active = attachments.texts("active", sink);
            let placed = (active.into_iter()).map(|path| {
                let place = attachments.place(&path.span);
                (path.value, place)
            });
            self.active = AllowedPaths::new(placed);
            attachments.finish(sink);
        }
    }

    /// Parses series and services of datasets, and how much of a file is read.
    fn read_catalog(&mut self, all: &mut Fields<'_>, sink: &mut Sink) {
        let languages = &self.languages;
        if let Some(named) = all.map("series", sink) {
            self.series = series::read(&named, languages, sink);
        }
        if let Some(limits) = all.map("limits", sink) {
            self.limits = limits::read(limits, sink);
        }
        if let Some(mut group) = all.map("privacy", sink) {
            self.small_numbers = SmallNumbers::read(&mut group, sink);
            self.privacy = privacy::read(&mut group, sink);
            group.finish(sink);
        }
        if let Some(named) = all.map("services", sink) {
            self.services = service::read(&named, languages, sink);
        }
    }

    /// Parses how many versions of a dataset are offered whole.
    fn read_releases(&mut self, mut releases: Fields<'_>, sink: &mut Sink) {
        if let Some(keep) = releases.integer("keep", sink) {
            match u32::try_from(keep.value).ok().filter(|number| *number > 0) {
                Some(number) => self.whole_versions = number,
                None => sink.push(releases.outside(&keep, "keep", u64::from(u32::MAX))),
            }
        }
        releases.finish(sink);
    }

    fn fallback(place: Place) -> Settings {
        let languages = vec![Lang::parse("en").expect("a tag")];
        Settings {
            title: Words::default(),
            description: Words::default(),
            base_url: None,
            public_key: None,
            languages,
            publisher: None,
            contact: None,
            licence: None,
            spatial: None,
            whole_versions: WHOLE_VERSIONS,
            theme: "claro".into(),
            theme_options: BTreeMap::new(),
            accent: None,
            crest: None,
            crest_image: None,
            formats: Vec::new(),
            editions: Editions::default(),
            budgets: Vec::new(),
            feedback: Vec::new(),
            security: None,
            search: true,
            active: AllowedPaths::default(),
            social_cards: false,
            series: Vec::new(),
            services: Vec::new(),
            limits: Limits::default(),
            small_numbers: SmallNumbers::default(),
            acknowledged: Vec::new(),
            privacy: PrivacySettings::default(),
            waivers: Vec::new(),
            glossary: Vec::new(),
            contradictions: false,
            statuses: StatusWords::default(),
            kinds: Vec::new(),
            targets: Vec::new(),
            place,
        }
    }

    fn read_portal(&mut self, mut portal: Fields<'_>, sink: &mut Sink) {
        let tags = portal.texts("languages", sink);
        let mut languages: Vec<Lang> = Vec::new();
        for tag in &tags {
            let lang = language(&portal, tag, sink);
            if lang.as_ref().is_some_and(|lang| languages.contains(lang)) {
                let finding = Diagnostic::new(&codes::REPEATED_FACT).at(portal.place(&tag.span));
                sink.push(finding.arg("name", &tag.value));
            } else {
                languages.extend(lang);
            }
        }
        if languages.is_empty() {
            sink.push(portal.missing("languages"));
        } else {
            self.languages = languages;
        }
        self.title = words_of(&mut portal, "title", &self.languages, sink);
        if self.title.is_empty() {
            sink.push(portal.missing("title"));
            self.title = Words::new(self.main().clone(), "tragaluz");
        }
        self.description = words_of(&mut portal, "description", &self.languages, sink);
        self.social_cards = portal
            .flag("social_cards", sink)
            .is_some_and(|flag| flag.value);
        self.base_url = portal
            .text("base_url", sink)
            .and_then(|url| base_url(&portal, url, sink));
        self.public_key = portal
            .text("public_key", sink)
            .and_then(|key| public_key(&portal, key, sink));
        portal.text("timezone", sink);
        portal.finish(sink);
    }

    fn read_theme(&mut self, mut theme: Fields<'_>, sink: &mut Sink) {
        if let Some(name) = theme.text("name", sink) {
            self.theme = name.value;
        }
        self.accent = Accent::read(&mut theme, sink);
        self.crest = theme.text("crest", sink).map(|path| CrestFile {
            place: theme.place(&path.span),
            path: path.value,
        });
        if let Some(options) = theme.map("options", sink) {
            for (key, node) in options.entries() {
                if let Some(text) =
                    crate::source::fields::scalar(options.file(), node, &key.name, sink)
                {
                    self.theme_options.insert(key.name.clone(), text.value);
                }
            }
        }
        theme.finish(sink);
    }
}

fn language(fields: &Fields<'_>, tag: &Spanned<String>, sink: &mut Sink) -> Option<Lang> {
    let lang = Lang::parse(&tag.value).filter(Lang::is_registered);
    if lang.is_none() {
        sink.push(no_language(fields, tag));
    }
    lang
}

/// A public key of minisign.
fn public_key(fields: &Fields<'_>, key: Spanned<String>, sink: &mut Sink) -> Option<String> {
    if minisign_verify::PublicKey::from_base64(&key.value).is_ok() {
        return Some(key.value);
    }
    sink.push(fields.wrong_form(&key.span, "public_key", "public-key"));
    None
}

/// An address that pages can be appended to.
fn base_url(fields: &Fields<'_>, url: Spanned<String>, sink: &mut Sink) -> Option<String> {
    let web = url.value.starts_with("https://") || url.value.starts_with("http://");
    let plain = !url.value.contains(['?', '#', '"', '<', '>', ' ', '\\']);
    if !web || !plain {
        sink.push(fields.wrong_form(&url.span, "base_url", "web-address"));
        return None;
    }
    Some(format!("{}/", url.value.trim_end_matches('/')))
}

/// An area, which must have a name.
fn spatial(fields: Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Option<Spatial> {
    let without_name = fields.missing("name");
    let area = area::read(fields, languages, sink);
    if area.name.is_empty() {
        sink.push(without_name);
        return None;
    }
    Some(area)
}

fn read_budgets(budgets: &Fields<'_>, sink: &mut Sink) -> Vec<Budget> {
    let mut read = Vec::new();
    for (key, node) in budgets.entries() {
        let Some(mut budget) = Fields::of(budgets.file(), node, &key.name, sink) else {
            continue;
        };
        let bytes = budget.integer("bytes", sink);
        let reason = budget.required("reason", sink);
        if let (Some(bytes), Some(reason)) = (bytes, reason) {
            let bytes = u64::try_from(bytes.value).unwrap_or(0);
            read.push(Budget {
                path: key.name.clone(),
                bytes,
                reason: reason.value,
            });
        }
        budget.finish(sink);
    }
    read
}

fn read_feedback(mut feedback: Fields<'_>, sink: &mut Sink) -> Vec<(String, String)> {
    let order: Vec<String> = feedback
        .entries()
        .map(|(key, _)| key.name.clone())
        .collect();
    let mut channels: Vec<(String, String)> = Vec::new();
    for channel in CHANNELS {
        if let Some(address) = feedback.text(channel, sink) {
            channels.push(((*channel).to_owned(), address.value));
        }
    }
    channels.sort_by_key(|(channel, _)| order.iter().position(|name| name == channel));
    feedback.finish(sink);
    channels
}

/// Both are mandatory by the standard. An e-mail address may be without its scheme.
fn read_security(mut security: Fields<'_>, sink: &mut Sink) -> Option<Security> {
    let given = security.texts("contact", sink);
    let mut contacts = Vec::new();
    for contact in &given {
        let text = contact.value.trim();
        let plain = text.bytes().all(|b| b.is_ascii_graphic());
        let known = ["mailto:", "https://", "tel:"]
            .iter()
            .any(|scheme| text.starts_with(scheme));
        match (plain, known) {
            (true, true) => contacts.push(text.to_owned()),
            (true, false) if text.contains('@') => contacts.push(format!("mailto:{text}")),
            _ => sink.push(security.wrong_form(&contact.span, "contact", "web-address")),
        }
    }
    if given.is_empty() {
        sink.push(security.missing("contact"));
    }
    let expires = security.date("expires", sink);
    if security.node("expires").is_none() {
        sink.push(security.missing("expires"));
    }
    let place = expires
        .as_ref()
        .map(|expires| security.place(&expires.span));
    security.finish(sink);
    let (expires, place) = expires.zip(place).filter(|_| !contacts.is_empty())?;
    Some(Security {
        contacts,
        expires: expires.value,
        place,
    })
}
