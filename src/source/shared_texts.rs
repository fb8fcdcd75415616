//! Texts that pages have in common: files below `content/_texts/`, each written once. A block of code that says `include` and names one
//! stands for its text:
//!
//! ````markdown
//! ```include
//! how-to-ask
//! ```
//! ````

use super::file::{IncludedPart, SourceFile};
use super::front_matter;
use super::listing::has_ending;
use super::markdown::{MARKDOWN, link_targets};
use crate::diag::{Diagnostic, Sink, codes};
use crate::text::lang::Lang;
use crate::text::near::nearest;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// The folder of texts that are no pages of their own.
const FOLDER: &str = "content/_texts/";

/// What a block says that stands for a text.
const INCLUDE: &str = "include";

/// Texts that pages may include, by their names: the path below the folder, without `.md`.
#[derive(Debug, Default)]
pub(crate) struct CommonTexts {
    texts: BTreeMap<String, Arc<SourceFile>>,
    /// Most bytes of a text with everything that it includes.
    most: usize,
}

/// Whether a file holds a text that is no page.
pub(super) fn is_shared(path: &str) -> bool {
    path.starts_with(FOLDER) && has_ending(path, ".md")
}

/// Whether a page may include something.
pub(crate) fn may_include(text: &str) -> bool {
    text.contains(INCLUDE) && (text.contains("```") || text.contains("~~~"))
}

/// The language in the name of a file: `en` of `ask.en.md`.
fn tag_of(path: &str) -> Option<&str> {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let (_, tag) = stem.rsplit_once('.')?;
    (!tag.contains('/') && Lang::parse(tag).is_some()).then_some(tag)
}

/// A block that stands for a text.
struct IncludeBlock {
    /// All of it, with its delimiters.
    span: Range<usize>,
    /// What it names.
    name: String,
    /// Whether it is in a list or a quotation.
    is_within: bool,
}

/// Returns the blocks of a text that stand for others, `start` being where Markdown begins.
fn blocks(text: &str, start: usize) -> Vec<IncludeBlock> {
    let mut blocks: Vec<IncludeBlock> = Vec::new();
    let (mut open, mut depth) = (false, 0_usize);
    for (event, span) in Parser::new_ext(&text[start..], MARKDOWN).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.trim() == INCLUDE => {
                open = true;
                blocks.push(IncludeBlock {
                    span: start + span.start..start + span.end,
                    name: String::new(),
                    is_within: depth > 0,
                });
            }
            Event::Start(_) => depth += 1,
            Event::Text(words) if open => {
                if let Some(block) = blocks.last_mut() {
                    block.name.push_str(&words);
                }
            }
            Event::End(TagEnd::CodeBlock) if open => open = false,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    blocks
}

impl CommonTexts {
    /// Takes files of the folder; each is given what it includes itself. `most` are the bytes that one may have then.
    pub(super) fn of(files: Vec<SourceFile>, most: usize, sink: &mut Sink) -> CommonTexts {
        let raw: BTreeMap<String, SourceFile> = (files.into_iter())
            .map(|file| (name_of(&file.path).to_owned(), file))
            .collect();
        let mut shared = CommonTexts {
            texts: BTreeMap::new(),
            most,
        };
        // A text is taken once everything that it includes was: what is left over then goes in a circle.
        let mut waiting: BTreeSet<&String> = raw.keys().collect();
        while !waiting.is_empty() {
            let ready: Vec<&String> = (waiting.iter().copied())
                .filter(|name| !shared.waits(&raw[*name], &waiting))
                .collect();
            let in_circle = ready.is_empty();
            let next = if in_circle {
                waiting.iter().copied().take(1).collect()
            } else {
                ready
            };
            for name in next {
                waiting.remove(name);
                let composed = shared.composed(raw[name].clone(), in_circle, sink);
                shared.texts.insert(name.clone(), Arc::new(composed));
            }
        }
        shared
    }

    /// Whether a text includes one that was not taken yet.
    fn waits(&self, file: &SourceFile, waiting: &BTreeSet<&String>) -> bool {
        let start = front_matter::text_start(&file.text);
        may_include(&file.text)
            && (blocks(&file.text, start).iter()).any(|block| {
                let names = names(block.name.trim(), tag_of(&file.path));
                names.iter().any(|name| waiting.contains(name))
            })
    }

    /// Returns a file with the texts in the place of the blocks that name them. A block that cannot be taken is a finding, and stays.
    pub(crate) fn compose(&self, file: SourceFile, sink: &mut Sink) -> SourceFile {
        self.composed(file, false, sink)
    }

    fn composed(&self, file: SourceFile, in_circle: bool, sink: &mut Sink) -> SourceFile {
        if !may_include(&file.text) {
            return file;
        }
        let start = front_matter::text_start(&file.text);
        let mut composed = SourceFile::new(file.path.as_str(), "");
        let mut at = 0;
        for block in blocks(&file.text, start) {
            let room = self.most.saturating_sub(composed.text.len());
            let shared = match self.text_for(&file, &block, in_circle, room) {
                Ok(shared) => shared,
                Err(fault) => {
                    sink.push(fault);
                    continue;
                }
            };
            if tag_of(&file.path).is_some() && tag_of(&shared.path).is_none() {
                sink.push(untranslated(&file, &block, &shared));
            }
            composed.text.push_str(&file.text[at..block.span.start]);
            composed.include(&shared, &file.text[block.span.clone()]);
            at = block.span.end;
        }
        composed.text.push_str(&file.text[at..]);
        composed
    }

    /// Returns the text that a block names, in the language of the file where there is one in that.
    fn text_for(
        &self,
        file: &SourceFile,
        block: &IncludeBlock,
        in_circle: bool,
        room: usize,
    ) -> Result<Arc<SourceFile>, Diagnostic> {
        let name = block.name.trim();
        let fault = |cause: &'static str| {
            Diagnostic::new(&codes::INCLUDE_UNUSABLE)
                .at(file.place(block.span.clone()))
                .arg("cause", cause)
                .arg("name", name)
        };
        if block.is_within {
            return Err(fault("within"));
        }
        let found = (names(name, tag_of(&file.path)).iter()).find_map(|name| self.texts.get(name));
        match found {
            Some(shared) if shared.text.len() > room => Err(fault("large")),
            Some(shared) => Ok(shared.clone()),
            None if in_circle => Err(fault("circle")),
            None => {
                let near = nearest(name, self.texts.keys().map(String::as_str));
                Err(fault("absent").arg("near", near.unwrap_or("none")))
            }
        }
    }

    /// Tells the texts that none of these files includes, nor any text that one of them does.
    pub(super) fn tell_unused<'f>(
        &self,
        files: impl Iterator<Item = &'f SourceFile>,
        sink: &mut Sink,
    ) {
        let mut used = BTreeSet::new();
        files.for_each(|file| enter_used(file, &mut used));
        for file in self
            .texts
            .values()
            .filter(|file| !used.contains(&file.path))
        {
            let place = crate::diag::Place::file(&file.path);
            sink.push(
                Diagnostic::new(&codes::SHARED_TEXT_UNUSED)
                    .at(place)
                    .arg("name", name_of(&file.path)),
            );
        }
    }
}

/// Enters the paths of the texts that a file includes, and of those that these include.
fn enter_used(file: &SourceFile, used: &mut BTreeSet<String>) {
    for part in &file.included {
        if used.insert(part.file.path.clone()) {
            enter_used(&part.file, used);
        }
    }
}

impl SourceFile {
    /// Adds the text of another file behind this one's, in the place of a block. Its links lead from here where they led from there.
    fn include(&mut self, shared: &Arc<SourceFile>, block: &str) {
        let from = front_matter::text_start(&shared.text);
        let first = self.included.len();
        let mut at = from;
        for target in link_targets(&shared.text[from..]) {
            let target = from + target.start..from + target.end;
            let address = &shared.text[target.clone()];
            if let Some(moved) = moved(address, &shared.path, &self.path) {
                self.add_part(&shared.text[at..target.start], shared, at);
                self.add_part(&moved, shared, target.start);
                at = target.end;
            }
        }
        self.add_part(&shared.text[at..], shared, at);
        if !self.text.ends_with('\n') {
            self.add_part("\n", shared, shared.text.len());
        }
        if let Some(part) = self.included.get_mut(first) {
            block.clone_into(&mut part.block);
        }
    }

    /// Adds a text that is at `from` of another file, or stands for what is there.
    fn add_part(&mut self, text: &str, file: &Arc<SourceFile>, from: usize) {
        let start = self.text.len();
        self.text.push_str(text);
        self.included.push(IncludedPart {
            span: start..self.text.len(),
            block: String::new(),
            file: file.clone(),
            from,
        });
    }
}

/// Returns the address that leads from the file `to` where one leads from the file `of`; none where it does not depend on the file.
fn moved(address: &str, of: &str, to: &str) -> Option<String> {
    let is_of_file = !address.starts_with(['/', '#', '?'])
        && !(address.split(['/', '#', '?']).next()).is_some_and(|first| first.contains(':'));
    is_of_file.then_some(())?;
    let folders = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (mut from, mut here) = (folders(of), folders(to));
    from.pop();
    here.pop();
    let mut rest = address;
    while let Some(above) = rest.strip_prefix("../") {
        from.pop()?;
        rest = above;
    }
    let rest = rest.strip_prefix("./").unwrap_or(rest);
    let end = rest.find(['#', '?']).unwrap_or(rest.len());
    let name = rest[..end].rfind('/').map_or(0, |at| at + 1);
    from.extend(folders(rest[..name].trim_end_matches('/')));
    from.retain(|folder| !folder.is_empty());
    let rest = &rest[name..];
    let shared = (from.iter().zip(&here))
        .take_while(|(one, other)| one == other)
        .count();
    let up = "../".repeat(here.len() - shared);
    let down: String = from[shared..]
        .iter()
        .map(|name| format!("{name}/"))
        .collect();
    Some(format!("{up}{down}{rest}"))
}

/// Returns the name of a text: its path below the folder, without its ending.
fn name_of(path: &str) -> &str {
    let name = path.strip_prefix(FOLDER).unwrap_or(path);
    name.get(..name.len() - ".md".len()).unwrap_or(name)
}

/// Returns the names under which a text is looked for, the first that there is being meant.
fn names(name: &str, tag: Option<&str>) -> Vec<String> {
    let plain = name.strip_suffix(".md").unwrap_or(name).to_owned();
    let own = tag.map(|tag| format!("{plain}.{tag}"));
    own.into_iter().chain([plain]).collect()
}

/// Returns the finding that a page in one language has a text that is only there in the main one.
fn untranslated(file: &SourceFile, block: &IncludeBlock, shared: &SourceFile) -> Diagnostic {
    Diagnostic::new(&codes::SHARED_TEXT_UNTRANSLATED)
        .at(file.place(block.span.clone()))
        .arg("name", name_of(&shared.path))
        .arg("lang", tag_of(&file.path).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_from_another_file_to_the_same_place() {
        let to = |address: &str, page: &str| moved(address, "content/_texts/x/ask.md", page);
        let found = |address: &str, page: &str| to(address, page).unwrap_or_default();
        assert_eq!(found("../../about.md#a", "content/uno.md"), "about.md#a");
        assert_eq!(
            found("../../about.md", "content/commitments/C1.md"),
            "../about.md"
        );
        assert_eq!(found("map.png", "content/uno.md"), "_texts/x/map.png");
        assert_eq!(
            found("../../../data/d/dataset.md", "data/e/dataset.md"),
            "../d/dataset.md"
        );
        for address in [
            "https://a.example/",
            "mailto:a@a.example",
            "#b",
            "/c.md",
            "../../../../d",
        ] {
            assert_eq!(to(address, "content/uno.md"), None, "{address}");
        }
    }
}
