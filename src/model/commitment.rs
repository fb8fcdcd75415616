//! A commitment and its milestones, in the terms of the Open Government Partnership.

use super::evidence::Proof;
use super::facts::{PageFacts, PageFiles, no_language};
use super::form::plain;
use super::head::Head;
use super::status_update::{self, StatusUpdate};
use super::status_word::{StatusWord, StatusWords};
use super::term::{TermRef, Terms};
use super::vocabulary::{AMBITIONS, NOVELTIES, Statement, Status, Taxonomy};
use crate::diag::{Diagnostic, Sink, codes};
use crate::source::fields::{Fields, Spanned};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::ops::Range;
use std::sync::Arc;

/// A commitment of an action plan, as its file declares it.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// What every page has.
    pub head: Head,
    /// The member whose commitment it is.
    pub(crate) locality: Option<TermRef>,
    /// The action plans that hold it.
    pub(crate) action_plans: PlanMembership,
    /// The report at its start.
    pub(crate) inception_report: Option<InceptionReport>,
    /// First month, or day.
    pub(crate) start: Option<Spanned<PartialDate>>,
    /// Last month, or day.
    pub(crate) end: Option<Spanned<PartialDate>>,
    /// Institutions in the order of the source, each as often as the source lists it.
    pub(crate) institutions: Vec<InvolvedInstitution>,
    pub(crate) policy_areas: Vec<TermRef>,
    pub(crate) sector: Option<TermRef>,
    /// OGP values and the reason for each.
    pub(crate) values: Vec<ServedValue>,
    pub(crate) inception: Option<InceptionReview>,
    /// Milestones in the order of the source.
    pub(crate) milestones: Vec<Milestone>,
    /// The status that the source gives the commitment itself: that of the newest update.
    pub(crate) own_status: Option<Status>,
    /// The portal's own word for that status.
    pub(crate) own_word: Option<Arc<StatusWord>>,
    /// What was reported of the commitment itself, in the order of the file.
    pub(crate) updates: Vec<StatusUpdate>,
    /// Identifiers of evaluation reports.
    pub(crate) reports: Vec<Spanned<String>>,
    /// Identifiers of datasets that it names.
    pub(crate) datasets: Vec<Spanned<String>>,
    /// Identifiers of commitments that it continues or belongs to.
    pub(crate) related: Vec<Spanned<String>>,
}

/// Which action plans hold a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlanMembership {
    /// The source says nothing.
    NotReported,
    /// The source says: none.
    NotAttached,
    /// Identifiers of plans.
    Plans(Vec<Spanned<String>>),
}

/// The report at the start of a commitment.
#[derive(Debug, Clone)]
pub(crate) struct InceptionReport {
    pub(crate) title: Words,
    /// The plan that it reviews.
    pub(crate) action_plan: Option<Spanned<String>>,
    pub(crate) url: Option<String>,
}

/// An institution's part in a commitment.
#[derive(Debug, Clone)]
pub(crate) struct InvolvedInstitution {
    pub(crate) institution: TermRef,
    /// Whether it leads; none where the source does not say.
    pub(crate) lead: Option<bool>,
}

/// An OGP value and why the commitment serves it.
#[derive(Debug, Clone)]
pub(crate) struct ServedValue {
    pub(crate) value: TermRef,
    pub(crate) reason: Words,
}

#[derive(Debug, Clone)]
pub(crate) struct InceptionReview {
    /// Whether the commitment is verifiable.
    pub(crate) verifiable: Option<bool>,
    /// Whether it is relevant to OGP's values.
    pub(crate) relevance: Option<bool>,
    /// Whether the commitment is new, as a code of [`NOVELTIES`].
    pub(crate) novelty: Option<&'static str>,
    /// How much it would change, as a code of [`AMBITIONS`].
    pub(crate) ambition: Option<&'static str>,
    /// The reviewer's statements.
    pub(crate) statements: Vec<Words>,
}

/// Where a milestone's text is in one language.
#[derive(Debug, Clone)]
pub(crate) struct TextPlace {
    /// Language of the text.
    pub(crate) lang: Lang,
    /// Language of the file that gives it.
    pub(crate) file: Lang,
    /// Bytes of the text in that file.
    pub(crate) span: Range<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Milestone {
    /// Its number in the source.
    pub(crate) number: i64,
    /// What is to be done.
    pub(crate) text: Words,
    /// First month, or day.
    pub(crate) start: Option<Spanned<PartialDate>>,
    /// Last month, or day.
    pub(crate) end: Option<Spanned<PartialDate>>,
    /// That of the newest update.
    pub(crate) status: Status,
    /// The portal's own word for it.
    pub(crate) word: Option<Arc<StatusWord>>,
    /// The office that answers for it.
    pub(crate) owner: Option<String>,
    /// When its status was reported.
    pub(crate) reported: Option<PartialDate>,
    /// What was reported of it then, in the words of whoever reported.
    pub(crate) progress: Words,
    /// What was reported of it, in the order of the file.
    pub(crate) updates: Vec<StatusUpdate>,
    /// Evidence of the whole milestone; updates have their own.
    pub(crate) evidence: Vec<Proof>,
    /// Where it is in the file.
    pub(crate) span: Range<usize>,
    /// Where its text is, in each of its languages.
    pub(crate) texts_at: Vec<TextPlace>,
}

impl Milestone {
    /// Finds how it stands, going by its updates.
    fn stand(&mut self) {
        let current = status_update::current(&self.updates);
        let reported = current.or_else(|| self.updates.first());
        self.reported = reported.and_then(StatusUpdate::day);
        self.progress = reported
            .map(|update| update.text.clone())
            .unwrap_or_default();
        let status = current.and_then(|update| update.status.clone());
        self.word = status.as_ref().and_then(|status| status.word.clone());
        self.status = status.map_or(Status::NotReported, |status| status.status);
    }

    /// Returns how it stood on a day; without one, how it stands.
    pub(crate) fn status_on(&self, day: Option<PartialDate>) -> Status {
        let Some(day) = day else {
            return self.status;
        };
        let newest = status_update::newest_first(&self.updates).into_iter();
        let until = newest.filter(|update| !update.is_after(day));
        let mut statuses = until.filter_map(|update| update.status.as_ref());
        statuses
            .next()
            .map_or(Status::NotReported, |own| own.status)
    }

    /// Returns all evidence of it: its own, then that of its updates.
    pub(crate) fn proofs(&self) -> impl Iterator<Item = &Proof> {
        (self.evidence.iter()).chain(self.updates.iter().flat_map(|update| &update.evidence))
    }
}

impl Commitment {
    /// Finds how it and its milestones stand on a day, going by updates until then. Returns those after it, which are
    /// taken away; without a day all count.
    pub(crate) fn stand_on(&mut self, day: Option<PartialDate>) -> Vec<StatusUpdate> {
        let mut later = Vec::new();
        let milestones = self.milestones.iter_mut().map(|m| &mut m.updates);
        if let Some(day) = day {
            for updates in milestones.chain([&mut self.updates]) {
                later.extend(status_update::take_later(updates, day));
            }
        }
        self.milestones.iter_mut().for_each(Milestone::stand);
        let own = status_update::current(&self.updates).and_then(|update| update.status.clone());
        self.own_status = own.as_ref().map(|own| own.status);
        self.own_word = own.and_then(|own| own.word);
        later
    }

    /// Returns all evidence of it and of its milestones.
    pub(crate) fn all_proofs(&self) -> impl Iterator<Item = &Proof> {
        let own = self.updates.iter().flat_map(|update| &update.evidence);
        own.chain(self.milestones.iter().flat_map(Milestone::proofs))
    }

    /// Returns every update of it and of its milestones.
    pub(crate) fn all_updates(&self) -> impl Iterator<Item = &StatusUpdate> {
        let milestones = self.milestones.iter().flat_map(|m| &m.updates);
        self.updates.iter().chain(milestones)
    }

    /// Its own status where the source gives one; else *not reported* if any milestone is not reported; else the one
    /// that all milestones share; else *in progress*. Without milestones: not reported.
    pub(crate) fn status(&self) -> Status {
        if let Some(own) = self.own_status {
            return own;
        }
        let mut statuses = self.milestones.iter().map(|m| m.status);
        match statuses.next() {
            None => Status::NotReported,
            Some(_)
                if self
                    .milestones
                    .iter()
                    .any(|m| m.status == Status::NotReported) =>
            {
                Status::NotReported
            }
            Some(first) if statuses.all(|s| s == first) => first,
            Some(_) => Status::InProgress,
        }
    }
}

const NOT_ATTACHED: &str = "not-attached";
const ROLES: &[(&str, bool)] = &[("lead", true), ("supporting", false)];

/// Parses the facts of a commitment, with what its translations give.
pub(crate) fn read(
    mut facts: PageFacts<'_>,
    files: &PageFiles<'_>,
    words: &StatusWords,
    terms: &mut Terms,
    sink: &mut Sink,
) -> Option<Commitment> {
    let head = facts.head(files, sink);
    let locality = term(&mut facts, "locality", Taxonomy::Locality, terms, sink);
    let action_plans = action_plans(&mut facts, sink);
    let inception_report = inception_report(&mut facts, sink);
    let [start, end] = ["start", "end"].map(|key| facts.main.date(key, sink));
    let institutions = institutions(&mut facts, terms, sink);
    let lang = facts.lang.clone();
    let areas = facts.main.texts("policy_areas", sink);
    let policy_areas = areas
        .into_iter()
        .filter_map(|a| terms.resolve(Taxonomy::PolicyArea, a, &lang))
        .collect();
    let sector = term(&mut facts, "sector", Taxonomy::Sector, terms, sink);
    let values = values(&mut facts, terms, sink);
    let inception = inception(&mut facts, sink);
    let milestones = milestones(&mut facts, words, sink);
    let updates = updates(&mut facts, words, sink);
    let [reports, datasets, related] =
        ["reports", "datasets", "related"].map(|key| facts.main.texts(key, sink));
    let head = facts.finish(head, sink);
    let mut commitment = Commitment {
        head: head?,
        locality,
        action_plans,
        inception_report,
        start,
        end,
        institutions,
        policy_areas,
        sector,
        values,
        inception,
        milestones,
        own_status: None,
        own_word: None,
        updates,
        reports,
        datasets,
        related,
    };
    commitment.stand_on(None);
    Some(commitment)
}

/// Parses what was reported of the commitment itself, with what its translations give.
fn updates(facts: &mut PageFacts<'_>, words: &StatusWords, sink: &mut Sink) -> Vec<StatusUpdate> {
    let mut updates = StatusUpdate::read_all(&mut facts.main, &facts.lang, words, sink);
    for (lang, other) in &mut facts.others {
        StatusUpdate::translate(&mut updates, other, lang, sink);
    }
    updates
}

/// One term under a name.
pub(super) fn term(
    facts: &mut PageFacts<'_>,
    key: &'static str,
    taxonomy: Taxonomy,
    terms: &mut Terms,
    sink: &mut Sink,
) -> Option<TermRef> {
    let name = facts.main.text(key, sink)?;
    terms.resolve(taxonomy, name, &facts.lang)
}

fn action_plans(facts: &mut PageFacts<'_>, sink: &mut Sink) -> PlanMembership {
    let plans = facts.main.texts("action_plans", sink);
    match plans.as_slice() {
        [] => PlanMembership::NotReported,
        [only] if only.value == NOT_ATTACHED => PlanMembership::NotAttached,
        _ => PlanMembership::Plans(plans),
    }
}

fn inception_report(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Option<InceptionReport> {
    let (main, others) = facts.map_or("inception_report", "title", sink);
    let mut main = main?;
    let mut title = main
        .required("title", sink)
        .map(|t| Words::new(facts.lang.clone(), t.value))
        .unwrap_or_default();
    let action_plan = main.text("action_plan", sink);
    let url = main.web_address("url", sink);
    main.finish(sink);
    for (lang, mut other) in others {
        if let Some(text) = other.text("title", sink) {
            title.add(lang, text.value);
        }
        other.finish_among(&["title"], &["action_plan", "url"], sink);
    }
    Some(InceptionReport {
        title,
        action_plan,
        url,
    })
}

fn institutions(
    facts: &mut PageFacts<'_>,
    terms: &mut Terms,
    sink: &mut Sink,
) -> Vec<InvolvedInstitution> {
    let mut involved = Vec::new();
    for mut fields in facts.main.maps_or("institutions", "name", sink) {
        let name = fields.required("name", sink);
        let lead = fields.word("role", ROLES, sink).map(|r| r.value);
        fields.finish(sink);
        if let Some(institution) =
            name.and_then(|n| terms.resolve(Taxonomy::Institution, n, &facts.lang))
        {
            involved.push(InvolvedInstitution { institution, lead });
        }
    }
    involved
}

fn values(facts: &mut PageFacts<'_>, terms: &mut Terms, sink: &mut Sink) -> Vec<ServedValue> {
    let lang = facts.lang.clone();
    let (main, others) = facts.maps_or("values", "value", sink);
    let mut values: Vec<ServedValue> = Vec::new();
    for mut fields in main {
        let value = fields
            .required("value", sink)
            .and_then(|v| terms.resolve(Taxonomy::Value, v, &lang));
        let reason = fields
            .text("reason", sink)
            .map(|r| Words::new(lang.clone(), r.value))
            .unwrap_or_default();
        fields.finish(sink);
        values.extend(value.map(|value| ServedValue { value, reason }));
    }
    for (lang, list) in others {
        for mut fields in list {
            let Some(value) = fields.required("value", sink) else {
                continue;
            };
            let reason = fields.text("reason", sink);
            let known = terms
                .resolve(Taxonomy::Value, value.clone(), &lang)
                .map(|t| t.id);
            match values
                .iter_mut()
                .find(|v| Some(&v.value.id) == known.as_ref())
            {
                Some(found) => found.reason.extend(lang.clone(), reason.map(|r| r.value)),
                None => sink.push(untranslated(&fields, &value, "value")),
            }
            fields.finish(sink);
        }
    }
    values
}

fn untranslated(fields: &Fields<'_>, key: &Spanned<String>, what: &'static str) -> Diagnostic {
    Diagnostic::new(&codes::UNTRANSLATED_FACT)
        .at(fields.place(&key.span))
        .arg("what", what)
        .arg("key", &key.value)
}

fn inception(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Option<InceptionReview> {
    let lang = facts.lang.clone();
    let (main, others) = facts.map("inception", sink);
    let mut main = main?;
    let [verifiable, relevance] =
        ["verifiable", "relevance"].map(|key| main.flag(key, sink).map(|f| f.value));
    let novelty = verdict(&mut main, "novelty", NOVELTIES, sink);
    let ambition = verdict(&mut main, "ambition", AMBITIONS, sink);
    let mut statements: Vec<Words> = main
        .texts("statements", sink)
        .into_iter()
        .map(|s| Words::new(lang.clone(), s.value))
        .collect();
    main.finish(sink);
    for (lang, mut other) in others {
        for (words, text) in statements.iter_mut().zip(other.texts("statements", sink)) {
            words.add(lang.clone(), text.value);
        }
        other.finish_among(
            &["statements"],
            &["verifiable", "relevance", "novelty", "ambition"],
            sink,
        );
    }
    let novelty = novelty.or_else(|| stated(&statements, NOVELTIES));
    let ambition = ambition.or_else(|| stated(&statements, AMBITIONS));
    Some(InceptionReview {
        verifiable,
        relevance,
        novelty,
        ambition,
        statements,
    })
}

/// Parses a verdict given as a code.
fn verdict(
    fields: &mut Fields<'_>,
    name: &'static str,
    known: &'static [Statement],
    sink: &mut Sink,
) -> Option<&'static str> {
    let codes: Vec<_> = known
        .iter()
        .map(|statement| (statement.code, statement.code))
        .collect();
    fields.word(name, &codes, sink).map(|code| code.value)
}

/// The verdict that is given in the form's own sentence, whichever of its languages that is in.
fn stated(statements: &[Words], known: &'static [Statement]) -> Option<&'static str> {
    let said: Vec<String> = statements
        .iter()
        .flat_map(Words::all)
        .map(|(_, text)| plain(text))
        .collect();
    (known.iter())
        .find(|own| (own.words.iter().flatten()).any(|words| said.contains(&plain(words))))
        .map(|own| own.code)
}

fn milestones(facts: &mut PageFacts<'_>, words: &StatusWords, sink: &mut Sink) -> Vec<Milestone> {
    let lang = facts.lang.clone();
    let (main, others) = facts.maps("milestones", sink);
    let mut milestones: Vec<Milestone> = Vec::new();
    for mut fields in main {
        milestones.extend(milestone(&mut fields, &lang, words, sink));
        fields.finish(sink);
    }
    for (lang, list) in others {
        for mut fields in list {
            translate_milestone(&mut milestones, &mut fields, &lang, sink);
            fields.finish_among(
                &["number", "text", "progress", "updates", "lang"],
                &["start", "end", "status", "owner", "evidence", "reported"],
                sink,
            );
        }
    }
    // A portal has many of these lists.
    milestones.shrink_to_fit();
    milestones
}

/// Adds the words that a translation gives a milestone, which it names by its number.
fn translate_milestone(
    milestones: &mut [Milestone],
    fields: &mut Fields<'_>,
    lang: &Lang,
    sink: &mut Sink,
) {
    let number = fields.integer("number", sink);
    let text = fields.required("text", sink);
    let own = own_language(fields, sink).unwrap_or_else(|| lang.clone());
    let (Some(number), Some(text)) = (number, text) else {
        return;
    };
    let Some(found) = milestones.iter_mut().find(|m| m.number == number.value) else {
        let key = Spanned {
            value: number.value.to_string(),
            span: number.span,
        };
        return sink.push(untranslated(fields, &key, "milestone"));
    };
    found.texts_at.push(TextPlace {
        lang: own.clone(),
        file: lang.clone(),
        span: text.span,
    });
    StatusUpdate::translate(&mut found.updates, fields, &own, sink);
    found.text.add(own, text.value);
}

/// Parses a milestone of the main language's file.
pub(super) fn milestone(
    fields: &mut Fields<'_>,
    lang: &Lang,
    words: &StatusWords,
    sink: &mut Sink,
) -> Option<Milestone> {
    if fields.node("number").is_none() {
        sink.push(fields.missing("number"));
    }
    let number = fields.integer("number", sink);
    let text = fields.required("text", sink);
    let own = own_language(fields, sink).unwrap_or_else(|| lang.clone());
    let [start, end] = ["start", "end"].map(|key| fields.date(key, sink));
    let updates = StatusUpdate::read_all(fields, &own, words, sink);
    let owner = fields.text("owner", sink).map(|owner| owner.value);
    let evidence = Proof::read_all(fields, sink);
    let span = fields.span.clone();
    let text = text?;
    let texts_at = vec![TextPlace {
        lang: own.clone(),
        file: lang.clone(),
        span: text.span,
    }];
    let text = Words::new(own, text.value);
    Some(Milestone {
        number: number?.value,
        text,
        start,
        end,
        status: Status::NotReported,
        word: None,
        owner,
        reported: None,
        progress: Words::default(),
        updates,
        evidence,
        span,
        texts_at,
    })
}

fn own_language(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Lang> {
    let tag = fields.text("lang", sink)?;
    let lang = Lang::parse(&tag.value);
    if lang.is_none() {
        sink.push(no_language(fields, &tag));
    }
    lang
}
