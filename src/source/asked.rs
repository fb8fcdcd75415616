//! What a reader asks a map of facts for, written down while it reads: by that, and by no second list, it is known which
//! facts a kind of page has, and in which form each is given.

/// A fact that a reader asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownFact {
    pub(crate) name: &'static str,
    pub(crate) form: FactForm,
}

/// The form in which a fact is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FactForm {
    Text,
    /// A list of texts, or one.
    Texts,
    Date,
    /// Yes or no.
    Flag,
    Integer,
    /// A word of a closed list.
    Word(Vec<String>),
    /// Names and values.
    Map,
    /// A list of those.
    Maps,
}

impl FactForm {
    /// Returns how much it says: a reader that asks for a list of maps asks for a list first, and for a value before that.
    fn rank(&self) -> u8 {
        match self {
            FactForm::Text => 0,
            FactForm::Texts => 1,
            _ => 2,
        }
    }
}

/// The facts asked for so far, in the order of the first question.
#[derive(Debug, Clone, Default)]
pub(crate) struct FactProbe(Vec<KnownFact>);

impl FactProbe {
    /// Writes down that a fact was asked for.
    pub(super) fn note(&mut self, name: &'static str, form: FactForm) {
        match self.0.iter_mut().find(|fact| fact.name == name) {
            Some(fact) if fact.form.rank() < form.rank() => fact.form = form,
            Some(_) => {}
            None => self.0.push(KnownFact { name, form }),
        }
    }

    /// Returns what was asked for.
    pub(crate) fn into_asked(self) -> Vec<KnownFact> {
        self.0
    }
}
