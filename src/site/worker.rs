//! The service worker's file: the script, with its words in each language of the portal.

use super::inline_script::squeezed;
use crate::pages::service_worker::FILE;
use crate::pages::{Plan, address};
use crate::render::Theme;
use crate::stage::OutputFile;
use crate::text::escape;
use serde_json::{Map, Value, json};

const SCRIPT: &str = include_str!("worker/service-worker.js");

/// Returns the script of the service worker, with its words.
pub(crate) fn file(plan: &Plan, theme: &Theme) -> OutputFile {
    let words = serde_json::to_string(&words(plan, theme)).unwrap_or_default();
    OutputFile {
        path: FILE.to_owned(),
        text: squeezed(&SCRIPT.replace("WORDS", &words)) + "\n",
    }
}

/// By the first part of a path, for languages that have a folder; the main one by nothing. Their tag, direction and words,
/// escaped.
fn words(plan: &Plan, theme: &Theme) -> Value {
    let portal = &plan.catalog.portal;
    let languages = portal.languages.iter().map(|lang| {
        let say = |id: &str| escape::html(&theme.say(lang, id, &[]));
        let folder = address::in_lang(lang, &portal.main, "");
        let folder = folder.trim_end_matches('/').to_owned();
        (
            folder,
            json!([
                lang.tag(),
                lang.dir(),
                say("no-connection"),
                say("no-connection-kept")
            ]),
        )
    });
    Value::Object(languages.collect::<Map<_, _>>())
}
