//! A new page of any kind: what is known of it filled in, each unknown fact as a comment that says what it is for, and the
//! parts of its text.

use super::page_lines::{FactLines, FactWords, no_such_fact, value_of};
use super::page_order::PageOrder;
use crate::diag::{Fatal, Speech};
use crate::model::Portal;
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::folder_kind::{FolderKind, KnownKind};
use crate::model::form::FORM;
use crate::model::vocabulary::{SECTIONS, Taxonomy};
use crate::source::asked::KnownFact;
use crate::source::yaml::scalar;
use std::collections::BTreeMap;

/// A page, and what it asks for.
pub(super) struct BegunPage {
    pub(super) text: String,
    /// Names of the facts that nobody told.
    pub(super) unknown: Vec<String>,
}

/// What a page is drawn of.
pub(super) struct PageSketch<'a> {
    pub(super) portal: &'a Portal,
    pub(super) kind: &'a KnownKind,
    pub(super) order: &'a PageOrder,
    /// The page's title.
    pub(super) title: &'a str,
    /// The page's text, where it has one already.
    pub(super) body: Option<&'a str>,
    /// The day of its facts, where that is known.
    pub(super) today: Option<String>,
    /// The line that names its schema for editors, where the portal has schemas.
    pub(super) schema: Option<String>,
}

impl PageSketch<'_> {
    /// Draws the page.
    ///
    /// # Errors
    /// When a fact was given that a page of this kind does not have.
    pub(super) fn draw(&self) -> Result<BegunPage, Fatal> {
        let asked = self.portal.facts_of(self.kind);
        self.require_known(&asked)?;
        self.require_given()?;
        let known = self.known(&asked);
        let main = self.portal.settings.main().tag();
        let speech = Speech::for_locale(self.order.lang.as_deref().unwrap_or(main));
        let mut lines = self.head(&speech);
        lines.line(&format!("title: {}", scalar(self.title)));
        let (mut unknown, mut further) = (Vec::new(), Vec::new());
        for fact in self.in_order(asked) {
            let words = FactWords::of(&fact, &self.kind.word, &speech);
            let value = known.get(&fact.name);
            match (words, value) {
                (words, Some(value)) => {
                    lines.comment(&words.map(|words| words.purpose).unwrap_or_default());
                    lines.line(&format!("{}: {value}", fact.name));
                }
                (Some(words), None) => {
                    lines.comment(&words.purpose);
                    lines.comment(&words.example);
                    unknown.push(fact.name);
                }
                (None, None) => further.push(fact.name),
            }
        }
        lines.comment(&speech.say("ask-further", &[("names", further.join(", ").into())]));
        let body = self.body(&mut lines, &speech);
        lines.line("---");
        Ok(BegunPage {
            text: lines.0 + &body,
            unknown,
        })
    }

    /// Returns the first lines, for editors and for whoever fills in the others.
    fn head(&self, speech: &Speech) -> FactLines {
        let mut lines = FactLines("---\n".to_owned());
        lines.comment(self.schema.as_deref().unwrap_or_default());
        lines.comment(&speech.say("ask-head", &[]));
        lines
    }

    /// Returns facts in the order in which they are asked for: those of the kind, then those of every page.
    fn in_order(&self, asked: Vec<KnownFact>) -> Vec<KnownFact> {
        let common = self.portal.common_facts();
        let is_common = |fact: &KnownFact| common.iter().any(|own| own.name == fact.name);
        let (last, first): (Vec<_>, Vec<_>) = asked.into_iter().partition(is_common);
        let all = first.into_iter().chain(last);
        all.filter(|fact| fact.name != "title").collect()
    }

    fn require_known(&self, asked: &[KnownFact]) -> Result<(), Fatal> {
        let is_known = |name: &str| asked.iter().any(|fact| fact.name == name);
        let mut given = self.order.facts.iter();
        match given.find(|(name, _)| !is_known(name)) {
            Some((name, _)) => Err(no_such_fact(name, asked)),
            None => Ok(()),
        }
    }

    /// Refuses a page without a fact that the portal asks for of each page of a kind that it declares.
    fn require_given(&self) -> Result<(), Fatal> {
        let FolderKind::Declared(at) = self.kind.kind else {
            return Ok(());
        };
        let required = self.portal.settings.kinds[at].facts.iter();
        let lacking = required.filter(|fact| {
            let mut given = self.order.facts.iter();
            fact.is_required && !given.any(|(name, _)| *name == fact.name)
        });
        let lacking: Vec<&str> = lacking.map(|fact| fact.name.as_str()).collect();
        let Some(first) = lacking.first() else {
            return Ok(());
        };
        let args = vec![
            ("name", (*first).into()),
            ("known", lacking.join(", ").into()),
        ];
        Err(Fatal::wrong_command("add-page-required", args))
    }

    /// Returns the facts that are known, as YAML: those that were given, those of the commitment that it is about, and
    /// whatever the portal has only one of.
    fn known(&self, asked: &[KnownFact]) -> BTreeMap<String, String> {
        let mut known = BTreeMap::new();
        for fact in asked {
            let given = self.order.facts.iter().find(|(name, _)| *name == fact.name);
            let told = given.map(|(_, value)| value.clone());
            let value = told.or_else(|| self.told_by_portal(&fact.name));
            if let Some(value) = value.filter(|_| fact.name != "title") {
                known.insert(fact.name.clone(), value_of(fact, &value));
            }
        }
        known
    }

    fn told_by_portal(&self, name: &str) -> Option<String> {
        let about = self.commitment();
        let plan = about.and_then(plan_of).map(str::to_owned);
        let locality = about.and_then(|own| Some(own.locality.as_ref()?.id.clone()));
        match name {
            "commitment" => self.commitment_named(),
            "locality" => locality.or_else(|| self.only_locality()),
            "action_plan" => plan.or_else(|| self.only_plan()),
            "action_plans" => self.only_plan().map(|plan| format!("[{plan}]")),
            "updated" => self.today.clone(),
            _ => None,
        }
    }

    /// Returns the commitment that the page is about, by the name that was given.
    fn commitment_named(&self) -> Option<String> {
        let given = self
            .order
            .facts
            .iter()
            .find(|(name, _)| name == "commitment");
        let named = given
            .map(|(_, id)| id.clone())
            .or_else(|| self.order.of.clone());
        let known = named.as_ref().and_then(|id| commitment_of(self.portal, id));
        known.map(|own| own.head.id.clone()).or(named)
    }

    fn commitment(&self) -> Option<&Commitment> {
        commitment_of(self.portal, &self.commitment_named()?)
    }

    fn only_locality(&self) -> Option<String> {
        let mut all = self.portal.terms.of(Taxonomy::Locality);
        let first = all.next()?;
        all.next().is_none().then(|| first.id.clone())
    }

    fn only_plan(&self) -> Option<String> {
        match self.portal.action_plans.as_slice() {
            [only] => Some(only.head.id.clone()),
            _ => None,
        }
    }

    /// Returns the text, and says before it what its empty parts are.
    fn body(&self, lines: &mut FactLines, speech: &Speech) -> String {
        if let Some(body) = self.body {
            return body.to_owned();
        }
        let main = self.portal.settings.main().primary();
        let headings = headings(self.kind.kind, main.as_str());
        if !headings.is_empty() {
            lines.comment(&speech.say("ask-sections", &[]));
        }
        headings
            .iter()
            .map(|heading| format!("\n## {heading}\n"))
            .collect()
    }
}

/// Returns the plan that holds a commitment, where only one does.
fn plan_of(commitment: &Commitment) -> Option<&str> {
    match &commitment.action_plans {
        PlanMembership::Plans(plans) if plans.len() == 1 => Some(&plans[0].value),
        _ => None,
    }
}

/// Returns the commitment of an identifier, in letters of either case.
pub(super) fn commitment_of<'p>(portal: &'p Portal, id: &str) -> Option<&'p Commitment> {
    let mut all = portal.commitments.iter();
    all.find(|own| own.head.id.eq_ignore_ascii_case(id))
}

/// Returns the headings of the parts that a kind of page has, in the portal's main language; in one that the program does
/// not speak, English words with an identifier that is known in all.
fn headings(kind: FolderKind, lang: &str) -> Vec<String> {
    let named = |id: &str, es: &str, en: &str| match lang {
        "es" => es.to_owned(),
        "en" => en.to_owned(),
        _ => format!("{en} {{#{id}}}"),
    };
    let section = |id: &str| {
        let known = SECTIONS.iter().find(|section| section.id == id);
        known.map(|section| named(section.id, section.es, section.en))
    };
    match kind {
        FolderKind::Commitment => (SECTIONS.iter())
            .map(|section| named(section.id, section.es, section.en))
            .collect(),
        FolderKind::Report => ["action", "problem"]
            .into_iter()
            .filter_map(section)
            .chain(FORM.iter().map(|question| {
                let words = named(question.anchor, question.es, question.en);
                format!("{} {words}", question.number)
            }))
            .collect(),
        _ => Vec::new(),
    }
}
