//! Resources that are on other servers: the portal says where they are, and fetches none.

use super::dataset::{External, Resource};
use crate::diag::Sink;
use crate::source::fields::{Fields, Spanned};
use crate::source::litter;
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::slug::slug;
use crate::text::web::is_web_address;
use crate::text::words::Words;

/// Gives each file elsewhere a name that no other resource has.
pub(super) fn name_external(resources: &[Resource], external: &mut [External]) {
    let mut names = FreeNames::default();
    for resource in resources {
        names.give(&resource.name, "-");
    }
    for file in external {
        let name = if file.name.is_empty() {
            slug(&file.url)
        } else {
            file.name.clone()
        };
        file.name = names.give(&name, "-");
    }
}

/// The addresses of a resource that is on another server; none where it is a file of the portal. Old descriptors say
/// `url` in place of `path`.
pub(super) fn remote(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Vec<Spanned<String>>> {
    let is_foreign = !fields.is_ours();
    let has_path = fields.node("path").is_some();
    let key = if is_foreign && !has_path {
        "url"
    } else {
        "path"
    };
    fields.node(key)?;
    let addresses = fields.texts(key, &mut Sink::new());
    if addresses.is_empty() || !addresses.iter().all(|path| is_remote(&path.value)) {
        return None;
    }
    let (usable, others): (Vec<_>, Vec<_>) =
        (addresses.into_iter()).partition(|address| is_web_address(&address.value));
    for address in others {
        sink.push(fields.wrong_form(&address.span, key, "web-address"));
    }
    Some(usable)
}

/// Whether a path is an address of the web, well written or not.
pub(super) fn is_remote(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    ["http://", "https://", "ftp://"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
}

/// What is declared of a resource that is on another server.
struct ExternalFacts {
    name: Option<String>,
    title: Words,
    description: Words,
    format: Option<String>,
    media_type: Option<String>,
    bytes: Option<u64>,
    /// In lower-case hexadecimal.
    sha256: Option<String>,
}

impl ExternalFacts {
    fn read(mut fields: Fields<'_>, lang: &Lang, sink: &mut Sink) -> ExternalFacts {
        let name = fields.text("name", sink).map(|name| name.value);
        let [title, description] =
            ["title", "description"].map(|key| fields.words(key, lang, sink));
        let [format, media_type, hash] =
            ["format", "mediatype", "hash"].map(|key| fields.text(key, sink).map(|t| t.value));
        let bytes = fields.integer("bytes", sink);
        for key in ["encoding", "schema", "dialect", "profile"] {
            fields.node(key);
        }
        fields.finish(sink);
        ExternalFacts {
            name,
            title,
            description,
            format: format.map(|format| format.trim_start_matches('.').to_ascii_lowercase()),
            media_type,
            bytes: bytes.and_then(|n| u64::try_from(n.value).ok()),
            sha256: hash.as_deref().and_then(sha256_of),
        }
    }

    /// Returns the file at one of its addresses.
    fn at(&self, url: String) -> External {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let file = path.rsplit('/').next().unwrap_or_default();
        let stem = litter::stem(file);
        let ending = file.rsplit_once('.').filter(|_| stem != file);
        let ending = ending.map(|(_, ending)| ending.to_ascii_lowercase());
        External {
            name: slug(self.name.as_deref().unwrap_or(stem)),
            title: self.title.clone(),
            description: self.description.clone(),
            format: self.format.clone().or(ending),
            media_type: self.media_type.clone(),
            bytes: self.bytes,
            sha256: self.sha256.clone(),
            url,
        }
    }
}

/// Returns the checksum of Data Package's `hash`, where it is a SHA-256.
fn sha256_of(hash: &str) -> Option<String> {
    let sum = hash.strip_prefix("sha256:")?;
    let is_sum = sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit());
    is_sum.then(|| sum.to_ascii_lowercase())
}

/// Parses a resource that is on another server: one for each of its addresses.
pub(super) fn elsewhere(
    fields: Fields<'_>,
    urls: Vec<Spanned<String>>,
    lang: &Lang,
    sink: &mut Sink,
) -> impl Iterator<Item = External> + use<> {
    let facts = ExternalFacts::read(fields, lang, sink);
    urls.into_iter().map(move |url| facts.at(url.value))
}
