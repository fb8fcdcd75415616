//! Facts as they are kept, in memory and from run to run. Nearly every name and value is in the file as it is, so that where it
//! is, is all that has to be kept: a twentieth of what the tree takes that they are read from.

use super::file::SourceFile;
use super::front_matter::Document;
use super::node::{FactKey, FactNode, FactValue};
use crate::cache::{Cache, CacheKey};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;
use tragaluz_tables::limits::Limits;

/// A page of which the facts are unpacked when they are read: the trees of all pages would take as much memory as everything else
/// that is known of them.
#[derive(Debug, Clone)]
pub(crate) struct PackedPage {
    pub(crate) file: Arc<SourceFile>,
    /// Whether it says of which kind it is, and a [`KeptPage`].
    packed: Box<[u8]>,
}

/// The fact by which a page says of which kind it is.
const KIND: &str = "kind";

impl PackedPage {
    pub(crate) fn of(page: &Document) -> PackedPage {
        let text = &page.file.text;
        let kept = KeptPage {
            facts: page.facts.as_ref().map(|node| KeptNode::of(node, text)),
            body: KeptSpan::of(&page.body),
        };
        let says_kind = match page.facts.as_ref().map(|node| &node.value) {
            Some(FactValue::Map(entries)) => entries.iter().any(|(key, _)| key.name == KIND),
            _ => false,
        };
        // What is written to memory never fails.
        let packed = postcard::to_extend(&kept, vec![u8::from(says_kind)]).unwrap_or_default();
        PackedPage {
            file: page.file.clone(),
            packed: packed.into(),
        }
    }

    /// Whether it says of which kind it is.
    pub(crate) fn says_kind(&self) -> bool {
        self.packed.first() == Some(&1)
    }

    pub(crate) fn unpack(&self) -> Document {
        let kept = postcard::from_bytes(self.packed.get(1..).unwrap_or_default());
        let read = kept.ok().and_then(|page: KeptPage| page.read(&self.file));
        read.unwrap_or_else(|| {
            let file = self.file.clone();
            let body = file.text.len()..file.text.len();
            Document {
                file,
                facts: None,
                body,
            }
        })
    }
}

/// Pages in which nothing is wrong, as runs kept them.
#[derive(Clone, Copy)]
pub(super) struct KeptFacts<'c> {
    cache: &'c Cache,
    /// By what limits are known, which say how much is read.
    limits: CacheKey,
}

/// A page without its text.
#[derive(Debug, Serialize, Deserialize)]
struct KeptPage {
    facts: Option<KeptNode>,
    body: KeptSpan,
}

/// Where something is in its file.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct KeptSpan {
    start: usize,
    length: usize,
}

/// A text of a file; none where it stands there as it is.
#[derive(Debug, Serialize, Deserialize)]
struct KeptText(Option<String>);

#[derive(Debug, Serialize, Deserialize)]
struct KeptNode {
    span: KeptSpan,
    value: KeptValue,
}

#[derive(Debug, Serialize, Deserialize)]
enum KeptValue {
    Null,
    Text(KeptText),
    List(Vec<KeptNode>),
    Map(Vec<KeptEntry>),
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptEntry {
    span: KeptSpan,
    name: KeptText,
    node: KeptNode,
}

impl<'c> KeptFacts<'c> {
    /// Returns what is kept of pages that are read within these limits.
    pub(super) fn of(cache: &'c Cache, limits: &Limits) -> KeptFacts<'c> {
        KeptFacts {
            cache,
            limits: CacheKey::of(&[format!("{limits:?}").as_bytes()]),
        }
    }

    /// By what a page is known; none where nothing is kept.
    pub(super) fn key(&self, file: &SourceFile) -> Option<CacheKey> {
        // A file's name says in which notation it is.
        let parts = [&file.path, &file.text].map(|part| part.as_bytes());
        (self.cache.is_on())
            .then(|| CacheKey::of(&[b"facts", self.limits.bytes(), parts[0], parts[1]]))
    }

    /// Returns a page as an earlier run parsed it.
    pub(super) fn get(&self, key: &CacheKey, file: &Arc<SourceFile>) -> Option<PackedPage> {
        let packed: Vec<u8> = self.cache.get(key)?;
        Some(PackedPage {
            file: file.clone(),
            packed: packed.into(),
        })
    }

    /// Keeps a page in which nothing is wrong.
    pub(super) fn put(&self, key: CacheKey, page: &PackedPage) {
        self.cache.put(key, &page.packed);
    }
}

impl KeptPage {
    /// Returns the page; none where the file is not the one that it was kept of.
    fn read(self, file: &Arc<SourceFile>) -> Option<Document> {
        let facts = match self.facts {
            Some(node) => Some(node.read(&file.text)?),
            None => None,
        };
        Some(Document {
            file: file.clone(),
            facts,
            body: self.body.range(),
        })
    }
}

impl KeptSpan {
    fn of(span: &Range<usize>) -> KeptSpan {
        KeptSpan {
            start: span.start,
            length: span.len(),
        }
    }

    fn range(self) -> Range<usize> {
        self.start..self.start.saturating_add(self.length)
    }
}

impl KeptText {
    fn of(said: &str, span: &Range<usize>, text: &str) -> KeptText {
        let is_as_written = text.get(span.clone()) == Some(said);
        KeptText((!is_as_written).then(|| said.to_owned()))
    }

    fn read(self, span: KeptSpan, text: &str) -> Option<String> {
        match self.0 {
            Some(said) => Some(said),
            None => text.get(span.range()).map(str::to_owned),
        }
    }
}

impl KeptNode {
    fn of(node: &FactNode, text: &str) -> KeptNode {
        let value = match &node.value {
            FactValue::Null => KeptValue::Null,
            FactValue::Text(said) => KeptValue::Text(KeptText::of(said, &node.span, text)),
            FactValue::List(items) => {
                KeptValue::List(items.iter().map(|item| KeptNode::of(item, text)).collect())
            }
            FactValue::Map(entries) => {
                let kept = entries.iter().map(|(key, node)| KeptEntry {
                    span: KeptSpan::of(&key.span),
                    name: KeptText::of(&key.name, &key.span, text),
                    node: KeptNode::of(node, text),
                });
                KeptValue::Map(kept.collect())
            }
        };
        KeptNode {
            span: KeptSpan::of(&node.span),
            value,
        }
    }

    /// Returns the node; none where the file is not the one that it was kept of.
    fn read(self, text: &str) -> Option<FactNode> {
        let value = match self.value {
            KeptValue::Null => FactValue::Null,
            KeptValue::Text(said) => FactValue::Text(said.read(self.span, text)?),
            KeptValue::List(items) => {
                let items = items.into_iter().map(|item| item.read(text));
                FactValue::List(items.collect::<Option<_>>()?)
            }
            KeptValue::Map(entries) => {
                let entries = entries.into_iter().map(|entry| {
                    let key = FactKey {
                        name: entry.name.read(entry.span, text)?,
                        span: entry.span.range(),
                    };
                    Some((key, entry.node.read(text)?))
                });
                FactValue::Map(entries.collect::<Option<_>>()?)
            }
        };
        Some(FactNode {
            value,
            span: self.span.range(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::front_matter;
    use super::*;

    fn parsed(text: &str) -> Document {
        let file = Arc::new(SourceFile::new("content/a.md", text));
        front_matter::read(file, &Limits::default(), &mut Vec::new())
    }

    #[test]
    fn a_page_that_says_its_kind_is_known_without_its_facts() {
        let says = |text| PackedPage::of(&parsed(text)).says_kind();
        assert!(says("---\ntitle: A\nkind: report\n---\n"));
        assert!(!says("---\ntitle: kind\nextra: {kind: a}\n---\n"));
        assert!(!says("kind: report\n"));
    }

    #[test]
    fn a_page_is_read_as_it_was_parsed() {
        let home = tempfile::tempdir().unwrap();
        let program = CacheKey::of(&[b"test"]);
        let texts = [
            "---\ntitle: A\nlist: [a, 'b c', \"d\\ne\", ~, {x: 1.10}]\nlong: >\n  one\n  two\n---\n\nText.\n",
            "+++\ntitle = 'Año'\nn = 1_000\n+++\nText.\n",
            "{\"title\": \"A\\u00f1o\"}\nText.\n",
            "Text alone.\n",
        ];
        let pages = texts.map(parsed);
        let limits = Limits::default();
        let cache = Cache::open(home.path(), program);
        for page in &pages {
            let kept = KeptFacts::of(&cache, &limits);
            let key = kept.key(&page.file).unwrap();
            assert!(kept.get(&key, &page.file).is_none());
            kept.put(key, &PackedPage::of(page));
        }
        cache.save(false).unwrap();
        let cache = Cache::open(home.path(), program);
        let kept = KeptFacts::of(&cache, &limits);
        for page in &pages {
            let again = kept.get(&kept.key(&page.file).unwrap(), &page.file);
            let again = again.unwrap().unpack();
            assert_eq!((&again.facts, &again.body), (&page.facts, &page.body));
        }
        assert!(
            KeptFacts::of(&Cache::off(), &limits)
                .key(&pages[0].file)
                .is_none()
        );
    }
}
