//! Cards: the picture that messengers and social networks show beside a link (The Open Graph protocol, `og:image`). Only
//! for portals that ask for them, and that say where they are, for the address of a card has to be a full one.
//!
//! What the A–Z index names has a card of its own; every other page has that of its language's home page.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels are small"
)]

mod draw;

use crate::cache::{Cache, CacheKey};
use crate::charts::letters::lacking;
use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::pages::address::{CARDS, in_lang};
use crate::pages::context::CardContext as Shown;
use crate::pages::{PagePlan, SiteFacts};
use crate::record::absolute;
use crate::render::Theme;
use crate::stage::Staging;
use crate::text::web::AddressParts;
use draw::{CardText, SIZE, png};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What a card is about.
struct Subject {
    path: String,
    kind: String,
    title: String,
    about: String,
}

/// The card of a page: its own, or that of its language's home page; none where neither can be drawn.
fn subject(page: &PagePlan, view: &SiteFacts<'_>, say: &dyn Fn(&str) -> String) -> Option<Subject> {
    let settings = &view.portal.settings;
    let own = page.kind.called(&page.draft).map(|kind| Subject {
        path: format!("{CARDS}{}.png", page.path.trim_end_matches(".html")),
        kind: kind.text(&page.lang, &|id, _| say(id)),
        title: page.draft.title.text(&page.lang, &|id, _| say(id)),
        about: String::new(),
    });
    let home = in_lang(&page.lang, settings.main(), "index.png");
    let title = settings.title.text(&page.lang).to_owned();
    let about =
        Some(settings.description.text(&page.lang)).filter(|about| lacking(about).is_empty());
    let about = about.unwrap_or_default().to_owned();
    let of_home = Subject {
        path: format!("{CARDS}{home}"),
        kind: String::new(),
        title,
        about,
    };
    own.filter(Subject::can_be_drawn)
        .or_else(|| Some(of_home).filter(Subject::can_be_drawn))
}

impl Subject {
    fn can_be_drawn(&self) -> bool {
        lacking(&self.title).is_empty()
    }
}

/// Whether cards are made: where nobody asked for them or nobody says where the portal is, none are.
fn are_wanted(view: &SiteFacts<'_>) -> bool {
    view.portal.settings.social_cards && view.portal.settings.base_url.is_some()
}

/// What a page says of its card.
pub(crate) fn of_page(
    page: &PagePlan,
    view: &SiteFacts<'_>,
    say: &dyn Fn(&str) -> String,
) -> Option<Shown> {
    let base = view
        .portal
        .settings
        .base_url
        .as_deref()
        .filter(|_| are_wanted(view))?;
    let Subject { path, title, .. } = subject(page, view, say)?;
    Some(Shown {
        url: absolute(base, &path),
        width: SIZE.0,
        height: SIZE.1,
        words: title,
    })
}

/// Draws and writes every card. A title that cannot be drawn is a finding; its page shows the card of the home page.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write_all(
    view: &SiteFacts<'_>,
    theme: &Theme,
    (staging, cache): (&Staging, &Cache),
    sink: &mut Sink,
) -> Result<(), Fatal> {
    if !are_wanted(view) {
        return Ok(());
    }
    let mut cards: BTreeMap<String, (&PagePlan, Subject)> = BTreeMap::new();
    for page in &view.plan.pages {
        let say = |id: &str| theme.say(&page.lang, id, &[]);
        sink.extend(undrawn(page, &say));
        if let Some(subject) = subject(page, view, &say) {
            cards.entry(subject.path.clone()).or_insert((page, subject));
        }
    }
    let host = view
        .portal
        .settings
        .base_url
        .as_deref()
        .and_then(AddressParts::of)
        .map_or("", |parts| parts.host);
    cards.par_iter().try_for_each(|(path, (page, subject))| {
        let portal = if subject.kind.is_empty() {
            ""
        } else {
            view.portal.settings.title.text(&page.lang)
        };
        let Subject {
            kind, title, about, ..
        } = subject;
        let card = CardText {
            kind,
            title,
            about,
            portal,
            host,
        };
        write(path, &card, staging, cache)
    })
}

fn write(path: &str, card: &CardText<'_>, staging: &Staging, cache: &Cache) -> Result<(), Fatal> {
    let said = [
        path,
        card.kind,
        card.title,
        card.about,
        card.portal,
        card.host,
    ]
    .map(str::as_bytes);
    let key = CacheKey::of(&[&[&b"card"[..]], &said[..]].concat());
    if cache.files(&key, staging)?.is_some() {
        return Ok(());
    }
    let bytes = png(card).map_err(Fatal::fault)?;
    let written = staging.write(path, &bytes)?;
    cache.put(key, &vec![(path.to_owned(), written)]);
    Ok(())
}

/// A title that should have a card of its own and cannot be drawn.
fn undrawn(page: &PagePlan, say: &dyn Fn(&str) -> String) -> Option<Diagnostic> {
    page.kind.called(&page.draft)?;
    let letters: String = lacking(&page.draft.title.text(&page.lang, &|id, _| say(id)))
        .into_iter()
        .take(5)
        .collect();
    let finding = Diagnostic::new(&codes::CARD_WITHOUT_LETTERS)
        .arg("path", &page.path)
        .arg("letters", &letters);
    (!letters.is_empty()).then_some(finding)
}
