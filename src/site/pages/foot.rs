//! The lines below a page's plain text: what the foot of every page says. Whoever has only the text must know whose it is,
//! what may be done with it, and whom to ask.

use crate::pages::context::{Phrase, SiteFrame};
use crate::render::Theme;
use crate::text::lang::Lang;
use crate::text::messages::Arg;

/// Returns the lines in a page's language.
pub(super) fn lines(theme: &Theme, lang: &Lang, site: &SiteFrame) -> Vec<String> {
    let say = |id: &str, args: &[(&str, Arg)]| theme.say(lang, id, args);
    let of = |phrase: &Phrase| match &phrase.message {
        Some(id) => say(id, &[]),
        None => phrase.text.clone().unwrap_or_default(),
    };
    let mut lines = Vec::new();
    if let Some(publisher) = &site.publisher {
        let name = with_address(of(&publisher.name), publisher.href.as_ref());
        lines.push(format!("{} {name}", say("published-by", &[])));
    }
    if let Some(licence) = &site.licence {
        lines.push(format!(
            "{}: {}",
            say("licence", &[]),
            with_address(of(&licence.title), licence.href.as_ref())
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
            of(&c.text)
        )
    }));
    lines
}

fn with_address(name: String, href: Option<&String>) -> String {
    match href {
        Some(href) => format!("{name} <{href}>"),
        None => name,
    }
}
