//! The lines below a page's plain text: what the foot of every page says. Whoever has only the text must know whose it is,
//! what may be done with it, and whom to ask.

use crate::pages::context::{Phrase, SiteFrame};
use crate::render::Theme;
use crate::text::lang::Lang;
use crate::text::messages::Arg;

/// Returns the lines in a page's language.
pub(super) fn lines(theme: &Theme, lang: &Lang, site: &SiteFrame) -> Vec<String> {
    let say = |id: &str, args: &[(&str, Arg)]| theme.say(lang, id, args);
    let mut lines = Vec::new();
    if let Some(publisher) = &site.publisher {
        let name = with_address(words(&publisher.name, theme, lang), publisher.href.as_ref());
        lines.push(format!("{} {name}", say("published-by", &[])));
    }
    if let Some(licence) = &site.licence {
        lines.push(format!(
            "{}: {}",
            say("licence", &[]),
            with_address(words(&licence.title, theme, lang), licence.href.as_ref())
        ));
    }
    if let (Some(day), Some(voice)) = (&site.as_of, theme.voice(lang)) {
        lines.push(say("as-of", &[("date", voice.date(day).into())]));
    }
    if !site.help.is_empty() {
        lines.push(format!("{} {}", say("help", &[]), say("help-words", &[])));
    }
    lines.extend(site.help.iter().map(|c| {
        format!(
            "{}: {}",
            say(&format!("channel-{}", c.kind), &[]),
            words(&c.text, theme, lang)
        )
    }));
    lines
}

/// Returns a phrase in a language: what it says itself, or the theme's message.
fn words(phrase: &Phrase, theme: &Theme, lang: &Lang) -> String {
    match &phrase.message {
        Some(id) => theme.say(lang, id, &[]),
        None => phrase.text.clone().unwrap_or_default(),
    }
}

fn with_address(name: String, href: Option<&String>) -> String {
    match href {
        Some(href) => format!("{name} <{href}>"),
        None => name,
    }
}
