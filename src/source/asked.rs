//! What a reader asks a map of facts for, written down while it reads: by that, and by no second list, it is known which
//! facts a kind of page has, and in which form each is given.

use std::sync::{Arc, Mutex};

/// Levels of maps in maps that are looked into.
const DEEPEST: u8 = 4;

/// A fact that a reader asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownFact {
    pub(crate) name: String,
    pub(crate) form: FactForm,
    /// What the portal says that it is for, where it declares the fact itself.
    pub(crate) purpose: Option<String>,
}

/// The form in which a fact is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FactForm {
    /// Its reader looks at the value itself, and takes several forms.
    Any,
    Text,
    /// A text, or one for each language.
    Words,
    /// A list of texts, or one.
    Texts,
    Date,
    /// Yes or no.
    Flag,
    Integer,
    /// A word of a closed list.
    Word(Vec<String>),
    /// Names and values.
    Map(MapForm),
    /// A list of those.
    Maps(MapForm),
}

/// What a map may hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MapForm {
    /// Its facts; none where its names are free.
    pub(crate) facts: Vec<KnownFact>,
    /// Whether the value of its most important name may stand in its place.
    pub(crate) is_plain: bool,
}

impl FactForm {
    /// Returns a map of which its facts are not known yet.
    pub(crate) fn map(is_plain: bool) -> FactForm {
        FactForm::Map(MapForm {
            facts: Vec::new(),
            is_plain,
        })
    }

    /// Returns a list of such maps.
    pub(crate) fn maps(is_plain: bool) -> FactForm {
        FactForm::Maps(MapForm {
            facts: Vec::new(),
            is_plain,
        })
    }

    /// Returns how much it says: a reader that asks for a list of maps asks for a list first, and for a value before that.
    fn rank(&self) -> u8 {
        match self {
            FactForm::Any => 0,
            FactForm::Text => 1,
            FactForm::Texts => 2,
            _ => 3,
        }
    }

    fn map_form(&mut self) -> Option<&mut MapForm> {
        match self {
            FactForm::Map(form) | FactForm::Maps(form) => Some(form),
            _ => None,
        }
    }
}

/// The facts asked for so far, in the order of the first question. Copies write into one list.
#[derive(Debug, Clone, Default)]
pub(crate) struct FactProbe {
    asked: Arc<Mutex<Vec<ProbedFact>>>,
    depth: u8,
}

#[derive(Debug)]
struct ProbedFact {
    fact: KnownFact,
    /// What a map of this name is asked for.
    within: Option<FactProbe>,
}

impl FactProbe {
    /// Writes down that a fact was asked for.
    pub(super) fn note(&self, name: &str, form: FactForm) {
        let Ok(mut asked) = self.asked.lock() else {
            return;
        };
        match asked.iter_mut().find(|probed| probed.fact.name == name) {
            Some(probed) if probed.fact.form.rank() < form.rank() => probed.fact.form = form,
            Some(_) => {}
            None => asked.push(ProbedFact {
                fact: KnownFact {
                    name: name.to_owned(),
                    form,
                    purpose: None,
                },
                within: None,
            }),
        }
    }

    /// Returns what writes down the questions to a map of this name, which was asked for; none where it lies too deep.
    pub(super) fn within(&self, name: &str) -> Option<FactProbe> {
        if self.depth >= DEEPEST {
            return None;
        }
        let mut asked = self.asked.lock().ok()?;
        let probed = asked.iter_mut().find(|probed| probed.fact.name == name)?;
        let within = probed.within.get_or_insert_with(|| FactProbe {
            asked: Arc::default(),
            depth: self.depth + 1,
        });
        Some(within.clone())
    }

    /// Returns what was asked for.
    pub(crate) fn into_asked(self) -> Vec<KnownFact> {
        let asked = self
            .asked
            .lock()
            .map(|mut asked| std::mem::take(&mut *asked));
        let asked = asked.unwrap_or_default().into_iter();
        let whole = |probed: ProbedFact| {
            let mut fact = probed.fact;
            if let (Some(form), Some(within)) = (fact.form.map_form(), probed.within) {
                form.facts = within.into_asked();
            }
            fact
        };
        asked.map(whole).collect()
    }
}
