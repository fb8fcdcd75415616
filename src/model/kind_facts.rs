//! Which facts a kind of page has: those that its reader asks for. It is found out by having an empty page read.

use super::commitment;
use super::datasets;
use super::facts::{PageFacts, PageFiles};
use super::folder_kind::{FolderKind, KnownKind};
use super::page::facts_of_every_page;
use super::portal::Portal;
use crate::diag::Sink;
use crate::source::DatasetFolder;
use crate::source::asked::KnownFact;
use crate::source::fields::Fields;
use crate::source::front_matter::Document;
use crate::text::lang::Lang;
use std::sync::Mutex;

/// The name of the page that is read; no reader looks at it.
const STEM: &str = "empty";

impl Portal {
    /// Returns the facts that a page of a kind may have, in the order in which they are read.
    pub(crate) fn facts_of(&self, kind: &KnownKind) -> Vec<KnownFact> {
        let document = Document::empty(kind.path(STEM));
        let files = PageFiles {
            main: &document,
            others: Vec::new(),
            stem: STEM.to_owned(),
            folder: String::new(),
        };
        let asked = Mutex::new(Vec::new());
        let (mut aside, mut unsaid) = (Portal::new(self.settings.clone()), Sink::new());
        if let Some(facts) = PageFacts::open(&files, self.settings.main(), &mut unsaid) {
            aside.read_facts(kind.kind, facts.probing(&asked), &files, &mut unsaid);
        }
        let mut asked = asked.into_inner().expect("no reader panics");
        if let FolderKind::Declared(at) = kind.kind {
            for fact in &mut asked {
                fact.purpose = self.settings.kinds[at].purpose_of(&fact.name, self.settings.main());
            }
        }
        asked
    }

    /// Returns the facts that a dataset's page may have, in the order in which they are read.
    pub(crate) fn facts_of_datasets(&self) -> Vec<KnownFact> {
        let path = format!("data/{STEM}");
        let document = Document::empty(format!("{path}/dataset.md"));
        let files = PageFiles {
            main: &document,
            others: Vec::new(),
            stem: STEM.to_owned(),
            folder: path.clone(),
        };
        let folder = DatasetFolder {
            name: STEM.to_owned(),
            path,
            documents: Vec::new(),
            package: None,
            referenced: Vec::new(),
            files: Vec::new(),
        };
        let asked = Mutex::new(Vec::new());
        let mut unsaid = Sink::new();
        if let Some(facts) = PageFacts::open(&files, self.settings.main(), &mut unsaid) {
            datasets::read_opened(&folder, &files, facts.probing(&asked), &mut unsaid);
        }
        asked.into_inner().expect("no reader panics")
    }

    /// Returns those that every kind of page may have.
    pub(crate) fn common_facts(&self) -> Vec<KnownFact> {
        facts_of_every_page(self.settings.main())
    }

    /// Returns the facts that a milestone may have, in the order in which they are read.
    pub(crate) fn facts_of_milestones(&self) -> Vec<KnownFact> {
        let document = Document::empty(STEM.to_owned());
        let mut unsaid = Sink::new();
        let node = document.facts.as_ref();
        let fields = node.and_then(|node| Fields::of(&document.file, node, STEM, &mut unsaid));
        fields.map_or_else(Vec::new, |fields| {
            let mut fields = fields.probing();
            let lang: &Lang = self.settings.main();
            commitment::milestone(&mut fields, lang, &self.settings.statuses, &mut unsaid);
            fields.take_asked()
        })
    }
}
