//! The page itself, and what every page of a site has around it.

use super::Group;
use super::parts::{Link, Phrase, Prose};
use serde::Serialize;
use serde_json::{Map, Value};

/// The page itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PageFrame {
    /// The kind of page: `home`, `commitment`, `dataset` …
    pub kind: String,
    /// Its heading.
    pub title: Phrase,
    /// Its language, as a BCP 47 tag.
    pub lang: String,
    /// The direction of its writing: `ltr` or `rtl`.
    pub dir: String,
    /// The page that says why personal data on it are published; null where there are none.
    pub waivers: Option<String>,
    /// What does not fit together on it, a line each; what is about a milestone stands there.
    pub odd: Vec<OddLine>,
    /// Pages of kinds that the portal declares which name what this one is about, kind by kind.
    pub named_by: Vec<Group>,
    /// Its address from the site's root, such as `en/commitments/mxmex0009.html`.
    pub path: String,
    /// From the page to the site's root: `` or `../`, as often as needed.
    pub root: String,
    /// One sentence for search engines and link previews, as plain text.
    pub description: Option<String>,
    /// Its plain-text edition.
    pub text_edition: Option<String>,
    /// Where the editions of what the page is about are listed that need no connection: a book of an action plan.
    pub offline: Option<String>,
    /// The page as a PDF to print.
    pub pdf: Option<String>,
    /// A notice of one page about it, for a wall (PDF).
    pub notice: Option<String>,
    /// The SHA-256 of its plain-text edition, to be printed: who holds the paper can hold it against the site.
    pub text_sha256: Option<String>,
    /// The same facts for programs (JSON).
    pub data_edition: Option<String>,
    /// Its full address, where the portal has a base address.
    pub canonical: Option<String>,
    /// The same page in every language, this one included.
    pub alternates: Vec<Alternate>,
    /// From the home page down to the page above this one.
    pub breadcrumbs: Vec<Link>,
    /// When its facts last changed.
    pub updated: Option<String>,
    /// The language its text is really in, where it is not translated.
    pub untranslated: Option<Language>,
    /// What the source does not give, in the order of the page: names of messages without
    /// their `gap-`, said once at its end.
    pub gaps: Vec<String>,
    /// A feed of this page's own changes (Atom); on the home page, the portal's.
    pub feed: Option<String>,
    /// schema.org facts as JSON text, for search engines.
    pub structured: Option<String>,
    /// The description of the portal's search for browsers (OpenSearch); on the first page and the search page only.
    pub search: Option<String>,
    /// What the page may load and run (Content Security Policy), for a `meta` that is before everything else.
    pub policy: String,
    /// Files that hold for programs what the page shows: the catalogs, on the home page and the list of datasets.
    pub hints: Vec<Hint>,
    /// The service worker, where the portal asks for one.
    pub worker: Option<Worker>,
    /// The picture that messengers show beside a link to the page, where the portal asks for such.
    pub card: Option<CardContext>,
    /// What is under `extra:`, as written.
    pub extra: Map<String, Value>,
    /// The same, a line each, to be shown.
    pub own: Vec<OwnFact>,
    /// Other facts of the page that the program does not know, as written.
    pub facts: Map<String, Value>,
}

/// Two things on a page that do not go together, told to its readers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OddLine {
    /// What does not fit.
    pub text: Phrase,
    /// Why the publisher leaves it so.
    pub reason: Option<Phrase>,
}

/// A fact of the author's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OwnFact {
    /// Its name.
    pub name: String,
    /// Its value in words.
    pub text: String,
}

/// A picture for links (The Open Graph protocol).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CardContext {
    /// Its full address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What is in it.
    pub words: String,
}

/// What a browser keeps the pages with that its reader opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Worker {
    /// Where its file is; belongs into the attribute `data-worker` of the script that takes it.
    pub href: String,
    /// That script. Nothing else may be in its element, for it is known by its hash.
    pub script: String,
}

/// A file for programs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Hint {
    /// Where it is.
    pub href: String,
    /// Its media type.
    pub media_type: String,
}

/// A language, by its own name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Language {
    /// Its tag.
    pub lang: String,
    /// Its name in itself, such as `Español`; null to take it from the theme's messages of that language.
    pub endonym: Option<String>,
}

/// The same page in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// The language's tag.
    pub lang: String,
    /// The language's name in itself; null to take it from the theme's messages of that language.
    pub endonym: Option<String>,
    /// Where the page is in that language.
    pub href: String,
    /// Its full address, where the portal has a base address.
    pub url: Option<String>,
    /// Whether it is this very page.
    pub current: bool,
}

/// What every page has around it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SiteFrame {
    /// The portal's name.
    pub title: Phrase,
    /// What the portal is, in a sentence or two.
    pub description: Option<Phrase>,
    /// The home page in the page's language.
    pub home: String,
    /// The main menu.
    pub nav: Vec<NavItem>,
    /// Whether any entry of the menu stands behind "More": `no`, on a `narrow` screen, or on `every` one.
    pub nav_more: String,
    /// Links at the foot of every page: about, accessibility, privacy, offline editions.
    pub foot: Vec<Link>,
    /// Who publishes the portal.
    pub publisher: Option<Publisher>,
    /// The publisher's colour, where the portal has one.
    pub accent: Option<AccentColours>,
    /// The publisher's crest: an address that holds the drawing, for the `src` of an image.
    pub crest: Option<String>,
    /// The licence of the portal's texts and data.
    pub licence: Option<Licence>,
    /// A feed of the portal's changes (Atom).
    pub feed: Option<String>,
    /// How to reach the office, for the help block at the foot of every page.
    pub help: Vec<ContactChannel>,
    /// The day to which "overdue" is computed.
    pub as_of: Option<String>,
    /// The program and its version.
    pub generator: String,
    /// The theme's own settings (`[theme.options]`), over the defaults of its `theme.toml`.
    pub options: serde_json::Map<String, serde_json::Value>,
}

/// A colour that stands out from the grounds of pages by 3 to 1 or more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AccentColours {
    /// On light grounds, as `#rrggbb`.
    pub light: String,
    /// On dark ones.
    pub dark: String,
}

/// An entry of the main menu.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NavItem {
    /// What it is called.
    pub title: Phrase,
    /// Where it leads.
    pub href: String,
    /// Whether it is this page, or the page is below it.
    pub current: bool,
    /// Where it stands: in the `row` on every screen, in the `wide` row only where there is room, or behind `more`.
    pub place: String,
}

/// An organisation that publishes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Publisher {
    /// Its name.
    pub name: Phrase,
    /// Its site.
    pub href: Option<String>,
}

/// A licence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Licence {
    /// What it is called.
    pub title: Phrase,
    /// Its text.
    pub href: Option<String>,
}

/// A way to reach the office that needs no server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ContactChannel {
    /// `whatsapp`, `phone`, `sms`, `email`, `post`, `hours`, `issue`, `form` or `page`.
    pub kind: String,
    /// The number, address or name, to be read and typed.
    pub text: Phrase,
    /// The same to be tapped, with the subject filled in; none where nothing can be.
    pub href: Option<String>,
}

/// How to comment on a page, and what became of comments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Feedback {
    /// The code to be named in a comment: identifier and version; null where it is about the portal as a whole.
    pub code: Option<String>,
    /// Ways to comment, in the portal's order.
    pub channels: Vec<ContactChannel>,
    /// How many comments the source shows; null where it does not say.
    pub comments: Option<u64>,
    /// What readers said.
    pub heard: Option<Prose>,
    /// What was done, or not done and why.
    pub did: Option<Prose>,
}
